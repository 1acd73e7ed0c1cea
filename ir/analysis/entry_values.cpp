#include "ir/analysis/entry_values.h"

#include <algorithm>
#include <bit>

#include "ir/analysis/spell_condition.h"

namespace parc::ir {
namespace {

constexpr int kMostBits = 126;  // of a number, its sign left out

int bits_of(int64_t value) {
  uint64_t magnitude = value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
  return std::bit_width(magnitude);
}

// A condition in the making.
class Description {
 public:
  Description(const Forms& forms, const std::map<Var, EntryValues::Source>& sources)
      : forms_(forms), sources_(sources) {}

  // Null where something is not known.
  FormulaRef formula(const FormulaRef& of) {
    if (of->kind == FormulaKind::kUnknown) return nullptr;
    std::optional<Linear> renamed = form(of->form);
    if (!renamed) return nullptr;
    Formula result{of->kind, std::move(*renamed), {}, of->range};
    for (const FormulaRef& part : of->parts) {
      result.parts.push_back(formula(part));
      if (!result.parts.back()) return nullptr;
    }
    return std::make_shared<const Formula>(std::move(result));
  }

  std::vector<EntryQuantity> quantities;
  std::vector<std::string> names;  // by quantity

  std::optional<Linear> form(const Linear& of) {
    std::optional<Linear> sum = substitute(of, [&](Var var) { return unknown(var); });
    return sum && bits(*sum) <= kMostBits ? sum : std::nullopt;
  }

 private:
  std::optional<Linear> unknown(Var var) {
    if (auto seen = values_.find(var); seen != values_.end()) return seen->second;
    return values_[var] = find(var);
  }

  std::optional<Linear> find(Var var) {
    if (auto source = sources_.find(var); source != sources_.end()) {
      const EntryValues::Source& from = source->second;
      Linear quantity = make(from.quantity, from.name, 64);
      std::optional<Linear> value = add(quantity, Linear::of(from.constant), -1);
      return value ? scale(*value, from.sign) : value;
    }
    if (const Product* product = std::get_if<Product>(&forms_[var].origin)) {
      std::optional<Linear> left = form(product->left);
      std::optional<Linear> right = form(product->right);
      if (!left || !right) return {};
      return make(Product{*left, *right}, "", 64);
    }
    const Quotient* quotient = std::get_if<Quotient>(&forms_[var].origin);
    std::optional<Linear> dividend = quotient ? form(quotient->dividend) : std::nullopt;
    if (!dividend || quotient->divisor == 1) return dividend;
    int size = std::max(bits(*dividend) - bits_of(quotient->divisor) + 2, 1);
    return make(Quotient{*dividend, quotient->divisor}, "", size);
  }

  Linear make(EntryQuantity quantity, std::string name, int size) {
    Linear value = Linear::of(Var{static_cast<uint32_t>(quantities.size())});
    quantities.push_back(std::move(quantity));
    names.push_back(std::move(name));
    bits_.push_back(size);
    return value;
  }

  int bits(const Linear& form) const {
    int most = bits_of(form.constant);
    for (const Term& term : form.terms) {
      most = std::max(most, bits_[term.var.value] + bits_of(term.factor));
    }
    return most + static_cast<int>(std::bit_width(form.terms.size()));
  }

  const Forms& forms_;
  const std::map<Var, EntryValues::Source>& sources_;
  std::map<Var, std::optional<Linear>> values_;
  std::vector<int> bits_;  // by quantity
};

}  // namespace

EntryValues::EntryValues(const Function& function, const LoopAccesses& accesses)
    : forms_(accesses.forms) {
  for (uint32_t local = 0; local < accesses.entry.size(); ++local) {
    const Value* value = accesses.entry[local].get();
    if (value && function[LocalId{local}].role != LocalRole::kBoundFlag) {
      add_local(function, LocalId{local}, *value);
    }
  }
}

void EntryValues::add_local(const Function& function, LocalId local, const Value& value) {
  if (const Linear* form = value.get<Linear>()) {
    add_source(*form, LocalValue{local}, function[local].name);
  } else if (const FormulaRef* flag = value.get<FormulaRef>()) {
    // That an unknown, which is 0 or 1, is 1.
    const Linear& form = (*flag)->form;
    if ((*flag)->kind != FormulaKind::kEqual || form.terms.size() != 1) return;
    Linear unknown = Linear::of(form.terms.front().var);
    bool is_bit = forms_[form.terms.front().var].range.within({0, 1});
    if (is_bit && form == add(unknown, Linear::of(-1))) {
      add_source(unknown, LocalValue{local, true}, function[local].name);
    }
  } else if (const ArrayValue* array = value.get<ArrayValue>()) {
    add_lengths(function, local, array->extents);
  } else if (const ListValue* list = value.get<ListValue>()) {
    add_lengths(function, local, {list->length});
  }
}

void EntryValues::add_lengths(const Function& function, LocalId local,
                              const std::vector<Linear>& lengths) {
  const std::string& name = function[local].name;
  for (uint8_t axis = 0; axis < lengths.size(); ++axis) {
    std::string text =
        lengths.size() == 1 ? "len(" + name + ")" : name + ".shape[" + std::to_string(axis) + "]";
    add_source(lengths[axis], AxisLength{local, axis}, name.empty() ? "" : text);
  }
}

// A local of the user's is preferred, so that the condition can be told in known names.
void EntryValues::add_source(const Linear& form, EntryQuantity quantity, const std::string& name) {
  if (form.terms.size() != 1) return;
  const auto [var, factor] = form.terms.front();
  if (factor != 1 && factor != -1) return;
  Source source{std::move(quantity), form.constant, factor, name};
  auto [place, is_new] = sources_.try_emplace(var, source);
  if (!is_new && place->second.name.empty()) place->second = std::move(source);
}

bool EntryValues::knows(Var var) const {
  if (sources_.count(var)) return true;
  auto knows_all = [&](const Linear& form) {
    return std::all_of(form.terms.begin(), form.terms.end(),
                       [&](const Term& term) { return knows(term.var); });
  };
  const VarOrigin& origin = forms_[var].origin;
  if (const Quotient* quotient = std::get_if<Quotient>(&origin))
    return knows_all(quotient->dividend);
  const Product* product = std::get_if<Product>(&origin);
  return product && knows_all(product->left) && knows_all(product->right);
}

std::optional<EntryForms> EntryValues::describe(const std::vector<Linear>& forms) const {
  Description description(forms_, sources_);
  EntryForms result;
  for (const Linear& form : forms) {
    std::optional<Linear> value = description.form(form);
    if (!value) return {};
    result.values.push_back(std::move(*value));
  }
  result.quantities = std::move(description.quantities);
  return result;
}

std::optional<EntryCondition> EntryValues::describe(const FormulaRef& condition) const {
  Description description(forms_, sources_);
  EntryCondition result;
  result.holds = description.formula(condition);
  if (!result.holds) return {};
  result.text = spell_condition(result.holds, description.quantities, description.names);
  result.quantities = std::move(description.quantities);
  return result;
}

}  // namespace parc::ir
