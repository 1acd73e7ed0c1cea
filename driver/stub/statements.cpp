#include <algorithm>

#include "driver/stub/declarations.h"
#include "frontend/syntax/walk.h"
#include "support/text_writer.h"

namespace parc::stub {
namespace {

using namespace syntax;

bool is_type_checking(const Tree& tree, ExprId test) {
  return last_name(tree, test) == "TYPE_CHECKING";
}

// A condition that type checkers decide: by the version, by the platform, by themselves.
bool is_static(const Tree& tree, ExprId test) {
  if (const auto* logic = get<BoolOp>(tree, test)) {
    return std::all_of(logic->values.begin(), logic->values.end(),
                       [&](ExprId value) { return is_static(tree, value); });
  }
  const auto* unary = get<Unary>(tree, test);
  if (unary && unary->op == UnaryOp::kNot) return is_static(tree, unary->operand);
  if (const auto* compare = get<Compare>(tree, test)) test = compare->left;
  if (const auto* subscript = get<Subscript>(tree, test)) test = subscript->value;
  if (const auto* call = get<Call>(tree, test)) {
    const auto* method = get<Attribute>(tree, call->callee);
    if (!method || method->name != "startswith") return false;
    test = method->value;
  }
  std::string name = last_name(tree, test);
  bool is_of_sys = root_name(tree, test) == "sys" || get<Name>(tree, test);
  return is_type_checking(tree, test) ||
         (is_of_sys && (name == "version_info" || name == "platform"));
}

bool is_main_guard(const Tree& tree, ExprId test) {
  const auto* compare = get<Compare>(tree, test);
  return compare && last_name(tree, compare->left) == "__name__";
}

class Statements {
 public:
  Statements(Context& context, Scope& scope, Items& out)
      : context_(context), scope_(scope), out_(out) {}

  void add(const Body& body) {
    for (StmtId id : body) add(id);
  }

 private:
  void add(StmtId id) {
    const Tree& tree = context_.tree;
    if (const auto* node = get<Import>(tree, id)) return add_import(context_, scope_, *node, out_);
    if (const auto* node = get<ImportFrom>(tree, id)) {
      return add_import(context_, scope_, *node, out_);
    }
    if (const auto* node = get<FunctionDef>(tree, id)) {
      return add_function(context_, scope_, *node, out_);
    }
    if (const auto* node = get<ClassDef>(tree, id)) return add_class(context_, scope_, *node, out_);
    if (const auto* node = get<AnnAssign>(tree, id)) {
      return add_annotated(context_, scope_, *node, out_);
    }
    if (const auto* node = get<Assign>(tree, id)) {
      for (ExprId target : node->targets) add_target(target, node->value);
      return;
    }
    if (const auto* node = get<If>(tree, id)) return add_if(*node);
    if (const auto* node = get<UnsupportedStmt>(tree, id)) return add_other(id, *node);
    if (const auto* node = get<AugAssign>(tree, id)) return add_to_all(id, node->target);
    if (const auto* node = get<ExprStmt>(tree, id)) return add_call(id, *node);
    add_flat(id);
  }

  void add_target(ExprId target, ExprId value) {
    add_assignment(context_, scope_, target, value, out_);
  }

  // `__all__ += …`, `__all__.append(…)`: type checkers follow these.
  void add_to_all(StmtId id, ExprId target) {
    if (root_name(context_.tree, target) != "__all__") return;
    std::string text = context_.text(context_.tree[id].range);
    out_.push_back(context_.item(Item::Kind::kVariable, {text}));
  }
  void add_call(StmtId id, const ExprStmt& node) {
    if (const auto* call = get<Call>(context_.tree, node.value)) add_to_all(id, call->callee);
  }

  void add_other(StmtId id, const UnsupportedStmt& node) {
    if (node.what == "a type alias statement") {
      if (!node.bound_names.empty() && !scope_.declare(node.bound_names[0])) return;
      std::string text = context_.text(context_.tree[id].range);
      out_.push_back(context_.item(Item::Kind::kVariable, {text}));
      return;
    }
    for (const std::string& name : node.bound_names) add_unknown(context_, scope_, name, out_);
    for (const Body& body : node.bodies) add(body);
  }

  // What a compound statement binds, wherever in it: a stub cannot know which part runs.
  void add_flat(StmtId id) {
    if (const auto* loop = get<For>(context_.tree, id)) add_target(loop->target, ExprId{});
    if (const auto* with = get<With>(context_.tree, id)) {
      for (const WithItem& item : with->items) {
        if (item.target) add_target(item.target, ExprId{});
      }
    }
    add(children_of(context_.tree, id).stmts);
  }

  void add_if(const If& node) {
    if (is_static(context_.tree, node.test)) return add_static_if(node);
    if (!is_main_guard(context_.tree, node.test)) add(node.body);
    add(node.orelse);
  }

  void add_static_if(const If& first) {
    Item whole{Item::Kind::kIf, {}, {}};
    Scope before = scope_, after = scope_;
    const If* node = &first;
    std::string word = "if ";
    while (node) {
      std::string test = context_.text(node->test);
      Scope inner = before;
      inner.is_type_checking |= is_type_checking(context_.tree, node->test);
      add_branch(concat(word, test), node->body, inner, whole);
      after.bound.merge(inner.bound);
      const If* next = node->orelse.size() == 1 ? get<If>(context_.tree, node->orelse[0]) : nullptr;
      if (next && !is_static(context_.tree, next->test)) next = nullptr;
      if (!next && !node->orelse.empty()) {
        inner = before;
        add_branch("else", node->orelse, inner, whole);
        after.bound.merge(inner.bound);
      }
      node = next;
      word = "elif ";
    }
    scope_ = after;
    out_.push_back(std::move(whole));
  }

  void add_branch(const std::string& head, const Body& body, Scope& scope, Item& whole) {
    Item branch = context_.item(Item::Kind::kBranch, {head});
    Statements(context_, scope, branch.body).add(body);
    whole.body.push_back(std::move(branch));
  }

  Context& context_;
  Scope& scope_;
  Items& out_;
};

void collect_deleted(const Tree& tree, const Body& body, std::set<std::string>& names) {
  for (StmtId id : body) {
    if (get<FunctionDef>(tree, id) || get<ClassDef>(tree, id)) continue;
    if (const auto* node = get<Delete>(tree, id)) {
      for (ExprId target : node->targets) {
        std::vector<std::string> targets;
        collect_target_names(tree, target, targets);
        names.insert(targets.begin(), targets.end());
      }
    }
    collect_deleted(tree, children_of(tree, id).stmts, names);
  }
}

}  // namespace

void add_body(Context& context, Scope& scope, const Body& body, Items& out) {
  collect_deleted(context.tree, body, scope.deleted);
  Statements(context, scope, out).add(body);
}

}  // namespace parc::stub
