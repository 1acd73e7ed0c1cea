#include "driver/loop_code.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "support/text_writer.h"

namespace parc::driver {
namespace {

constexpr size_t kLongestQuote = 60;

std::string quote(const SourceMap& sources, SourceRange range) {
  std::string text(sources.text(range));
  size_t end = text.find('\n');
  if (end == std::string::npos && text.size() <= kLongestQuote) return concat("`", text, "`");
  return concat("`", text.substr(0, std::min(end, kLongestQuote)), " …`");
}

std::string describe(const SourceMap& sources, const lower::RemainingCheck& check) {
  std::string text = quote(sources, check.range);
  switch (check.kind) {
    case lower::CheckKind::kBounds:
      return concat(text, " may be out of bounds");
    case lower::CheckKind::kOverflow:
      return concat(text, " may overflow");
    case lower::CheckKind::kOperation:
      return concat(text, " may raise");
    case lower::CheckKind::kStore:
      return concat("the value may not fit ", text);
  }
  return text;
}

void add_once(std::vector<std::string>& list, std::string text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

void add_once(std::vector<CheckReport>& list, CheckReport check) {
  bool known = std::any_of(list.begin(), list.end(), [&](const CheckReport& other) {
    return other.range == check.range && other.what == check.what;
  });
  if (!known) list.push_back(std::move(check));
}

LoopReport* find_loop(Report& report, SourceRange header) {
  auto found = std::find_if(report.loops.begin(), report.loops.end(),
                            [&](const LoopReport& loop) { return loop.range == header; });
  return found == report.loops.end() ? nullptr : &*found;
}

// "8 at a time" from "vectorized loop (vectorization width: 8, interleaved count: 2)".
std::optional<std::string> vector_detail(std::string_view remark) {
  constexpr std::string_view kStart = "vectorized loop (vectorization width: ";
  if (!remark.starts_with(kStart)) return std::nullopt;
  remark.remove_prefix(kStart.size());
  return concat(remark.substr(0, remark.find(',')), " iterations at a time");
}

// The reason in "loop not vectorized: control flow cannot be substituted for a select".
std::string reason_of(std::string_view remark) {
  size_t colon = remark.find(": ");
  return std::string(colon == std::string_view::npos ? remark : remark.substr(colon + 2));
}

// What the remarks on one loop of the text say together; nothing when they say nothing.
std::optional<MachineLoop> judge(SourceRange header, uint32_t line,
                                 const std::vector<native::LoopRemark>& remarks) {
  std::optional<MachineLoop> result;
  for (const native::LoopRemark& remark : remarks) {
    if (remark.line != line) continue;
    if (std::optional<std::string> detail = vector_detail(remark.text)) {
      return MachineLoop{header, true, *detail};
    }
    bool unrolled = remark.text.starts_with("completely unrolled");
    bool missed = remark.kind != native::RemarkKind::kDone;
    if (!unrolled && !missed) continue;
    if (!result) result = MachineLoop{header, false, ""};
    if (unrolled) {
      result->detail = "unrolled completely";
    } else if (remark.kind == native::RemarkKind::kReason && result->detail.empty()) {
      result->detail = concat("clang: ", reason_of(remark.text));
    }
  }
  return result;
}

// One line of the text may run a loop in several versions, and a loop may stand in several lines:
// the best counts.
void add(std::vector<MachineLoop>& list, MachineLoop loop) {
  auto known = std::find_if(list.begin(), list.end(),
                            [&](const MachineLoop& other) { return other.header == loop.header; });
  if (known == list.end()) {
    list.push_back(std::move(loop));
  } else if (loop.is_vectorised && !known->is_vectorised) {
    *known = std::move(loop);
  }
}

}  // namespace

void explain_checks(Report& report, const lower::Program& program) {
  for (const lower::LoopCode& code : program.loops) {
    LoopReport* loop = find_loop(report, code.header);
    if (!loop) continue;
    Explanation& explanation = loop->explanation;
    if (code.is_tested_before) {
      add_once(explanation.hoisted,
               "subscripts are in bounds and their arithmetic does not overflow");
    }
    std::string arrays;
    for (const std::string& array : code.contiguous) {
      arrays +=
          concat(arrays.empty() ? "" : ", ", array.empty() ? "an array" : concat("`", array, "`"));
    }
    if (!arrays.empty()) {
      add_once(explanation.hoisted, concat("contiguous along the last axis: ", arrays));
    }
    for (const lower::RemainingCheck& check : code.checks) {
      add_once(explanation.checks_inside, {describe(report.sources, check), check.range});
    }
  }
}

void explain_machine_loops(Report& report, const std::vector<cpp::PrintedLoop>& loops,
                           const std::vector<native::LoopRemark>& remarks) {
  for (const cpp::PrintedLoop& printed : loops) {
    LoopReport* loop = find_loop(report, printed.origin.par);
    if (!loop || printed.origin.is_fallback) continue;
    std::optional<MachineLoop> found = judge(printed.origin.header, printed.line, remarks);
    if (found) add(loop->explanation.machine_loops, std::move(*found));
  }
}

}  // namespace parc::driver
