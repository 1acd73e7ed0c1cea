// Statements of the IR. Control flow is structured; loops stay loops.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ir/expr.h"

namespace parc::ir {

using StmtId = Id<struct StmtTag>;
using Block = std::vector<StmtId>;
using LabelId = Id<struct LabelTag>;

enum class Schedule : uint8_t { kStatic, kDynamic, kGuided };

// The options of one par loop, as the user wrote them.
struct ParOptions {
  Schedule schedule = Schedule::kStatic;
  int64_t chunk = 0;         // 0: not given
  int64_t threads = 0;       // 0: not given
  bool trust = false;        // check="trust"
  bool fast_reduce = false;  // reduce="fast"
  bool progress = false;     // progress=True
};

struct Assign {
  LocalId target;
  ExprId value;
};  // same type on both sides
struct Store {
  ExprId array;
  std::vector<ExprId> indices;
  ExprId value;
  bool in_bounds = false;
};  // converts as NumPy stores
// array[...] = value for a whole view: a scalar fills, an array of the same rank (or broadcast) is
// copied.
struct StoreView {
  ExprId view;
  ExprId value;
};
struct ListSet {
  ExprId list, index, value;
};
struct Evaluate {
  ExprId value;
};  // for its effects
struct If {
  ExprId condition;
  Block then_body, else_body;
};  // condition is kBool
struct While {
  ExprId condition;
  Block body, orelse;
};
// Counted loop: `index` runs 0, 1, …, trip - 1 (trip is evaluated once); the body starts with the
// assignments of the targets. `orelse` runs when the loop was not left by break.
struct Loop {
  LocalId index;
  ExprId trip;
  Block body, orelse;
  std::optional<ParOptions> par;
  SourceRange header;  // `for … :` for messages
};
struct Break {};
struct Continue {};
struct Return {
  ExprId value;
};  // always a value (NoneValue when the function gives None)
// One argument of an exception: either text made of parts, or a plain value.
struct MessagePart {
  std::string text;
  ExprId value;
  char conversion = 0;
  std::string spec;
};
struct RaiseArgument {
  std::vector<MessagePart> parts;
  ExprId value;
};  // value: given as it is
struct Raise {
  std::string exception;
  std::vector<RaiseArgument> args;
};
// UnboundLocalError for `name` unless the flag is set.
struct CheckBound {
  LocalId flag;
  std::string name;
};
// Runs the body; `Leave` of the same label inside ends it (made by inlining).
struct Labeled {
  LabelId label;
  Block body;
};
struct Leave {
  LabelId label;
};

using StmtNode = std::variant<Assign, Store, StoreView, ListSet, Evaluate, If, While, Loop, Break,
                              Continue, Return, Raise, CheckBound, Labeled, Leave>;

struct Stmt {
  StmtNode node;
  SourceRange range;
  FrameId frame = 0;
};

}  // namespace parc::ir
