// Integers of a function as quasi-affine forms: sums of unknowns with integer factors. What is not
// linear but can be described (//, %, min, max, abs, a choice) is an unknown with a formula that
// defines it; anything else is an opaque unknown that remembers the expression it stands for.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include "ir/analysis/interval.h"
#include "ir/expr.h"
#include "support/ids.h"
#include "support/source.h"

namespace parc::ir {

using Var = Id<struct VarTag>;

struct Term {
  Var var;
  int64_t factor;  // never 0
  friend auto operator<=>(const Term&, const Term&) = default;
};

// constant + sum of factor * var, the terms in ascending order of their unknowns.
struct Linear {
  int64_t constant = 0;
  std::vector<Term> terms;

  static Linear of(int64_t value) { return {value, {}}; }
  static Linear of(Var var) { return {0, {{var, 1}}}; }
  bool is_constant() const { return terms.empty(); }
  int64_t factor_of(Var var) const;
  friend auto operator<=>(const Linear&, const Linear&) = default;
};

// a + factor * b; nothing when a number leaves 64 bits.
std::optional<Linear> add(const Linear& a, const Linear& b, int64_t factor = 1);
std::optional<Linear> scale(const Linear& a, int64_t factor);
// The form with value(Var), a std::optional<Linear>, in the place of each unknown; nothing when one
// has no value or a number leaves 64 bits.
template <class F>
std::optional<Linear> substitute(const Linear& form, F&& value) {
  std::optional<Linear> sum = Linear::of(form.constant);
  for (const Term& term : form.terms) {
    std::optional<Linear> replacement = value(term.var);
    if (sum && replacement) sum = add(*sum, *replacement, term.factor);
    if (!sum || !replacement) return {};
  }
  return sum;
}

// A condition on unknowns. Shared, never changed.
struct Formula;
using FormulaRef = std::shared_ptr<const Formula>;
enum class FormulaKind : uint8_t {
  kTrue,
  kFalse,
  kEqual,    // form == 0
  kAtLeast,  // form >= 0
  kAnd,
  kOr,
  kUnknown,  // not understood: may hold or not; `range` shows it
};
struct Formula {
  FormulaKind kind;
  Linear form;
  std::vector<FormulaRef> parts;
  SourceRange range;
};

FormulaRef truth(bool value);
FormulaRef unknown_condition(SourceRange range);
// Comparisons of forms; a form that leaves 64 bits makes the condition unknown.
FormulaRef equal(const Linear& a, const Linear& b);
FormulaRef at_least(const Linear& a, const Linear& b);  // a >= b
FormulaRef less(const Linear& a, const Linear& b);
FormulaRef all_of(std::vector<FormulaRef> parts);
FormulaRef any_of(std::vector<FormulaRef> parts);
FormulaRef negate(const FormulaRef& formula);
bool same_formula(const FormulaRef& a, const FormulaRef& b);

enum class VarKind : uint8_t {
  kIndex,    // index of a loop
  kInput,    // can have any value: a parameter, a shape, what an earlier part of the function left
  kDefined,  // given by its definition
  kElement,  // read from an array or a list
  kOpaque,   // not understood
};

// A floor division by a positive constant; by 1, it is a name for the dividend.
struct Quotient {
  Linear dividend;
  int64_t divisor;
};
// As the origin of an unknown, each side is one unknown. The left one does not vary, but for the
// square of one that does.
struct Product {
  Linear left, right;
};

// The items of an array or list of integers along one axis, such as e[:, 0].
struct ItemLine {
  LocalId array;
  uint8_t axis;
  std::vector<int64_t> fixed;  // the subscript of every axis, none negative; 0 at `axis`
  friend auto operator<=>(const ItemLine&, const ItemLine&) = default;
};
// The item at `index` of the line; the body gives the local that names the array no other value.
struct ItemRead {
  ItemLine line;
  Linear index;
};
// NumPy's sum of 64-bit integers, which is this one or, if that does not fit, a number so far from
// 0 that no axis is as long.
struct WrappedSum {
  Linear exact;
};

// What an index means on an axis of `length` elements: see Forms::resolve_index.
struct ResolvedIndex {
  Linear index, length;
};

// How an unknown is computed, where that matters.
using VarOrigin =
    std::variant<std::monostate, Quotient, Product, ItemRead, WrappedSum, ResolvedIndex>;

// factor * unknown <= most
struct UpperBound {
  int64_t factor;
  Linear most;
};

struct VarInfo {
  VarKind kind;
  bool varies;            // may differ between iterations of the par loop
  Interval range;         // holds all its values
  FormulaRef definition;  // always true
  std::string name;       // as the user knows it; may be empty
  SourceRange source;     // the expression, of kElement and kOpaque
  VarOrigin origin = {};
  std::optional<UpperBound> upper = {};  // of an index, where it can be told
};

// The unknowns of one analysis and the operations that make new ones.
class Forms {
 public:
  const VarInfo& operator[](Var var) const { return vars_[var]; }
  size_t size() const { return vars_.size(); }
  Var add_var(VarInfo info) { return vars_.add(std::move(info)); }
  void set_origin(Var var, VarOrigin origin) { vars_[var].origin = std::move(origin); }

