#include "frontend/check/check.h"

#include <string>

#include "frontend/syntax/source_text.h"
#include "frontend/syntax/syntax.h"
#include "ir/ir.h"
#include "tests/fuzz/targets.h"

namespace parc::fuzz {

void check(std::string_view bytes) {
  SourceMap sources;
  Diagnostics diagnostics;
  const FileId file = syntax::add_source(sources, "fuzz.py", bytes, diagnostics);
  if (diagnostics.has_errors()) return;
  const syntax::Tree tree = syntax::parse(sources, file, diagnostics);
  const auto no_imports = [](const std::string&, int) -> const syntax::Tree* { return nullptr; };
  const ir::Module module = parc::check::check(tree, "fuzz", sources, no_imports, {}, diagnostics);
  if (!diagnostics.has_errors()) ir::verify(module);
}

}  // namespace parc::fuzz
