// A module of the IR: the native functions of one compilation, and which of them Python can call.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ir/stmt.h"
#include "ir/types.h"

namespace parc::ir {

enum class LocalRole : uint8_t {
  kParameter,
  kVariable,  // a version of a Python variable (a name has one local per type it takes)
  kIndex,     // hidden index of a Loop
  kTemporary,
  kBoundFlag,  // kBool: whether the variable `name` is bound
};

struct Local {
  std::string name;  // the Python name, "" for temporaries
  TypeId type;
  LocalRole role = LocalRole::kVariable;
  SourceRange range;  // first binding
};

// Where code came from: frame 0 is the function itself; inlining adds one per inlined call.
struct Frame {
  std::string function;  // Python name, for tracebacks
  FileId file;
  SourceRange call;  // the call in the parent frame (unused for frame 0)
  FrameId parent = 0;
};

struct Parameter {
  LocalId local;
  std::string name;
};

struct Function {
  std::string name;    // Python name
  std::string symbol;  // unique in the module, a C identifier
  SourceRange range;   // the def's header
  std::vector<Parameter> parameters;
  TypeId result;
  Block body;
  bool is_recursive = false;  // can reach itself by calls
  std::vector<Frame> frames;

  Arena<Local, LocalId> locals;
  Arena<Expr, ExprId> exprs;
  Arena<Stmt, StmtId> stmts;
  uint32_t label_count = 0;

  const Expr& operator[](ExprId id) const { return exprs[id]; }
  Expr& operator[](ExprId id) { return exprs[id]; }
  const Stmt& operator[](StmtId id) const { return stmts[id]; }
  Stmt& operator[](StmtId id) { return stmts[id]; }
  const Local& operator[](LocalId id) const { return locals[id]; }
  Local& operator[](LocalId id) { return locals[id]; }
};

// A native version of a Python function that Python can call.
struct Entry {
  std::string name;  // Python name
  FunctionId function;
  bool annotated = true;  // false: chosen by the types of the arguments, else runs as Python
  bool has_par = false;   // holds a par loop itself
  // Axis names of Annotated[NDArray[…], "n m"], one per parameter ("" when none).
  std::vector<std::string> dims;
};

struct Module {
  std::string name;  // import name's last part
  FileId file;
  TypeTable types;
  Arena<Function, FunctionId> functions;
  std::vector<Entry> entries;

  const Function& operator[](FunctionId id) const { return functions[id]; }
  Function& operator[](FunctionId id) { return functions[id]; }
};

}  // namespace parc::ir
