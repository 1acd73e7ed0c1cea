// Which unknowns of a loop can be computed right before it, and from what.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ir/analysis/accesses.h"
#include "ir/analysis/entry_condition.h"

namespace parc::ir {

// Forms over quantities, as in EntryCondition.
struct EntryForms {
  std::vector<EntryQuantity> quantities;
  std::vector<Linear> values;
};

class EntryValues {
 public:
  // An unknown is sign * (quantity - constant).
  struct Source {
    EntryQuantity quantity;
    int64_t constant;
    int64_t sign;  // 1 or -1
    std::string name;
  };

  EntryValues(const Function& function, const LoopAccesses& accesses);

  bool knows(Var var) const;
  // The forms in terms of entry quantities; nothing as below.
  std::optional<EntryForms> describe(const std::vector<Linear>& forms) const;
  // The condition as one on entry quantities; nothing when it names an unknown that is not known,
  // or when numbers could get too large.
  std::optional<EntryCondition> describe(const FormulaRef& condition) const;

 private:
  void add_local(const Function& function, LocalId local, const Value& value);
  void add_lengths(const Function& function, LocalId local, const std::vector<Linear>& lengths);
  void add_source(const Linear& form, EntryQuantity quantity, const std::string& name);

  const Forms& forms_;
  std::map<Var, Source> sources_;
};

}  // namespace parc::ir
