#include "ir/analysis/affine.h"

#include <algorithm>

namespace parc::ir {
namespace {

FormulaRef make(FormulaKind kind) {
  return std::make_shared<const Formula>(Formula{kind, {}, {}, {}});
}

FormulaRef make(FormulaKind kind, Linear form) {
  return std::make_shared<const Formula>(Formula{kind, std::move(form), {}, {}});
}

FormulaRef constraint(FormulaKind kind, const Linear& a, const Linear& b, int64_t slack) {
  std::optional<Linear> form = add(a, b, -1);
  if (form) form = add(*form, Linear::of(slack));
  if (!form) return unknown_condition({});
  if (form->is_constant()) {
    return truth(kind == FormulaKind::kEqual ? form->constant == 0 : form->constant >= 0);
  }
  return make(kind, std::move(*form));
}

bool clamp_to_int64(Wide value, int64_t* result) {
  if (value < INT64_MIN || value > INT64_MAX) return false;
  *result = static_cast<int64_t>(value);
  return true;
}

}  // namespace

int64_t Linear::factor_of(Var var) const {
  for (const Term& term : terms) {
    if (term.var == var) return term.factor;
  }
  return 0;
}

std::optional<Linear> add(const Linear& a, const Linear& b, int64_t factor) {
  Linear sum;
  if (!clamp_to_int64(Wide{a.constant} + Wide{b.constant} * factor, &sum.constant)) return {};
  auto left = a.terms.begin();
  auto right = b.terms.begin();
  while (left != a.terms.end() || right != b.terms.end()) {
    Term term{};
    Wide value = 0;
    bool take_left = right == b.terms.end() || (left != a.terms.end() && left->var <= right->var);
    bool take_right = left == a.terms.end() || (right != b.terms.end() && right->var <= left->var);
    term.var = take_left ? left->var : right->var;
    if (take_left) value += (left++)->factor;
    if (take_right) value += Wide{(right++)->factor} * factor;
    if (!clamp_to_int64(value, &term.factor)) return {};
    if (term.factor != 0) sum.terms.push_back(term);
  }
  return sum;
}

std::optional<Linear> scale(const Linear& a, int64_t factor) { return add(Linear{}, a, factor); }

FormulaRef truth(bool value) {
  static const FormulaRef kYes = make(FormulaKind::kTrue);
  static const FormulaRef kNo = make(FormulaKind::kFalse);
  return value ? kYes : kNo;
}

FormulaRef unknown_condition(SourceRange range) {
  return std::make_shared<const Formula>(Formula{FormulaKind::kUnknown, {}, {}, range});
}

FormulaRef equal(const Linear& a, const Linear& b) {
  return constraint(FormulaKind::kEqual, a, b, 0);
}
FormulaRef at_least(const Linear& a, const Linear& b) {
  return constraint(FormulaKind::kAtLeast, a, b, 0);
}
FormulaRef less(const Linear& a, const Linear& b) {
  return constraint(FormulaKind::kAtLeast, b, a, -1);
}

namespace {

// A conjunction (or disjunction) without its neutral parts; nested ones are merged.
FormulaRef join(FormulaKind kind, std::vector<FormulaRef> parts) {
  FormulaKind neutral = kind == FormulaKind::kAnd ? FormulaKind::kTrue : FormulaKind::kFalse;
  FormulaKind decisive = kind == FormulaKind::kAnd ? FormulaKind::kFalse : FormulaKind::kTrue;
  Formula result{kind, {}, {}, {}};
  for (FormulaRef& part : parts) {
    if (part->kind == neutral) continue;
    if (part->kind == decisive) return part;
    if (part->kind == kind) {
      result.parts.insert(result.parts.end(), part->parts.begin(), part->parts.end());
    } else {
      result.parts.push_back(std::move(part));
    }
  }
  if (result.parts.empty()) return truth(kind == FormulaKind::kAnd);
  if (result.parts.size() == 1) return result.parts.front();
  return std::make_shared<const Formula>(std::move(result));
}

}  // namespace

FormulaRef all_of(std::vector<FormulaRef> parts) {
  return join(FormulaKind::kAnd, std::move(parts));
}
FormulaRef any_of(std::vector<FormulaRef> parts) {
  return join(FormulaKind::kOr, std::move(parts));
}

FormulaRef negate(const FormulaRef& formula) {
  switch (formula->kind) {
    case FormulaKind::kTrue:
      return truth(false);
    case FormulaKind::kFalse:
      return truth(true);
    case FormulaKind::kUnknown:
      return formula;
    case FormulaKind::kAtLeast:
      return less(formula->form, Linear{});
    case FormulaKind::kEqual:
      return any_of({less(formula->form, Linear{}), less(Linear{}, formula->form)});
    case FormulaKind::kAnd:
    case FormulaKind::kOr:
      break;
  }
  std::vector<FormulaRef> parts;
  for (const FormulaRef& part : formula->parts) parts.push_back(negate(part));
  return formula->kind == FormulaKind::kAnd ? any_of(std::move(parts)) : all_of(std::move(parts));
}

bool same_formula(const FormulaRef& a, const FormulaRef& b) {
  if (a == b) return true;
  if (a->kind != b->kind || a->form != b->form || a->parts.size() != b->parts.size()) return false;
  if (a->kind == FormulaKind::kUnknown) return a->range == b->range;
  for (size_t at = 0; at < a->parts.size(); ++at) {
    if (!same_formula(a->parts[at], b->parts[at])) return false;
  }
  return true;
}

bool Forms::varies(const Linear& form) const {
  return std::any_of(form.terms.begin(), form.terms.end(),
                     [&](const Term& term) { return vars_[term.var].varies; });
}

bool Forms::varies(const FormulaRef& formula) const {
  if (formula->kind == FormulaKind::kUnknown) return true;
  bool found = false;
  for_each_var(formula, [&](Var var) { found = found || vars_[var].varies; });
  for (const FormulaRef& part : formula->parts) found = found || varies(part);
  return found;
}

Interval Forms::range_of(const Linear& form) const {
  Interval sum = Interval::of(form.constant);
  for (const Term& term : form.terms) {
    Interval range = vars_[term.var].range;
    if (range.empty()) return {};
    sum = ir::add(sum, multiply(range, Interval::of(term.factor)));
    // Far beyond 64 bits, so that further sums cannot wrap.
    constexpr Wide kFar = Wide{1} << 120;
    sum = {std::max(sum.lo, -kFar), std::min(sum.hi, kFar)};
  }
  return sum;
}

Linear Forms::defined(const std::string& operation, std::vector<Linear> operands, Interval range,
                      const std::function<FormulaRef(const Linear&)>& definition) {
  bool varying = std::any_of(operands.begin(), operands.end(),
                             [&](const Linear& operand) { return varies(operand); });
  auto [place, is_new] = known_.try_emplace(Key{operation, std::move(operands)});
  if (is_new) {
    place->second = add_var({VarKind::kDefined, varying, range, truth(true), "", {}});
    Linear value = Linear::of(place->second);
    vars_[place->second].definition = definition(value);
  }
  return Linear::of(place->second);
}

std::optional<Linear> Forms::quotient(const Linear& a, int64_t divisor) {
  if (divisor == 1) return a;
  // What the divisor divides comes out: (4 * i + j) // 4 is i + j // 4.
  Linear outside, rest;
  int64_t whole = a.constant / divisor - (a.constant % divisor < 0 ? 1 : 0);
  outside.constant = whole;
  rest.constant = a.constant - whole * divisor;
  for (Term term : a.terms) {
    bool divides = term.factor % divisor == 0;
    if (divides) term.factor /= divisor;
    (divides ? outside : rest).terms.push_back(term);
  }
  Interval range = range_of(rest);
  if (range.lo >= 0 && range.hi < divisor) return outside;
  auto definition = [&](const Linear& q) {
    std::optional<Linear> left = add(rest, q, -divisor);
    if (!left) return unknown_condition({});
    return all_of({at_least(*left, Linear{}), less(*left, Linear::of(divisor))});
  };
  Linear inner = defined("//" + std::to_string(divisor), {rest},
                         floor_divide(range, Interval::of(divisor)), definition);
  vars_[inner.terms.front().var].origin = Quotient{rest, divisor};
  return add(outside, inner);
}

std::optional<Linear> Forms::remainder(const Linear& a, int64_t divisor) {
  std::optional<Linear> whole = quotient(a, divisor);
  if (!whole) return {};
  return add(a, *whole, -divisor);
}

Linear Forms::minimum(const Linear& a, const Linear& b) {
  if (std::optional<Linear> rest = add(a, b, -1)) {
    Interval range = range_of(*rest);
    if (range.hi <= 0) return a;
    if (range.lo >= 0) return b;
  }
  return defined("min", {std::min(a, b), std::max(a, b)}, ir::minimum(range_of(a), range_of(b)),
                 [&](const Linear& value) {
                   return any_of({all_of({equal(value, a), at_least(b, a)}),
                                  all_of({equal(value, b), less(b, a)})});
                 });
}

Linear Forms::maximum(const Linear& a, const Linear& b) {
  if (std::optional<Linear> rest = add(a, b, -1)) {
    Interval range = range_of(*rest);
    if (range.lo >= 0) return a;
    if (range.hi <= 0) return b;
  }
  return defined("max", {std::min(a, b), std::max(a, b)}, ir::maximum(range_of(a), range_of(b)),
                 [&](const Linear& value) {
                   return any_of({all_of({equal(value, a), at_least(a, b)}),
                                  all_of({equal(value, b), less(a, b)})});
                 });
}

std::optional<Linear> Forms::absolute(const Linear& a) {
  std::optional<Linear> negative = scale(a, -1);
  if (!negative) return {};
  return maximum(a, *negative);
}

Linear Forms::choose(const FormulaRef& condition, const Linear& a, const Linear& b) {
  if (a == b) return a;
  if (condition->kind == FormulaKind::kTrue) return a;
  if (condition->kind == FormulaKind::kFalse) return b;
  Interval range = range_of(a).join(range_of(b));
  bool varying = inside_loop && (varies(a) || varies(b) || varies(condition));
  Var var = add_var({VarKind::kDefined, varying, range, truth(true), "", {}});
  Linear value = Linear::of(var);
  vars_[var].definition =
      any_of({all_of({condition, equal(value, a)}), all_of({negate(condition), equal(value, b)})});
  return value;
}

// What counts of an index: where a sum has wrapped, there is no such element.
Linear Forms::exact_index(const Linear& index) const {
  if (index.terms.size() != 1 || index.terms.front().factor != 1 || index.constant != 0) {
    return index;
  }
  const WrappedSum* sum = std::get_if<WrappedSum>(&vars_[index.terms.front().var].origin);
  return sum ? sum->exact : index;
}

Linear Forms::resolve_index(const Linear& index, const Linear& length) {
  return resolve_bound(exact_index(index), length);
}

Linear Forms::resolve_bound(const Linear& a, const Linear& length) {
  Interval range = range_of(a);
  if (range.lo >= 0) return a;
  std::optional<Linear> wrapped = add(a, length);
  Interval result = range.join(ir::add(range, range_of(length)));
  if (!wrapped) return opaque("index", {a, length}, result, {});
  if (range.hi < 0) return *wrapped;
  Linear resolved = defined("index", {a, length}, result, [&](const Linear& value) {
    return any_of({all_of({at_least(a, Linear{}), equal(value, a)}),
                   all_of({less(a, Linear{}), equal(value, *wrapped)})});
  });
  vars_[resolved.terms.front().var].origin = ResolvedIndex{a, length};
  return resolved;
}

Linear Forms::opaque(const std::string& operation, const std::vector<Linear>& operands,
                     Interval range, SourceRange source) {
  Linear value =
      defined("?" + operation, operands, range, [](const Linear&) { return truth(true); });
  VarInfo& info = vars_[value.terms.front().var];
  info.kind = VarKind::kOpaque;
  if (info.source == SourceRange{}) info.source = source;
  return value;
}

}  // namespace parc::ir
