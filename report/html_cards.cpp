#include "report/html_cards.h"

#include <algorithm>
#include <string_view>

#include "report/html_text.h"

namespace parc::report {
namespace {

std::string place(const SourceMap& sources, SourceRange range, FileId here) {
  std::string line = concat("line ", sources.begin(range).line);
  return range.file == here ? line : concat(escape(sources.file(range.file).path()), ", ", line);
}

void write_list(TextWriter& out, std::string_view title, const std::vector<std::string>& items) {
  if (items.empty()) return;
  if (!title.empty()) out.line("<h3>", title, "</h3>");
  out.line("<ul>");
  for (const std::string& item : items) out.line("<li>", item, "</li>");
  out.line("</ul>");
}

std::vector<std::string> as_prose(const std::vector<std::string>& texts) {
  std::vector<std::string> items;
  for (const std::string& text : texts) items.push_back(prose(text));
  return items;
}

void write_variables(TextWriter& out, const std::vector<driver::VariableReport>& variables) {
  if (variables.empty()) return;
  out.line("<h3>variables</h3>");
  out.line("<dl class=\"roles\">");
  for (std::string_view role : {"reduction", "last value", "private", "shared"}) {
    std::string names;
    for (const driver::VariableReport& variable : variables) {
      if (variable.role != role) continue;
      std::string detail;
      if (!variable.detail.empty()) {
        detail = concat(" <span class=\"quiet\">(", prose(variable.detail), ")</span>");
      }
      names += concat("<span><code>", escape(variable.name), "</code>", detail, "</span>");
    }
    if (!names.empty()) out.line("<dt>", role, "</dt><dd>", names, "</dd>");
  }
  out.line("</dl>");
}

void write_explanation(TextWriter& out, const SourceMap& sources, const driver::LoopReport& loop) {
  const driver::Explanation& explanation = loop.explanation;
  write_variables(out, explanation.variables);
  write_list(out, "tested when the loop starts; else it runs in serial order, with a warning",
             as_prose(explanation.checks_before));
  write_list(out, "tested once before the loop; else in every iteration",
             as_prose(explanation.hoisted));
  std::vector<std::string> checks;
  for (const driver::CheckReport& check : explanation.checks_inside) {
    checks.push_back(concat(place(sources, check.range, loop.range.file), ": ", prose(check.what)));
  }
  write_list(out, "tested in every iteration", checks);
  std::vector<std::string> machine;
  for (const driver::MachineLoop& inner : explanation.machine_loops) {
    std::string detail = inner.detail.empty() ? "" : concat(", ", prose(inner.detail));
    machine.push_back(concat(place(sources, inner.header, loop.range.file), ": ",
                             inner.is_vectorised ? "vectorised" : "not vectorised", detail));
  }
  write_list(out, "machine code", machine);
}

}  // namespace

void write_loop_card(TextWriter& out, const driver::Report& report, const driver::LoopReport& loop,
                     const std::string& id) {
  out.line("<div class=\"card ", loop.verdict, "\" id=\"", id, "\">");
  out.line("<p class=\"head\"><span class=\"badge\">", loop.verdict,
           "</span><strong>par loop in <code>", escape(loop.function), "</code></strong></p>");
  std::vector<std::string> reasons;
  const std::vector<std::string>& checks = loop.explanation.checks_before;
  for (const std::string& reason : loop.reasons) {
    bool told_below = std::find(checks.begin(), checks.end(), reason) != checks.end();
    if (!told_below) reasons.push_back(prose(reason));
  }
  if (loop.is_inner && loop.verdict != "refused") {
    reasons.emplace_back("it runs serially in the par loop around it");
  }
  write_list(out, "", reasons);
  write_explanation(out, report.sources, loop);
  out.line("</div>");
}

void write_diagnostic_card(TextWriter& out, const driver::Report& report,
                           const Diagnostic& diagnostic) {
  std::string_view severity = severity_name(diagnostic.severity);
  std::string_view tint = diagnostic.severity == Severity::kError     ? "refused"
                          : diagnostic.severity == Severity::kWarning ? "runtime"
                                                                      : "none";
  out.line("<div class=\"card ", tint, "\">");
  out.line("<p class=\"head\"><span class=\"badge ", tint, "\">", severity, " ",
           info(diagnostic.kind).code, "</span><strong>", prose(diagnostic.message),
           "</strong></p>");
  std::vector<std::string> items;
  for (const Label& label : diagnostic.labels) {
    items.push_back(concat("<span class=\"quiet\">",
                           place(report.sources, label.range, diagnostic.range.file), ":</span> ",
                           prose(label.text), ": <code>", excerpt(report.sources.text(label.range)),
                           "</code>"));
  }
  for (const std::string& note : diagnostic.notes) items.push_back(prose(note));
  for (const FixIt& fixit : diagnostic.fixits) {
    items.push_back(
        concat("<span class=\"quiet\">", place(report.sources, fixit.range, diagnostic.range.file),
               ":</span> write <code>", escape(fixit.text), "</code> in place of <code>",
               excerpt(report.sources.text(fixit.range)), "</code>"));
  }
  write_list(out, "", items);
  out.line("</div>");
}

}  // namespace parc::report
