#include "frontend/check/symbols.h"

#include <algorithm>
#include <array>

#include "frontend/check/star_imports.h"

namespace parc::check {
namespace {

using ir::Kind;

struct TypeName {
  std::string_view path;
  Kind kind;
};

constexpr TypeName kTypeNames[] = {
    {"bool", Kind::kBool},        {"int", Kind::kInt},        {"float", Kind::kFloat},
    {"complex", Kind::kComplex},  {"np.bool", Kind::kNpBool}, {"np.bool_", Kind::kNpBool},
    {"np.int8", Kind::kI8},       {"np.byte", Kind::kI8},     {"np.int16", Kind::kI16},
    {"np.short", Kind::kI16},     {"np.int32", Kind::kI32},   {"np.intc", Kind::kI32},
    {"np.int64", Kind::kI64},     {"np.int_", Kind::kI64},    {"np.intp", Kind::kI64},
    {"np.long", Kind::kI64},      {"np.uint8", Kind::kU8},    {"np.ubyte", Kind::kU8},
    {"np.uint16", Kind::kU16},    {"np.ushort", Kind::kU16},  {"np.uint32", Kind::kU32},
    {"np.uintc", Kind::kU32},     {"np.uint64", Kind::kU64},  {"np.uint", Kind::kU64},
    {"np.uintp", Kind::kU64},     {"np.ulong", Kind::kU64},   {"np.float32", Kind::kF32},
    {"np.single", Kind::kF32},    {"np.float64", Kind::kF64}, {"np.double", Kind::kF64},
    {"np.complex64", Kind::kC64}, {"np.csingle", Kind::kC64}, {"np.complex128", Kind::kC128},
    {"np.cdouble", Kind::kC128},  {"parc.b1", Kind::kNpBool}, {"parc.bool_", Kind::kNpBool},
    {"parc.i8", Kind::kI8},       {"parc.i16", Kind::kI16},   {"parc.i32", Kind::kI32},
    {"parc.i64", Kind::kI64},     {"parc.u8", Kind::kU8},     {"parc.u16", Kind::kU16},
    {"parc.u32", Kind::kU32},     {"parc.u64", Kind::kU64},   {"parc.f32", Kind::kF32},
    {"parc.f64", Kind::kF64},     {"parc.c64", Kind::kC64},   {"parc.c128", Kind::kC128},
};

constexpr std::string_view kBuiltinNames[] = {
    "abs",
    "all",
    "any",
    "bin",
    "bool",
    "bytearray",
    "bytes",
    "callable",
    "chr",
    "classmethod",
    "compile",
    "complex",
    "delattr",
    "dict",
    "dir",
    "divmod",
    "enumerate",
    "eval",
    "exec",
    "filter",
    "float",
    "format",
    "frozenset",
    "getattr",
    "globals",
    "hasattr",
    "hash",
    "hex",
    "id",
    "input",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "list",
    "locals",
    "map",
    "max",
    "memoryview",
    "min",
    "next",
    "object",
    "oct",
    "open",
    "ord",
    "pow",
    "print",
    "property",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "setattr",
    "slice",
    "sorted",
    "staticmethod",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "vars",
    "zip",
    "__name__",
    "__file__",
    "__debug__",
    "__doc__",
    "NotImplemented",
    "BaseExceptionGroup",
    "ExceptionGroup",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "UnicodeTranslateError",
#define PARC_EXCEPTION(name) #name,
#include "frontend/check/exceptions.def"
#undef PARC_EXCEPTION
};

Symbol library(std::string path) {
  // One spelling for the things that several modules export.
  if (path == "numpy" || path.starts_with("numpy.")) path = "np" + path.substr(5);
  if (path.starts_with("builtins.")) path = path.substr(9);
  Symbol symbol;
  symbol.kind = SymbolKind::kLibrary;
  symbol.path = std::move(path);
  return symbol;
}

Symbol global_symbol(Program& program, const ModuleScope& module, const Global& global);

Symbol member(Program& program, const ModuleScope& module, const std::string& name) {
  if (const Global* global = module.find(name)) return global_symbol(program, module, *global);
  return {};
}

Symbol imported(Program& program, const Global& global) {
  std::string dotted = global.module;
  if (global.level == 0 && !dotted.empty() && is_known_library(dotted)) {
    if (!global.attribute.empty()) dotted += "." + global.attribute;
    return library(dotted);
  }
  const syntax::Tree* tree =
      program.import_source ? program.import_source(global.module, global.level) : nullptr;
  if (global.attribute.empty()) {
    if (!tree) return library(dotted);
    Symbol symbol;
    symbol.kind = SymbolKind::kModule;
    symbol.module = &module_of(program, *tree);
    return symbol;
  }
  if (tree) {
    Symbol symbol = member(program, module_of(program, *tree), global.attribute);
    if (symbol.kind != SymbolKind::kNone) return symbol;
  }
  std::string submodule = dotted.empty() ? global.attribute : dotted + "." + global.attribute;
  if (program.import_source) {
    if (const syntax::Tree* inner = program.import_source(submodule, global.level)) {
      Symbol symbol;
      symbol.kind = SymbolKind::kModule;
      symbol.module = &module_of(program, *inner);
      return symbol;
    }
  }
  return library(submodule);
}

Symbol global_symbol(Program& program, const ModuleScope& module, const Global& global) {
  if (global.kind == GlobalKind::kImport && global.bindings == 1) {
    // A module that imports itself in a circle must not lead back here for ever.
    if (program.import_depth > 64) return {};
    ++program.import_depth;
    Symbol symbol = imported(program, global);
    --program.import_depth;
    return symbol;
  }
  Symbol symbol;
  symbol.module = &module;
  symbol.global = &global;
  symbol.kind = global.kind == GlobalKind::kFunction ? SymbolKind::kFunction
                : global.kind == GlobalKind::kValue  ? SymbolKind::kValue
                                                     : SymbolKind::kOther;
  return symbol;
}

}  // namespace

Symbol resolve_global(Program& program, const ModuleScope& module, const std::string& name) {
  if (const Global* global = module.find(name)) return global_symbol(program, module, *global);
  if (auto symbol = star_symbol(program, module, name)) return *symbol;
  if (is_builtin_name(name)) return library(name);
  return {};
}

Symbol resolve(Program& program, const ModuleScope& module, const Scope* scope, syntax::ExprId id) {
  const syntax::Tree& tree = *module.tree;
  if (const auto* name = syntax::get<syntax::Name>(tree, id)) {
    if (scope && scope->find(name->id)) return {};
    return resolve_global(program, module, name->id);
  }
  const auto* attribute = syntax::get<syntax::Attribute>(tree, id);
  if (!attribute) return {};
  Symbol base = resolve(program, module, scope, attribute->value);
  if (base.kind == SymbolKind::kLibrary) return library(base.path + "." + attribute->name);
  if (base.kind != SymbolKind::kModule) return {};
  Symbol found = member(program, *base.module, attribute->name);
  if (found.kind == SymbolKind::kNone) {
    found.kind = SymbolKind::kOther;
    found.module = base.module;
  }
  return found;
}

Symbol resolve(const Context& c, syntax::ExprId id) {
  return resolve(c.program, *c.module, c.scope, id);
}

bool is_library(const Context& c, syntax::ExprId id, std::string_view path) {
  Symbol symbol = resolve(c, id);
  return symbol.kind == SymbolKind::kLibrary && symbol.path == path;
}

bool is_builtin_name(std::string_view name) {
  return std::find(std::begin(kBuiltinNames), std::end(kBuiltinNames), name) !=
         std::end(kBuiltinNames);
}

bool is_known_library(std::string_view path) {
  std::string_view root = path.substr(0, path.find('.'));
  constexpr std::string_view kRoots[] = {
      "np", "numpy", "math", "parc", "typing", "typing_extensions", "builtins", "__future__"};
  return is_builtin_name(root) ||
         std::find(std::begin(kRoots), std::end(kRoots), root) != std::end(kRoots);
}

std::optional<Kind> kind_of_type(std::string_view path) {
  for (const TypeName& type : kTypeNames) {
    if (type.path == path) return type.kind;
  }
  return std::nullopt;
}

}  // namespace parc::check
