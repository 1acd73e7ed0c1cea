#include "driver/suggest/serial_loops.h"

#include <algorithm>
#include <utility>

#include "frontend/syntax/walk.h"

namespace parc::driver {
namespace {

using namespace syntax;

// Where the statements that are looked at stand.
struct Place {
  std::string function = "<module>";
  std::string scope;  // "Grid." inside a class
  std::string obstacle = "it stands outside a function";
  SourceRange owner;
  bool in_class = false;
  size_t loop = kNoLoop;
  bool inside_par = false;
};

std::string obstacle_in(const FunctionDef& node, const Place& place) {
  if (place.in_class) return "it stands in a method";
  if (place.function != "<module>") return "it stands in an inner function";
  if (node.is_async) return "it stands in an async function";
  if (node.is_generator) return "it stands in a generator";
  if (!node.decorators.empty()) return "its function has a decorator";
  if (node.type_parameters) return "its function has type parameters";
  return "";
}

class Finder {
 public:
  Finder(const Tree& tree, const ParNames& names) : tree_(tree), names_(names) {}

  SerialLoops run() {
    visit(tree_.body, Place{});
    return std::move(found_);
  }

 private:
  void visit(const Body& body, const Place& place) {
    for (StmtId id : body) visit(id, place);
  }

  void visit(StmtId id, const Place& place) {
    if (const auto* function = get<FunctionDef>(tree_, id)) return enter(*function, id, place);
    if (const auto* klass = get<ClassDef>(tree_, id)) {
      Place inside = place;
      inside.scope += klass->name + ".";
      inside.function = place.scope + klass->name;
      inside.in_class = true;
      return visit(klass->body, inside);
    }
    const For* loop = get<For>(tree_, id);
    Children children = children_of(tree_, id);
    for (ExprId expr : children.exprs) find_calls(expr, place);
    if (!loop) return visit(children.stmts, place);
    visit(loop->body, in_loop(*loop, id, place));
    visit(loop->orelse, place);
  }

  void enter(const FunctionDef& node, StmtId id, const Place& place) {
    Place inside;
    inside.obstacle = obstacle_in(node, place);
    inside.function = place.scope + node.name;
    inside.scope = inside.function + ".";
    inside.owner = tree_[id].range;
    visit(node.body, inside);
  }

  // The place of the loop's body; the loop itself is noted.
  Place in_loop(const For& loop, StmtId id, const Place& place) {
    Place inside = place;
    if (is_par_loop(tree_, names_, loop)) {
      inside.inside_par = true;
      for (size_t at = place.loop; at != kNoLoop; at = found_.loops[at].outer) {
        found_.loops[at].holds_par = true;
      }
    } else if (!place.inside_par) {
      SerialLoop found{id,
                       place.function,
                       loop.header,
                       tree_[id].range,
                       place.function == "<module>" ? tree_[id].range : place.owner,
                       place.loop,
                       obstacle_of(loop, place),
                       false};
      inside.loop = found_.loops.size();
      found_.loops.push_back(std::move(found));
    }
    return inside;
  }

  bool does_nothing(StmtId id) const {
    if (get<Pass>(tree_, id)) return true;
    const For* loop = get<For>(tree_, id);
    return loop && loop->orelse.empty() && does_nothing(loop->body);
  }
  bool does_nothing(const Body& body) const {
    return std::all_of(body.begin(), body.end(), [&](StmtId id) { return does_nothing(id); });
  }

  std::string obstacle_of(const For& loop, const Place& place) const {
    if (loop.is_async) return "it is an async loop";
    return place.obstacle.empty() && does_nothing(loop.body) ? "it does nothing" : place.obstacle;
  }

  void find_calls(ExprId id, const Place& place) {
    const Call* call = get<Call>(tree_, id);
    const Name* name = call ? get<Name>(tree_, call->callee) : nullptr;
    if (name) found_.calls.push_back({place.function, name->id, place.loop, place.inside_par});
    for (ExprId inner : children_of(tree_, id).exprs) find_calls(inner, place);
  }

  const Tree& tree_;
  const ParNames& names_;
  SerialLoops found_;
};

}  // namespace

SerialLoops find_serial_loops(const Tree& tree, const ParNames& names) {
  return Finder(tree, names).run();
}

}  // namespace parc::driver
