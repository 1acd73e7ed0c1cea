#include "ir/analysis/total_kinds.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "ir/builder.h"
#include "ir/numeric.h"
#include "ir/structure.h"
#include "ir/walk.h"
#include "support/internal_error.h"

namespace parc::ir {
namespace {

std::vector<Kind> kinds_of(const TypeTable& types, TypeId type) {
  if (const MixedType* mixed = types.get<MixedType>(type)) return mixed->kinds;
  return {types.kind(type)};
}

bool is_bitwise(ReductionOp op) {
  return op == ReductionOp::kBitAnd || op == ReductionOp::kBitOr || op == ReductionOp::kBitXor;
}

bool is_numpy_integer(Kind kind) { return is_integer(kind) && !is_python(kind); }

// Whether totals of the two kinds have the same bits and the same rules (division by zero left
// out); or a sum is exact in both but for what is cut off at the end.
bool computed_alike(ReductionOp op, Kind a, Kind b) {
  using Pair = std::pair<Kind, Kind>;
  Pair pair{a, b};
  if (is_bitwise(op)) {
    return pair == Pair{Kind::kBool, Kind::kInt} || pair == Pair{Kind::kBool, Kind::kNpBool} ||
           pair == Pair{Kind::kInt, Kind::kI64};
  }
  if (op == ReductionOp::kSum && a == Kind::kInt) return is_numpy_integer(b);
  return pair == Pair{Kind::kFloat, Kind::kF64} || pair == Pair{Kind::kComplex, Kind::kC128};
}

bool in_range(int64_t value, Kind kind) {
  int bits = byte_size(kind) * 8;
  if (bits == 64) return is_unsigned(kind) ? value >= 0 : true;
  int64_t low = is_unsigned(kind) ? 0 : -(int64_t{1} << (bits - 1));
  int64_t high = (int64_t{1} << (is_unsigned(kind) ? bits : bits - 1)) - 1;
  return low <= value && value <= high;
}

bool has_kind(const Module& module, TypeId type, Kind kind) {
  std::vector<Kind> kinds = kinds_of(module.types, type);
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// Whether dividing a Python number by the operand may raise, where NumPy's would not.
bool may_divide_by_zero(const Module& module, const Function& function, ExprId operand) {
  operand = strip_coerce(function, operand);
  std::vector<Kind> kinds = kinds_of(module.types, function[operand].type);
  if (std::none_of(kinds.begin(), kinds.end(), is_python)) return false;
  if (const Select* select = expr_if<Select>(function, operand)) {
    return may_divide_by_zero(module, function, select->then_value) ||
           may_divide_by_zero(module, function, select->else_value);
  }
  const Const* constant = expr_if<Const>(function, operand);
  if (!constant) return true;
  const double* number = std::get_if<double>(&constant->value);
  const int64_t* integer = std::get_if<int64_t>(&constant->value);
  return !(number && *number != 0.0) && !(integer && *integer != 0);
}

// Whether the operand, where it is a Python int, surely fits `kind`.
bool ints_fit(const Module& module, const Function& function, ExprId operand, Kind kind) {
  operand = strip_coerce(function, operand);
  if (!has_kind(module, function[operand].type, Kind::kInt) || kind == Kind::kI64) return true;
  if (const Select* select = expr_if<Select>(function, operand)) {
    return ints_fit(module, function, select->then_value, kind) &&
           ints_fit(module, function, select->else_value, kind);
  }
  std::optional<int64_t> constant = constant_int(function, operand);
  return constant && in_range(*constant, kind);
}

// Whether the variable may be a Python int beyond `kind` before any of the updates.
bool start_may_exceed(const Module& module, const Function& function, const Reduction& reduction,
                      Kind kind) {
  bool may_be_int = has_kind(module, function[reduction.variable].type, Kind::kInt);
  if (!may_be_int || !is_numpy_integer(kind) || byte_size(kind) == 8) return false;
  std::set<StmtId> updates(reduction.updates.begin(), reduction.updates.end());
  bool found = false;
  walk_stmts(function, function.body, [&](StmtId id) {
    const Assign* assign = stmt_if<Assign>(function, id);
    if (!assign || assign->target != reduction.variable || updates.count(id)) return;
    ExprId value = strip_coerce(function, assign->value);
    if (!has_kind(module, function[value].type, Kind::kInt)) return;
    std::optional<int64_t> constant = constant_int(function, value);
    found = found || !constant || !in_range(*constant, kind);
  });
  return found;
}

// What the operation makes of an accumulator that is of one of the kinds.
std::vector<Kind> results(const Module& module, const Function& function, const ChainStep& step,
                          const std::vector<Kind>& before) {
  std::set<Kind> kinds;
  for (Kind left : before) {
    for (Kind operand : kinds_of(module.types, function[step.operand].type)) {
      if (auto kind = binary_kind(step.op, left, operand)) kinds.insert(*kind);
    }
  }
  return {kinds.begin(), kinds.end()};
}

}  // namespace

std::vector<ChainStep> chain_steps(const Function& function, ExprId value, LocalId variable) {
  std::vector<ChainStep> steps;
  for (value = strip_coerce(function, value); read_local(function, value) != variable;) {
    const Binary* binary = expr_if<Binary>(function, value);
    if (!binary) internal_error("an update is no chain of operations", function[value].range);
    bool on_left = count_reads(function, binary->left, variable) > 0;
    steps.push_back({binary->op, on_left ? binary->right : binary->left, value});
    value = strip_coerce(function, on_left ? binary->left : binary->right);
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

bool find_total_kinds(const Module& module, const Function& function, Reduction& reduction) {
  std::set<Kind> totals;
  std::vector<ExprId> operands;
  bool may_raise = false;
  for (StmtId update : reduction.updates) {
    const Assign* assign = stmt_if<Assign>(function, update);
    if (!assign) internal_error("an update is no assignment", function[update].range);
    std::vector<Kind> before = kinds_of(module.types, function[reduction.variable].type);
    for (const ChainStep& step : chain_steps(function, assign->value, reduction.variable)) {
      before = results(module, function, step, before);
      totals.insert(before.begin(), before.end());
      operands.push_back(step.operand);
      bool zero = step.op == BinaryOp::kDiv && may_divide_by_zero(module, function, step.operand);
      may_raise = may_raise || zero;
    }
  }
  reduction.total_kinds.assign(totals.begin(), totals.end());
  if (totals.size() == 1) {
    reduction.start_may_exceed =
        start_may_exceed(module, function, reduction, reduction.total_kinds.front());
    return true;
  }
  if (totals.size() != 2 || may_raise) return false;
  Kind second = *totals.rbegin();
  if (!computed_alike(reduction.op, *totals.begin(), second)) return false;
  return !is_numpy_integer(second) || std::all_of(operands.begin(), operands.end(), [&](ExprId id) {
    return ints_fit(module, function, id, second);
  });
}

}  // namespace parc::ir
