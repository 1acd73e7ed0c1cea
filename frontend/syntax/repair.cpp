#include "frontend/syntax/repair.h"

namespace parc::syntax {

namespace {

bool is_operand(const CstNode& node) {
  return node.kind != CstKind::kToken && node.kind != CstKind::kError;
}

// The last operand among the children.
CstId last_operand(const Cst& cst, CstId id) {
  CstId last = kNoCst;
  for (CstId i = cst.nodes[id].first_child; i != kNoCst; i = cst.nodes[i].next_sibling) {
    if (is_operand(cst.nodes[i])) last = i;
  }
  return last;
}

bool ends_in_operand(CstKind kind) {
  return kind == CstKind::kConditional || kind == CstKind::kLambda || kind == CstKind::kBoolean ||
         kind == CstKind::kNot || kind == CstKind::kNamedExpression;
}

// Moves the `as` at the end of `value` to its outside. `value` keeps its id but becomes the
// as-pattern; its old content moves to a new node.
void hoist_as(Cst& cst, CstId value) {
  std::vector<CstId> spine;
  CstId at = value;
  while (at != kNoCst && ends_in_operand(cst.nodes[at].kind)) {
    spine.push_back(at);
    at = last_operand(cst, at);
  }
  if (spine.empty() || at == kNoCst || cst.nodes[at].kind != CstKind::kAsPattern) return;
  CstId inner = cst.nodes[at].first_child;
  CstId target = last_operand(cst, at);
  if (inner == kNoCst || target == inner) return;

  CstNode outer = cst.nodes[value];
  uint32_t end = cst.nodes[inner].end;
  for (CstId id : spine) cst.nodes[id].end = end;
  // What was the as-pattern now only stands around its expression.
  cst.nodes[at].kind = CstKind::kParenthesized;
  cst.nodes[at].end = end;
  cst.nodes[inner].next_sibling = kNoCst;

  auto content = static_cast<CstId>(cst.nodes.size());
  cst.nodes.push_back(cst.nodes[value]);
  cst.nodes[content].field = CstField::kNone;
  cst.nodes[content].next_sibling = target;
  cst.nodes[target].next_sibling = kNoCst;
  outer.kind = CstKind::kAsPattern;
  outer.first_child = content;
  cst.nodes[value] = outer;
}

}  // namespace

void repair(Cst& cst) {
  size_t count = cst.nodes.size();
  for (CstId id = 0; id < count; ++id) {
    if (cst.nodes[id].kind != CstKind::kWithItem) continue;
    CstId value = last_operand(cst, id);
    if (value == kNoCst) continue;
    bool grouped = cst.nodes[value].kind == CstKind::kTuple ||
                   cst.nodes[value].kind == CstKind::kParenthesized;
    if (!grouped) {
      hoist_as(cst, value);
      continue;
    }
    for (CstId i = cst.nodes[value].first_child; i != kNoCst; i = cst.nodes[i].next_sibling) {
      if (is_operand(cst.nodes[i])) hoist_as(cst, i);
    }
  }
}

}  // namespace parc::syntax
