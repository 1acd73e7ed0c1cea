#include "ir/analysis/comparison.h"

#include "ir/builder.h"
#include "ir/structure.h"

namespace parc::ir {
namespace {

// a OP b is b mirrored(OP) a.
CompareOp mirrored(CompareOp op) {
  switch (op) {
    case CompareOp::kLt:
      return CompareOp::kGt;
    case CompareOp::kLe:
      return CompareOp::kGe;
    case CompareOp::kGt:
      return CompareOp::kLt;
    case CompareOp::kGe:
      return CompareOp::kLe;
    case CompareOp::kEq:
    case CompareOp::kNe:
      return op;
  }
  __builtin_unreachable();
}

// The opposite for ordered values.
CompareOp negated(CompareOp op) {
  switch (op) {
    case CompareOp::kLt:
      return CompareOp::kGe;
    case CompareOp::kLe:
      return CompareOp::kGt;
    case CompareOp::kGt:
      return CompareOp::kLe;
    case CompareOp::kGe:
      return CompareOp::kLt;
    case CompareOp::kEq:
      return CompareOp::kNe;
    case CompareOp::kNe:
      return CompareOp::kEq;
  }
  __builtin_unreachable();
}

}  // namespace

std::optional<ExtremeTest> match_test(const Module& module, const Function& function,
                                      ExprId condition, const Subject& extreme, bool holds) {
  if (const Truth* truth = expr_if<Truth>(function, condition)) {
    return match_test(module, function, truth->operand, extreme, holds);
  }
  if (const Not* negation = expr_if<Not>(function, condition)) {
    return match_test(module, function, negation->operand, extreme, !holds);
  }
  const Compare* compare = expr_if<Compare>(function, condition);
  if (!compare || compare->op == CompareOp::kEq || compare->op == CompareOp::kNe) {
    return std::nullopt;
  }
  ExprId candidate = compare->left;
  CompareOp op = compare->op;
  if (extreme.is_value(compare->left)) {
    candidate = compare->right;
    op = mirrored(op);
  } else if (!extreme.is_value(compare->right)) {
    return std::nullopt;
  }
  if (extreme.is_read(candidate)) return std::nullopt;
  return ExtremeTest{strip_number(module, function, candidate), holds ? op : negated(op),
                     holds ? NanRule::kKeeps : NanRule::kReplaces};
}

ExprId strip_number(const Module& module, const Function& function, ExprId id) {
  while (true) {
    id = strip_coerce(function, id);
    const Convert* convert = expr_if<Convert>(function, id);
    const ScalarType* to = module.types.get<ScalarType>(function[id].type);
    if (!convert || !to) return id;
    const ScalarType* from = module.types.get<ScalarType>(function[convert->operand].type);
    bool to_double = to->kind == Kind::kFloat || to->kind == Kind::kF64;
    bool keeps = from && ((to->kind == Kind::kInt && is_integer(from->kind)) ||
                          (to_double && is_floating(from->kind)));
    if (!keeps) return id;
    id = convert->operand;
  }
}

bool same_number(const Module& module, const Function& function, ExprId a, ExprId b) {
  auto stripped = [&](ExprId id) {
    for (;;) {
      id = strip_coerce(function, id);
      const Convert* convert = expr_if<Convert>(function, id);
      if (!convert || !module.types.is_scalar(function[convert->operand].type)) return id;
      Kind from = module.types.kind(function[convert->operand].type);
      Kind to = module.types.kind(function[id].type);
      // An int beyond 64 bits raises; it is not another number.
      bool keeps = (is_integer(from) && to == Kind::kInt) ||
                   (is_floating(from) && (to == Kind::kFloat || to == Kind::kF64));
      if (!keeps) return id;
      id = convert->operand;
    }
  };
  return same_structure(function, stripped(a), stripped(b));
}

bool is_maximum(CompareOp compare) {
  return compare == CompareOp::kGt || compare == CompareOp::kGe;
}

}  // namespace parc::ir
