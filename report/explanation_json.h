// The explanation of a loop as JSON fields, in JSON lines and in SARIF's property bags alike.
#pragma once

#include <string_view>
#include <vector>

#include "driver/driver.h"
#include "support/json_writer.h"

namespace parc::report {

void add_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts);

// Adds the fields "variables", "checks" and "machine", as report/json.h describes them.
void add_explanation(JsonWriter& json, const SourceMap& sources,
                     const driver::Explanation& explanation);

}  // namespace parc::report
