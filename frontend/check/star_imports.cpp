#include "frontend/check/star_imports.h"

#include <algorithm>

#include "support/text_writer.h"

namespace parc::check {
namespace {

// What `from math import *` binds, up to CPython 3.14.
constexpr std::string_view kMath[] = {
    "acos",    "acosh",    "asin",     "asinh",   "atan",      "atan2",   "atanh",     "cbrt",
    "ceil",    "comb",     "copysign", "cos",     "cosh",      "degrees", "dist",      "e",
    "erf",     "erfc",     "exp",      "exp2",    "expm1",     "fabs",    "factorial", "floor",
    "fma",     "fmod",     "frexp",    "fsum",    "gamma",     "gcd",     "hypot",     "inf",
    "isclose", "isfinite", "isinf",    "isnan",   "isqrt",     "lcm",     "ldexp",     "lgamma",
    "log",     "log10",    "log1p",    "log2",    "modf",      "nan",     "nextafter", "perm",
    "pi",      "pow",      "prod",     "radians", "remainder", "sin",     "sinh",      "sqrt",
    "sumprod", "tan",      "tanh",     "tau",     "trunc",     "ulp"};

bool is_math(const StarImport& star) { return star.level == 0 && star.module == "math"; }

const syntax::Tree* tree_of(Program& program, const StarImport& star) {
  if (is_math(star) || !program.import_source) return nullptr;
  return program.import_source(star.module, star.level);
}

bool is_exported(std::string_view name) { return !name.starts_with('_'); }

}  // namespace

std::optional<Symbol> star_symbol(Program& program, const ModuleScope& module,
                                  const std::string& name) {
  if (!is_exported(name)) return std::nullopt;
  for (auto star = module.stars.rbegin(); star != module.stars.rend(); ++star) {
    if (is_math(*star) && std::find(std::begin(kMath), std::end(kMath), name) != std::end(kMath)) {
      Symbol symbol;
      symbol.kind = SymbolKind::kLibrary;
      symbol.path = concat("math.", name);
      return symbol;
    }
    const syntax::Tree* tree = tree_of(program, *star);
    if (!tree || program.import_depth > 64) continue;
    ++program.import_depth;
    const ModuleScope& from = module_of(program, *tree);
    std::optional<Symbol> symbol;
    if (from.find(name)) {
      symbol = resolve_global(program, from, name);
    } else {
      symbol = star_symbol(program, from, name);
    }
    --program.import_depth;
    if (symbol) return symbol;
  }
  return std::nullopt;
}

void bind_stars(Program& program, ModuleScope& module) {
  if (module.stars.empty()) return;
  for (auto& [name, global] : module.globals) {
    for (const StarImport& star : module.stars) {
      if (star.range.begin < global.range.begin) continue;
      ModuleScope only;
      only.tree = module.tree;
      only.stars = {star};
      if (!star_symbol(program, only, name)) continue;
      ++global.bindings;
      global.other_range = star.range;
    }
  }
}

void report_unknown_stars(Program& program) {
  for (const auto& [tree, module] : program.modules) {
    for (const StarImport& star : module->stars) {
      if (is_math(star) || tree_of(program, star)) continue;
      program.diagnostics
          .emit(Diag::kUnsupportedImport, star.range,
                concat("`from ", star.module, " import *` may bind any name"))
          .note("import the names that you use");
    }
  }
}

}  // namespace parc::check
