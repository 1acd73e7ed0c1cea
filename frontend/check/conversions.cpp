// Calls of the types of numbers: int(x), float(x), complex(a, b), np.int32(x).
#include <algorithm>
#include <cstdlib>

#include "frontend/check/calls.h"
#include "frontend/check/expressions.h"
#include "frontend/check/type_join.h"
#include "ir/builtins.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using ir::Kind;
using ir::TypeId;
using syntax::ExprId;

// float("inf") and its like, where the text is a literal.
std::optional<double> number_in_text(std::string text) {
  auto blank = [](char ch) { return ch == ' ' || ch == '\t' || ch == '\n'; };
  while (!text.empty() && blank(text.back())) text.pop_back();
  while (!text.empty() && blank(text.front())) text.erase(text.begin());
  std::string lower = text;
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char ch) {
    return ch >= 'A' && ch <= 'Z' ? static_cast<char>(ch | 0x20) : ch;
  });
  std::string_view word = lower;
  if (word.starts_with("+") || word.starts_with("-")) word.remove_prefix(1);
  bool named = word == "inf" || word == "infinity" || word == "nan";
  bool digits = !word.empty() && word.find_first_not_of("0123456789.e+-") == std::string_view::npos;
  if (!named && !digits) return std::nullopt;
  char* end = nullptr;
  double value = std::strtod(lower.c_str(), &end);
  if (end != lower.c_str() + lower.size()) return std::nullopt;
  return value;
}

Value zero(Context& c, Kind kind, SourceRange range) {
  ir::Const value{int64_t{0}};
  if (ir::is_bool(kind)) value.value = false;
  if (ir::is_unsigned(kind)) value.value = uint64_t{0};
  if (ir::is_floating(kind)) value.value = 0.0;
  if (ir::is_complex(kind)) value.value = std::complex<double>();
  return make(c, value, c.types().scalar(kind), range);
}

// Constants that change their kind without any possible complaint.
std::optional<Value> fold(Context& c, const Value& value, Kind kind, SourceRange range) {
  std::optional<ir::Const> constant = known_constant(c, value.expr);
  if (!constant) return std::nullopt;
  const auto* number = std::get_if<int64_t>(&constant->value);
  bool exact = number && std::abs(*number) <= (int64_t{1} << 53);
  if (exact && (kind == Kind::kFloat || kind == Kind::kF64)) {
    return make(c, ir::Const{static_cast<double>(*number)}, c.types().scalar(kind), range);
  }
  if (number && kind == Kind::kI64) return make(c, *constant, c.types().scalar(kind), range);
  const auto* real = std::get_if<double>(&constant->value);
  if (real && kind == Kind::kF64 && value.type == c.types().scalar(Kind::kFloat)) {
    return make(c, *constant, c.types().scalar(kind), range);
  }
  return std::nullopt;
}

Value complex_of_parts(Context& c, const CallSite& site) {
  auto args = positional(c, site, "complex");
  if (!args) return make_error(c, site.range);
  std::optional<ir::Builtin> builtin = ir::find_builtin("complex");
  for (const Value& arg : *args) {
    std::vector<Kind> kinds = kinds_of(c.types(), arg.type);
    bool real = !kinds.empty() && std::none_of(kinds.begin(), kinds.end(), ir::is_complex);
    if (!real || !builtin) {
      return report_types(c, site.range,
                          concat("complex(re, im) does not take ", spell(c, arg.type)), {arg});
    }
  }
  return make(c, ir::CallBuiltin{*builtin, {(*args)[0].expr, (*args)[1].expr}},
              c.types().scalar(Kind::kComplex), site.range);
}

// np.uint64(2**64 - 1), float(10**20): what an int could not hold.
std::optional<Value> wide_constant(Context& c, const CallSite& site, Kind kind) {
  ExprId arg = site.node->args[0];
  if (!is_wide_int(c, arg)) return std::nullopt;
  __int128 wide = *fold_int(c, arg);
  TypeId type = c.types().scalar(kind);
  if (kind == Kind::kU64 && wide >= 0 && wide <= static_cast<__int128>(UINT64_MAX)) {
    return make(c, ir::Const{static_cast<uint64_t>(wide)}, type, site.range);
  }
  if (kind != Kind::kFloat && kind != Kind::kF64) return std::nullopt;
  return make(c, ir::Const{static_cast<double>(wide)}, type, site.range);
}

}  // namespace

Value call_type(Context& c, const CallSite& site, const std::string& path, Kind kind) {
  const syntax::Call& node = *site.node;
  if (node.args.empty() && node.keywords.empty()) return zero(c, kind, site.range);
  if (node.args.size() == 2 && kind == Kind::kComplex) return complex_of_parts(c, site);
  if (node.args.size() != 1)
    return wrong_arguments(c, site, concat(path, " takes one argument here"));
  if (const auto* text = syntax::get<syntax::StringLiteral>(c.tree(), node.args[0])) {
    std::optional<double> number = number_in_text(text->value);
    if (number && (kind == Kind::kFloat || kind == Kind::kF64)) {
      return make(c, ir::Const{*number}, c.types().scalar(kind), site.range);
    }
  }
  if (std::optional<Value> wide = wide_constant(c, site, kind)) return *wide;
  auto args = positional(c, site, path);
  if (!args) return make_error(c, site.range);
  const Value& value = args->front();
  TypeId type = c.types().scalar(kind);
  if (value.type == type) return value;
  if (kind == Kind::kBool) return truth_of(c, value);
  std::vector<Kind> kinds = kinds_of(c.types(), value.type);
  bool fits = !kinds.empty() && (ir::is_complex(kind) || ir::is_bool(kind) ||
                                 std::none_of(kinds.begin(), kinds.end(), ir::is_complex));
  if (!fits) {
    return report_types(c, site.range, concat(path, " does not take ", spell(c, value.type)),
                        {value});
  }
  if (std::optional<Value> folded = fold(c, value, kind, site.range)) return *folded;
  return make(c, ir::Convert{value.expr}, type, site.range);
}

}  // namespace parc::check
