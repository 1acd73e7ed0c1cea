// The Python syntax tree that the checker reads: names follow CPython's `ast` module.
// Nodes live in arenas of one Tree; every node has its source range. Expressions and statements
// that the language does not know are kept as Unsupported, with the name of the construct.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "support/ids.h"
#include "support/source.h"

namespace parc::syntax {

using ExprId = Id<struct ExprTag>;
using StmtId = Id<struct StmtTag>;
using Body = std::vector<StmtId>;

// ---- expressions ----

struct Name {
  std::string id;
};
struct IntLiteral {
  std::string digits;
};  // as written, without underscores ("0x1F", "12")
struct FloatLiteral {
  double value;
};
struct ImaginaryLiteral {
  double value;
};
struct BoolLiteral {
  bool value;
};
struct NoneLiteral {};
struct EllipsisLiteral {};
struct StringLiteral {
  std::string value;
  bool is_bytes = false;
};  // adjacent literals joined, escapes resolved

// A part of an f-string: literal text, or a value with optional conversion ('r', 's', 'a', or 0)
// and the raw format specification. The text of `{x=}` is a part of its own, as in CPython.
struct FormatPart {
  std::string text;  // when value is none
  ExprId value;
  char conversion = 0;
  std::string spec;
  bool nested_spec = false;  // the specification has fields of its own:
  std::vector<ExprId> spec_fields = {};
};
struct FString {
  std::vector<FormatPart> parts;
};

enum class UnaryOp : uint8_t { kPlus, kMinus, kInvert, kNot };
enum class BinaryOp : uint8_t {
  kAdd,
  kSub,
  kMul,
  kDiv,
  kFloorDiv,
  kMod,
  kPow,
  kMatMul,
  kShl,
  kShr,
  kAnd,
  kOr,
  kXor
};
enum class CompareOp : uint8_t { kLt, kLe, kGt, kGe, kEq, kNe, kIs, kIsNot, kIn, kNotIn };

struct Unary {
  UnaryOp op;
  ExprId operand;
};
struct Binary {
  BinaryOp op;
  ExprId left, right;
  SourceRange op_range;
};
struct BoolOp {
  bool is_and;
  std::vector<ExprId> values;
};  // two or more
struct Compare {
  ExprId left;
  std::vector<CompareOp> ops;
  std::vector<ExprId> rights;
};
struct Conditional {
  ExprId test, body, orelse;
};
struct NamedExpr {
  ExprId target, value;
};  // x := value
struct Keyword {
  std::string name;
  ExprId value;
  SourceRange range;
};  // name empty: **value
struct Call {
  ExprId callee;
  std::vector<ExprId> args;
  std::vector<Keyword> keywords;
};
struct Attribute {
  ExprId value;
  std::string name;
  SourceRange name_range;
};
struct Subscript {
  ExprId value;
  std::vector<ExprId> indices;
  bool is_tuple;
};  // a[i], a[i, j], a[i,]
struct Slice {
  ExprId lower, upper, step;
};  // each may be none; only inside Subscript
struct Starred {
  ExprId value;
};
struct Tuple {
  std::vector<ExprId> elements;
};
struct List {
  std::vector<ExprId> elements;
};
struct SetDisplay {
  std::vector<ExprId> elements;
};
struct DictDisplay {
  std::vector<ExprId> keys, values;
};  // a none key is **value
enum class ParameterKind : uint8_t { kPositionalOnly, kPlain, kVarArgs, kKeywordOnly, kKwArgs };
struct Parameter {
  std::string name;
  ParameterKind kind = ParameterKind::kPlain;
  ExprId annotation, default_value;  // may be none
  SourceRange range;
};
struct Parameters {
  std::vector<Parameter> all;
};
struct Lambda {
  Parameters parameters;
  ExprId body;
};

// One `for TARGET in ITER if …` clause; `is_par` for `par TARGET in ITER`.
struct Generator {
  ExprId target, iter;
  std::vector<ExprId> conditions;
  bool is_par = false;
  SourceRange range;
};
enum class ComprehensionKind : uint8_t { kList, kSet, kDict, kGenerator };
struct Comprehension {
  ComprehensionKind kind;
  ExprId element, value;
  std::vector<Generator> generators;
};

struct UnsupportedExpr {
  std::string what;
  std::vector<ExprId> parts = {};
};  // "an await expression"
struct ErrorExpr {};  // syntax error; a diagnostic was emitted

using ExprNode =
    std::variant<Name, IntLiteral, FloatLiteral, ImaginaryLiteral, BoolLiteral, NoneLiteral,
                 EllipsisLiteral, StringLiteral, FString, Unary, Binary, BoolOp, Compare,
                 Conditional, NamedExpr, Call, Attribute, Subscript, Slice, Starred, Tuple, List,
                 SetDisplay, DictDisplay, Lambda, Comprehension, UnsupportedExpr, ErrorExpr>;

// ---- statements ----

struct FunctionDef {
  std::string name;
  SourceRange name_range;
  Parameters parameters;
  ExprId returns;  // annotation, may be none
  Body body;
  std::vector<ExprId> decorators;
  bool is_async = false;
  bool is_outlined = false;                    // made of code of the top level, which it holds
  std::optional<SourceRange> type_parameters;  // `[T]` with its brackets
  std::optional<std::string> docstring;
  bool is_generator = false;  // a `yield` of its own
};
struct ClassDef {
  std::string name;
  std::vector<ExprId> bases;
  Body body;
  std::vector<ExprId> decorators;
  std::vector<Keyword> keywords = {};  // metaclass=…
  SourceRange name_range = {};
  std::optional<SourceRange> type_parameters = {};  // `[T]` with its brackets
};
struct Return {
  ExprId value;
};
struct Delete {
  std::vector<ExprId> targets;
};
struct Assign {
  std::vector<ExprId> targets;
  ExprId value;
};  // a = b = value
struct AugAssign {
  ExprId target;
  BinaryOp op;
  ExprId value;
};
struct AnnAssign {
  ExprId target, annotation, value;
};  // value may be none
struct For {
  ExprId target, iter;
  Body body, orelse;
  bool is_par = false;  // the statement form `par x in xs:`
  bool is_async = false;
  SourceRange header;  // `for … :` without the body
};
struct While {
  ExprId test;
  Body body, orelse;
  SourceRange header;
};
struct If {
  ExprId test;
  Body body, orelse;
};
struct WithItem {
  ExprId context, target;
};
struct With {
  std::vector<WithItem> items;
  Body body;
  bool is_async = false;
  SourceRange header;
};
struct Raise {
  ExprId exception, cause;
};
struct Assert {
  ExprId test, message;
};
struct ImportName {
  std::string name, as_name;
  SourceRange range;
};  // as_name empty: none
struct Import {
  std::vector<ImportName> names;
};
struct ImportFrom {
  std::string module;
  int level = 0;
  std::vector<ImportName> names;
};  // name "*" for a star
struct Global {
  std::vector<std::string> names;
};
struct Nonlocal {
  std::vector<std::string> names;
};
struct ExprStmt {
  ExprId value;
};
struct Pass {};
struct Break {};
struct Continue {};
// Kept to be scanned, never compiled. `bound_names` are those of `except E as name`.
struct Try {
  Body body;
  std::vector<Body> handlers;
  Body orelse, finally;
  std::vector<std::string> bound_names = {};
  std::vector<ExprId> handler_types = {};
};
// "a match statement", "a type alias statement"; `bound_names` are captures and the alias.
struct UnsupportedStmt {
  std::string what;
  std::vector<Body> bodies;
  std::vector<std::string> bound_names = {};
  std::vector<ExprId> parts = {};
};
struct ErrorStmt {};

using StmtNode =
    std::variant<FunctionDef, ClassDef, Return, Delete, Assign, AugAssign, AnnAssign, For, While,
                 If, With, Raise, Assert, Import, ImportFrom, Global, Nonlocal, ExprStmt, Pass,
                 Break, Continue, Try, UnsupportedStmt, ErrorStmt>;

struct Expr {
  SourceRange range;
  ExprNode node;
};
struct Stmt {
  SourceRange range;
  StmtNode node;
};

// A parsed module. `masked_text` is the source with every statement or clause `par` written as
// `for`: the same length, valid Python.
struct Tree {
  FileId file;
  std::string masked_text;
  Body body;
  std::optional<std::string> docstring;
  Arena<Expr, ExprId> exprs;
  Arena<Stmt, StmtId> stmts;

  const Expr& operator[](ExprId id) const { return exprs[id]; }
  const Stmt& operator[](StmtId id) const { return stmts[id]; }
};

// The node as a T, or null.
template <class T>
const T* get(const Tree& tree, ExprId id) {
  return id ? std::get_if<T>(&tree[id].node) : nullptr;
}
template <class T>
const T* get(const Tree& tree, StmtId id) {
  return std::get_if<T>(&tree[id].node);
}

}  // namespace parc::syntax
