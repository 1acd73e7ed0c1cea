// Subscripts that are read from an index array (`a[p[i]]`, rows from `ptr[i]` to `ptr[i + 1]`):
// what must be known of its items so that different iterations use different elements.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "ir/analysis/entry_values.h"
#include "ir/analysis/isl_solver.h"
#include "ir/analysis/pair_conditions.h"

namespace parc::ir {

class IndexSearch {
 public:
  IndexSearch(const Function& function, const LoopAccesses& accesses)
      : function_(function), accesses_(accesses), values_(function, accesses) {}

  // Takes in two accesses that may meet; false when no check of an index array keeps them apart.
  bool add(const Access& a, const Access& b);
  const std::vector<IndexCheck>& checks() const { return checks_; }

 private:
  // What an access reads from one line of an index array.
  struct Reads {
    std::vector<Var> items;
    std::vector<Linear> lengths;  // of axes on which a negative item counts from the end
  };
  using ReadsByLine = std::map<ItemLine, Reads>;

  ReadsByLine reads_of(const Access& access) const;
  bool is_written(LocalId array) const;
  bool try_order(const Access& a, const Access& b, const ItemLine& line, const Reads& first,
                 const Reads& second, ItemOrder order);
  bool is_never_negative(const Access& a, const Access& b, const Linear& index);
  bool record(const Access& a, const Access& b, const ItemLine& line, ItemOrder order,
              const std::vector<Linear>& indices, const std::optional<Linear>& length);

  const Function& function_;
  const LoopAccesses& accesses_;
  EntryValues values_;
  IslSolver solver_;
  std::vector<IndexCheck> checks_;
};

}  // namespace parc::ir
