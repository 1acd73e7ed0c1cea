// The verdict on the first par loop of a source text, for tests.
#pragma once

#include "ir/analysis/source_test_support.h"

namespace parc::ir {

constexpr char kVector[] = "def f(a: NDArray[np.float64], n: int, k: int):\n";
constexpr char kMatrix[] = "def f(m: NDArray[np.float64], n: int, k: int):\n";

// "parallel" with the checks that remain, or the first message with its notes up to a colon.
inline std::string judge(const std::string& source) {
  CheckedSource checked(source);
  const Function* function = nullptr;
  const LoopFacts* facts = checked.first_loop(&function);
  if (!facts || facts->verdict == Verdict::kRefused) {
    if (checked.diagnostics.all().empty()) return "refused without a message";
    const Diagnostic& first = checked.diagnostics.all().front();
    std::string text(info(first.kind).code);
    text += " " + first.message;
    for (const std::string& note : first.notes) text += " | " + note.substr(0, note.find(':'));
    return text;
  }
  std::string text = facts->verdict == Verdict::kParallel ? "parallel" : "runtime";
  for (const OverlapCheck& check : facts->overlaps) {
    const Function& f = *function;
    text += concat(", ", f[check.first_array].name,
                   check.same_is_fine ? " may be " : " apart from ", f[check.second_array].name);
  }
  for (const EntryCondition& condition : facts->conditions) text += ", " + condition.text;
  for (const IndexCheck& check : facts->index_checks) text += ", " + check.text;
  for (LocalId local : facts->self_overlaps) text += ", self " + (*function)[local].name;
  return text;
}

inline std::string vector(const std::string& body) { return judge(kVector + body); }
inline std::string matrix(const std::string& body) { return judge(kMatrix + body); }

}  // namespace parc::ir
