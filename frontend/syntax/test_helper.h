// What the tests of this folder share.
#pragma once

#include <string>

#include "frontend/syntax/dump.h"
#include "frontend/syntax/source_text.h"
#include "frontend/syntax/syntax.h"

namespace parc::syntax {

// Parses a text as the file t.py.
struct Parsed {
  explicit Parsed(const std::string& text, DumpOptions options = {}) {
    file = add_source(sources, "t.py", text, diagnostics);
    tree = parse(sources, file, diagnostics);
    diagnostics.sort_and_unique();
    dumped = dump(tree, options);
  }

  // "LINE:COLUMN CODE message" for each diagnostic.
  std::string messages() const {
    std::string out;
    for (const Diagnostic& d : diagnostics.all()) {
      LineColumn place = sources.begin(d.range);
      out += std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
             std::string(info(d.kind).code) + " " + d.message + "\n";
    }
    return out;
  }

  SourceMap sources;
  FileId file;
  Diagnostics diagnostics;
  Tree tree;
  std::string dumped;
};

}  // namespace parc::syntax
