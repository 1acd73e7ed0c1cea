#include <set>

#include "frontend/check/array_updates.h"
#include "frontend/check/declared_reductions.h"
#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"
#include "frontend/check/statements.h"
#include "frontend/check/subscripts.h"
#include "frontend/check/variables.h"
#include "ir/walk.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using namespace syntax;

// The elements when the expression is written as a tuple or list of plain items.
const std::vector<ExprId>* display_elements(const Tree& tree, ExprId id) {
  if (const auto* tuple = get<Tuple>(tree, id)) return &tuple->elements;
  if (const auto* list = get<List>(tree, id)) return &list->elements;
  return nullptr;
}

bool all_names(const Tree& tree, const std::vector<ExprId>& targets) {
  for (ExprId target : targets) {
    if (!get<Name>(tree, target)) return false;
  }
  return true;
}

bool reads_any(const Context& c, ir::ExprId expr, const std::set<std::string>& names) {
  bool found = false;
  ir::walk_expr(c.fn, expr, [&](ir::ExprId id) {
    if (const auto* ref = std::get_if<ir::LocalRef>(&c.fn[id].node)) {
      found = found || names.count(c.fn[ref->local].name);
    }
  });
  return found;
}

// `a, b = b, a`: all values before all targets. Values that no earlier target changes need no
// temporary, which keeps `s, q = s + x, q + x * x` two plain updates.
void assign_in_parallel(Context& c, const std::vector<ExprId>& targets,
                        const std::vector<ExprId>& elements) {
  Operands operands(c);
  for (ExprId element : elements) operands.add([&] { return check_expr(c, element); });
  std::vector<Value> values = operands.values();
  bool direct = all_names(c.tree(), targets);
  std::set<std::string> assigned;
  for (size_t at = 0; at < targets.size() && direct; ++at) {
    if (!is_error(c, values[at])) direct = !reads_any(c, values[at].expr, assigned);
    assigned.insert(get<Name>(c.tree(), targets[at])->id);
  }
  if (!direct) {
    for (Value& value : values) {
      if (!is_error(c, value) && !known_constant(c, value.expr)) value = to_temporary(c, value);
    }
  }
  for (size_t at = 0; at < targets.size(); ++at) assign_target(c, targets[at], values[at]);
}

bool has_star(const Tree& tree, const std::vector<ExprId>& elements) {
  for (ExprId element : elements) {
    if (get<Starred>(tree, element)) return true;
  }
  return false;
}

void update_name(Context& c, ExprId target, BinaryOp op, ExprId value_expr, SourceRange range) {
  auto [old_value, value] = check_operands(c, target, value_expr, false);
  std::optional<ir::BinaryOp> ir_operator = ir_op(op);
  if (!ir_operator) return;
  if (c.types().get<ir::ArrayType>(old_value.type)) {
    return update_array(c, reusable(c, old_value), *ir_operator, value, range);
  }
  bind_variable(c, target, apply_binary(c, *ir_operator, old_value, value, range));
}

void assign_value(Context& c, ExprId target, ExprId value) {
  if (get<Name>(c.tree(), target) && is_reduction_call(c, value)) {
    return declare_reduction(c, target, value);
  }
  assign_target(c, target, check_expr(c, value));
}

}  // namespace

void check_assign(Context& c, StmtId id) {
  const auto& node = *get<syntax::Assign>(c.tree(), id);
  if (node.targets.size() == 1) {
    const auto* targets = display_elements(c.tree(), node.targets[0]);
    const auto* values = display_elements(c.tree(), node.value);
    if (targets && values && targets->size() == values->size() && !has_star(c.tree(), *targets) &&
        !has_star(c.tree(), *values)) {
      assign_in_parallel(c, *targets, *values);
      return;
    }
    if (get<Subscript>(c.tree(), node.targets[0]) && is_wide_int(c, node.value)) {
      return store_wide_int(c, node.targets[0], node.value);
    }
    return assign_value(c, node.targets[0], node.value);
  }
  Value value = check_expr(c, node.value);
  if (!is_error(c, value) && !is_simple(c, value.expr)) value = to_temporary(c, value);
  for (size_t at = 0; at < node.targets.size(); ++at) {
    // `a = b = a + 1` would read the new `a`: only constants and temporaries are read again.
    if (at == 0 && !is_error(c, value) && !known_constant(c, value.expr)) {
      value = to_temporary(c, value);
    }
    assign_target(c, node.targets[at], at == 0 ? value : again(c, value));
  }
}

void check_annotated(Context& c, StmtId id) {
  const auto& node = *get<AnnAssign>(c.tree(), id);
  if (node.value) assign_value(c, node.target, node.value);
}

Value check_walrus(Context& c, ExprId id) {
  const auto& node = *get<NamedExpr>(c.tree(), id);
  Value value = check_expr(c, node.value);
  bind_variable(c, node.target, value);
  return is_error(c, value) ? value : check_expr(c, node.target);
}

void check_augmented(Context& c, StmtId id) {
  const auto& node = *get<AugAssign>(c.tree(), id);
  SourceRange range = range_of(c, id);
  if (node.op == BinaryOp::kMatMul) {
    c.diagnostics.emit(Diag::kUnsupportedExpression, range,
                       "the matrix product `@` is not supported yet");
    return;
  }
  if (get<Name>(c.tree(), node.target)) {
    update_name(c, node.target, node.op, node.value, range);
  } else if (get<Subscript>(c.tree(), node.target)) {
    update_element(c, node.target, *ir_op(node.op), node.value, range);
  } else {
    c.diagnostics.emit(Diag::kUnsupportedStatement, range_of(c, node.target),
                       "assigning to an attribute is not supported in a native function");
  }
}

}  // namespace parc::check
