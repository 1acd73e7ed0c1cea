#include "report/json.h"

#include "support/json_writer.h"
#include "support/render_json.h"

namespace parc::report {
namespace {

void add_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  json.key(name).begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
}

void add_explanation(JsonWriter& json, const SourceMap& sources,
                     const driver::Explanation& explanation) {
  json.key("variables").begin_array();
  for (const driver::VariableReport& variable : explanation.variables) {
    json.begin_object().field("name", variable.name).field("role", variable.role);
    json.field("detail", variable.detail).end_object();
  }
  json.end_array();
  json.key("checks").begin_object();
  add_texts(json, "before", explanation.checks_before);
  add_texts(json, "hoisted", explanation.hoisted);
  json.key("inside").begin_array();
  for (const driver::CheckReport& check : explanation.checks_inside) {
    json.begin_object().field("what", check.what);
    add_range_fields(json, sources, check.range);
    json.end_object();
  }
  json.end_array().end_object();
  json.key("machine").begin_array();
  for (const driver::MachineLoop& loop : explanation.machine_loops) {
    json.begin_object().field("vectorised", loop.is_vectorised).field("detail", loop.detail);
    add_range_fields(json, sources, loop.header);
    json.end_object();
  }
  json.end_array();
}

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
