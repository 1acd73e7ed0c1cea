#include "driver/python_check.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <sstream>
#include <utility>

#include "driver/build_info.h"
#include "support/text_writer.h"
#include "support/utf8.h"

extern char** environ;

namespace parc::driver {
namespace {

// Exit statuses of the script.
constexpr int kAccepted = 0, kRefused = 3, kTooMuch = 4;

// Prints "line column end-line end-column message"; columns count characters from 1.
constexpr char kScript[] = R"(
import sys
text = sys.stdin.buffer.read().decode()
try:
    compile(text, "file", "exec", dont_inherit=True)
except SyntaxError as e:
    print(e.lineno or 1, e.offset or 1, e.end_lineno or 0, e.end_offset or 0, e.msg)
    sys.exit(3)
except (RecursionError, MemoryError, OverflowError) as e:
    print(1, 1, 0, 0, type(e).__name__)
    sys.exit(4)
)";

// Offset in the file of a line and a column, both perhaps beyond their ends.
uint32_t offset_of(const SourceFile& file, uint32_t line, uint32_t column) {
  line = std::clamp(line, 1u, file.line_count());
  const std::string_view text = file.line(line);
  size_t at = 0;
  for (; column > 1 && at < text.size(); --column) at += decode_utf8(text, at).length;
  return file.line_start(line) + static_cast<uint32_t>(at);
}

SourceRange range_of(const SyntaxAnswer& answer, const SourceFile& source, FileId file) {
  SourceRange range{file, offset_of(source, answer.line, answer.column), 0};
  const uint32_t end =
      answer.end_line == 0 ? range.begin : offset_of(source, answer.end_line, answer.end_column);
  range.end = std::max(range.begin, end);
  return range;
}

}  // namespace

MemoryFile::MemoryFile(const std::string& text) : descriptor_(memfd_create("parc", MFD_CLOEXEC)) {
  for (size_t done = 0; done < text.size();) {
    const ssize_t count = write(descriptor_, text.data() + done, text.size() - done);
    if (count < 0) break;
    done += static_cast<size_t>(count);
  }
  lseek(descriptor_, 0, SEEK_SET);
}

MemoryFile::~MemoryFile() { close(descriptor_); }

std::string MemoryFile::text() const {
  std::string text;
  char buffer[4096];
  lseek(descriptor_, 0, SEEK_SET);
  for (ssize_t n; (n = read(descriptor_, buffer, sizeof buffer)) > 0;) {
    text.append(buffer, static_cast<size_t>(n));
  }
  return text;
}

PythonCheck::PythonCheck(const Options& options, const std::string& masked_text)
    : interpreter_(options.python), input_(masked_text), output_("") {
  if (options.python_here) {
    answer_ = options.python_here(masked_text);
  } else if (!interpreter_.empty()) {
    start();
  }
}

void PythonCheck::start() {
  std::array<const char*, 8> words = {
      interpreter_.c_str(), "-I", "-S", "-W", "ignore", "-c", kScript, nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input_.descriptor(), 0);
  posix_spawn_file_actions_adddup2(&actions, output_.descriptor(), 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  if (posix_spawnp(&process_, interpreter_.c_str(), &actions, nullptr,
                   const_cast<char**>(words.data()), environ) != 0) {
    process_ = -1;
  }
  posix_spawn_file_actions_destroy(&actions);
}

SyntaxAnswer PythonCheck::wait() {
  SyntaxAnswer answer{.verdict = SyntaxAnswer::Verdict::kNoAnswer, .message = {}};
  const pid_t process = std::exchange(process_, -1);
  if (process < 0) return answer;
  int status = 0;
  while (waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) return answer;
  }
  if (!WIFEXITED(status)) return answer;
  switch (WEXITSTATUS(status)) {
    case kAccepted:
      answer.verdict = SyntaxAnswer::Verdict::kAccepted;
      return answer;
    case kRefused:
      answer.verdict = SyntaxAnswer::Verdict::kRefused;
      break;
    case kTooMuch:
      answer.verdict = SyntaxAnswer::Verdict::kTooMuch;
      break;
    default:
      return answer;
  }
  std::istringstream text(output_.text());
  text >> answer.line >> answer.column >> answer.end_line >> answer.end_column >> std::ws;
  std::getline(text, answer.message);
  return answer;
}

bool PythonCheck::accepts(const SourceMap& sources, FileId file, Diagnostics& diagnostics) {
  if (interpreter_.empty() && !answer_) return true;
  const SyntaxAnswer answer = answer_ ? *answer_ : wait();
  switch (answer.verdict) {
    case SyntaxAnswer::Verdict::kAccepted:
      return true;
    case SyntaxAnswer::Verdict::kNoAnswer:
      diagnostics.emit_global(Diag::kPythonNotFound, concat(interpreter_, " cannot be run"))
          .note("PARC_PYTHON names the interpreter that checks the file's syntax");
      return false;
    case SyntaxAnswer::Verdict::kTooMuch:
      diagnostics.emit(Diag::kTooDeep, range_of(answer, sources.file(file), file),
                       concat("CPython gives up on this file: ", answer.message));
      return false;
    case SyntaxAnswer::Verdict::kRefused:
      diagnostics
          .emit(Diag::kSyntaxError, range_of(answer, sources.file(file), file), answer.message)
          .note(concat("CPython ", kPythonVersion, " says so"));
  }
  return false;
}

}  // namespace parc::driver
