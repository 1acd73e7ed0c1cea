#include "report/combine.h"

namespace parc::report {
namespace {

bool is_of_the_text(const SourceRange& range) { return range.file.value == 0; }

}  // namespace

driver::Report combine(const std::vector<const driver::Report*>& reports) {
  driver::Report all = *reports.front();
  for (size_t at = 1; at < reports.size(); ++at) {
    for (const driver::LoopReport& loop : reports[at]->loops) {
      if (is_of_the_text(loop.range)) all.loops.push_back(loop);
    }
    for (const Diagnostic& diagnostic : reports[at]->diagnostics.all()) {
      if (diagnostic.has_range && is_of_the_text(diagnostic.range)) all.diagnostics.add(diagnostic);
    }
  }
  all.diagnostics.sort_and_unique();
  return all;
}

}  // namespace parc::report
