#include "ir/analysis/index_checks.h"

#include <algorithm>
#include <set>
#include <string>

namespace parc::ir {
namespace {

// Unknowns behind an access: in its subscripts, its conditions and what defines those.
class Unknowns {
 public:
  explicit Unknowns(const Forms& forms) : forms_(forms) {}

  void visit(const Linear& form) {
    for (const Term& term : form.terms) visit(term.var);
  }
  void visit(const FormulaRef& formula) {
    for_each_var(formula, [this](Var var) { visit(var); });
  }

  std::vector<Var> found;

 private:
  void visit(Var var) {
    if (!seen_.insert(var).second) return;
    found.push_back(var);
    const VarInfo& info = forms_[var];
    visit(info.definition);
    if (const ItemRead* read = std::get_if<ItemRead>(&info.origin)) visit(read->index);
  }

  const Forms& forms_;
  std::set<Var> seen_;
};

enum class Sign : uint8_t { kUnknown, kNegative, kNotPositive, kZero, kNotNegative, kPositive };

Sign sign_below(Wide most) {
  return most < 0 ? Sign::kNegative : most == 0 ? Sign::kNotPositive : Sign::kUnknown;
}
Sign sign_above(Wide least) {
  return least > 0 ? Sign::kPositive : least == 0 ? Sign::kNotNegative : Sign::kUnknown;
}

// Of a difference, where `lesser` < `greater`.
Sign sign_of(const Linear& difference, const Linear& lesser, const Linear& greater) {
  if (difference.is_constant()) {
    if (difference.constant == 0) return Sign::kZero;
    return difference.constant < 0 ? Sign::kNegative : Sign::kPositive;
  }
  const int64_t factor = difference.factor_of(lesser.terms.front().var);
  std::optional<Linear> distance = add(lesser, greater, -1);
  std::optional<Linear> rest = distance ? add(difference, *distance, -factor) : std::nullopt;
  if (!rest || !rest->is_constant() || factor == INT64_MIN) return Sign::kUnknown;
  // difference = factor * (lesser - greater) + rest
  const Wide limit = Wide{rest->constant} - factor;
  return factor > 0 ? sign_below(limit) : sign_above(limit);
}

// The index at which an item is read. The check makes sure that it is not negative.
Linear index_of(const Forms& forms, Var item) {
  const Linear& index = std::get<ItemRead>(forms[item].origin).index;
  if (index.terms.size() != 1 || index.constant != 0 || index.terms.front().factor != 1) {
    return index;
  }
  const VarOrigin& origin = forms[index.terms.front().var].origin;
  const ResolvedIndex* resolved = std::get_if<ResolvedIndex>(&origin);
  return resolved ? resolved->index : index;
}

// An item in one of the two iterations.
struct Item {
  Linear index, value;
};

// What the order says about two items whose indices differ by something of this sign.
FormulaRef relation(ItemOrder order, const Item& a, const Item& b, Sign sign,
                    const std::optional<Linear>& length) {
  FormulaRef same = equal(a.value, b.value);
  if (sign == Sign::kZero) return same;
  if (order == ItemOrder::kAscending) {
    FormulaRef up = at_least(b.value, a.value), down = at_least(a.value, b.value);
    if (sign == Sign::kNegative || sign == Sign::kNotPositive) return up;
    if (sign == Sign::kPositive || sign == Sign::kNotNegative) return down;
    return any_of(
        {all_of({at_least(b.index, a.index), up}), all_of({at_least(a.index, b.index), down})});
  }
  FormulaRef differ = negate(same);
  if (length) {
    // An item and the same one less the length mean one element.
    for (const auto& [low, high] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
      std::optional<Linear> wrapped = add(low->value, *length);
      if (wrapped) differ = all_of({differ, negate(equal(*wrapped, high->value))});
    }
  }
  if (sign == Sign::kNegative || sign == Sign::kPositive) return differ;
  return any_of({all_of({equal(a.index, b.index), same}), differ});
}

// "p", "e[:, 0]"
std::string spell(const Function& function, const ItemLine& line) {
  std::string text = function[line.array].name;
  if (line.fixed.size() == 1) return text;
  for (size_t axis = 0; axis < line.fixed.size(); ++axis) {
    text += axis == 0 ? "[" : ", ";
    text += axis == line.axis ? ":" : std::to_string(line.fixed[axis]);
  }
  return text + "]";
}

}  // namespace

IndexSearch::ReadsByLine IndexSearch::reads_of(const Access& access) const {
  Unknowns unknowns(accesses_.forms);
  for (const Linear& subscript : access.subscripts) unknowns.visit(subscript);
  for (const FormulaRef& fact : access.facts) unknowns.visit(fact);
  ReadsByLine reads;
  auto item = [&](Var var) { return std::get_if<ItemRead>(&accesses_.forms[var].origin); };
  for (Var var : unknowns.found) {
    if (const ItemRead* read = item(var)) reads[read->line].items.push_back(var);
    const ResolvedIndex* resolved = std::get_if<ResolvedIndex>(&accesses_.forms[var].origin);
    if (!resolved) continue;
    for (const Term& term : resolved->index.terms) {
      if (const ItemRead* read = item(term.var)) {
        reads[read->line].lengths.push_back(resolved->length);
      }
    }
  }
  return reads;
}

bool IndexSearch::is_written(LocalId array) const {
  const Value* value = accesses_.entry[array.value].get();
  const ArrayValue* elements = value ? value->get<ArrayValue>() : nullptr;
  const ListValue* list = value ? value->get<ListValue>() : nullptr;
  if (!elements && !list) return true;
  RootId root = elements ? elements->root : list->root;
  return std::any_of(accesses_.accesses.begin(), accesses_.accesses.end(),
                     [&](const Access& access) { return access.is_write && access.root == root; });
}

bool IndexSearch::add(const Access& a, const Access& b) {
  ReadsByLine first = reads_of(a), second = reads_of(b);
  for (const auto& [line, reads] : first) {
    auto others = second.find(line);
    if (others == second.end() || is_written(line.array)) continue;
    for (ItemOrder order : {ItemOrder::kDistinct, ItemOrder::kAscending}) {
      if (try_order(a, b, line, reads, others->second, order)) return true;
    }
  }
  return false;
}

bool IndexSearch::try_order(const Access& a, const Access& b, const ItemLine& line,
                            const Reads& first, const Reads& second, ItemOrder order) {
  std::optional<Linear> length;
  if (order == ItemOrder::kDistinct) {
    for (const Reads* reads : {&first, &second}) {
      for (const Linear& each : reads->lengths) {
        if (length && *length != each) return false;
        length = each;
      }
    }
    if (length && accesses_.forms.varies(*length)) return false;
  }
  PairConditions conditions(accesses_);
  conditions.add_meeting(a, b);
  std::vector<Item> items;
  std::vector<Linear> indices;
  std::vector<FormulaRef> not_negative;
  for (const auto& [reads, copy] : {std::pair{&first, 0}, std::pair{&second, 1}}) {
    for (Var var : reads->items) {
      const Linear index = index_of(accesses_.forms, var);
      not_negative.push_back(at_least(conditions.rename(index, copy), Linear{}));
      items.push_back({conditions.rename(index, copy), conditions.rename(Linear::of(var), copy)});
      if (std::find(indices.begin(), indices.end(), index) == indices.end()) {
        indices.push_back(index);
      }
    }
  }
  std::optional<Linear> renamed_length;
  if (length) renamed_length = conditions.rename(*length, 0);
  const Linear earlier = conditions.first(), later = conditions.second();
  for (const auto& [lesser, greater] : {std::pair{earlier, later}, std::pair{later, earlier}}) {
    std::vector<FormulaRef> all = conditions.all();
    all.push_back(less(lesser, greater));
    all.insert(all.end(), not_negative.begin(), not_negative.end());
    for (size_t at = 0; at < items.size(); ++at) {
      if (order == ItemOrder::kAscending) all.push_back(at_least(items[at].value, Linear{}));
      for (size_t other = at + 1; other < items.size(); ++other) {
        std::optional<Linear> difference = ir::add(items[at].index, items[other].index, -1);
        Sign sign = difference ? sign_of(*difference, lesser, greater) : Sign::kUnknown;
        all.push_back(relation(order, items[at], items[other], sign, renamed_length));
      }
    }
    if (solver_.solve(conditions.unknowns(), all, false).solution != Solution::kNone) return false;
  }
  return record(a, b, line, order, indices, length);
}

// Whether an index is never negative where both accesses are made.
bool IndexSearch::is_never_negative(const Access& a, const Access& b, const Linear& index) {
  PairConditions conditions(accesses_);
  conditions.add_bounds(a, b);
  std::vector<FormulaRef> below;
  for (int copy : {0, 1}) below.push_back(less(conditions.rename(index, copy), Linear{}));
  std::vector<FormulaRef> all = conditions.all();
  all.push_back(any_of(std::move(below)));
  return solver_.solve(conditions.unknowns(), all, false).solution == Solution::kNone;
}

// Adds to the check of the line the items at these indices; false when it cannot be made.
bool IndexSearch::record(const Access& a, const Access& b, const ItemLine& line, ItemOrder order,
                         const std::vector<Linear>& indices, const std::optional<Linear>& length) {
  IndexCheck check{line, order, {}, {}, {}, {}};
  std::vector<Linear> forms;
  std::vector<int64_t> steps;
  bool is_all = false;
  for (const Linear& index : indices) {
    const int64_t step = index.factor_of(accesses_.index);
    std::optional<Linear> first = ir::add(index, Linear::of(accesses_.index), -step);
    is_all = is_all || !first || accesses_.forms.varies(*first) || !values_.describe({*first});
    if (!is_all) forms.push_back(*first);
    steps.push_back(step);
  }
  // Of all items nothing is said about negative indices.
  bool counts_from_end = std::any_of(indices.begin(), indices.end(), [&](const Linear& index) {
    return accesses_.forms.range_of(index).lo < 0 && !is_never_negative(a, b, index);
  });
  if (is_all && counts_from_end) return false;
  if (is_all) forms.clear();
  if (length) forms.push_back(*length);
  std::optional<EntryForms> described = values_.describe(forms);
  if (!described) return false;
  check.quantities = std::move(described->quantities);
  if (length) {
    check.length = described->values.back();
    described->values.pop_back();
  }
  for (size_t at = 0; at < described->values.size(); ++at) {
    check.places.push_back({described->values[at], steps[at]});
  }
  const char* what = order == ItemOrder::kDistinct ? "` has no repeats" : "` is ascending";
  check.text = "`" + spell(function_, line) + what;
  bool is_known = std::any_of(checks_.begin(), checks_.end(), [&](const IndexCheck& other) {
    return other.line == line && other.order == order && other.places == check.places &&
           other.length == check.length;
  });
  if (!is_known) checks_.push_back(std::move(check));
  return true;
}

}  // namespace parc::ir
