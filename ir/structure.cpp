#include "ir/structure.h"

#include "ir/builder.h"

namespace parc::ir {
namespace {

// What a node holds besides its operands is the same.
struct SamePayload {
  const ExprNode& other;
  template <class T>
  const T& as() const {
    return std::get<T>(other);
  }

  bool operator()(const Const& node) const { return node.value == as<Const>().value; }
  bool operator()(const LocalRef& node) const { return node.local == as<LocalRef>().local; }
  bool operator()(const Unary& node) const { return node.op == as<Unary>().op; }
  bool operator()(const Binary& node) const { return node.op == as<Binary>().op; }
  bool operator()(const Compare& node) const { return node.op == as<Compare>().op; }
  bool operator()(const Logic& node) const { return node.is_and == as<Logic>().is_and; }
  bool operator()(const View& node) const {
    const View& view = as<View>();
    if (node.items.size() != view.items.size()) return false;
    for (size_t at = 0; at < node.items.size(); ++at) {
      if (node.items[at].index() != view.items[at].index()) return false;
      const SliceItem* slice = std::get_if<SliceItem>(&node.items[at]);
      if (!slice) continue;
      const SliceItem& peer = std::get<SliceItem>(view.items[at]);
      if (slice->lower.valid() != peer.lower.valid() ||
          slice->upper.valid() != peer.upper.valid() || slice->step.valid() != peer.step.valid()) {
        return false;
      }
    }
    return true;
  }
  bool operator()(const Transpose& node) const { return node.axes == as<Transpose>().axes; }
  bool operator()(const ShapeOf& node) const { return node.axis == as<ShapeOf>().axis; }
  bool operator()(const TupleGet& node) const { return node.index == as<TupleGet>().index; }
  bool operator()(const Call& node) const { return node.callee == as<Call>().callee; }
  bool operator()(const CallBuiltin& node) const {
    return node.builtin == as<CallBuiltin>().builtin;
  }
  bool operator()(const NewArray&) const { return false; }  // two calls, two arrays
  bool operator()(const CopyArray&) const { return false; }
  bool operator()(const BroadcastFor&) const { return false; }
  // Nodes that are their operands and nothing else.
  template <class T>
  bool operator()(const T&) const {
    return true;
  }
};

std::vector<ExprId> operands(const Function& function, ExprId id) {
  std::vector<ExprId> ids;
  for_each_operand(function[id].node, [&](ExprId operand) { ids.push_back(operand); });
  return ids;
}

}  // namespace

bool same_structure(const Function& function, ExprId a, ExprId b) {
  if (a == b) return true;
  const Expr& left = function[a];
  const Expr& right = function[b];
  if (left.type != right.type || left.node.index() != right.node.index()) return false;
  if (!std::visit(SamePayload{right.node}, left.node)) return false;
  std::vector<ExprId> left_operands = operands(function, a);
  std::vector<ExprId> right_operands = operands(function, b);
  if (left_operands.size() != right_operands.size()) return false;
  for (size_t at = 0; at < left_operands.size(); ++at) {
    if (!same_structure(function, left_operands[at], right_operands[at])) return false;
  }
  return true;
}

bool touches_memory(const Function& function, ExprId root) {
  bool found = false;
  walk_expr(function, root, [&](ExprId id) {
    const ExprNode& node = function[id].node;
    found = found || std::holds_alternative<Load>(node) || std::holds_alternative<ListGet>(node) ||
            std::holds_alternative<Call>(node) || std::holds_alternative<NewArray>(node) ||
            std::holds_alternative<CopyArray>(node) || std::holds_alternative<BroadcastFor>(node);
  });
  return found;
}

bool is_read_of(const Function& function, ExprId expr, LocalId local) {
  return read_local(function, strip_coerce(function, expr)) == local;
}

int count_reads(const Function& function, ExprId root, LocalId local) {
  int count = 0;
  for_each_read(function, root, [&](LocalId read) { count += read == local; });
  return count;
}

}  // namespace parc::ir
