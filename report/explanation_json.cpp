#include "report/explanation_json.h"

#include "support/render_json.h"

namespace parc::report {

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

}  // namespace parc::report
