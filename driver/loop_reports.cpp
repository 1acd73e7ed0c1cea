#include "driver/loop_reports.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "driver/par_loops.h"

namespace parc::driver {
namespace {

using Place = std::pair<uint32_t, uint32_t>;  // file, offset of the header

struct Proven {
  std::string function;
  SourceRange header;
  ir::Verdict verdict = ir::Verdict::kParallel;
  std::vector<std::string> reasons;
};

Place place_of(SourceRange range) { return {range.file.value, range.begin}; }

void add_reason(std::vector<std::string>& reasons, const std::string& reason) {
  if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) reasons.push_back(reason);
}

// The facts of all instantiations, merged by the place of the loop.
std::map<Place, Proven> merged(const ir::Module& module, const lower::ModuleFacts& facts) {
  std::map<Place, Proven> result;
  for (const auto& [function_id, loops] : facts) {
    const ir::Function& function = module[function_id];
    for (const auto& [stmt, fact] : loops) {
      const auto* loop = std::get_if<ir::Loop>(&function[stmt].node);
      if (!loop) continue;
      Proven& proven = result[place_of(loop->header)];
      proven.function = function.frames[function[stmt].frame].function;
      proven.header = loop->header;
      if (fact.verdict > proven.verdict) proven.reasons.clear();
      proven.verdict = std::max(proven.verdict, fact.verdict);
      if (fact.verdict < proven.verdict) continue;
      for (const std::string& reason : fact.reasons) add_reason(proven.reasons, reason);
    }
  }
  return result;
}

std::string spelling(ir::Verdict verdict) {
  switch (verdict) {
    case ir::Verdict::kParallel:
      return "parallel";
    case ir::Verdict::kRuntime:
      return "runtime";
    case ir::Verdict::kRefused:
      return "refused";
  }
  return "";
}

bool contains(SourceRange outer, SourceRange inner) {
  return outer.file == inner.file && outer.begin <= inner.begin && inner.end <= outer.end;
}

LoopReport unproven(const ParLoop& loop, const Diagnostics& diagnostics) {
  LoopReport report{loop.function, loop.header, "refused", {}};
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.severity == Severity::kError && diagnostic.has_range &&
        contains(loop.owner, diagnostic.range)) {
      add_reason(report.reasons, diagnostic.message);
    }
  }
  if (!report.reasons.empty()) return report;
  if (diagnostics.has_errors()) {
    report.reasons.push_back("the file has errors");
  } else {
    report.verdict = "parallel";
    report.reasons.push_back("the loop is never reached");
  }
  return report;
}

}  // namespace

std::vector<LoopReport> loop_reports(const syntax::Tree& tree, const ir::Module& module,
                                     const lower::ModuleFacts& facts,
                                     const Diagnostics& diagnostics) {
  std::map<Place, Proven> proven = merged(module, facts);
  std::vector<LoopReport> reports;
  for (const ParLoop& loop : find_par_loops(tree)) {
    if (!proven.contains(place_of(loop.header))) reports.push_back(unproven(loop, diagnostics));
  }
  for (auto& [place, loop] : proven) {
    reports.push_back(
        {loop.function, loop.header, spelling(loop.verdict), std::move(loop.reasons)});
  }
  std::sort(reports.begin(), reports.end(), [](const LoopReport& a, const LoopReport& b) {
    return place_of(a.range) < place_of(b.range);
  });
  return reports;
}

}  // namespace parc::driver
