#include <cstdio>
#include <cstdlib>

#include "frontend/syntax/source_text.h"
#include "frontend/syntax/syntax.h"
#include "tests/fuzz/targets.h"

namespace parc::fuzz {

namespace {

void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

void require_range(const SourceRange& range, const SourceMap& sources) {
  require(range.begin <= range.end && range.end <= sources.file(range.file).text().size(),
          "a range lies in its file");
}

}  // namespace

void parse(std::string_view bytes) {
  SourceMap sources;
  Diagnostics diagnostics;
  const FileId file = syntax::add_source(sources, "fuzz.py", bytes, diagnostics);
  if (diagnostics.has_errors()) return;
  const syntax::Tree tree = syntax::parse(sources, file, diagnostics);
  require(tree.masked_text.size() == sources.file(file).text().size(),
          "masking keeps every offset");
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (!diagnostic.has_range) continue;
    require_range(diagnostic.range, sources);
    for (const Label& label : diagnostic.labels) require_range(label.range, sources);
    for (const FixIt& fixit : diagnostic.fixits) require_range(fixit.range, sources);
  }
}

}  // namespace parc::fuzz
