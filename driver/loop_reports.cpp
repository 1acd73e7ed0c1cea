#include "driver/loop_reports.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>

#include "driver/par_loops.h"
#include "ir/analysis/loop_description.h"

namespace parc::driver {
namespace {

using Place = std::pair<uint32_t, uint32_t>;  // file, offset of the header

struct Proven {
  std::string function;
  SourceRange header;
  ir::Verdict verdict = ir::Verdict::kParallel;
  std::vector<std::string> reasons;
  std::vector<ir::LoopDescription> descriptions;  // of each instantiation
};

Place place_of(SourceRange range) { return {range.file.value, range.begin}; }

void add_once(std::vector<std::string>& list, const std::string& text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
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
      proven.descriptions.push_back(ir::describe_loop(module.types, function, fact));
      if (fact.verdict > proven.verdict) proven.reasons.clear();
      proven.verdict = std::max(proven.verdict, fact.verdict);
      if (fact.verdict < proven.verdict) continue;
      for (const std::string& reason : fact.reasons) add_once(proven.reasons, reason);
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

bool is_left_to_run_time(const ParLoop& loop, const Diagnostics& diagnostics) {
  const std::vector<Diagnostic>& all = diagnostics.all();
  return std::any_of(all.begin(), all.end(), [&](const Diagnostic& diagnostic) {
    return diagnostic.kind == Diag::kCompiledAtCall && contains(loop.owner, diagnostic.range);
  });
}

// The reasons of a loop that did not get as far as the independence test.
void explain_unproven(const ParLoop& loop, const Diagnostics& diagnostics, LoopReport& report) {
  report.verdict = "refused";
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.severity == Severity::kError && diagnostic.has_range &&
        contains(loop.owner, diagnostic.range)) {
      add_once(report.reasons, diagnostic.message);
    }
  }
  if (!report.reasons.empty()) return;
  if (is_left_to_run_time(loop, diagnostics)) {
    report.verdict = "runtime";
    report.reasons.push_back("it is compiled at the first call, for the types of the arguments");
  } else if (diagnostics.has_errors()) {
    report.reasons.push_back("the file has errors");
  } else {
    report.verdict = "parallel";
    report.reasons.push_back("the loop is never reached");
  }
}

// Variables of inlined callees are none of the reader's.
void explain_proven(const Proven& proven, SourceRange owner, Explanation& explanation) {
  for (const ir::LoopDescription& description : proven.descriptions) {
    for (const ir::VariableRole& role : description.variables) {
      if (!contains(owner, role.range)) continue;
      VariableReport variable{role.name, std::string(ir::sharing_name(role.sharing)), role.detail};
      auto same = [&](const VariableReport& other) {
        return std::tie(other.name, other.role, other.detail) ==
               std::tie(variable.name, variable.role, variable.detail);
      };
      std::vector<VariableReport>& list = explanation.variables;
      if (std::none_of(list.begin(), list.end(), same)) list.push_back(std::move(variable));
    }
    for (const std::string& check : description.checks) add_once(explanation.checks_before, check);
  }
}

}  // namespace

std::vector<LoopReport> loop_reports(const syntax::Tree& tree, const ir::Module& module,
                                     const lower::ModuleFacts& facts,
                                     const Diagnostics& diagnostics, Coverage coverage) {
  std::map<Place, Proven> proven = merged(module, facts);
  std::vector<LoopReport> reports;
  for (const ParLoop& loop : find_par_loops(tree)) {
    LoopReport report{loop.function, loop.header, loop.whole, "", {}, loop.is_inner, {}};
    auto found = proven.find(place_of(loop.header));
    if (found == proven.end()) {
      explain_unproven(loop, diagnostics, report);
      if (coverage == Coverage::kModule && report.verdict != "refused") continue;
    } else {
      report.verdict = spelling(found->second.verdict);
      report.reasons = std::move(found->second.reasons);
      explain_proven(found->second, loop.owner, report.explanation);
      proven.erase(found);
    }
    reports.push_back(std::move(report));
  }
  // Loops of other source files that native code calls.
  for (auto& [place, loop] : proven) {
    LoopReport report{loop.function,           loop.header, loop.header, spelling(loop.verdict),
                      std::move(loop.reasons), false,       {}};
    SourceRange file{loop.header.file, 0, UINT32_MAX};
    explain_proven(loop, file, report.explanation);
    reports.push_back(std::move(report));
  }
  std::sort(reports.begin(), reports.end(), [](const LoopReport& a, const LoopReport& b) {
    return place_of(a.range) < place_of(b.range);
  });
  return reports;
}

}  // namespace parc::driver
