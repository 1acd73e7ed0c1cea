// Small helpers that add nodes to a function and read common ones back.
#pragma once

#include <optional>
#include <utility>

#include "ir/module.h"

namespace parc::ir {

inline ExprId add(Function& function, ExprNode node, TypeId type, SourceRange range,
                  FrameId frame = 0) {
  return function.exprs.add(Expr{std::move(node), type, range, frame});
}

inline StmtId add(Function& function, StmtNode node, SourceRange range, FrameId frame = 0) {
  return function.stmts.add(Stmt{std::move(node), range, frame});
}

inline LocalId add_local(Function& function, std::string name, TypeId type, LocalRole role,
                         SourceRange range) {
  return function.locals.add(Local{std::move(name), type, role, range});
}

inline LabelId add_label(Function& function) { return LabelId{function.label_count++}; }

inline ExprId local_ref(Function& function, LocalId local, SourceRange range, FrameId frame = 0) {
  return add(function, LocalRef{local}, function[local].type, range, frame);
}

// Literals of Python's own kinds.
inline ExprId const_int(Function& function, const TypeTable& types, int64_t value,
                        SourceRange range, FrameId frame = 0) {
  return add(function, Const{value}, types.scalar(Kind::kInt), range, frame);
}
inline ExprId const_bool(Function& function, const TypeTable& types, bool value, SourceRange range,
                         FrameId frame = 0) {
  return add(function, Const{value}, types.scalar(Kind::kBool), range, frame);
}
inline ExprId const_float(Function& function, const TypeTable& types, double value,
                          SourceRange range, FrameId frame = 0) {
  return add(function, Const{value}, types.scalar(Kind::kFloat), range, frame);
}

// The node of an expression when it is a T, else null. The pointer is good until a node is added.
template <class T>
const T* expr_if(const Function& function, ExprId id) {
  return std::get_if<T>(&function[id].node);
}
template <class T>
const T* stmt_if(const Function& function, StmtId id) {
  return std::get_if<T>(&function[id].node);
}

// The value of a constant of an integer kind that fits int64, or of a bool.
std::optional<int64_t> constant_int(const Function& function, ExprId id);
// The local that is read when the expression is a LocalRef, else none.
inline LocalId read_local(const Function& function, ExprId id) {
  const LocalRef* ref = expr_if<LocalRef>(function, id);
  return ref ? ref->local : LocalId{};
}
// The operand under any number of Coerce and Narrow nodes: the same value in another
// representation.
ExprId strip_coerce(const Function& function, ExprId id);

}  // namespace parc::ir
