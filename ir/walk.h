// Visiting the children of a node. Each function exists once for const and for mutable nodes; the
// visits below are exhaustive, so that a new node does not compile until it is added here.
//
// Operands come in the order in which they are evaluated; absent ones (an invalid id) are skipped.
#pragma once

#include <type_traits>
#include <utility>

#include "ir/module.h"

namespace parc::ir {

namespace walk_detail {

template <class Id, class F>
void visit_id(Id& id, F& f) {
  if (id.valid()) f(id);
}
template <class Ids, class F>
void visit_ids(Ids& ids, F& f) {
  for (auto& id : ids) visit_id(id, f);
}

template <class F>
struct Operands {
  F& f;
  template <class... Ids>
  void all(Ids&... ids) const {
    (visit_id(ids, f), ...);
  }
  template <class Ids>
  void list(Ids& ids) const {
    visit_ids(ids, f);
  }

  template <class Node>
  void operator()(Node& node) const {
    using T = std::remove_const_t<Node>;
    if constexpr (std::is_same_v<T, Const> || std::is_same_v<T, NoneValue> ||
                  std::is_same_v<T, LocalRef>) {
    } else if constexpr (std::is_same_v<T, Unary> || std::is_same_v<T, Truth> ||
                         std::is_same_v<T, Not> || std::is_same_v<T, Coerce> ||
                         std::is_same_v<T, Narrow> || std::is_same_v<T, Convert>) {
      all(node.operand);
    } else if constexpr (std::is_same_v<T, Binary> || std::is_same_v<T, Compare> ||
                         std::is_same_v<T, Logic>) {
      all(node.left, node.right);
    } else if constexpr (std::is_same_v<T, Select>) {
      all(node.condition, node.then_value, node.else_value);
    } else if constexpr (std::is_same_v<T, Load>) {
      all(node.array);
      list(node.indices);
    } else if constexpr (std::is_same_v<T, View>) {
      all(node.array);
      for (auto& item : node.items) view_item(item);
    } else if constexpr (std::is_same_v<T, Transpose> || std::is_same_v<T, ShapeOf> ||
                         std::is_same_v<T, ArraySize> || std::is_same_v<T, CopyArray>) {
      all(node.array);
    } else if constexpr (std::is_same_v<T, ListLength>) {
      all(node.list);
    } else if constexpr (std::is_same_v<T, ListGet>) {
      all(node.list, node.index);
    } else if constexpr (std::is_same_v<T, MakeTuple>) {
      list(node.elements);
    } else if constexpr (std::is_same_v<T, TupleGet>) {
      all(node.tuple);
    } else if constexpr (std::is_same_v<T, TupleIndex>) {
      all(node.tuple, node.index);
    } else if constexpr (std::is_same_v<T, Call>) {
      list(node.args);
      if (node.combination) all(node.combination->identity);
    } else if constexpr (std::is_same_v<T, CallBuiltin>) {
      list(node.args);
    } else if constexpr (std::is_same_v<T, NewArray>) {
      list(node.shape);
      all(node.value);
    } else if constexpr (std::is_same_v<T, BroadcastFor>) {
      all(node.array, node.target);
    } else {
      static_assert(std::is_same_v<T, RangeLength>, "a new expression node: add its operands");
      all(node.start, node.stop, node.step);
    }
  }