  // Whether what is computed now may differ between iterations: set at the start of the body.
  bool inside_loop = false;

  bool varies(const Linear& form) const;
  bool varies(const FormulaRef& formula) const;
  Interval range_of(const Linear& form) const;

  // Floor division and remainder by a positive constant.
  std::optional<Linear> quotient(const Linear& a, int64_t divisor);
  std::optional<Linear> remainder(const Linear& a, int64_t divisor);
  // The product as a sum of products of two unknowns. Nothing when more than one factor of a
  // product would vary, squares aside, or numbers get too large.
  std::optional<Linear> product(const Linear& a, const Linear& b);
  // Python's // and % by what does not vary and is not 0.
  std::optional<Linear> quotient_by(const Linear& a, const Linear& divisor);
  std::optional<Linear> remainder_by(const Linear& a, const Linear& divisor);
  void set_upper(Var index, UpperBound upper) { vars_[index].upper = std::move(upper); }
  Linear minimum(const Linear& a, const Linear& b);
  Linear maximum(const Linear& a, const Linear& b);
  std::optional<Linear> absolute(const Linear& a);
  // `a` where the condition holds, else `b`.
  Linear choose(const FormulaRef& condition, const Linear& a, const Linear& b);
  // The element that an index means on an axis of `length` elements: a, or a + length when a < 0.
  // Values out of range are possible: they raise.
  Linear resolve_index(const Linear& index, const Linear& length);
  // The same for a bound of a slice, which is cut off at the ends of the axis afterwards.
  Linear resolve_bound(const Linear& bound, const Linear& length);
  // The value of an operation on forms that has no description: the same for the same operands.
  Linear opaque(const std::string& operation, const std::vector<Linear>& operands, Interval range,
                SourceRange source);

 private:
  using Key = std::tuple<std::string, std::vector<Linear>>;
  Linear defined(const std::string& operation, std::vector<Linear> operands, Interval range,
                 const std::function<FormulaRef(const Linear&)>& definition);
  Linear exact_index(const Linear& index) const;
  std::vector<Var> factors_of(Var var) const;
  std::optional<Var> make_product(std::vector<Var> factors);
  Var name_for(const Linear& form);

  Arena<VarInfo, Var> vars_;
  std::map<Key, Var> known_;
};

// f(Var) for every unknown in the formula, repeats included.
template <class F>
void for_each_var(const FormulaRef& formula, F&& f) {
  for (const Term& term : formula->form.terms) f(term.var);
  for (const FormulaRef& part : formula->parts) for_each_var(part, f);
}

}  // namespace parc::ir
