// What is known of each local name at one point of the program.
#pragma once

#include <optional>
#include <vector>

#include "frontend/check/flow_facts.h"
#include "ir/expr.h"
#include "support/source.h"

namespace parc::check {

enum class Bound : uint8_t { kNo, kMaybe, kYes };

// Parameter whose number of axes decides the type of a value, as long as that number is a guess.
inline constexpr int kNoOrigin = -1;
// Number of the par.reduction() that a value comes from, alone or combined with others.
inline constexpr int kNoReduction = -1;

struct Binding {
  Bound bound = Bound::kNo;
  DefId def;          // a definition that reaches this point; its web is the local to read
  ir::TypeId type;    // what the value is known to be here; the local may hold more
  SourceRange range;  // of the definition
  std::optional<ir::Const> known;  // the value, when it is a constant of type `type`
  int origin = kNoOrigin;
  int reduction = kNoReduction;
  // Values of types that do not fit meet here: an error when the name is read.
  bool conflict = false;
  ir::TypeId other_type;
  SourceRange other_range;
};

struct Environment {
  bool reachable = true;
  std::vector<Binding> names;  // by NameId
};

struct FlowContext {
  ir::TypeTable& types;
  FlowFacts& facts;
};

// The state where control comes from `left` or from `right`. Names that are not in `live` may be
// left without a meaning.
Environment join(FlowContext flow, const Environment& left, const Environment& right,
                 const NameSet& live);

// The state at the header of a loop: `entry` and what is known to come back from its end.
Environment loop_header(FlowContext flow, syntax::StmtId loop, const Environment& entry,
                        const NameSet& bound, const NameSet& live);

// Control goes back from `end` to the header of the loop.
void add_back_edge(FlowContext flow, syntax::StmtId loop, const Environment& header,
                   const Environment& end, const NameSet& bound, const NameSet& live);

}  // namespace parc::check