 private:
  template <class Item>
  void view_item(Item& item) const {
    if (auto* index = std::get_if<ExprId>(&item)) {
      visit_id(*index, f);
    } else {
      auto& slice = std::get<SliceItem>(item);
      all(slice.lower, slice.upper, slice.step);
    }
  }
};

// Expressions that a statement itself evaluates (not those of its blocks).
template <class F>
struct StmtExprs {
  F& f;
  template <class Node>
  void operator()(Node& node) const {
    using T = std::remove_const_t<Node>;
    if constexpr (std::is_same_v<T, Assign> || std::is_same_v<T, Evaluate> ||
                  std::is_same_v<T, Return>) {
      visit_id(node.value, f);
    } else if constexpr (std::is_same_v<T, Store>) {
      visit_id(node.value, f);
      visit_id(node.array, f);
      visit_ids(node.indices, f);
    } else if constexpr (std::is_same_v<T, StoreView>) {
      visit_id(node.value, f);
      visit_id(node.view, f);
    } else if constexpr (std::is_same_v<T, ListSet>) {
      visit_id(node.value, f);
      visit_id(node.list, f);
      visit_id(node.index, f);
    } else if constexpr (std::is_same_v<T, If> || std::is_same_v<T, While>) {
      visit_id(node.condition, f);
    } else if constexpr (std::is_same_v<T, Loop>) {
      visit_id(node.trip, f);
    } else if constexpr (std::is_same_v<T, Raise>) {
      for (auto& argument : node.args) {
        for (auto& part : argument.parts) visit_id(part.value, f);
        visit_id(argument.value, f);
      }
    } else {
      static_assert(std::is_same_v<T, Break> || std::is_same_v<T, Continue> ||
                        std::is_same_v<T, CheckBound> || std::is_same_v<T, Labeled> ||
                        std::is_same_v<T, Leave>,
                    "a new statement node: add its expressions");
    }
  }
};

template <class F>
struct Blocks {
  F& f;
  template <class Node>
  void operator()(Node& node) const {
    using T = std::remove_const_t<Node>;
    if constexpr (std::is_same_v<T, If>) {
      f(node.then_body);
      f(node.else_body);
    } else if constexpr (std::is_same_v<T, While> || std::is_same_v<T, Loop>) {
      f(node.body);
      f(node.orelse);
    } else if constexpr (std::is_same_v<T, Labeled>) {
      f(node.body);
    } else {
      static_assert(std::is_same_v<T, Assign> || std::is_same_v<T, Store> ||
                        std::is_same_v<T, StoreView> || std::is_same_v<T, ListSet> ||
                        std::is_same_v<T, Evaluate> || std::is_same_v<T, Break> ||
                        std::is_same_v<T, Continue> || std::is_same_v<T, Return> ||
                        std::is_same_v<T, Raise> || std::is_same_v<T, CheckBound> ||
                        std::is_same_v<T, Leave>,
                    "a new statement node: add its blocks");
    }
  }
};

}  // namespace walk_detail

// f(ExprId&) for each direct operand. A mutable visit must not add nodes to the function: that
// moves the node under visit.
template <class Node, class F>
  requires std::is_same_v<std::remove_const_t<Node>, ExprNode>
void for_each_operand(Node& node, F&& f) {
  std::visit(walk_detail::Operands<std::remove_reference_t<F>>{f}, node);
}

// f(ExprId&) for each expression that the statement (a StmtNode or one of its alternatives)
// evaluates itself.
template <class Node, class F>
void for_each_expr(Node& node, F&& f) {
  walk_detail::StmtExprs<std::remove_reference_t<F>> visitor{f};
  if constexpr (std::is_same_v<std::remove_const_t<Node>, StmtNode>) {
    std::visit(visitor, node);
  } else {
    visitor(node);
  }
}

// f(Block&) for each block directly inside the statement, in source order; empty ones too.
template <class Node, class F>
  requires std::is_same_v<std::remove_const_t<Node>, StmtNode>
void for_each_block(Node& node, F&& f) {
  std::visit(walk_detail::Blocks<std::remove_reference_t<F>>{f}, node);
}

// f(FunctionId&) for each function that the call may run.
template <class CallNode, class F>
  requires std::is_same_v<std::remove_const_t<CallNode>, Call>
void for_each_callee(CallNode& call, F&& f) {
  f(call.callee);
  if (call.combination) f(call.combination->merge);
}

// f(ExprId) for the expression and everything under it, parents first.
template <class F>
void walk_expr(const Function& function, ExprId root, F&& f) {
  f(root);
  for_each_operand(function[root].node, [&](ExprId operand) { walk_expr(function, operand, f); });
}

// f(StmtId) for every statement of the block at every depth, parents first.
template <class F>
void walk_stmts(const Function& function, const Block& block, F&& f) {
  for (StmtId id : block) {
    f(id);
    for_each_block(function[id].node, [&](const Block& inner) { walk_stmts(function, inner, f); });
  }
}

// f(ExprId) for every expression at every depth that the block evaluates.
template <class F>
void walk_exprs(const Function& function, const Block& block, F&& f) {
  walk_stmts(function, block, [&](StmtId id) {
    for_each_expr(function[id].node, [&](ExprId root) { walk_expr(function, root, f); });
  });
}

}  // namespace parc::ir
