// What the passes and code generation may know about a par loop: the verdict of the independence
// test, and how each variable of the enclosing function is treated by the loop.
#pragma once

#include <map>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

#include "ir/analysis/entry_condition.h"
#include "ir/module.h"

namespace parc::ir {

// The class of a variable (language reference, sharing table).
enum class Sharing : uint8_t {
  kShared,     // read only
  kPrivate,    // assigned before every read, not read after the loop
  kLastValue,  // assigned before every read (or never read in the body); the serial last value is
               // kept
  kReduction,
};

enum class ReductionOp : uint8_t {
  kSum,      // += and -= in any mix: s = s + e, s = e + s, s = s - e
  kProduct,  // *= (and /= for floats)
  kBitAnd,
  kBitOr,
  kBitXor,
  kMin,
  kMax,  // by min()/max() or by comparison; see Extreme
  kAnd,
  kOr,       // logical, lazy
  kCombine,  // by a function of the user's; see Combination
};

// What an extreme does with NaN, on either side. Floats only; all updates of a variable agree.
enum class NanRule : uint8_t {
  kKeeps,       // a comparison with NaN keeps the old value: `if e > m: m = e`, max(m, e)
  kReplaces,    // it takes the new one: `if not m >= e: m = e`, max(e, m)
  kPropagates,  // NaN stays for ever: np.maximum
  kIgnored,     // NaN loses against any number: np.fmax
};

// How an extreme is written, which decides ties and NaN.
struct Extreme {
  CompareOp compare =
      CompareOp::kGt;  // new OP old replaces: kGt/kGe for maxima, kLt/kLe for minima
  NanRule nan = NanRule::kKeeps;
  // Variables that take plain values in the branch that replaces the extreme (argmax).
  std::vector<LocalId> companions;
};

// What is accumulated in.
enum class ReductionTarget : uint8_t {
  kVariable,
  kElements,  // of an array or a list, chosen by the iteration: h[b[i]] += 1
};

// A place where an element is brought up to date.
struct ElementUpdate {
  StmtId stmt;                 // the store, or the if around it
  StmtId store;                // Store or ListSet
  std::vector<StmtId> copies;  // assignments of the old value to locals that only `stmt` reads
};

struct Reduction {
  LocalId variable;  // or the array or list, by the name under which it comes into the loop
  ReductionOp op;
  Extreme extreme;  // kMin, kMax
  // kAnd, kOr: the updates are `x = x and e` (or an if that does the same): the first e that
  // decides is the value, and no e after it is evaluated. Else `x = e and x`: all are, and the last
  // one counts.
  bool lazy = false;
  LocalId identity;             // kCombine: holds the identity, for every block to start with
  FunctionId merge;             // kCombine: combines what two blocks came to
  std::vector<StmtId> updates;  // of a variable: the assignments (or the ifs of an extreme)
  // kSum … kBitXor: what the variable is after one or more updates. With two kinds (in the order of
  // Kind) it is the second from the first update on that gives it; both are computed alike, but for
  // a sum of Python ints that is cut off to the second, an integer of NumPy's.
  std::vector<Kind> total_kinds;
  // The start may be a Python int that does not fit the total's kind: the first update raises.
  bool start_may_exceed = false;
  ReductionTarget target = ReductionTarget::kVariable;
  std::vector<ElementUpdate> element_updates;  // kElements, in source order
  // kElements: the order of the updates of one element shows (in what a store rounds, wraps or
  // raises), so that parts of it cannot be accumulated apart.
  bool ordered = false;
};

struct VariableFact {
  LocalId local;
  Sharing sharing;
  // Private and last value: a read may see the value from before the loop, in every iteration alike
  // (an inner loop that never runs assigns it); the private copy starts with that value.
  bool copy_in = false;
};

// Two arrays that the loop needs to be apart in memory; checked at run time before the loop.
struct OverlapCheck {
  ExprId first, second;  // LocalRefs or views that are invariant in the loop (as seen before it)
  LocalId first_array, second_array;
  bool same_is_fine = false;  // identical views (same memory, shape, strides) need no check
};

enum class Verdict : uint8_t { kParallel, kRuntime, kRefused };

struct LoopFacts {
  StmtId loop;
  Verdict verdict = Verdict::kRefused;
  std::vector<std::string> reasons;     // for the report, in the user's names
  std::vector<VariableFact> variables;  // every local that the body names and that lives outside
                                        // the loop or is assigned in it
  std::vector<Reduction> reductions;
  std::vector<OverlapCheck> overlaps;
  // Arrays written by the loop that must not overlap themselves, lists that must not hold (also in
  // lists that they hold) a list of numbers twice.
  std::vector<LocalId> self_overlaps;
  std::vector<EntryCondition> conditions;  // all have to hold at loop entry
  std::vector<IndexCheck> index_checks;    // so do these
  // An iteration may raise where the serial loop would not have got to (early_errors.h): after an
  // error the loop is gone through again in order, from the block that raised.
  bool errors_may_be_early = false;
  bool has_break = false;   // leaves by break
  bool has_return = false;  // leaves by return
};

// The reductions that accumulate in variables, or those in elements.
inline auto reductions_of(const LoopFacts& facts, ReductionTarget target) {
  return std::views::filter(facts.reductions, [target](const Reduction& reduction) {
    return reduction.target == target;
  });
}

// One entry per par loop of a function, by its statement.
using FunctionFacts = std::map<StmtId, LoopFacts>;

}  // namespace parc::ir
