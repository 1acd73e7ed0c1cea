#include "codegen/legalize/c_build.h"

#include <algorithm>
#include <initializer_list>

namespace parc::lower {
namespace {

struct Extent {
  int depth = 1, size = 1;
};

// Of a node around these operands.
template <class Operands>
Extent around(const Operands& operands) {
  Extent whole;
  for (const CExpr& operand : operands) {
    whole.depth = std::max(whole.depth, operand->depth + 1);
    whole.size = std::min(whole.size + operand->size, kLargestSize);
  }
  return whole;
}

Extent around(std::initializer_list<CExpr> operands) {
  return around<std::initializer_list<CExpr>>(operands);
}

template <class T>
CExpr make(T node, Extent extent = {}) {
  return std::make_shared<const CExprNode>(CExprNode{std::move(node), extent.depth, extent.size});
}

CExpr balanced(const char* op, std::span<const CExpr> operands) {
  if (operands.empty()) return nullptr;
  if (operands.size() == 1) return operands[0];
  const size_t half = operands.size() / 2;
  return infix(op, balanced(op, operands.first(half)), balanced(op, operands.subspan(half)));
}

}  // namespace

CExpr name(std::string text) { return make(CName{std::move(text)}); }
CExpr integer(__int128 value) { return make(CInt{value}); }
CExpr floating(double value, bool single) { return make(CFloat{value, single}); }
CExpr boolean(bool value) { return make(CBool{value}); }
CExpr string(std::string text) { return make(CString{std::move(text)}); }
CExpr null() { return make(CNull{}); }

CExpr prefix(const char* op, CExpr operand) {
  const Extent extent = around({operand});
  return make(CPrefix{op, std::move(operand)}, extent);
}

CExpr infix(const char* op, CExpr left, CExpr right) {
  const Extent extent = around({left, right});
  return make(CInfix{op, std::move(left), std::move(right)}, extent);
}

CExpr ternary(CExpr condition, CExpr then_value, CExpr else_value) {
  const Extent extent = around({condition, then_value, else_value});
  return make(CTernary{std::move(condition), std::move(then_value), std::move(else_value)}, extent);
}

CExpr call(std::string function, std::vector<CExpr> args) {
  const Extent extent = around(args);
  return make(CCall{std::move(function), std::move(args)}, extent);
}

CExpr member(CExpr object, std::string field) {
  const Extent extent = {object->depth, object->size};
  return make(CMember{std::move(object), std::move(field), false}, extent);
}

CExpr arrow(CExpr object, std::string field) {
  const Extent extent = {object->depth, object->size};
  return make(CMember{std::move(object), std::move(field), true}, extent);
}

CExpr element(CExpr pointer, CExpr index) {
  const Extent extent = around({pointer, index});
  return make(CElement{std::move(pointer), std::move(index)}, extent);
}

CExpr cast(std::string type, CExpr operand) {
  const Extent extent = around({operand});
  return make(CCast{std::move(type), std::move(operand)}, extent);
}

CExpr init(std::string type, std::vector<CExpr> fields) {
  const Extent extent = around(fields);
  return make(CInit{std::move(type), std::move(fields)}, extent);
}

CExpr address(CExpr operand) { return prefix("&", std::move(operand)); }

CExpr conjunction(CExpr left, CExpr right) {
  if (!left) return right;
  if (!right) return left;
  for (const CExpr& part : {left, right}) {
    const auto* constant = std::get_if<CBool>(&part->node);
    if (constant && !constant->value) return part;
  }
  return infix("&&", std::move(left), std::move(right));
}

CExpr all_of(std::span<const CExpr> conditions) { return balanced("&&", conditions); }
CExpr any_of(std::span<const CExpr> conditions) { return balanced("||", conditions); }

const __int128* literal(const CExpr& expr) {
  const auto* node = std::get_if<CInt>(&expr->node);
  return node ? &node->value : nullptr;
}

bool is_trivial(const CExpr& expr) {
  struct Visitor {
    bool operator()(const CName&) const { return true; }
    bool operator()(const CInt&) const { return true; }
    bool operator()(const CFloat&) const { return true; }
    bool operator()(const CBool&) const { return true; }
    bool operator()(const CString&) const { return true; }
    bool operator()(const CNull&) const { return true; }
    bool operator()(const CPrefix&) const { return false; }
    bool operator()(const CInfix&) const { return false; }
    bool operator()(const CTernary&) const { return false; }
    bool operator()(const CCall&) const { return false; }
    bool operator()(const CMember& node) const { return is_trivial(node.object); }
    bool operator()(const CElement& node) const {
      return literal(node.index) && is_trivial(node.pointer);
    }
    bool operator()(const CCast&) const { return false; }
    bool operator()(const CInit&) const { return false; }
  };
  return std::visit(Visitor{}, expr->node);
}

}  // namespace parc::lower
