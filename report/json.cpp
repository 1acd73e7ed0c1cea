#include "report/json.h"

#include "report/explanation_json.h"
#include "support/json_writer.h"
#include "support/render_json.h"

namespace parc::report {
namespace {

std::string loop_line(const SourceMap& sources, const driver::LoopReport& loop, bool explain) {
  LineColumn begin = sources.begin(loop.range), end = sources.end(loop.range);
  JsonWriter json;
  json.begin_object().field("kind", "loop").field("function", loop.function);
  json.field("file", sources.file(loop.range.file).path());
  json.field("line", begin.line).field("verdict", loop.verdict);
  add_texts(json, "reasons", loop.reasons);
  if (explain) {
    json.field("column", begin.column).field("end_line", end.line);
    json.field("end_column", end.column).field("inner", loop.is_inner);
    add_explanation(json, sources, loop.explanation);
  }
  json.end_object();
  return json.text() + "\n";
}

}  // namespace

std::string render_json(const driver::Report& report, bool explain) {
  std::string lines = parc::render_json(report.sources, report.diagnostics);
  for (const driver::LoopReport& loop : report.loops) {
    lines += loop_line(report.sources, loop, explain);
  }
  return lines;
}

}  // namespace parc::report
