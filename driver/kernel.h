// Compiling one function for the types of a call: what the decorator and the notebook ask for.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "driver/cached_build.h"
#include "driver/driver.h"
#include "frontend/check/check.h"
#include "frontend/syntax/outline.h"

namespace parc::driver {

// A module as text: of a notebook cell, or of a file as Python has read it. `path` is shown.
struct TextModule {
  std::string path, text;
};

// Code of the top level that is to be the function's; see frontend/syntax/outline.h.
struct OutlinedCode {
  syntax::Outlined what = syntax::Outlined::kStatement;
  uint32_t begin = 0, end = 0;
};

struct KernelRequest {
  TextModule source;
  std::optional<std::string> shown;           // the text that messages show, where `source` differs
  std::map<std::string, TextModule> imports;  // modules that are asked for first, by name
  check::Request function;
  ir::ParOptions loops;  // what par loops do that do not say otherwise
  std::optional<OutlinedCode> outlined;
};

// Makes a module with that function alone. Its files are called "<0>" (the source), "<1>", … in
// the order of the report's sources; who loads it says what they are.
bool build_kernel(const KernelRequest& request, const Options& options, Report& report,
                  Built& built);

// The text of a stage of a kernel: its IR or its C++.
bool emit_kernel(const KernelRequest& request, Stage stage, const Options& options, Report& report,
                 std::string& text);

}  // namespace parc::driver
