#include <algorithm>

#include "frontend/check/calls.h"
#include "frontend/check/exactness.h"
#include "frontend/check/expressions.h"
#include "frontend/check/folds.h"
#include "frontend/check/type_join.h"
#include "frontend/check/variables.h"
#include "ir/builtins.h"
#include "support/spelling.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using ir::Kind;
using ir::TypeId;

constexpr std::string_view kLibraryNames[] = {
#define PARC_BUILTIN(id, name, ...) name,
#include "ir/builtins.def"
#undef PARC_BUILTIN
    "math.fsum", "math.prod", "math.dist",     "np.zeros",      "np.empty",
    "np.ones",   "np.full",   "np.zeros_like", "np.empty_like", "np.copy"};

Value call_len(Context& c, const CallSite& site) {
  auto args = positional(c, site, "len");
  if (!args) return make_error(c, site.range);
  if (args->size() != 1) return wrong_arguments(c, site, "len takes one argument");
  const Value& value = args->front();
  TypeId int_type = c.types().scalar(Kind::kInt);
  if (c.types().get<ir::ArrayType>(value.type)) {
    return make(c, ir::ShapeOf{value.expr, 0}, int_type, site.range);
  }
  if (c.types().get<ir::ListType>(value.type)) {
    return make(c, ir::ListLength{value.expr}, int_type, site.range);
  }
  if (const auto* tuple = c.types().get<ir::TupleType>(value.type)) {
    return make_int(c, static_cast<int64_t>(tuple->elements.size()), site.range);
  }
  want_axes(c, value);
  return report_types(c, site.range, concat(spell(c, value.type), " has no len()"), {value});
}

// `parc._if_bound(name)`, in code that was made of a notebook cell.
Value call_if_bound(Context& c, const CallSite& site) {
  const auto* name = site.node->args.size() == 1
                         ? syntax::get<syntax::Name>(c.tree(), site.node->args[0])
                         : nullptr;
  const NameId* local = name && c.scope ? c.scope->find(name->id) : nullptr;
  if (!local) return wrong_arguments(c, site, "the name of a local variable is needed");
  return read_if_bound(c, *local, site.range);
}

Value call_tuple(Context& c, const CallSite& site) {
  auto args = positional(c, site, "tuple");
  if (!args) return make_error(c, site.range);
  if (args->empty()) return make(c, ir::MakeTuple{}, c.types().tuple({}), site.range);
  if (args->size() == 1 && c.types().get<ir::TupleType>(args->front().type)) return args->front();
  return unsupported_call(c, site, "tuple(...) takes a tuple here", "write the items in brackets");
}

// The result for every combination of the alternatives of mixed arguments, joined.
std::optional<TypeId> result_of(Context& c, ir::Builtin builtin, const std::vector<Value>& args) {
  std::optional<TypeId> result = c.types().never();
  std::vector<std::vector<Kind>> alternatives;
  size_t combinations = 1;
  for (const Value& arg : args) {
    alternatives.push_back(kinds_of(c.types(), arg.type));
    combinations *= alternatives.back().size();
  }
  if (combinations > 4096) return std::nullopt;
  for (size_t number = 0; number < combinations && result; ++number) {
    std::vector<Kind> kinds;
    size_t rest = number;
    for (const std::vector<Kind>& choices : alternatives) {
      kinds.push_back(choices[rest % choices.size()]);
      rest /= choices.size();
    }
    std::optional<TypeId> type = ir::builtin_result(c.types(), builtin, kinds);
    result = type ? join_types(c.types(), *result, *type) : std::nullopt;
  }
  if (combinations == 0) return std::nullopt;
  return result;
}

// Names of the parameters that may be given by keyword, and the defaults of those left out before.
struct KeywordParameter {
  std::string_view path, name;
  size_t position;
  double default_value;
};
constexpr KeywordParameter kKeywords[] = {{"math.isclose", "rel_tol", 2, 1e-9},
                                          {"math.isclose", "abs_tol", 3, 0.0},
                                          {"round", "ndigits", 1, 0.0},
                                          {"round", "number", 0, 0.0},
                                          {"pow", "base", 0, 0.0},
                                          {"pow", "exp", 1, 0.0},
                                          {"pow", "mod", 2, 0.0},
                                          {"np.round", "decimals", 1, 0.0},
                                          {"np.around", "decimals", 1, 0.0}};

