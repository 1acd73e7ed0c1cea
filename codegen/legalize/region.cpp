#include "codegen/legalize/region.h"

#include <limits>

#include "codegen/legalize/c_key.h"
#include "codegen/legalize/element.h"
#include "codegen/legalize/expressions.h"
#include "ir/analysis/range_items.h"
#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::lower {
namespace {

constexpr int kLargest = 250;  // nodes: larger bounds are not worth their test

bool is_small(const Bound& bound) {
  return bound.lo->size <= kLargest && bound.hi->size <= kLargest;
}

Bound kept(const Bound& bound) { return bound.known() && is_small(bound) ? bound : Bound{}; }

// All values of a narrow integer kind.
Bound of_kind(ir::Kind kind) {
  switch (kind) {
    case ir::Kind::kBool:
    case ir::Kind::kNpBool:
      return between(0, 1);
    case ir::Kind::kI8:
      return between(-128, 127);
    case ir::Kind::kI16:
      return between(-32768, 32767);
    case ir::Kind::kI32:
      return between(INT32_MIN, INT32_MAX);
    case ir::Kind::kU8:
      return between(0, 255);
    case ir::Kind::kU16:
      return between(0, 65535);
    case ir::Kind::kU32:
      return between(0, UINT32_MAX);
    default:
      return {};
  }
}

struct Bounder {
  FunctionContext& ctx;
  ir::ExprId id;

  Bound operator()(const ir::Const& node) const {
    if (const auto* value = std::get_if<int64_t>(&node.value)) return between(*value, *value);
    if (const auto* value = std::get_if<bool>(&node.value)) return between(*value, *value);
    return {};
  }
  Bound operator()(const ir::LocalRef& node) const {
    if (auto found = ctx.region->bounds.find(node.local); found != ctx.region->bounds.end())
      return found->second;
    if (!invariant(ctx, node.local)) return {};
    return point(local(ctx, node.local));
  }
  Bound operator()(const ir::Unary& node) const {
    return node.op == ir::UnaryOp::kMinus  ? negate(bound_of(ctx, node.operand))
           : node.op == ir::UnaryOp::kPlus ? bound_of(ctx, node.operand)
                                           : Bound{};
  }
  Bound operator()(const ir::Binary& node) const {
    const auto divisor = ir::constant_int(ctx.function, node.right);
    switch (node.op) {
      case ir::BinaryOp::kAdd:
        return add(bound_of(ctx, node.left), bound_of(ctx, node.right));
      case ir::BinaryOp::kSub:
        return subtract(bound_of(ctx, node.left), bound_of(ctx, node.right));
      case ir::BinaryOp::kMul:
        return multiply(bound_of(ctx, node.left), bound_of(ctx, node.right));
      case ir::BinaryOp::kFloorDiv:
        return divisor && *divisor > 0 ? floor_divide(bound_of(ctx, node.left), *divisor) : Bound{};
      case ir::BinaryOp::kMod:
        return divisor && *divisor > 0 ? modulo(bound_of(ctx, node.left), *divisor) : Bound{};
      default:
        return {};
    }
  }
  Bound operator()(const ir::Select& node) const {
    return either(bound_of(ctx, node.then_value), bound_of(ctx, node.else_value));
  }
  Bound operator()(const ir::Coerce& node) const { return bound_of(ctx, node.operand); }
  Bound operator()(const ir::Narrow&) const { return {}; }
  Bound operator()(const ir::Convert& node) const { return bound_of(ctx, node.operand); }
  Bound operator()(const ir::ShapeOf& node) const {
    const CExpr size = invariant_size(ctx, node.array, node.axis);
    return size ? point(size) : Bound{};
  }
  Bound operator()(const ir::ListLength& node) const {
    const CExpr length = invariant_length(ctx, node.list);
    return length ? point(length) : Bound{};
  }
  Bound operator()(const ir::CallBuiltin& node) const {
    const bool is_min = node.builtin == ir::Builtin::kMin,
               is_max = node.builtin == ir::Builtin::kMax;
    if (!is_min && !is_max) return {};
    Bound bound = bound_of(ctx, node.args[0]);
    for (size_t k = 1; k < node.args.size(); ++k) {
      const Bound next = bound_of(ctx, node.args[k]);
      bound = is_min ? smaller(bound, next) : larger(bound, next);
    }
    return bound;
  }
  Bound operator()(const ir::RangeLength& node) const {
    const auto step = ir::constant_int(ctx.function, node.step);
    if (!step || *step == 0) return {};
    const Bound start = bound_of(ctx, node.start), stop = bound_of(ctx, node.stop);
    const __int128 stride = *step > 0 ? *step : -static_cast<__int128>(*step);
    const Bound span = *step > 0 ? subtract(stop, start) : subtract(start, stop);
    const Bound count =
        stride == 1 ? span : floor_divide(add(span, between(stride - 1, stride - 1)), stride);
    return larger(count, between(0, 0));
  }
  template <class T>
  Bound operator()(const T&) const {
    return {};
  }
};

}  // namespace

