// What a name or a dotted name stands for when it is no local variable.
#pragma once

#include <optional>
#include <string>

#include "frontend/check/program.h"

namespace parc::check {

enum class SymbolKind : uint8_t {
  kNone,      // no such thing: an ordinary expression, a local variable, an unknown name
  kLibrary,   // `path`: "abs", "float", "math.sin", "np.zeros", "np", "parc.par", "typing.Any"
  kModule,    // a source module
  kFunction,  // a function of a source module
  kValue,     // a module-level value
  kOther,     // another module-level name: a class, a loop variable, …
};

struct Symbol {
  SymbolKind kind = SymbolKind::kNone;
  std::string path;                     // kLibrary
  const ModuleScope* module = nullptr;  // kModule; else where the name is bound
  const Global* global = nullptr;       // kFunction, kValue, kOther
};

// Resolves `np.zeros`, `helpers.f`, `par`, `abs`. `scope` holds the local names, which hide others.
Symbol resolve(Program& program, const ModuleScope& module, const Scope* scope, syntax::ExprId id);
Symbol resolve(const Context& c, syntax::ExprId id);
// Resolves a module-level or built-in name.
Symbol resolve_global(Program& program, const ModuleScope& module, const std::string& name);

// Whether the expression is the library thing with this path.
bool is_library(const Context& c, syntax::ExprId id, std::string_view path);

// Names of Python's built-in functions, types and exceptions that the checker has a meaning for or
// a message about.
bool is_builtin_name(std::string_view name);

// Whether a library path leads to something that the checker knows about: Python's built-ins, math,
// NumPy, typing, parc.
bool is_known_library(std::string_view path);

// The kind that a type of Python or NumPy (or of parc's short names) stands for: "int",
// "np.float64", "np.double", "parc.f64".
std::optional<ir::Kind> kind_of_type(std::string_view path);

}  // namespace parc::check
