#include "ir/analysis/spell_condition.h"

#include <algorithm>
#include <optional>
#include <set>

namespace parc::ir {
namespace {

constexpr size_t kLongest = 120;

class Spelling {
 public:
  Spelling(const std::vector<EntryQuantity>& quantities, const std::vector<std::string>& names)
      : quantities_(quantities), names_(names) {}

  bool fails = false;  // a quantity has no name

  std::string formula(const FormulaRef& of, bool in_and) {
    switch (of->kind) {
      case FormulaKind::kTrue:
      case FormulaKind::kUnknown:
        return "True";
      case FormulaKind::kFalse:
        return "False";
      case FormulaKind::kEqual:
        return comparison(of->form, "==", "==", 0);
      case FormulaKind::kAtLeast:
        if (const std::string* name = flag(of->form)) {
          return of->form.terms.front().factor > 0 ? *name : "not " + *name;
        }
        return comparison(of->form, ">=", ">", 1);
      case FormulaKind::kAnd:
        return join(of->parts, " and ", true);
      case FormulaKind::kOr: {
        std::string text = join(of->parts, " or ", false);
        return in_and && of->parts.size() > 1 && text.find(" or ") != std::string::npos
                   ? "(" + text + ")"
                   : text;
      }
    }
    return "";
  }

  // The names, without repeats.
  std::string names() const {
    std::set<std::string> all(names_.begin(), names_.end());
    all.erase("");
    std::string text;
    for (const std::string& name : all) text += (text.empty() ? "`" : ", `") + name + "`";
    return text;
  }

 private:
  std::string join(const std::vector<FormulaRef>& parts, const char* word, bool is_and) {
    std::string text;
    std::vector<bool> told(parts.size());
    for (size_t at = 0; at < parts.size(); ++at) {
      if (told[at]) continue;
      if (!text.empty()) text += word;
      std::optional<size_t> opposite = is_and ? std::nullopt : opposite_of(parts, at);
      if (opposite) {
        told[*opposite] = true;
        text += comparison(*add(parts[at]->form, Linear::of(1)), "!=", "!=", 0);
      } else {
        text += formula(parts[at], is_and);
      }
    }
    return text;
  }

  // x - 1 >= 0 beside -x - 1 >= 0: together x != 0.
  static std::optional<size_t> opposite_of(const std::vector<FormulaRef>& parts, size_t at) {
    for (size_t other = at + 1; other < parts.size(); ++other) {
      bool both =
          parts[at]->kind == FormulaKind::kAtLeast && parts[other]->kind == FormulaKind::kAtLeast;
      if (both && add(parts[at]->form, parts[other]->form) == Linear::of(-2)) return other;
    }
    return {};
  }

  // The name of a bool when form >= 0 only says that it is true, or that it is false.
  const std::string* flag(const Linear& form) const {
    if (form.terms.size() != 1 || form.terms.front().var.value >= quantities_.size())
      return nullptr;
    size_t at = form.terms.front().var.value;
    const LocalValue* local = std::get_if<LocalValue>(&quantities_[at]);
    bool decides = form.constant < 0 || form.terms.front().factor + form.constant < 0;
    return local && local->is_flag && decides ? &names_[at] : nullptr;
  }

  // form >= 0 as a comparison with positive terms on both sides; `strict` stands for the one with
  // `slack` less.
  std::string comparison(Linear form, const char* op, const char* strict, int64_t slack) {
    take_remainders(form);
    Linear left, right;
    for (const Term& term : form.terms) {
      if (term.factor > 0) left.terms.push_back(term);
      if (term.factor < 0) right.terms.push_back({term.var, -term.factor});
    }
    if (left.terms.empty()) {
      std::swap(left, right);
      const char* turned = *op == '>' ? "<=" : op;
      return sum(left) + " " + turned + " " + std::to_string(form.constant);
    }
    if (form.constant == -slack && !right.terms.empty()) {
      return sum(left) + " " + strict + " " + sum(right);
    }
    (form.constant > 0 && !right.terms.empty() ? left : right).constant =
        form.constant > 0 && !right.terms.empty() ? form.constant : -form.constant;
    return sum(left) + " " + op + " " + sum(right);
  }

  // x - d * (x // d) is x % d.
  void take_remainders(Linear& form) {
    for (size_t at = 0; at < form.terms.size(); ++at) {
      Term term = form.terms[at];
      if (term.var.value >= quantities_.size()) continue;
      const Quotient* quotient = std::get_if<Quotient>(&quantities_[term.var.value]);
      if (!quotient || term.factor % quotient->divisor != 0) continue;
      int64_t times = term.factor / quotient->divisor;
      std::optional<Linear> rest = add(form, quotient->dividend, times);
      if (!rest || rest->terms.size() >= form.terms.size()) continue;
      // A number beyond the quantities stands for the remainder of one.
      Var remainder{static_cast<uint32_t>(quantities_.size() + term.var.value)};
      std::erase_if(rest->terms, [&](const Term& other) { return other.var == term.var; });
      rest->terms.push_back({remainder, -times});
      form = std::move(*rest);
    }
  }

  std::string sum(const Linear& form) {
    std::string text;
    for (const Term& term : form.terms) {
      if (!text.empty()) text += term.factor < 0 ? " - " : " + ";
      int64_t factor = term.factor < 0 && !text.empty() ? -term.factor : term.factor;
      if (factor == -1) text += "-";
      if (factor != 1 && factor != -1) text += std::to_string(factor) + " * ";
      text += unknown(term.var);
    }
    if (text.empty()) return std::to_string(form.constant);
    if (form.constant > 0) text += " + " + std::to_string(form.constant);
    if (form.constant < 0) text += " - " + std::to_string(-form.constant);
    return text;
  }

  std::string in_brackets(const Linear& form) {
    std::string text = sum(form);
    bool is_sum = text.find(" + ") != std::string::npos || text.find(" - ") != std::string::npos;
    return is_sum ? "(" + text + ")" : text;
  }

  std::string unknown(Var var) {
    bool is_remainder = var.value >= quantities_.size();
    size_t at = is_remainder ? var.value - quantities_.size() : var.value;
    if (const Quotient* quotient = std::get_if<Quotient>(&quantities_[at])) {
      std::string text = in_brackets(quotient->dividend) + (is_remainder ? " % " : " // ") +
                         std::to_string(quotient->divisor);
      return is_remainder ? text : "(" + text + ")";
    }
    if (const Product* product = std::get_if<Product>(&quantities_[at])) {
      return in_brackets(product->left) + " * " + in_brackets(product->right);
    }
    fails = fails || names_[at].empty();
    return names_[at];
  }

  const std::vector<EntryQuantity>& quantities_;
  const std::vector<std::string>& names_;
};

}  // namespace

std::string spell_condition(const FormulaRef& condition,
                            const std::vector<EntryQuantity>& quantities,
                            const std::vector<std::string>& names) {
  Spelling spelling(quantities, names);
  std::string text = spelling.formula(condition, false);
  if (!spelling.fails && text.size() <= kLongest) return "`" + text + "`";
  std::string known = spelling.names();
  return known.empty() ? "a condition on values" : "a condition on " + known;
}

}  // namespace parc::ir