bool invariant(const FunctionContext& ctx, ir::LocalId local) {
  return ctx.region && !ctx.region->modified.contains(local);
}

Bound bound_of(FunctionContext& ctx, ir::ExprId expr) {
  if (!ctx.region || !ctx.types().is_scalar(ctx[expr].type)) return {};
  const ir::Kind kind = ctx.types().kind(ctx[expr].type);
  if (!ir::is_integer(kind) && !ir::is_bool(kind)) return {};
  // NumPy integers wrap: only their range is known.
  if (!ir::is_python(kind)) return of_kind(kind);
  const Bound bound = kept(std::visit(Bounder{ctx, expr}, ctx[expr].node));
  return bound.known() ? bound : of_kind(kind);
}

bool leave_to_region(FunctionContext& ctx, const CExpr& condition) {
  if (!condition) return true;
  if (const auto* constant = std::get_if<CBool>(&condition->node); constant && !constant->value)
    return false;
  if (!ctx.region || !ctx.region->fast) return false;
  if (ctx.region->keys.insert(structural_key(condition)).second)
    ctx.region->conditions.push_back(condition);
  return true;
}

bool fits_by_bounds(FunctionContext& ctx, const Bound& result) {
  if (!result.known()) return false;
  const CExpr low = at_most(integer(std::numeric_limits<int64_t>::min()), result.lo);
  const CExpr high = at_most(result.hi, integer(std::numeric_limits<int64_t>::max()));
  return leave_to_region(ctx, conjunction(low, high));
}

std::set<ir::LocalId> assigned_locals(const ir::Function& function, const ir::Block& block) {
  std::set<ir::LocalId> locals;
  ir::walk_stmts(function, block, [&](ir::StmtId id) {
    if (const auto* assign = ir::stmt_if<ir::Assign>(function, id)) locals.insert(assign->target);
    if (const auto* loop = ir::stmt_if<ir::Loop>(function, id)) locals.insert(loop->index);
  });
  return locals;
}

Bound index_bound(FunctionContext& ctx, ir::ExprId trip) {
  if (!ctx.region) return {};
  const Bound count = bound_of(ctx, trip);
  if (!count.known()) return {};
  return {integer(0), plus(count.hi, -1)};
}

bool is_range_target(const FunctionContext& ctx, const ir::Loop& loop, ir::ExprId value) {
  const auto* length = ir::expr_if<ir::RangeLength>(ctx.function, loop.trip);
  return length && ir::is_range_item(ctx.function, loop, *length, value);
}

Bound range_target_bound(FunctionContext& ctx, const ir::Loop& loop, ir::ExprId value) {
  if (!is_range_target(ctx, loop, value)) return {};
  const auto* length = ir::expr_if<ir::RangeLength>(ctx.function, loop.trip);
  const auto step = ir::constant_int(ctx.function, length->step);
  if (!step || *step == 0) return {};
  const Bound start = bound_of(ctx, length->start), stop = bound_of(ctx, length->stop);
  if (!start.known() || !stop.known()) return {};
  return *step > 0 ? Bound{start.lo, plus(stop.hi, -1)} : Bound{plus(stop.lo, 1), start.hi};
}

