#include "driver/races.h"

#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "driver/read_source.h"
#include "support/temporary_folder.h"
#include "support/text_writer.h"

extern char** environ;

namespace parc::driver {
namespace {

namespace fs = std::filesystem;

// The report's format: runtime/python/races.h.
constexpr char kField = '\x1f', kEnd = '\x1e';
constexpr size_t kLoopFields = 2, kCollisionFields = 12;

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(separator, at), text.size());
    parts.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

// Gives lines of files as ranges; reads each file once.
class Places {
 public:
  explicit Places(Report& report) : report_(report) {}

  // The line without the blanks around it; an empty range when the file cannot be read.
  SourceRange range(const std::string& path, const std::string& line_number) {
    const SourceFile& file = report_.sources.file(file_of(path));
    uint32_t number = 1;
    std::from_chars(line_number.data(), line_number.data() + line_number.size(), number);
    if (number < 1 || number > file.line_count()) return {file_of(path), 0, 0};
    const std::string_view line = file.line(number);
    const size_t first = line.find_first_not_of(" \t"), last = line.find_last_not_of(" \t");
    if (first == std::string_view::npos) return {file_of(path), 0, 0};
    const uint32_t start = file.line_start(number);
    return {file_of(path), start + static_cast<uint32_t>(first),
            start + static_cast<uint32_t>(last) + 1};
  }

 private:
  FileId file_of(const std::string& path) {
    if (auto known = files_.find(path); known != files_.end()) return known->second;
    const std::string shown = fs::proximate(path).string();
    Diagnostics ignored;  // it was read a moment ago
    const auto read = read_source(shown, report_.sources, ignored);
    return files_[path] = read ? read->file : report_.sources.add(shown, "");
  }

  Report& report_;
  std::map<std::string, FileId> files_;
};

struct Access {
  SourceRange range;
  std::string iteration;  // "iteration i = 3"
  bool write;
};

Access access(Places& places, const std::vector<std::string>& fields, size_t at,
              const std::string& variable) {
  const std::string name = variable.empty() ? "iteration " : concat("iteration ", variable, " = ");
  return {places.range(fields[at], fields[at + 1]), name + fields[at + 2],
          fields[at + 3] == "write"};
}

void report_collision(Places& places, const std::vector<std::string>& fields, Report& report) {
  const std::string& variable = fields[2];
  const std::string& element = fields[3];
  const Access first = access(places, fields, 4, variable);
  const Access second = access(places, fields, 8, variable);
  const std::string message =
      first.write == second.write ? concat(first.iteration, " writes ", element, ", which ",
                                           second.iteration, " writes too")
      : first.write
          ? concat(first.iteration, " writes ", element, ", which ", second.iteration, " reads")
          : concat(first.iteration, " reads ", element, ", which ", second.iteration, " writes");
  DiagnosticBuilder builder = report.diagnostics.emit(Diag::kRaceFound, second.range, message);
  if (first.range != second.range) {
    builder.label(first.range, first.write ? "written here first" : "read here first");
  }
  builder.label(places.range(fields[0], fields[1]), "in this par loop");
}

void read_report(const std::string& path, Report& report, RaceRun& run) {
  std::stringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  Places places(report);
  std::set<std::vector<std::string>> loops;
  for (const std::string& record : split(text.str(), kEnd)) {
    const std::vector<std::string> fields = split(record, kField);
    // Others are behind the last end, or were cut short by a kill.
    if (fields.size() == kLoopFields) loops.insert(fields);
    if (fields.size() != kCollisionFields) continue;
    report_collision(places, fields, report);
    ++run.collisions;
  }
  run.loops = loops.size();
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> list;
  for (std::string& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  return list;
}

// The process, or the error number.
int start(std::vector<std::string> words, const std::map<std::string, std::string>& variables,
          pid_t& child) {
  std::vector<std::string> environment;
  for (char** entry = environ; *entry; ++entry) environment.emplace_back(*entry);
  for (const auto& [name, value] : variables) environment.push_back(concat(name, "=", value));
  std::vector<char*> arguments = pointers(words), settings = pointers(environment);
  return posix_spawnp(&child, arguments[0], nullptr, nullptr, arguments.data(), settings.data());
}

}  // namespace

RaceRun run_recorded(const std::string& script, const std::vector<std::string>& arguments,
                     const std::string& executable, Report& report) {
  RaceRun run;
  if (!read_source(script, report.sources, report.diagnostics)) return run;
  TemporaryFolder folder;
  const std::string file = (folder.path() / "report").string();
  if (folder.path().empty() || !std::ofstream(file)) {
    report.diagnostics.emit_global(Diag::kUnwritable, "cannot make a folder for temporary files");
    return run;
  }
  const char* python = getenv("PARC_PYTHON");
  std::vector<std::string> words = {python && *python ? python : "python3", "-m", "parc._race",
                                    script};
  words.insert(words.end(), arguments.begin(), arguments.end());
  pid_t child = 0;
  const int problem = start(words,
                            {{"PARC_RACE_COMMAND", executable},
                             {"PARC_RACE_FOLDER", folder.path().string()},
                             {"PARC_RACE_REPORT", file}},
                            child);
  if (problem != 0) {
    report.diagnostics
        .emit_global(Diag::kPythonNotFound,
                     concat("cannot run ", words[0], ": ", strerror(problem)))
        .note("PARC_PYTHON names the interpreter");
    return run;
  }
  // Ctrl-C is the program's.
  auto* interrupt = signal(SIGINT, SIG_IGN);
  run.status = wait_for(child);
  signal(SIGINT, interrupt);
  run.started = true;
  read_report(file, report, run);
  return run;
}

}  // namespace parc::driver
