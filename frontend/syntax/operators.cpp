#include <optional>
#include <utility>

#include "frontend/syntax/convert.h"

namespace parc::syntax {

namespace {

constexpr std::pair<std::string_view, BinaryOp> kBinaryOps[] = {
    {"+", BinaryOp::kAdd},  {"-", BinaryOp::kSub},       {"*", BinaryOp::kMul},
    {"/", BinaryOp::kDiv},  {"//", BinaryOp::kFloorDiv}, {"%", BinaryOp::kMod},
    {"**", BinaryOp::kPow}, {"@", BinaryOp::kMatMul},    {"<<", BinaryOp::kShl},
    {">>", BinaryOp::kShr}, {"&", BinaryOp::kAnd},       {"|", BinaryOp::kOr},
    {"^", BinaryOp::kXor},
};

constexpr std::pair<std::string_view, CompareOp> kCompareOps[] = {
    {"<", CompareOp::kLt},  {"<=", CompareOp::kLe}, {">", CompareOp::kGt},  {">=", CompareOp::kGe},
    {"==", CompareOp::kEq}, {"!=", CompareOp::kNe}, {"in", CompareOp::kIn}, {"is", CompareOp::kIs},
};

bool is_and_or_xor(const Converter& c, CstId id) {
  if (kind(c, id) != CstKind::kBinary) return false;
  std::string_view op = text_of(c, child(c, id, CstField::kOperator));
  return op == "&" || op == "^";
}

struct Chain {
  std::vector<CstId> operands;
  std::vector<CstId> operators;
};

// Both operators group from the left, so that only left operands nest deeply.
void flatten(const Converter& c, CstId id, Chain& chain) {
  std::vector<CstId> spine;
  for (; is_and_or_xor(c, id); id = child(c, id, CstField::kLeft)) spine.push_back(id);
  chain.operands.push_back(id);
  for (size_t i = spine.size(); i-- > 0;) {
    chain.operators.push_back(child(c, spine[i], CstField::kOperator));
    flatten(c, child(c, spine[i], CstField::kRight), chain);
  }
}

// The grammar takes `^` to bind tighter than `&`; in Python it is the other way round. The chain
// of both is put together again, each operator from the left.
ExprId convert_and_or_xor(Converter& c, CstId id) {
  Chain chain;
  flatten(c, id, chain);
  Nesting nesting(c, id, static_cast<int>(chain.operators.size()));
  if (!nesting.ok) return add(c, range_of(c, id), ErrorExpr{});
  SourceRange star;
  std::vector<ExprId> values = expressions(c, chain.operands);
  values.front() = take_star(c, values.front(), star);
  auto join = [&](ExprId left, size_t from, ExprId right, size_t to, CstId op) {
    SourceRange where =
        range_between(c, begin_of(c, chain.operands[from], from == 0 ? star : SourceRange{}),
                      node(c, chain.operands[to]).end);
    return add(c, where, Binary{*binary_op(text_of(c, op)), left, right, range_of(c, op)});
  };
  ExprId whole;  // operands joined by `^` so far
  CstId pending = kNoCst;
  for (size_t i = 0; i < values.size();) {
    ExprId product = values[i];
    size_t last = i;
    while (last < chain.operators.size() && text_of(c, chain.operators[last]) == "&") {
      product = join(product, i, values[last + 1], last + 1, chain.operators[last]);
      ++last;
    }
    whole = whole ? join(whole, 0, product, last, pending) : product;
    if (last < chain.operators.size()) pending = chain.operators[last];
    i = last + 1;
  }
  return put_star(c, whole, star);
}

ExprId convert_binary(Converter& c, CstId id) {
  if (is_and_or_xor(c, id)) return convert_and_or_xor(c, id);
  CstId op = child(c, id, CstField::kOperator);
  std::optional<BinaryOp> found = binary_op(text_of(c, op));
  SourceRange star;
  ExprId left = take_star(c, expression(c, child(c, id, CstField::kLeft)), star);
  ExprId right = expression(c, child(c, id, CstField::kRight));
  if (!found) return add(c, range_of(c, id), ErrorExpr{});
  SourceRange where = range_between(c, begin_of(c, id, star), node(c, id).end);
  return put_star(c, add(c, where, Binary{*found, left, right, range_of(c, op)}), star);
}

ExprId convert_unary(Converter& c, CstId id) {
  std::string_view op = text_of(c, child(c, id, CstField::kOperator));
  std::vector<CstId> parts = operands(c, id);
  ExprId operand = expression(c, parts.empty() ? kNoCst : parts.back());
  // See grammar_text.h.
  if (op == "*") return add(c, range_of(c, id), Starred{operand});
  UnaryOp found = op == "-" ? UnaryOp::kMinus : op == "+" ? UnaryOp::kPlus : UnaryOp::kInvert;
  return add(c, range_of(c, id), Unary{found, operand});
}

ExprId convert_not(Converter& c, CstId id) {
  std::vector<CstId> parts = operands(c, id);
  ExprId operand = expression(c, parts.empty() ? kNoCst : parts.back());
  return add(c, range_of(c, id), Unary{UnaryOp::kNot, operand});
}

// `a and b and c` is one node with three values, as in CPython; only an operand in brackets keeps
// a node of its own.
void collect_bool_values(Converter& c, CstId id, std::string_view op, std::vector<CstId>& values) {
  std::vector<CstId> lefts;
  for (;;) {
    CstId left = child(c, id, CstField::kLeft);
    lefts.push_back(child(c, id, CstField::kRight));
    bool same =
        kind(c, left) == CstKind::kBoolean && text_of(c, child(c, left, CstField::kOperator)) == op;
    if (!same) {
      values.push_back(left);
      break;
    }
    id = left;
  }
  values.insert(values.end(), lefts.rbegin(), lefts.rend());
}

ExprId convert_boolean(Converter& c, CstId id) {
  std::string_view op = text_of(c, child(c, id, CstField::kOperator));
  std::vector<CstId> parts;
  collect_bool_values(c, id, op, parts);
  CstId first = parts.front();
  parts.front() = take_value(c, first);
  std::vector<ExprId> values = expressions(c, parts);
  SourceRange star;
  values.front() = take_star(c, values.front(), star);
  if (parts.front() == kNoCst) return add(c, range_of(c, id), ErrorExpr{});
  SourceRange where = range_between(c, begin_of(c, parts.front(), star), node(c, id).end);
  ExprId whole = put_star(c, add(c, where, BoolOp{op == "and", std::move(values)}), star);
  return put_name(c, first, whole);
}

std::optional<CompareOp> compare_op(Converter& c, CstId id) {
  if (kind(c, id) == CstKind::kNotIn) return CompareOp::kNotIn;
  if (kind(c, id) == CstKind::kIsNot) return CompareOp::kIsNot;
  std::string_view word = text_of(c, id);
  for (auto [spelling, op] : kCompareOps) {
    if (word == spelling) return op;
  }
  if (word == "<>") {
    c.diagnostics.emit(Diag::kPython2, range_of(c, id), "'<>' is written '!='")
        .fixit(range_of(c, id), "!=");
    return CompareOp::kNe;
  }
  return std::nullopt;
}

ExprId convert_comparison(Converter& c, CstId id) {
  Compare result;
  std::vector<ExprId> values;
  for (CstId part : children(c, id)) {
    bool is_operator = kind(c, part) == CstKind::kToken || kind(c, part) == CstKind::kNotIn ||
                       kind(c, part) == CstKind::kIsNot;
    if (!is_operator) {
      if (kind(c, part) != CstKind::kError) values.push_back(expression(c, part));
    } else if (std::optional<CompareOp> op = compare_op(c, part)) {
      result.ops.push_back(*op);
    }
  }
  if (values.size() < 2 || values.size() != result.ops.size() + 1) {
    return add(c, range_of(c, id), ErrorExpr{});
  }
  SourceRange star;
  result.left = take_star(c, values.front(), star);
  result.rights.assign(values.begin() + 1, values.end());
  SourceRange where = range_between(c, begin_of(c, id, star), node(c, id).end);
  return put_star(c, add(c, where, std::move(result)), star);
}

}  // namespace

std::optional<BinaryOp> binary_op(std::string_view spelling) {
  for (auto [word, op] : kBinaryOps) {
    if (word == spelling) return op;
  }
  return std::nullopt;
}

ExprId convert_operator(Converter& c, CstId id) {
  switch (kind(c, id)) {
    case CstKind::kUnary:
      return convert_unary(c, id);
    case CstKind::kNot:
      return convert_not(c, id);
    case CstKind::kBoolean:
      return convert_boolean(c, id);
    case CstKind::kComparison:
      return convert_comparison(c, id);
    default:
      return convert_binary(c, id);
  }
}

}  // namespace parc::syntax
