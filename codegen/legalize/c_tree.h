// The legalised program: what C++ says directly, as a small tree. The printer turns it into text
// and decides nothing; everything about Python was spelled out before.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "codegen/legalize/loop_code.h"

namespace parc::lower {

// ---- expressions: immutable, shared ----

struct CExprNode;
using CExpr = std::shared_ptr<const CExprNode>;

struct CName {
  std::string text;
};  // a variable, or a qualified constant
struct CInt {
  __int128 value;
};  // of type parc_i64 when it fits, else parc_u64 or parc_i128
struct CFloat {
  double value;
  bool single;
};
struct CBool {
  bool value;
};
struct CString {
  std::string text;
};  // a C string literal
struct CNull {};
struct CPrefix {
  const char* op;
  CExpr operand;
};
struct CInfix {
  const char* op;
  CExpr left, right;
};
struct CTernary {
  CExpr condition, then_value, else_value;
};
struct CCall {
  std::string function;
  std::vector<CExpr> args;
};
struct CMember {
  CExpr object;
  std::string field;
  bool arrow;
};
struct CElement {
  CExpr pointer, index;
};
struct CCast {
  std::string type;
  CExpr operand;
};
struct CInit {
  std::string type;
  std::vector<CExpr> fields;
};  // type{…}

inline constexpr int kLargestSize = 1 << 20;

struct CExprNode {
  std::variant<CName, CInt, CFloat, CBool, CString, CNull, CPrefix, CInfix, CTernary, CCall,
               CMember, CElement, CCast, CInit>
      node;
  int depth = 1;  // nesting, to keep below what compilers accept
  int size = 1;   // nodes as printed, at most kLargestSize: shared operands count each time
};

// ---- statements ----

struct CStmtNode;
using CStmt = std::shared_ptr<CStmtNode>;
using CBlock = std::vector<CStmt>;

struct CDeclare {
  std::string type, name;
  CExpr init;
};  // init may be null
struct CAssign {
  CExpr target, value;
};
struct CEvaluate {
  CExpr value;
};
enum class Hint : uint8_t { kNone, kLikely, kUnlikely };
struct CIf {
  CExpr condition;
  Hint hint;
  CBlock then_body, else_body;
};
// for (parc_i64 index = begin; index < end; index += step)
struct CFor {
  std::string index;
  CExpr begin, end, step;
  CBlock body;
  std::optional<LoopOrigin> origin = {};
};
struct CForever {
  CBlock body;
  std::optional<LoopOrigin> origin = {};
};
struct CBreak {};
struct CContinue {};
struct CGoto {
  std::string label;
};
struct CLabel {
  std::string label;
};
struct CReturn {
  CExpr value;
};  // value may be null
struct CScope {
  CBlock body;
};
struct CLine {
  uint32_t line;
};  // of the Python file
// Sums in the body may be regrouped (within fixed blocks: same bits at every thread count).
struct CReassociate {
  CBlock body;
};
enum class ScheduleKind : uint8_t { kStatic, kStaticChunk, kDynamic, kGuided };
// A parallel region whose threads share the iterations of the loop; `prologue` and `epilogue` run
// once a thread.
struct CParallelFor {
  CExpr threads;
  ScheduleKind schedule;
  CExpr chunk;  // null for kStatic
  CBlock prologue;
  CFor loop;
  CBlock epilogue;
};

struct CStmtNode {
  std::variant<CDeclare, CAssign, CEvaluate, CIf, CFor, CForever, CBreak, CContinue, CGoto, CLabel,
               CReturn, CScope, CLine, CReassociate, CParallelFor>
      node;
};

// ---- declarations ----

struct CField {
  std::string type, name;
};
struct CStruct {
  std::string name;
  std::vector<CField> fields;
};
struct CParameter {
  std::string type, name;
};
enum class FunctionHint : uint8_t { kNone, kInline, kNoInline, kCold, kLarge };
struct CFunction {
  std::string result, name;
  std::vector<CParameter> parameters;
  CBlock body;
  FunctionHint hint = FunctionHint::kNone;
  bool exported = false;  // extern "C", visible
  std::string comment;    // the Python function, one line
  SourceRange origin;     // what it was made of
};
// static const TYPE NAME = init, or an array when `is_array`.
struct CConstant {
  std::string type, name;
  bool is_array;
  CExpr init;
};
using CDeclaration = std::variant<CStruct, CConstant, CFunction>;

struct Program {
  std::string source_name;  // for #line
  std::string comment;      // first lines of the text
  std::vector<std::string> headers = {"kernel.h"};
  std::vector<CDeclaration> declarations;
  std::vector<LoopCode> loops;  // the par loops
};

}  // namespace parc::lower
