// The pages of `parc explain`: one for each diagnostic code, from docs/diagnostics/.
#pragma once

#include <string_view>
#include <vector>

#include "support/diagnostic.h"

namespace parc {

struct ExplainPage {
  std::string_view code;
  std::string_view text;  // Markdown, ends with a line end
};

// All pages, sorted by code. Defined in a source that CMake generates.
std::vector<ExplainPage> explain_pages();

// The page of a kind; empty when it has none (a test sees to it that each has one).
std::string_view explain(Diag kind);
// The page of any code, also of those of the calls (PAR09xx), which are no kinds of the compiler.
std::string_view explain(std::string_view code);

}  // namespace parc
