#include "frontend/check/int_parts.h"

#include <algorithm>

#include "frontend/check/type_join.h"
#include "ir/builder.h"
#include "ir/numeric.h"
#include "ir/walk.h"

namespace parc::check {
namespace {

using ir::BinaryOp;
using ir::Kind;

constexpr int kRounds = 8;  // what still grows then may be any int
constexpr IntPart kAny{INT64_MIN, INT64_MAX};

bool is_int(Kind kind) { return kind == Kind::kInt || kind == Kind::kBool; }

bool may_be_int(const ir::TypeTable& types, ir::TypeId type) {
  std::vector<Kind> kinds = kinds_of(types, type);
  return std::any_of(kinds.begin(), kinds.end(), is_int);
}

IntPart join(const IntPart& a, const IntPart& b) {
  if (a.none()) return b;
  if (b.none()) return a;
  return {std::min(a.lo, b.lo), std::max(a.hi, b.hi)};
}

// An int beyond 64 bits is an error.
IntPart clipped(__int128 lo, __int128 hi) { return {std::max(lo, kAny.lo), std::min(hi, kAny.hi)}; }

__int128 size_of(const IntPart& part) { return std::max(part.hi, -part.lo); }

IntPart up_to(__int128 size) { return clipped(-size, size); }

IntPart product(const IntPart& a, const IntPart& b) {
  const __int128 ends[] = {a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi};
  return clipped(*std::min_element(ends, ends + 4), *std::max_element(ends, ends + 4));
}

IntPart remainder(const IntPart& a, const IntPart& b) {
  if (a.lo == 0 && a.hi == 0) return a;
  const __int128 most = size_of(b) - 1;
  if (a.lo >= 0 && b.lo >= 0) return {0, std::min(a.hi, most)};
  return {b.lo < 0 ? -most : 0, b.hi > 0 ? most : 0};
}

IntPart power(const IntPart& base, const IntPart& exponent) {
  if (exponent.hi < 0) return {};
  if (exponent.hi == 0) return {1, 1};
  const __int128 size = size_of(base);
  if (size <= 1) return {base.lo < 0 ? -1 : 0, 1};
  __int128 most = 1;
  for (__int128 k = 0; k < exponent.hi; ++k) {
    most *= size;
    if (most > kAny.hi) return kAny;
  }
  return up_to(most);
}

IntPart apply(BinaryOp op, const IntPart& a, const IntPart& b) {
  if (a.none() || b.none()) return {};
  const bool is_zero = b.lo == 0 && b.hi == 0;
  switch (op) {
    case BinaryOp::kAdd:
      return clipped(a.lo + b.lo, a.hi + b.hi);
    case BinaryOp::kSub:
      return clipped(a.lo - b.hi, a.hi - b.lo);
    case BinaryOp::kMul:
      return product(a, b);
    case BinaryOp::kDiv:
      return {};
    case BinaryOp::kFloorDiv:
      if (is_zero) return {};
      return a.lo >= 0 && b.lo >= 0 ? IntPart{0, a.hi} : up_to(size_of(a));
    case BinaryOp::kMod:
      return is_zero ? IntPart{} : remainder(a, b);
    case BinaryOp::kPow:
      return power(a, b);
    default:
      return kAny;
  }
}

}  // namespace

IntParts::IntParts(const ir::TypeTable& types, const ir::Function& function)
    : types_(types), function_(function), locals_(function.locals.size()) {
  for (uint32_t at = 0; at < function.locals.size(); ++at) {
    const auto* tuple = types.get<ir::TupleType>(function[ir::LocalId{at}].type);
    if (tuple) locals_[at].elements.resize(tuple->elements.size());
  }
  for (const ir::Parameter& parameter : function.parameters) {
    LocalParts& parts = locals_[parameter.local.value];
    const ir::TypeId type = function[parameter.local].type;
    parts.whole = of_type(type);
    for (size_t at = 0; at < parts.elements.size(); ++at) {
      parts.elements[at] = of_type(types.get<ir::TupleType>(type)->elements[at]);
    }
  }
  bool changed = true;
  for (int round = 0; changed; ++round) {
    changed = false;
    const auto add = [&](IntPart& held, const IntPart& part) {
      const IntPart joined = join(held, part);
      if (joined == held) return;
      held = round < kRounds ? joined : kAny;
      changed = true;
    };
    ir::walk_stmts(function, function.body, [&](ir::StmtId id) {
      if (const auto* assign = ir::stmt_if<ir::Assign>(function, id)) {
        LocalParts& parts = locals_[assign->target.value];
        add(parts.whole, of(assign->value));
        for (uint32_t at = 0; at < parts.elements.size(); ++at) {
          add(parts.elements[at], of_element(assign->value, at));
        }
      } else if (const auto* loop = ir::stmt_if<ir::Loop>(function, id)) {
        add(locals_[loop->index.value].whole, kAny);
      }
    });
  }
}

IntPart IntParts::of_type(ir::TypeId type) const {
  std::vector<Kind> kinds = kinds_of(types_, type);
  if (std::find(kinds.begin(), kinds.end(), Kind::kInt) != kinds.end()) return kAny;
  return may_be_int(types_, type) ? IntPart{0, 1} : IntPart{};
}

IntPart IntParts::of(ir::ExprId id) const {
  const ir::Expr& expr = function_[id];
  if (!may_be_int(types_, expr.type)) return {};
  if (const auto* ref = std::get_if<ir::LocalRef>(&expr.node))
    return locals_[ref->local.value].whole;
  if (std::optional<int64_t> value = ir::constant_int(function_, id)) return {*value, *value};
  if (const auto* coerced = std::get_if<ir::Coerce>(&expr.node)) return of(coerced->operand);
  if (const auto* narrowed = std::get_if<ir::Narrow>(&expr.node)) return of(narrowed->operand);
  if (const auto* select = std::get_if<ir::Select>(&expr.node)) {
    return join(of(select->then_value), of(select->else_value));
  }
  if (const auto* get = std::get_if<ir::TupleGet>(&expr.node)) {
    return of_element(get->tuple, get->index);
  }
  return of_operation(expr);
}

IntPart IntParts::of_element(ir::ExprId tuple, uint32_t index) const {
  const ir::Expr& expr = function_[tuple];
  if (const auto* made = std::get_if<ir::MakeTuple>(&expr.node)) return of(made->elements[index]);
  if (const auto* ref = std::get_if<ir::LocalRef>(&expr.node)) {
    return locals_[ref->local.value].elements[index];
  }
  const auto* call = std::get_if<ir::CallBuiltin>(&expr.node);
  if (call && call->builtin == ir::Builtin::kDivmod) {
    return apply(index == 0 ? BinaryOp::kFloorDiv : BinaryOp::kMod, of(call->args[0]),
                 of(call->args[1]));
  }
  return of_type(types_.get<ir::TupleType>(expr.type)->elements[index]);
}

IntPart IntParts::of_operation(const ir::Expr& expr) const {
  if (const auto* binary = std::get_if<ir::Binary>(&expr.node)) {
    return apply(binary->op, of(binary->left), of(binary->right));
  }
  if (const auto* unary = std::get_if<ir::Unary>(&expr.node)) {
    const IntPart part = of(unary->operand);
    if (part.none() || unary->op == ir::UnaryOp::kPlus) return part;
    const __int128 shift = unary->op == ir::UnaryOp::kInvert ? 1 : 0;
    return clipped(-part.hi - shift, -part.lo - shift);
  }
  const auto* call = std::get_if<ir::CallBuiltin>(&expr.node);
  if (!call) return of_type(expr.type);
  const std::string_view name = ir::info(call->builtin).name;
  if (name == "abs") {
    const IntPart part = of(call->args[0]);
    return part.none() ? part : clipped(0, size_of(part));
  }
  if (name == "min" || name == "max") {
    IntPart all;
    for (const ir::ExprId arg : call->args) all = join(all, of(arg));
    return all;
  }
  return of_type(expr.type);
}

bool may_lose_ints(const ir::TypeTable& types, ir::TypeId type) {
  const auto* mixed = types.get<ir::MixedType>(type);
  return mixed && !ir::holds_exactly(mixed->carrier, Kind::kInt) &&
         std::find(mixed->kinds.begin(), mixed->kinds.end(), Kind::kInt) != mixed->kinds.end();
}

bool holds_ints(Kind carrier, const IntPart& ints) {
  if (ints.none() || ir::holds_exactly(carrier, Kind::kInt)) return true;
  if (carrier == Kind::kU64) return ints.lo >= 0;
  const __int128 most = __int128{1} << (carrier == Kind::kF32 || carrier == Kind::kC64 ? 24 : 53);
  return ints.lo >= -most && ints.hi <= most;
}

}  // namespace parc::check
