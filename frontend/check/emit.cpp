#include "frontend/check/emit.h"

#include "frontend/check/exactness.h"
#include "ir/builder.h"
#include "ir/walk.h"
#include "support/text_writer.h"

namespace parc::check {

SourceRange range_of(const Context& c, syntax::ExprId id) {
  return c.place ? *c.place : c.tree()[id].range;
}
SourceRange range_of(const Context& c, syntax::StmtId id) { return c.tree()[id].range; }

Value make(Context& c, ir::ExprNode node, ir::TypeId type, SourceRange range) {
  return {ir::add(c.fn, std::move(node), type, range), type, range, kNoOrigin};
}

Value make_error(Context& c, SourceRange range) {
  if (c.env.reachable) c.instance.untyped = range;
  return {{}, c.types().error(), range, kNoOrigin};
}

bool is_error(const Context& c, const Value& value) {
  return c.program.module.types.is_error(value.type);
}

void emit(Context& c, ir::StmtNode node, SourceRange range) {
  c.block->push_back(ir::add(c.fn, std::move(node), range));
}

Value make_int(Context& c, int64_t value, SourceRange range) {
  return make(c, ir::Const{value}, c.types().scalar(ir::Kind::kInt), range);
}
Value make_bool(Context& c, bool value, SourceRange range) {
  return make(c, ir::Const{value}, c.types().scalar(ir::Kind::kBool), range);
}
Value make_float(Context& c, double value, SourceRange range) {
  return make(c, ir::Const{value}, c.types().scalar(ir::Kind::kFloat), range);
}
Value make_none(Context& c, SourceRange range) {
  return make(c, ir::NoneValue{}, c.types().none(), range);
}

ir::LocalId new_temporary(Context& c, ir::TypeId type, SourceRange range) {
  return ir::add_local(c.fn, "", type, ir::LocalRole::kTemporary, range);
}

Value read_local(Context& c, ir::LocalId local, SourceRange range) {
  return make(c, ir::LocalRef{local}, c.fn[local].type, range);
}

Value to_temporary(Context& c, const Value& value) {
  if (is_error(c, value)) return value;
  ir::LocalId local = new_temporary(c, value.type, value.range);
  emit(c, ir::Assign{local, value.expr}, value.range);
  Value read = read_local(c, local, value.range);
  read.origin = value.origin;
  read.reduction = value.reduction;
  return read;
}

namespace {

// Whether the node itself may be evaluated again; its operands are looked at apart.
bool is_simple_node(const ir::Expr& expr) {
  if (std::get_if<ir::Const>(&expr.node) || std::get_if<ir::NoneValue>(&expr.node) ||
      std::get_if<ir::LocalRef>(&expr.node) || std::get_if<ir::Narrow>(&expr.node) ||
      std::get_if<ir::Coerce>(&expr.node) || std::get_if<ir::ShapeOf>(&expr.node) ||
      std::get_if<ir::Unary>(&expr.node)) {
    return true;
  }
  const auto* binary = std::get_if<ir::Binary>(&expr.node);
  return binary && (binary->op == ir::BinaryOp::kAdd || binary->op == ir::BinaryOp::kSub ||
                    binary->op == ir::BinaryOp::kMul);
}

}  // namespace

bool is_simple(const Context& c, ir::ExprId expr) {
  int nodes = 0;
  bool simple = true;
  ir::walk_expr(c.fn, expr, [&](ir::ExprId id) {
    simple = simple && ++nodes <= 9 && is_simple_node(c.fn[id]);
  });
  return simple;
}

Value reusable(Context& c, const Value& value) {
  if (is_error(c, value) || is_simple(c, value.expr)) return value;
  return to_temporary(c, value);
}

Value again(Context& c, const Value& value) {
  if (is_error(c, value)) return value;
  ir::Expr copy = c.fn[value.expr];
  ir::for_each_operand(copy.node, [&](ir::ExprId& operand) {
    operand = again(c, Value{operand, c.fn[operand].type, value.range, kNoOrigin}).expr;
  });
  Value result = value;
  result.expr = c.fn.exprs.add(std::move(copy));
  return result;
}

namespace {

// A test that a variable is bound changes no variable: a plain read may come after it.
bool only_tests(const Context& c, const ir::Block& statements) {
  for (ir::StmtId id : statements) {
    if (!ir::stmt_if<ir::CheckBound>(c.fn, id)) return false;
  }
  return true;
}

bool stays(const Context& c, const Value& value, bool only_tests) {
  if (is_error(c, value) || known_constant(c, value.expr)) return true;
  ir::LocalId local = ir::read_local(c.fn, ir::strip_coerce(c.fn, value.expr));
  if (!local.valid()) return false;
  return only_tests || c.fn[local].role == ir::LocalRole::kTemporary;
}

}  // namespace

void Operands::settle(size_t position) {
  ir::Block before(c_.block->begin(), c_.block->begin() + static_cast<ptrdiff_t>(position));
  ir::Block after(c_.block->begin() + static_cast<ptrdiff_t>(position), c_.block->end());
  bool tests = only_tests(c_, after);
  ir::Block moved = in_block(c_, [&] {
    for (Value& value : values_) {
      if (stays(c_, value, tests)) continue;
      value = to_temporary(c_, value);
    }
  });
  before.insert(before.end(), moved.begin(), moved.end());
  before.insert(before.end(), after.begin(), after.end());
  *c_.block = std::move(before);
}

std::optional<ir::Const> known_constant(const Context& c, ir::ExprId expr) {
  if (!expr.valid()) return std::nullopt;
  const ir::Const* constant = ir::expr_if<ir::Const>(c.fn, expr);
  if (!constant) return std::nullopt;
  return *constant;
}

std::optional<int64_t> known_int(const Context& c, const Value& value) {
  if (!value.expr.valid()) return std::nullopt;
  return ir::constant_int(c.fn, value.expr);
}

ir::ExprId coerce(Context& c, const Value& value, ir::TypeId type) {
  if (value.type == type || is_error(c, value) || c.types().is_error(type) ||
      value.type == c.types().never()) {
    return value.expr;
  }
  require_exact(c, value, type);
  return ir::add(c.fn, ir::Coerce{value.expr}, type, value.range);
}

std::string spell(const Context& c, ir::TypeId type) { return c.program.module.types.spell(type); }

}  // namespace parc::check
