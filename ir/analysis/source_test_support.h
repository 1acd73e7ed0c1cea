// From Python source to the facts about its par loops, for tests of the analyses.
#pragma once

#include <memory>
#include <string>

#include "frontend/check/check.h"
#include "frontend/syntax/syntax.h"
#include "ir/analysis/analysis.h"
#include "ir/builder.h"
#include "ir/dump_expr.h"
#include "ir/passes/passes.h"
#include "ir/walk.h"
#include "support/text_writer.h"

namespace parc::ir {

// A module with `source` checked, its passes run, and its par loops judged.
class CheckedSource {
 public:
  explicit CheckedSource(const std::string& source) {
    FileId file = sources.add("test.py",
                              "import math\nimport numpy as np\n"
                              "from numpy.typing import NDArray\n"
                              "from parc import par\n\n" +
                                  source);
    tree = std::make_unique<syntax::Tree>(syntax::parse(sources, file, diagnostics));
    if (diagnostics.has_errors()) return;
    auto no_imports = [](const std::string&, int) -> const syntax::Tree* { return nullptr; };
    module = check::check(*tree, "test", sources, no_imports, {}, diagnostics);
    if (diagnostics.has_errors()) return;
    run_passes(module, {.verify = true, .after = {}});
    facts = analyze(module, diagnostics);
  }

  // The facts of the par loop that starts first in the file; null when there is none.
  const LoopFacts* first_loop(const Function** function) const {
    const LoopFacts* first = nullptr;
    uint32_t place = UINT32_MAX;
    for (const auto& [id, loops] : facts) {
      for (const auto& [stmt, loop] : loops) {
        uint32_t begin = module[id][stmt].range.begin;
        if (begin >= place) continue;
        place = begin;
        first = &loop;
        *function = &module[id];
      }
    }
    return first;
  }

  // "PAR0504 `text at the place`", one after the other.
  std::string errors() const {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      if (diagnostic.severity != Severity::kError) continue;
      if (!text.empty()) text += "; ";
      text += concat(info(diagnostic.kind).code, " `", sources.text(diagnostic.range), "`");
    }
    return text;
  }

  SourceMap sources;
  Diagnostics diagnostics;
  std::unique_ptr<syntax::Tree> tree;
  Module module;
  ModuleFacts facts;
};

}  // namespace parc::ir
