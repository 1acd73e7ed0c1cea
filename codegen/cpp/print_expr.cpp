#include "codegen/cpp/print_expr.h"

#include <cmath>
#include <cstdio>
#include <limits>

#include "support/text_writer.h"

namespace parc::cpp {
namespace {

using namespace lower;

std::string spell_integer(__int128 value) {
  constexpr __int128 kMin64 = std::numeric_limits<int64_t>::min();
  constexpr __int128 kMax64 = std::numeric_limits<int64_t>::max();
  constexpr __int128 kMaxUnsigned = std::numeric_limits<uint64_t>::max();
  if (value == kMin64) return "(-9223372036854775807LL - 1)";
  if (value > kMin64 && value <= kMax64) {
    std::string digits = concat(static_cast<int64_t>(value));
    const bool is_int = value > -2147483648LL && value <= 2147483647LL;
    if (!is_int) digits += "LL";
    return value < 0 ? concat("(", digits, ")") : digits;
  }
  if (value > 0 && value <= kMaxUnsigned) return concat(static_cast<uint64_t>(value), "ULL");
  const unsigned __int128 bits = static_cast<unsigned __int128>(value);
  return concat("((parc_i128)(((unsigned __int128)", static_cast<uint64_t>(bits >> 64),
                "ULL << 64) | ", static_cast<uint64_t>(bits), "ULL))");
}

std::string spell_float(const CFloat& node) {
  const char* suffix = node.single ? "f" : "";
  if (std::isnan(node.value)) return concat("__builtin_nan", suffix, "(\"\")");
  if (std::isinf(node.value)) {
    return concat(node.value < 0 ? "(-__builtin_inf" : "(__builtin_inf", suffix, "())");
  }
  char buffer[64];
  // Hexadecimal would be exact as well; 17 digits are exact and readable.
  std::snprintf(buffer, sizeof buffer, node.single ? "%.9g" : "%.17g", node.value);
  std::string text = buffer;
  for (int digits = 1; digits < (node.single ? 9 : 17); ++digits) {
    std::snprintf(buffer, sizeof buffer, "%.*g", digits, node.value);
    const bool same = node.single ? std::strtof(buffer, nullptr) == static_cast<float>(node.value)
                                  : std::strtod(buffer, nullptr) == node.value;
    if (same) {
      text = buffer;
      break;
    }
  }
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  text += suffix;
  return std::signbit(node.value) ? concat("(", text, ")") : text;
}

struct Speller {
  std::string operator()(const CName& node) const { return node.text; }
  std::string operator()(const CInt& node) const { return spell_integer(node.value); }
  std::string operator()(const CFloat& node) const { return spell_float(node); }
  std::string operator()(const CBool& node) const { return node.value ? "true" : "false"; }
  std::string operator()(const CString& node) const { return quote(node.text); }
  std::string operator()(const CNull&) const { return "nullptr"; }
  std::string operator()(const CPrefix& node) const { return concat(node.op, inner(node.operand)); }
  std::string operator()(const CInfix& node) const {
    return concat(inner(node.left), " ", node.op, " ", inner(node.right));
  }
  std::string operator()(const CTernary& node) const {
    return concat(inner(node.condition), " ? ", inner(node.then_value), " : ",
                  inner(node.else_value));
  }
  std::string operator()(const CCall& node) const {
    return concat(node.function, "(", list(node.args), ")");
  }
  std::string operator()(const CMember& node) const {
    return concat(inner(node.object), node.arrow ? "->" : ".", node.field);
  }
  std::string operator()(const CElement& node) const {
    return concat(inner(node.pointer), "[", spell(node.index), "]");
  }
  std::string operator()(const CCast& node) const {
    return concat("(", node.type, ")", inner(node.operand));
  }
  std::string operator()(const CInit& node) const {
    return concat(node.type, "{", list(node.fields), "}");
  }

  static std::string list(const std::vector<CExpr>& exprs) {
    std::string out;
    for (const CExpr& expr : exprs) {
      if (!out.empty()) out += ", ";
      out += spell(expr);
    }
    return out;
  }

  // Parentheses around operators; names, literals, calls and members stand alone.
  static std::string inner(const CExpr& expr) {
    const bool is_operator =
        std::holds_alternative<CPrefix>(expr->node) || std::holds_alternative<CInfix>(expr->node) ||
        std::holds_alternative<CTernary>(expr->node) || std::holds_alternative<CCast>(expr->node);
    return is_operator ? concat("(", spell(expr), ")") : spell(expr);
  }
};

}  // namespace

std::string spell(const CExpr& expr) { return std::visit(Speller{}, expr->node); }

std::string quote(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte >= 0x7f) {
      char buffer[8];
      std::snprintf(buffer, sizeof buffer, "\\%03o", byte);
      out += buffer;
    } else if (c == '?') {
      out += "\\?";  // no trigraphs
    } else {
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace parc::cpp
