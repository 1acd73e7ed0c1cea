#include "support/render_json.h"

namespace parc {

namespace {

void add_place(JsonWriter& json, const SourceMap& sources, const Diagnostic& diagnostic) {
  if (diagnostic.has_range) return add_range_fields(json, sources, diagnostic.range);
  if (diagnostic.file.empty()) {
    json.key("file").null();
  } else {
    json.field("file", diagnostic.file);
  }
  for (const char* name : {"line", "column", "end_line", "end_column"}) {
    json.key(name).null();
  }
}

}  // namespace

void add_range_fields(JsonWriter& json, const SourceMap& sources, SourceRange range) {
  LineColumn begin = sources.begin(range);
  LineColumn end = sources.end(range);
  json.field("file", sources.file(range.file).path());
  json.field("line", begin.line).field("column", begin.column);
  json.field("end_line", end.line).field("end_column", end.column);
}

std::string render_json(const SourceMap& sources, const Diagnostic& diagnostic) {
  JsonWriter json;
  json.begin_object().field("kind", "diagnostic");
  json.field("severity", severity_name(diagnostic.severity));
  json.field("code", info(diagnostic.kind).code);
  json.field("message", diagnostic.message);
  add_place(json, sources, diagnostic);
  json.key("labels").begin_array();
  for (const Label& label : diagnostic.labels) {
    json.begin_object().field("message", label.text);
    add_range_fields(json, sources, label.range);
    json.end_object();
  }
  for (const std::string& note : diagnostic.notes) {
    json.begin_object().field("message", note);
    add_place(json, sources, diagnostic);
    json.end_object();
  }
  json.end_array();
  json.key("fixits").begin_array();
  for (const FixIt& fixit : diagnostic.fixits) {
    json.begin_object().field("text", fixit.text);
    add_range_fields(json, sources, fixit.range);
    json.end_object();
  }
  json.end_array().end_object();
  return json.text();
}

std::string render_json(const SourceMap& sources, const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    out += render_json(sources, diagnostic) + "\n";
  }
  return out;
}

}  // namespace parc
