#include "codegen/legalize/c_build.h"

#include <algorithm>

namespace parc::lower {
namespace {

template <class T>
CExpr make(T node, int depth = 1) {
  return std::make_shared<const CExprNode>(CExprNode{std::move(node), depth});
}

int depth_of(const std::vector<CExpr>& args) {
  int depth = 0;
  for (const CExpr& arg : args) depth = std::max(depth, arg->depth);
  return depth + 1;
}

}  // namespace

CExpr name(std::string text) { return make(CName{std::move(text)}); }
CExpr integer(__int128 value) { return make(CInt{value}); }
CExpr floating(double value, bool single) { return make(CFloat{value, single}); }
CExpr boolean(bool value) { return make(CBool{value}); }
CExpr string(std::string text) { return make(CString{std::move(text)}); }
CExpr null() { return make(CNull{}); }

CExpr prefix(const char* op, CExpr operand) {
  const int depth = operand->depth + 1;
  return make(CPrefix{op, std::move(operand)}, depth);
}

CExpr infix(const char* op, CExpr left, CExpr right) {
  const int depth = std::max(left->depth, right->depth) + 1;
  return make(CInfix{op, std::move(left), std::move(right)}, depth);
}

CExpr ternary(CExpr condition, CExpr then_value, CExpr else_value) {
  const int depth = std::max({condition->depth, then_value->depth, else_value->depth}) + 1;
  return make(CTernary{std::move(condition), std::move(then_value), std::move(else_value)}, depth);
}

CExpr call(std::string function, std::vector<CExpr> args) {
  const int depth = depth_of(args);
  return make(CCall{std::move(function), std::move(args)}, depth);
}

CExpr member(CExpr object, std::string field) {
  const int depth = object->depth;
  return make(CMember{std::move(object), std::move(field), false}, depth);
}

CExpr arrow(CExpr object, std::string field) {
  const int depth = object->depth;
  return make(CMember{std::move(object), std::move(field), true}, depth);
}

CExpr element(CExpr pointer, CExpr index) {
  const int depth = std::max(pointer->depth, index->depth) + 1;
  return make(CElement{std::move(pointer), std::move(index)}, depth);
}

CExpr cast(std::string type, CExpr operand) {
  const int depth = operand->depth + 1;
  return make(CCast{std::move(type), std::move(operand)}, depth);
}

CExpr init(std::string type, std::vector<CExpr> fields) {
  const int depth = depth_of(fields);
  return make(CInit{std::move(type), std::move(fields)}, depth);
}

CExpr address(CExpr operand) { return prefix("&", std::move(operand)); }

CExpr conjunction(CExpr left, CExpr right) {
  if (!left) return right;
  if (!right) return left;
  return infix("&&", std::move(left), std::move(right));
}

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
