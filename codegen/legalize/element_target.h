// An array or a list in whose elements a par loop accumulates, and what one update of it needs when
// it is written down and made later.
#pragma once

#include <string>
#include <vector>

#include "codegen/legalize/c_tree.h"
#include "ir/analysis/loop_facts.h"
#include "ir/analysis/subject.h"

namespace parc::lower {

// A value that an update is given: equal expressions, and the field of the record that holds it.
struct CapturedValue {
  std::vector<ir::ExprId> exprs;
  std::string field;
};

struct UpdateSite {
  const ir::ElementUpdate* update;
  ir::Element element;
  std::vector<ir::ExprId> old_values;  // reads of the element, and of locals that hold it
  std::vector<CapturedValue> captured;
};

struct ElementTarget {
  const ir::Reduction* reduction;
  ir::LocalId variable;
  ir::Kind element;
  bool is_list = false;
  std::string base = {};  // what the names of its structs and functions begin with
  bool wide = false;      // sums and products of Python ints: held in 128 bits
  std::vector<UpdateSite> sites = {};
  // The struct of an update that is written down; "" when that cannot be.
  std::string record = {};
  std::vector<CField> fields = {};  // captured values
  std::string apply = {};           // the function that makes such updates
  bool may_fail = false;            // when it makes them
};

}  // namespace parc::lower
