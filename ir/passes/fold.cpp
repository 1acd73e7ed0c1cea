#include "ir/passes/fold.h"

#include <optional>

#include "ir/analysis/interval.h"
#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

class Folder {
 public:
  Folder(const TypeTable& types, Function& function) : types_(types), function_(function) {}

  void block(Block& body) {
    Block result;
    for (StmtId id : body) statement(id, result);
    body = std::move(result);
  }

 private:
  void statement(StmtId id, Block& result) {
    StmtNode node = std::move(function_[id].node);
    for_each_expr(node, [&](ExprId& root) { fold(root); });
    for_each_block(node, [&](Block& inner) { block(inner); });
    If* branch = std::get_if<If>(&node);
    std::optional<bool> known = branch ? truth(branch->condition) : std::nullopt;
    if (known) {
      const Block& taken = *known ? branch->then_body : branch->else_body;
      result.insert(result.end(), taken.begin(), taken.end());
    } else {
      result.push_back(id);
    }
    function_[id].node = std::move(node);
  }

  // Python's bool or int, as a literal.
  std::optional<int64_t> known(ExprId id) const {
    TypeId type = function_[id].type;
    bool python = type == types_.scalar(Kind::kInt) || type == types_.scalar(Kind::kBool);
    return python ? constant_int(function_, id) : std::nullopt;
  }
  std::optional<bool> truth(ExprId id) const {
    const Const* constant = expr_if<Const>(function_, id);
    const bool* value = constant ? std::get_if<bool>(&constant->value) : nullptr;
    return value ? std::optional<bool>(*value) : std::nullopt;
  }

  // Replaces the expression by a literal or by one of its operands where that is the same.
  void fold(ExprId& id) {
    for_each_operand(function_[id].node, [&](ExprId& operand) { fold(operand); });
    const ExprNode& node = function_[id].node;
    TypeId type = function_[id].type;
    if (const Binary* op = std::get_if<Binary>(&node)) {
      std::optional<int64_t> value = arithmetic(op->op, known(op->left), known(op->right));
      if (value && type == types_.scalar(Kind::kInt)) function_[id].node = Const{*value};
    } else if (const Unary* op = std::get_if<Unary>(&node)) {
      bool minus = op->op == UnaryOp::kMinus && type == types_.scalar(Kind::kInt);
      std::optional<int64_t> value = minus ? known(op->operand) : std::nullopt;
      if (value && *value != INT64_MIN) function_[id].node = Const{-*value};
    } else if (const Compare* op = std::get_if<Compare>(&node)) {
      std::optional<bool> value = comparison(op->op, known(op->left), known(op->right));
      if (value && type == types_.scalar(Kind::kBool)) function_[id].node = Const{*value};
    } else if (const Truth* op = std::get_if<Truth>(&node)) {
      if (auto value = known(op->operand)) function_[id].node = Const{*value != 0};
    } else if (const Not* op = std::get_if<Not>(&node)) {
      if (auto value = truth(op->operand)) function_[id].node = Const{!*value};
    } else if (const Logic* op = std::get_if<Logic>(&node)) {
      if (auto value = truth(op->left)) id = *value == op->is_and ? op->right : op->left;
    } else if (const Select* op = std::get_if<Select>(&node)) {
      if (auto value = truth(op->condition)) id = *value ? op->then_value : op->else_value;
    }
  }

  static std::optional<int64_t> arithmetic(BinaryOp op, std::optional<int64_t> left,
                                           std::optional<int64_t> right) {
    if (!left || !right) return std::nullopt;
    Interval a = Interval::of(*left), b = Interval::of(*right), result;
    if (op == BinaryOp::kAdd) result = add(a, b);
    if (op == BinaryOp::kSub) result = subtract(a, b);
    if (op == BinaryOp::kMul) result = multiply(a, b);
    if (op == BinaryOp::kFloorDiv) result = floor_divide(a, b);
    if (result.empty() || result.lo != result.hi || !result.fits_int64()) return std::nullopt;
    return static_cast<int64_t>(result.lo);
  }

  static std::optional<bool> comparison(CompareOp op, std::optional<int64_t> left,
                                        std::optional<int64_t> right) {
    if (!left || !right) return std::nullopt;
    switch (op) {
      case CompareOp::kLt:
        return *left < *right;
      case CompareOp::kLe:
        return *left <= *right;
      case CompareOp::kGt:
        return *left > *right;
      case CompareOp::kGe:
        return *left >= *right;
      case CompareOp::kEq:
        return *left == *right;
      case CompareOp::kNe:
        return *left != *right;
    }
    __builtin_unreachable();
  }

  const TypeTable& types_;
  Function& function_;
};

}  // namespace

void fold_constants(Module& module) {
  for (uint32_t id = 0; id < module.functions.size(); ++id) {
    Function& function = module[FunctionId{id}];
    Folder(module.types, function).block(function.body);
  }
}

}  // namespace parc::ir