void note_assignment(FunctionContext& ctx, ir::LocalId target, ir::ExprId value) {
  if (!ctx.region) return;
  ctx.region->unit_views.erase(target);
  ctx.region->view_sizes.erase(target);
  if (ctx.types().get<ir::ArrayType>(ctx.function[target].type))
    ctx.region->view_sizes[target] = invariant_sizes(ctx, value);
  const Bound bound = bound_of(ctx, value);
  if (bound.known()) {
    ctx.region->bounds[target] = bound;
  } else {
    ctx.region->bounds.erase(target);
  }
}

void forget(FunctionContext& ctx, const std::set<ir::LocalId>& locals) {
  if (!ctx.region) return;
  for (const ir::LocalId local : locals) {
    ctx.region->bounds.erase(local);
    ctx.region->unit_views.erase(local);
    ctx.region->view_sizes.erase(local);
  }
}

namespace {

ir::CompareOp opposite(ir::CompareOp op) {
  switch (op) {
    case ir::CompareOp::kLt:
      return ir::CompareOp::kGe;
    case ir::CompareOp::kLe:
      return ir::CompareOp::kGt;
    case ir::CompareOp::kGt:
      return ir::CompareOp::kLe;
    case ir::CompareOp::kGe:
      return ir::CompareOp::kLt;
    case ir::CompareOp::kEq:
      return ir::CompareOp::kNe;
    case ir::CompareOp::kNe:
      return ir::CompareOp::kEq;
  }
  __builtin_unreachable();
}

ir::CompareOp mirrored(ir::CompareOp op) {
  switch (op) {
    case ir::CompareOp::kLt:
      return ir::CompareOp::kGt;
    case ir::CompareOp::kLe:
      return ir::CompareOp::kGe;
    case ir::CompareOp::kGt:
      return ir::CompareOp::kLt;
    case ir::CompareOp::kGe:
      return ir::CompareOp::kLe;
    case ir::CompareOp::kEq:
    case ir::CompareOp::kNe:
      return op;
  }
  __builtin_unreachable();
}

// `subject op other` holds.
void assume_compare(FunctionContext& ctx, ir::CompareOp op, ir::ExprId subject, ir::ExprId other) {
  const ir::LocalId target = ir::read_local(ctx.function, subject);
  if (!target) return;
  const Bound known = bound_of(ctx, subject), limit = bound_of(ctx, other);
  if (!known.known() || !limit.known()) return;
  Bound tighter = known;
  switch (op) {
    case ir::CompareOp::kLt:
      tighter.hi = smaller({known.hi, known.hi}, {plus(limit.hi, -1), plus(limit.hi, -1)}).lo;
      break;
    case ir::CompareOp::kLe:
      tighter.hi = smaller({known.hi, known.hi}, {limit.hi, limit.hi}).lo;
      break;
    case ir::CompareOp::kGt:
      tighter.lo = larger({known.lo, known.lo}, {plus(limit.lo, 1), plus(limit.lo, 1)}).lo;
      break;
    case ir::CompareOp::kGe:
      tighter.lo = larger({known.lo, known.lo}, {limit.lo, limit.lo}).lo;
      break;
    case ir::CompareOp::kEq:
      tighter = {larger({known.lo, known.lo}, {limit.lo, limit.lo}).lo,
                 smaller({known.hi, known.hi}, {limit.hi, limit.hi}).lo};
      break;
    case ir::CompareOp::kNe:
      return;
  }
  if (is_small(tighter)) ctx.region->bounds[target] = tighter;
}

}  // namespace

void assume(FunctionContext& ctx, ir::ExprId condition, bool holds) {
  if (!ctx.region) return;
  const ir::ExprNode& node = ctx[condition].node;
  if (const auto* negation = std::get_if<ir::Not>(&node))
    return assume(ctx, negation->operand, !holds);
  if (const auto* truth = std::get_if<ir::Truth>(&node)) return assume(ctx, truth->operand, holds);
  if (const auto* logic = std::get_if<ir::Logic>(&node)) {
    if (logic->is_and != holds) return;
    assume(ctx, logic->left, holds);
    return assume(ctx, logic->right, holds);
  }
  if (const auto* compare = std::get_if<ir::Compare>(&node)) {
    const ir::CompareOp op = holds ? compare->op : opposite(compare->op);
    assume_compare(ctx, op, compare->left, compare->right);
    assume_compare(ctx, mirrored(op), compare->right, compare->left);
  }
}

}  // namespace parc::lower
