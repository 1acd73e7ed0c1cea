#include "report/text.h"

#include <algorithm>
#include <string_view>

#include "support/text_writer.h"

namespace parc::report {
namespace {

constexpr size_t kRoleWidth = 12;

struct Colors {
  std::string_view parallel, runtime, refused, heading, reset;
};

Colors colors(bool color) {
  if (!color) return {};
  return {"\x1b[1;32m", "\x1b[1;33m", "\x1b[1;31m", "\x1b[1m", "\x1b[0m"};
}

class LoopWriter {
 public:
  LoopWriter(const driver::Report& report, LoopTextOptions options)
      : sources_(report.sources), options_(options), colors_(colors(options.color)) {}

  void write(const driver::LoopReport& loop) {
    file_ = loop.range.file;
    out_.line(sources_.file(loop.range.file).path(), ":", sources_.begin(loop.range).line,
              ": par loop in ", loop.function, ": ", tint(loop.verdict), loop.verdict,
              colors_.reset);
    bool refused = loop.verdict == "refused";
    if (refused && !options_.explain) return;
    auto block = out_.indent();
    const std::vector<std::string>& checks = loop.explanation.checks_before;
    for (const std::string& reason : loop.reasons) {
      bool told_below =
          options_.explain && std::find(checks.begin(), checks.end(), reason) != checks.end();
      if (!told_below) out_.line("- ", reason);
    }
    if (!options_.explain) return;
    if (loop.is_inner && !refused) out_.line("- it runs serially in the par loop around it");
    explain(loop.explanation);
  }

  std::string take() { return out_.take(); }

 private:
  std::string_view tint(std::string_view verdict) const {
    return verdict == "parallel"  ? colors_.parallel
           : verdict == "runtime" ? colors_.runtime
                                  : colors_.refused;
  }

  // "line 8", with the file when it is not that of the loop.
  std::string place(SourceRange range) const {
    uint32_t line = sources_.begin(range).line;
    if (range.file == file_) return concat("line ", line);
    return concat(sources_.file(range.file).path(), ":", line);
  }

  void heading(std::string_view text) {
    out_.line(options_.color ? colors_.heading : "", text, options_.color ? colors_.reset : "");
  }

  void explain(const driver::Explanation& explanation) {
    write_variables(explanation.variables);
    write_list("tested when the loop starts; else it runs in serial order, with a SerialWarning",
               explanation.checks_before);
    write_list("tested once before the loop; else in every iteration", explanation.hoisted);
    write_checks(explanation.checks_inside);
    write_machine_loops(explanation.machine_loops);
  }

  void write_variables(const std::vector<driver::VariableReport>& variables) {
    if (variables.empty()) return;
    heading("variables");
    auto block = out_.indent();
    for (std::string_view role : {"reduction", "last value", "private", "shared"}) {
      std::string names;
      for (const driver::VariableReport& variable : variables) {
        if (variable.role != role) continue;
        names += concat(names.empty() ? "" : ", ", variable.name);
        if (!variable.detail.empty()) names += concat(" (", variable.detail, ")");
      }
      if (names.empty()) continue;
      out_.line(role, std::string(kRoleWidth - role.size(), ' '), names);
    }
  }

  void write_list(std::string_view title, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    heading(title);
    auto block = out_.indent();
    for (const std::string& text : texts) out_.line(text);
  }

  void write_checks(const std::vector<driver::CheckReport>& checks) {
    if (checks.empty()) return;
    heading("tested in every iteration");
    auto block = out_.indent();
    for (const driver::CheckReport& check : checks) {
      out_.line(place(check.range), ": ", check.what);
    }
  }

  void write_machine_loops(const std::vector<driver::MachineLoop>& loops) {
    if (loops.empty()) return;
    heading("machine code");
    auto block = out_.indent();
    for (const driver::MachineLoop& loop : loops) {
      std::string detail = loop.detail.empty() ? "" : concat(", ", loop.detail);
      out_.line(place(loop.header), ": ", loop.is_vectorised ? "vectorised" : "not vectorised",
                detail);
    }
  }

  const SourceMap& sources_;
  LoopTextOptions options_;
  FileId file_;
  Colors colors_;
  TextWriter out_;
};

}  // namespace

std::string render_loops(const driver::Report& report, LoopTextOptions options) {
  LoopWriter writer(report, options);
  for (const driver::LoopReport& loop : report.loops) writer.write(loop);
  return writer.take();
}

}  // namespace parc::report
