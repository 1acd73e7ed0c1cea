// Calls: of functions of source modules, of built-in and library functions, of methods.
#pragma once

#include <string>

#include "frontend/check/emit.h"
#include "frontend/check/program.h"
#include "frontend/check/symbols.h"
#include "frontend/check/value.h"

namespace parc::check {

// A call whose callee is known.
struct CallSite {
  syntax::ExprId id;
  const syntax::Call* node;
  SourceRange range;
};

// function_calls.cpp
Value call_function(Context& c, const CallSite& site, const Symbol& symbol);
// builtin_calls.cpp
Value call_library(Context& c, const CallSite& site, const std::string& path);
// conversions.cpp
Value call_type(Context& c, const CallSite& site, const std::string& path, ir::Kind kind);
// extremes.cpp
Value call_extreme(Context& c, const CallSite& site, bool is_max);
// Of two or more numbers that were checked in this order.
Value extreme_of(Context& c, const CallSite& site, std::vector<Value> values, bool is_max);
// folds.cpp: sum, any, all, and min and max of one iterable
bool is_fold(std::string_view name);
Value call_fold(Context& c, const CallSite& site, const std::string& name);
// array_makers.cpp
bool is_array_maker(std::string_view path);
Value call_array_maker(Context& c, const CallSite& site, const std::string& path);
// methods.cpp
Value call_method(Context& c, const CallSite& site, const syntax::Attribute& callee);

// Reports arguments that do not fit the callee.
Value wrong_arguments(Context& c, const CallSite& site, std::string message);
Value unsupported_call(Context& c, const CallSite& site, std::string message,
                       std::string note = "");
// Checks positional arguments; nothing when there are keywords or stars or an argument failed.
std::optional<std::vector<Value>> positional(Context& c, const CallSite& site,
                                             const std::string& name);

}  // namespace parc::check