const KeywordParameter* find_keyword(std::string_view path, std::string_view name) {
  for (const KeywordParameter& keyword : kKeywords) {
    if (keyword.path == path && keyword.name == name) return &keyword;
  }
  return nullptr;
}

// The arguments in the order of the parameters.
std::optional<std::vector<Value>> builtin_arguments(Context& c, const CallSite& site,
                                                    const std::string& path) {
  if (site.node->keywords.empty()) return positional(c, site, path);
  Operands operands(c);
  std::vector<size_t> positions;
  for (syntax::ExprId arg : site.node->args) {
    positions.push_back(positions.size());
    operands.add([&] { return check_expr(c, arg); });
  }
  for (const syntax::Keyword& keyword : site.node->keywords) {
    const KeywordParameter* parameter = find_keyword(path, keyword.name);
    bool taken = parameter && std::find(positions.begin(), positions.end(), parameter->position) !=
                                  positions.end();
    if (!parameter || taken) {
      c.diagnostics.emit(Diag::kWrongArguments, keyword.range,
                         concat(path, " takes no keyword argument ", keyword.name, "= here"));
      return std::nullopt;
    }
    positions.push_back(parameter->position);
    operands.add([&] { return check_expr(c, keyword.value); });
  }
  size_t count = *std::max_element(positions.begin(), positions.end()) + 1;
  std::vector<Value> values(count);
  for (size_t at = 0; at < count; ++at) {
    auto place = std::find(positions.begin(), positions.end(), at);
    if (place != positions.end()) {
      values[at] = operands[static_cast<size_t>(place - positions.begin())];
    } else if (const auto* absent = find_keyword(path, "rel_tol"); absent && at >= 2) {
      values[at] = make_float(c, absent->default_value, site.range);
    } else {
      wrong_arguments(c, site, concat("an argument of ", path, " is missing"));
      return std::nullopt;
    }
    if (is_error(c, values[at])) return std::nullopt;
  }
  return values;
}

Value call_scalar_builtin(Context& c, const CallSite& site, const std::string& path,
                          ir::Builtin builtin) {
  auto args = builtin_arguments(c, site, path);
  if (!args) return make_error(c, site.range);
  if (path == "math.hypot" && args->empty()) return make_float(c, 0.0, site.range);
  const ir::BuiltinInfo& info = ir::info(builtin);
  int count = static_cast<int>(args->size());
  if (count < info.min_args || count > info.max_args) {
    std::string expected = std::to_string(info.min_args);
    if (info.max_args != info.min_args) expected += concat(" to ", info.max_args);
    return wrong_arguments(c, site,
                           concat(path, " takes ", expected,
                                  expected == "1" ? " argument" : " arguments", ", not ", count));
  }
  if (path == "pow" && count == 2) {
    return apply_binary(c, ir::BinaryOp::kPow, (*args)[0], (*args)[1], site.range);
  }
  for (const Value& arg : *args) {
    const std::vector<ir::Kind> kinds = kinds_of(c.types(), arg.type);
    if (!kinds.empty()) continue;
    std::string type = spell(c, arg.type);
    auto diagnostic = c.diagnostics.emit(Diag::kTypeMismatch, site.range,
                                         concat(path, " of ", type, " is not supported"));
    diagnostic.label(arg.range, type);
    if (c.types().get<ir::ArrayType>(arg.type))
      diagnostic.note("call it on the elements in a loop");
    return make_error(c, site.range);
  }
  std::optional<TypeId> type = result_of(c, builtin, *args);
  if (!type) {
    std::string kinds;
    for (const Value& arg : *args) kinds += (kinds.empty() ? "" : ", ") + spell(c, arg.type);
    return report_types(c, site.range, concat(path, " does not take ", kinds), {});
  }
  ir::CallBuiltin call{builtin, {}};
  for (const Value& arg : *args) call.args.push_back(arg.expr);
  Value result = make(c, std::move(call), *type, site.range);
  require_exact_result(c, result);
  return result;
}

