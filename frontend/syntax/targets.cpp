#include "frontend/syntax/targets.h"

#include <string>

namespace parc::syntax {

namespace {

struct Describe {
  std::string_view operator()(const Name&) const { return "a name"; }
  std::string_view operator()(const IntLiteral&) const { return "a literal"; }
  std::string_view operator()(const FloatLiteral&) const { return "a literal"; }
  std::string_view operator()(const ImaginaryLiteral&) const { return "a literal"; }
  std::string_view operator()(const BoolLiteral&) const { return "a constant"; }
  std::string_view operator()(const NoneLiteral&) const { return "None"; }
  std::string_view operator()(const EllipsisLiteral&) const { return "an ellipsis"; }
  std::string_view operator()(const StringLiteral&) const { return "a literal"; }
  std::string_view operator()(const FString&) const { return "an f-string"; }
  std::string_view operator()(const Unary&) const { return "an operation"; }
  std::string_view operator()(const Binary&) const { return "an operation"; }
  std::string_view operator()(const BoolOp&) const { return "an operation"; }
  std::string_view operator()(const Compare&) const { return "a comparison"; }
  std::string_view operator()(const Conditional&) const { return "a conditional expression"; }
  std::string_view operator()(const NamedExpr&) const { return "a named expression"; }
  std::string_view operator()(const Call&) const { return "a call"; }
  std::string_view operator()(const Attribute&) const { return "an attribute"; }
  std::string_view operator()(const Subscript&) const { return "an element"; }
  std::string_view operator()(const Slice&) const { return "a slice"; }
  std::string_view operator()(const Starred&) const { return "a starred expression"; }
  std::string_view operator()(const Tuple&) const { return "a tuple"; }
  std::string_view operator()(const List&) const { return "a list"; }
  std::string_view operator()(const SetDisplay&) const { return "a set"; }
  std::string_view operator()(const DictDisplay&) const { return "a dictionary"; }
  std::string_view operator()(const Lambda&) const { return "a lambda"; }
  std::string_view operator()(const Comprehension&) const { return "a comprehension"; }
  std::string_view operator()(const UnsupportedExpr& node) const { return node.what; }
  std::string_view operator()(const ErrorExpr&) const { return "an expression with errors"; }
};

class TargetCheck {
 public:
  TargetCheck(const Tree& tree, TargetUse use, Diagnostics& diagnostics)
      : tree_(tree), use_(use), diagnostics_(diagnostics) {}

  void check(ExprId id, bool in_group) {
    if (get<ErrorExpr>(tree_, id)) return;
    if (const auto* name = get<Name>(tree_, id)) {
      if (name->id == "__debug__") refuse(id, "'__debug__'");
      return;
    }
    if (use_ == TargetUse::kNamed) return refuse(id, describe(tree_, id));
    if (get<Attribute>(tree_, id) || get<Subscript>(tree_, id)) return;
    bool groups = use_ == TargetUse::kAssign || use_ == TargetUse::kDelete;
    if (const auto* tuple = get<Tuple>(tree_, id); tuple && groups) {
      return check_group(tuple->elements);
    }
    if (const auto* list = get<List>(tree_, id); list && groups) {
      return check_group(list->elements);
    }
    if (const auto* starred = get<Starred>(tree_, id); starred && use_ == TargetUse::kAssign) {
      if (in_group) return check(starred->value, true);
      diagnostics_.emit(Diag::kBadTarget, tree_[id].range,
                        "a starred target stands in a list or tuple");
      return;
    }
    refuse(id, describe(tree_, id));
  }

 private:
  void check_group(const std::vector<ExprId>& elements) {
    ExprId star;
    for (ExprId element : elements) {
      check(element, true);
      if (!get<Starred>(tree_, element)) continue;
      if (star) {
        diagnostics_.emit(Diag::kBadTarget, tree_[element].range, "a second starred target")
            .label(tree_[star].range, "the first one");
      }
      star = element;
    }
  }

  void refuse(ExprId id, std::string_view what) {
    const char* verb = use_ == TargetUse::kDelete ? "cannot delete " : "cannot assign to ";
    diagnostics_.emit(Diag::kBadTarget, tree_[id].range, verb + std::string(what));
  }

  const Tree& tree_;
  TargetUse use_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::string_view describe(const Tree& tree, ExprId id) {
  return std::visit(Describe{}, tree[id].node);
}

void check_target(const Tree& tree, ExprId target, TargetUse use, Diagnostics& diagnostics) {
  TargetCheck(tree, use, diagnostics).check(target, false);
}

}  // namespace parc::syntax
