// Diagnostics as JSON lines, for editors and tools.
#pragma once

#include <string>

#include "support/diagnostic.h"
#include "support/json_writer.h"

namespace parc {

// Adds the fields "file", "line", "column", "end_line", "end_column" of a range; lines and columns
// count from 1, in characters.
void add_range_fields(JsonWriter& json, const SourceMap& sources, SourceRange range);

// One object, without a line end:
//   {"kind": "diagnostic", "severity", "code", "message", "file", "line", "column", "end_line",
//    "end_column", "labels": [{"message", "file", …}], "fixits": [{"text", "file", …}]}
// Notes are labels at the place of the diagnostic. The five fields of the place are null where a
// diagnostic has none.
std::string render_json(const SourceMap& sources, const Diagnostic& diagnostic);

// All of them, each on a line of its own.
std::string render_json(const SourceMap& sources, const Diagnostics& diagnostics);

}  // namespace parc