constexpr const char* kDrawBefore = "draw the numbers before the call, and pass them as an array";

Value unknown_library_call(Context& c, const CallSite& site, const std::string& path) {
  if (!is_known_library(path)) {
    c.diagnostics
        .emit(Diag::kUnsupportedImport, site.range,
              concat("'", path, "' is imported from what native functions do not know"))
        .note(path.starts_with("random.")
                  ? kDrawBefore
                  : "math, NumPy and source modules beside the file can be used");
    return make_error(c, site.range);
  }
  if (path == "parc.par.reduction") {
    c.diagnostics.emit(Diag::kBadReduction, site.range,
                       "par.reduction(...) is the whole value of a variable: "
                       "x = par.reduction(identity, combine)");
    return make_error(c, site.range);
  }
  if (path == "parc.par") {
    c.diagnostics.emit(Diag::kParMisplaced, site.range,
                       "par(...) is only supported as the iterable of a for loop");
    return make_error(c, site.range);
  }
  if (path == "list" || path == "dict" || path == "set" || path == "sorted") {
    return unsupported_call(c, site,
                            concat(path, "(...) is not supported in a native function yet"),
                            "use arrays: np.zeros(n) makes one");
  }
  if (path == "range" || path == "enumerate" || path == "zip" || path == "reversed") {
    return unsupported_call(c, site,
                            concat(path, "(...) is only supported as what a loop runs over"));
  }
  std::string message = concat("calling ", path, " is not supported in a native function");
  constexpr std::string_view kOfArrays[] = {
      "np.sum",  "np.prod",   "np.mean",    "np.std",  "np.var",    "np.min",          "np.max",
      "np.amin", "np.amax",   "np.any",     "np.all",  "np.argmin", "np.argmax",       "np.dot",
      "np.sort", "np.cumsum", "np.cumprod", "np.diff", "np.matmul", "np.count_nonzero"};
  if (std::find(std::begin(kOfArrays), std::end(kOfArrays), path) != std::end(kOfArrays)) {
    return unsupported_call(c, site, std::move(message), "write it as a loop over the elements");
  }
  constexpr std::string_view kMakers[] = {"np.arange", "np.linspace", "np.array", "np.asarray",
                                          "np.eye",    "np.identity", "np.tile",  "np.repeat"};
  if (std::find(std::begin(kMakers), std::end(kMakers), path) != std::end(kMakers)) {
    return unsupported_call(c, site, std::move(message),
                            "np.empty makes an array, which a loop can fill");
  }
  if (path.starts_with("np.random.")) {
    return unsupported_call(c, site, std::move(message), kDrawBefore);
  }
  const size_t dot = path.find('.') + 1;  // behind the module, at 0 without one
  std::vector<std::string> candidates;
  for (std::string_view name : kLibraryNames) {
    if (name.substr(0, name.find('.') + 1) == path.substr(0, dot)) {
      candidates.emplace_back(name.substr(dot));
    }
  }
  std::optional<std::string> near = nearest(path.substr(dot), candidates);
  std::string note = near ? concat("did you mean ", path.substr(0, dot), *near, "?") : "";
  return unsupported_call(c, site, std::move(message), std::move(note));
}

}  // namespace

Value call_library(Context& c, const CallSite& site, const std::string& path) {
  if (std::optional<Kind> kind = kind_of_type(path)) return call_type(c, site, path, *kind);
  if (path == "len") return call_len(c, site);
  if (path == "tuple") return call_tuple(c, site);
  if (path == "parc._if_bound") return call_if_bound(c, site);
  if ((path == "min" || path == "max") && site.node->args.size() != 1) {
    return call_extreme(c, site, path == "max");
  }
  if (is_fold(path)) return call_fold(c, site, path);
  if (path == "math.fsum") return call_fsum(c, site);
  if (path == "math.dist") return call_dist(c, site);
  if (is_array_maker(path)) return call_array_maker(c, site, path);
  if (std::optional<ir::Builtin> builtin = ir::find_builtin(path)) {
    return call_scalar_builtin(c, site, path, *builtin);
  }
  return unknown_library_call(c, site, path);
}

}  // namespace parc::check
