// Diagnostics as text for people: code, place, the source lines with marks under them, notes and
// fix-its.
//
//   error[PAR0501]: iterations 0 and 1 collide on 'a'
//     --> heat.py:12:9
//      |
//   12 |         a[i] = a[i - 1]
//      |         ^^^^   -------- read here
//      |
//      = note: …
#pragma once

#include <string>

#include "support/diagnostic.h"

namespace parc {

struct TextOptions {
  bool color = false;
};

// Ends with a line end. A label in another file gets a section of its own.
std::string render_text(const SourceMap& sources, const Diagnostic& diagnostic,
                        TextOptions options = {});

// All of them, with an empty line between two.
std::string render_text(const SourceMap& sources, const Diagnostics& diagnostics,
                        TextOptions options = {});

}  // namespace parc
