// Expressions of the IR: trees in an arena of their function, evaluated left to right, each with
// its type and source range. They mean what Python means: an addition of ints is checked, a load
// tests its bounds, `and` is lazy. What C++ cannot say directly is spelled out by codegen/legalize.
#pragma once

#include <complex>
#include <string>
#include <variant>
#include <vector>

#include "ir/builtins.h"
#include "ir/types.h"
#include "support/ids.h"
#include "support/source.h"

namespace parc::ir {

using ExprId = Id<struct ExprTag>;
using LocalId = Id<struct LocalTag>;
using FunctionId = Id<struct FunctionTag>;
// Index of an inlined call in Function::frames; frame 0 is the function itself.
using FrameId = uint32_t;

enum class BinaryOp : uint8_t {
  kAdd,
  kSub,
  kMul,
  kDiv,
  kFloorDiv,
  kMod,
  kPow,
  kShl,
  kShr,
  kAnd,
  kOr,
  kXor
};
enum class UnaryOp : uint8_t { kPlus, kMinus, kInvert };
enum class CompareOp : uint8_t { kLt, kLe, kGt, kGe, kEq, kNe };
const char* spelling(BinaryOp op);  // "+", "//", …
const char* spelling(UnaryOp op);
const char* spelling(CompareOp op);

// A literal or folded constant; the alternative used is given by the scalar type.
struct Const {
  std::variant<bool, int64_t, uint64_t, double, std::complex<double>> value;
};
struct NoneValue {};
struct LocalRef {
  LocalId local;
};
// Operands are scalars or mixed (then the operation is chosen by the tags).
struct Unary {
  UnaryOp op;
  ExprId operand;
};
struct Binary {
  BinaryOp op;
  ExprId left, right;
};
struct Compare {
  CompareOp op;
  ExprId left, right;
};  // a bool of Python's or NumPy's; tuples for == and !=
// Truth of a scalar (`if x`): kBool.
struct Truth {
  ExprId operand;
};
struct Not {
  ExprId operand;
};  // operand is kBool
struct Logic {
  bool is_and;
  ExprId left, right;
};  // lazy; operands and result kBool
struct Select {
  ExprId condition, then_value, else_value;
};  // lazy; both of the result's type
// Value-preserving change of representation to the expression's type: a scalar into a mixed type
// that holds its kind, a mixed type into a wider one, element by element in tuples; never fails. A
// Python int that enters a floating carrier was shown exact by the checker.
struct Coerce {
  ExprId operand;
};
// A narrowing by the checker: the operand is mixed, its tag is known here to be the expression's
// kind.
struct Narrow {
  ExprId operand;
};
// An explicit conversion as Python's or NumPy's constructor does it: int(x), float(x), bool(x),
// complex(x), np.int32(x) …; may raise (int(nan), an int out of range).
struct Convert {
  ExprId operand;
};
// One element of an array: as many indices as axes, each an integer scalar; negative ones count
// from the end; bounds are checked unless `in_bounds`.
struct Load {
  ExprId array;
  std::vector<ExprId> indices;
  bool in_bounds = false;
};
// Basic indexing that gives an array: an item an axis from the first on; missing ones are whole
// axes.
struct SliceItem {
  ExprId lower, upper, step;
};  // each may be none
using IndexItem = std::variant<ExprId, SliceItem>;  // integer (removes the axis) or slice
struct View {
  ExprId array;
  std::vector<IndexItem> items;
};
struct Transpose {
  ExprId array;
  std::vector<uint8_t> axes;
};  // .T and transpose(…)
struct ShapeOf {
  ExprId array;
  uint8_t axis;
};  // an int ≥ 0
struct ArraySize {
  ExprId array;
};  // product of the shape
struct ListLength {
  ExprId list;
};
struct ListGet {
  ExprId list, index;
  bool in_bounds = false;
};
struct MakeTuple {
  std::vector<ExprId> elements;
};
struct TupleGet {
  ExprId tuple;
  uint32_t index;
};
struct TupleIndex {
  ExprId tuple, index;
};  // all elements of one type; index at run time
// Of a call `combine(x, e)` where x was made by par.reduction(identity, combine): what a par loop
// needs to combine in parts. The variable holds no array and no list.
struct Combination {
  ExprId identity;   // a LocalRef; not evaluated by the call
  FunctionId merge;  // `combine` for two values of the variable
};
struct Call {
  FunctionId callee;
  std::vector<ExprId> args;
  std::optional<Combination> combination = std::nullopt;
};
// A built-in or library function on scalars (builtins.def), e.g. math.sqrt, abs, max of n operands.
struct CallBuiltin {
  Builtin builtin;
  std::vector<ExprId> args;
};
enum class Fill : uint8_t { kZeros, kEmpty, kOnes, kFull };
// A new C-contiguous array of the expression's type; `value` (already of the element kind) only for
// kFull.
struct NewArray {
  Fill fill;
  std::vector<ExprId> shape;
  ExprId value;
};
struct CopyArray {
  ExprId array;
};
// The right side of `target op= array`: `array` broadcast to the shape of `target`, as a view, or a
// copy where the two share memory other than element by element. Raises ValueError when the shapes
// do not fit.
struct BroadcastFor {
  ExprId array, target;
};
// Number of items of range(start, stop, step): an int ≥ 0; raises ValueError for step 0.
struct RangeLength {
  ExprId start, stop, step;
};

using ExprNode = std::variant<Const, NoneValue, LocalRef, Unary, Binary, Compare, Truth, Not, Logic,
                              Select, Coerce, Narrow, Convert, Load, View, Transpose, ShapeOf,
                              ArraySize, ListLength, ListGet, MakeTuple, TupleGet, TupleIndex, Call,
                              CallBuiltin, NewArray, CopyArray, BroadcastFor, RangeLength>;

struct Expr {
  ExprNode node;
  TypeId type;
  SourceRange range;
  FrameId frame = 0;
};

}  // namespace parc::ir
