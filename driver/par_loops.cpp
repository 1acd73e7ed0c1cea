#include "driver/par_loops.h"

#include <algorithm>
#include <utility>

#include "driver/par_names.h"

namespace parc::driver {
namespace {

using namespace syntax;

struct Finder {
  explicit Finder(const Tree& source) : tree(source), names(find_par_names(source)) {}

  const Tree& tree;
  ParNames names;
  std::vector<ParLoop> loops;
  std::string function = "<module>";
  std::string scope;  // "Grid." inside a class
  SourceRange owner;
  bool inside = false;  // a par loop

  void visit(const Body& body) {
    for (StmtId id : body)
      std::visit([&](const auto& node) { visit_node(node, id); }, tree[id].node);
  }

  void visit_inside(const std::string& name, const Body& body, SourceRange range) {
    bool outer_inside = std::exchange(inside, false);
    std::string outer_function = std::exchange(function, scope + name);
    std::string outer_scope = std::exchange(scope, scope + name + ".");
    SourceRange outer_owner = std::exchange(owner, range);
    visit(body);
    inside = outer_inside;
    owner = outer_owner;
    scope = outer_scope;
    function = outer_function;
  }

  void visit_node(const FunctionDef& node, StmtId id) {
    if (node.is_outlined) return visit(node.body);
    visit_inside(node.name, node.body, tree[id].range);
  }
  void visit_node(const ClassDef& node, StmtId id) {
    visit_inside(node.name, node.body, tree[id].range);
  }
  void visit_node(const For& node, StmtId id) {
    bool is_par = is_par_loop(tree, names, node);
    if (is_par) {
      SourceRange whole = tree[id].range;
      loops.push_back(
          {function, node.header, whole, function == "<module>" ? whole : owner, inside});
    }
    bool outer = std::exchange(inside, inside || is_par);
    visit(node.body);
    inside = outer;
    visit(node.orelse);
  }
  void visit_node(const While& node, StmtId) { visit(node.body), visit(node.orelse); }
  void visit_node(const If& node, StmtId) { visit(node.body), visit(node.orelse); }
  void visit_node(const With& node, StmtId) { visit(node.body); }
  void visit_node(const Try& node, StmtId) {
    visit(node.body);
    for (const Body& handler : node.handlers) visit(handler);
    visit(node.orelse);
    visit(node.finally);
  }
  void visit_node(const UnsupportedStmt& node, StmtId) {
    for (const Body& body : node.bodies) visit(body);
  }
  template <class Other>  // statements without statements in them
  void visit_node(const Other&, StmtId) {}
};

// Whether a node, seen without those in it, uses par.
struct Use {
  const Tree& tree;
  const ParNames& names;

  bool operator()(const For& node) const { return node.is_par; }
  bool operator()(const FunctionDef& node) const {
    return std::any_of(node.decorators.begin(), node.decorators.end(), [&](ExprId id) {
      const Call* call = get<Call>(tree, id);
      return is_jit(tree, names, call ? call->callee : id);
    });
  }
  bool operator()(const With& node) const {
    return std::any_of(node.items.begin(), node.items.end(),
                       [&](const WithItem& item) { return is_par(tree, names, item.context); });
  }
  bool operator()(const Call& node) const { return is_par(tree, names, node.callee); }
  bool operator()(const Comprehension& node) const {
    return std::any_of(node.generators.begin(), node.generators.end(),
                       [](const Generator& generator) { return generator.is_par; });
  }
  template <class Other>
  bool operator()(const Other&) const {
    return false;
  }
};

}  // namespace

std::vector<ParLoop> find_par_loops(const Tree& tree) {
  Finder finder(tree);
  finder.visit(tree.body);
  return std::move(finder.loops);
}

bool uses_par(const Tree& tree) {
  const ParNames names = find_par_names(tree);
  const Use use{tree, names};
  for (uint32_t at = 0; at < tree.exprs.size(); ++at) {
    if (std::visit(use, tree[ExprId{at}].node)) return true;
  }
  for (uint32_t at = 0; at < tree.stmts.size(); ++at) {
    if (std::visit(use, tree[StmtId{at}].node)) return true;
  }
  return false;
}

}  // namespace parc::driver
