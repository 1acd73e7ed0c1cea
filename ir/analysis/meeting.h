// Whether two accesses of a loop body can meet at one element in two different iterations.
#pragma once

#include <utility>
#include <vector>

#include "ir/analysis/accesses.h"
#include "ir/analysis/isl_solver.h"

namespace parc::ir {

enum class Meeting : uint8_t {
  kNever,     // proven
  kHappens,   // for the iterations of the witness
  kNotKnown,  // `obstacle` stands in the way
};

enum class ObstacleKind : uint8_t {
  kNone,
  kElement,  // a subscript read from an array
  kOpaque,   // an expression without a description
  kCall,     // what a call touches is not known element by element
  kView,     // a view that is not always the same one
  kQuota,    // the proof was given up
};

struct Obstacle {
  ObstacleKind kind = ObstacleKind::kNone;
  SourceRange range;
  std::string name;  // of the variable, when it is one
};

struct Witness {
  int64_t first = 0, second = 0;  // values of the loop variable (or numbers of the iterations)
  bool in_order = true;           // the iteration of the first access comes first
  std::vector<int64_t> element;
  // Parameters and the like that occur in the subscripts, by name.
  std::vector<std::pair<std::string, int64_t>> symbols;
  // A condition that both accesses are under and that depends on data.
  SourceRange condition;
};

struct MeetingResult {
  Meeting meeting = Meeting::kNever;
  Witness witness;
  Obstacle obstacle;
};

class MeetingTest {
 public:
  explicit MeetingTest(const LoopAccesses& accesses) : accesses_(accesses), solver_(kMostCases) {}

  // Both on the same memory with the same subscripts: one root, or two roots that are identical
  // views.
  MeetingResult test(const Access& a, const Access& b);
  // The same without a witness.
  bool can_meet(const Access& a, const Access& b);

 private:
  // For one loop: a few seconds.
  static constexpr int kMostCases = 100'000;

  const LoopAccesses& accesses_;
  IslSolver solver_;
};

}  // namespace parc::ir
