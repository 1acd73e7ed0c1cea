// Short constructors for the C tree, with the folding that keeps the text readable.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "codegen/legalize/c_tree.h"

namespace parc::lower {

CExpr name(std::string text);
CExpr integer(__int128 value);
CExpr floating(double value, bool single = false);
CExpr boolean(bool value);
CExpr string(std::string text);
CExpr null();
CExpr prefix(const char* op, CExpr operand);
CExpr infix(const char* op, CExpr left, CExpr right);
CExpr ternary(CExpr condition, CExpr then_value, CExpr else_value);
CExpr call(std::string function, std::vector<CExpr> args);
CExpr member(CExpr object, std::string field);
CExpr arrow(CExpr object, std::string field);
CExpr element(CExpr pointer, CExpr index);
CExpr cast(std::string type, CExpr operand);
CExpr init(std::string type, std::vector<CExpr> fields);
CExpr address(CExpr operand);

// `and` of two conditions; null counts as true, and what is never true is the whole.
CExpr conjunction(CExpr left, CExpr right);
// All, or any, of many conditions, in their order: a flat tree, null when there are none.
CExpr all_of(std::span<const CExpr> conditions);
CExpr any_of(std::span<const CExpr> conditions);

// The value of an integer literal, or null pointer when it is none.
const __int128* literal(const CExpr& expr);
// Whether writing the expression twice costs nothing: names, literals and members of names.
bool is_trivial(const CExpr& expr);

template <class T>
CStmt statement(T node) {
  return std::make_shared<CStmtNode>(CStmtNode{std::move(node)});
}

}  // namespace parc::lower
