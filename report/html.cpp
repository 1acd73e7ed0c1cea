#include "report/html.h"

#include <algorithm>
#include <set>

#include "driver/build_info.h"
#include "report/html_cards.h"
#include "report/html_source.h"
#include "report/html_text.h"
#include "report/page_style.h"
#include "support/text_writer.h"

namespace parc::report {
namespace {

// The files of a report that a reader wants to see: the one that was compiled, and those of which
// something is said.
std::set<uint32_t> shown_files(const driver::Report& report) {
  std::set<uint32_t> files;
  if (report.sources.size() > 0) files.insert(0);
  for (const driver::LoopReport& loop : report.loops) files.insert(loop.range.file.value);
  for (const Diagnostic& diagnostic : report.diagnostics.all()) {
    if (diagnostic.has_range) files.insert(diagnostic.range.file.value);
  }
  return files;
}

std::string counted(size_t count, std::string_view what) {
  return concat(count, " ", what, count == 1 ? "" : "s");
}

class Page {
 public:
  explicit Page(const std::vector<driver::Report>& reports) : reports_(reports) {}

  std::string write() {
    out_.line("<!DOCTYPE html>");
    out_.line("<html lang=\"en\">");
    out_.line("<head>");
    out_.line("<meta charset=\"utf-8\">");
    out_.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    out_.line("<title>par loops</title>");
    out_.line("<style>");
    out_.line(page_style());
    out_.line("</style>");
    out_.line("</head>");
    out_.line("<body>");
    out_.line("<main>");
    write_head();
    for (size_t number = 0; number < reports_.size(); ++number) write_report(number);
    out_.line("</main>");
    out_.line("</body>");
    out_.line("</html>");
    return out_.take();
  }

 private:
  void write_head() {
    size_t parallel = 0, runtime = 0, refused = 0;
    for (const driver::Report& report : reports_) {
      for (const driver::LoopReport& loop : report.loops) {
        parallel += loop.verdict == "parallel";
        runtime += loop.verdict == "runtime";
        refused += loop.verdict == "refused";
      }
    }
    std::string text = counted(parallel + runtime + refused, "par loop");
    for (const auto& [count, verdict] :
         {std::pair{parallel, "parallel"}, {runtime, "runtime"}, {refused, "refused"}}) {
      if (count > 0) {
        text += concat(" <span class=\"badge ", verdict, "\">", count, " ", verdict, "</span>");
      }
    }
    out_.line("<h1>par loops</h1>");
    out_.line("<p>", text, " <span class=\"quiet\">found by parc ", driver::kVersion,
              "</span></p>");
    if (parallel + runtime + refused > 0) write_index();
  }

  void write_index() {
    out_.line("<table class=\"loops\">");
    for (size_t number = 0; number < reports_.size(); ++number) {
      const driver::Report& report = reports_[number];
      for (const driver::LoopReport& loop : report.loops) {
        std::string place = concat(report.sources.file(loop.range.file).path(), ":",
                                   report.sources.begin(loop.range).line);
        std::string reason = loop.reasons.empty() ? "" : prose(loop.reasons.front());
        out_.line("<tr><td><span class=\"badge ", loop.verdict, "\">", loop.verdict,
                  "</span></td><td><a href=\"#", anchor(number, loop), "\">", escape(place),
                  "</a> in <code>", escape(loop.function), "</code></td><td>", reason,
                  "</td></tr>");
      }
    }
    out_.line("</table>");
  }

  static std::string anchor(size_t report, const driver::LoopReport& loop) {
    return concat("loop-", report, "-", loop.range.file.value, "-", loop.range.begin);
  }

  void write_report(size_t number) {
    const driver::Report& report = reports_[number];
    for (const Diagnostic& diagnostic : report.diagnostics.all()) {
      if (!diagnostic.has_range) write_diagnostic_card(out_, report, diagnostic);
    }
    for (uint32_t file : shown_files(report)) {
      out_.line("<h2>", escape(report.sources.file(FileId{file}).path()), "</h2>");
      write_source(out_, report, FileId{file},
                   [&](const driver::LoopReport& loop) { return anchor(number, loop); });
    }
  }

  const std::vector<driver::Report>& reports_;
  TextWriter out_;
};

}  // namespace

std::string render_html(const std::vector<driver::Report>& reports) {
  return Page(reports).write();
}

}  // namespace parc::report
