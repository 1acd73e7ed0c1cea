// The conversion of the concrete tree into the Python tree: state, helpers and one function for
// each family of nodes. The concrete tree may hold errors: what is missing becomes ErrorExpr or
// ErrorStmt, and the diagnostics come from syntax_errors.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frontend/syntax/ast.h"
#include "frontend/syntax/cst.h"
#include "frontend/syntax/mask.h"
#include "support/diagnostic.h"

namespace parc::syntax {

// Nesting of expressions and statements that the tree may have; later phases recurse over it.
inline constexpr int kMaxTreeDepth = 500;

struct Converter {
  std::string_view text;  // masked
  const Cst& cst;
  const Masked& masked;
  Tree& tree;
  Diagnostics& diagnostics;
  int depth = 0;
  bool too_deep_reported = false;
  // For each function or lambda around the node: a `yield` was seen.
  std::vector<bool> generators = {};
};

// ---- helpers (convert.cpp) ----

const CstNode& node(const Converter& c, CstId id);
CstKind kind(const Converter& c, CstId id);  // kOther for kNoCst
std::string_view text_of(const Converter& c, CstId id);
SourceRange range_of(const Converter& c, CstId id);
SourceRange range_between(const Converter& c, uint32_t begin, uint32_t end);

std::vector<CstId> children(const Converter& c, CstId id);
// Children that are neither words nor operators nor errors.
std::vector<CstId> operands(const Converter& c, CstId id);
// The first child with this field, or kNoCst.
CstId child(const Converter& c, CstId id, CstField field);
CstId child(const Converter& c, CstId id, CstKind kind);
// True when a child is this word or operator.
bool has_token(const Converter& c, CstId id, std::string_view word);

ExprId add(Converter& c, SourceRange range, ExprNode node);
StmtId add(Converter& c, SourceRange range, StmtNode node);
const SourceRange& range(const Converter& c, ExprId id);

// Counts levels of nesting while it lives. `ok` is false, and the error told once, when there are
// too many.
class Nesting {
 public:
  Nesting(Converter& c, CstId id, int levels = 1);
  ~Nesting() { c_.depth -= levels_; }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;

 private:
  Converter& c_;
  int levels_;

 public:
  const bool ok;
};

// ---- expressions ----

// Converts an expression or an assignment target; kNoCst gives ErrorExpr.
ExprId expression(Converter& c, CstId id);
// The expression of an optional child: none for kNoCst.
ExprId optional_expression(Converter& c, CstId id);
std::vector<ExprId> expressions(Converter& c, const std::vector<CstId>& ids);
// A list without brackets: one expression, or a tuple when there is a comma.
ExprId bare_list(Converter& c, const std::vector<CstId>& ids);

std::optional<BinaryOp> binary_op(std::string_view spelling);  // operators.cpp
ExprId convert_operator(Converter& c, CstId id);               // operators.cpp
ExprId convert_call(Converter& c, CstId id);                   // calls.cpp
ExprId convert_subscript(Converter& c, CstId id);              // calls.cpp
ExprId convert_attribute(Converter& c, CstId id);              // calls.cpp
ExprId convert_slice(Converter& c, CstId id);                  // calls.cpp
ExprId convert_display(Converter& c, CstId id);                // displays.cpp
ExprId convert_comprehension(Converter& c, CstId id);          // displays.cpp
ExprId convert_lambda(Converter& c, CstId id);                 // definitions.cpp
ExprId convert_number(Converter& c, CstId id);                 // numbers.cpp
ExprId convert_string(Converter& c, CstId id);                 // strings.cpp
ExprId convert_type(Converter& c, CstId id);                   // types.cpp

// Positional and keyword arguments of an argument list.
void convert_arguments(Converter& c, CstId list, std::vector<ExprId>& positional,
                       std::vector<Keyword>& keywords);  // calls.cpp

// `*a.b + c` is read by the grammar as `(*a.b) + c`: gives `a.b` of such a left operand, and the
// place of the star in `star`.
ExprId take_star(Converter& c, ExprId left, SourceRange& star);
// Where the operation itself begins: at the node, or behind the star that was taken.
uint32_t begin_of(const Converter& c, CstId id, const SourceRange& star);
// Puts the star back around the finished operation.
ExprId put_star(Converter& c, ExprId whole, const SourceRange& star);

// `x := a if b else c` is read as `(x := a) if b else c`: gives `a` of such a left operand.
CstId take_value(const Converter& c, CstId left);
// Puts the name and the `:=` of `left` back around the finished operation.
ExprId put_name(Converter& c, CstId left, ExprId whole);

// ---- statements ----

Body block(Converter& c, CstId id);  // of a module, a block, or kNoCst: empty
void statement(Converter& c, CstId id, Body& out);
// The end of the last statement of the last body that has one, else `otherwise`.
uint32_t end_of(const Converter& c, std::initializer_list<const Body*> bodies, uint32_t otherwise);

StmtNode convert_simple_statement(Converter& c, CstId id);  // simple_statements.cpp
StmtNode convert_import(Converter& c, CstId id);            // imports.cpp
StmtId convert_compound_statement(Converter& c, CstId id);  // compound_statements.cpp
StmtId convert_match(Converter& c, CstId id);               // matches.cpp
StmtId convert_definition(Converter& c, CstId id);          // definitions.cpp
Parameters convert_parameters(Converter& c, CstId id);      // parameters.cpp
std::optional<std::string> docstring_of(const Tree& tree, const Body& body);

}  // namespace parc::syntax
