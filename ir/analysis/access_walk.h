// The state of find_accesses: values of locals, conditions on the path, what was found. Its
// functions are spread over accesses.cpp (statements), access_values.cpp (expressions),
// access_arrays.cpp (elements), access_views.cpp (views) and access_lists.cpp (items).
#pragma once

#include <memory>
#include <vector>

#include "ir/analysis/accesses.h"

namespace parc::ir {

// By local; null: not assigned on this path.
using Environment = std::vector<std::shared_ptr<const Value>>;

struct AccessWalk {
  AccessWalk(const AnalysisContext& of, StmtId loop);

  const AnalysisContext& context;
  const Function& function;
  StmtId target;
  LocalSet body_assigned;  // locals that the body of the target assigns
  LoopAccesses found;
  Environment env;
  std::vector<FormulaRef> facts;     // conditions on the path, those before the loop left out
  std::vector<FormulaRef> asserted;  // those that hold since the other way raises
  bool reachable = true;
  bool raised = false;  // what is not reachable is behind a raise
  bool inside = false;  // in the body of the target
  bool done = false;    // the target is behind us
  bool lists_stay;      // the body changes no list that holds lists
  StmtId stmt;          // being followed
  // States at the exits of the labeled blocks around, by label.
  std::map<LabelId, std::vector<Environment>> leaves;
  std::map<RootId, RootId> items = {};  // the lists that are items of a root's
};

// ---- access_values.cpp ----

// The value of an expression; what it reads is recorded.
Value evaluate(AccessWalk& walk, ExprId expr);
// The same for a Python or NumPy integer or bool as a form; nothing for other types.
std::optional<Linear> integer(AccessWalk& walk, const Value& value);
// The value as a condition (of a bool, a comparison, …).
FormulaRef condition(AccessWalk& walk, const Value& value, SourceRange range);
// A value of which only the type is known.
Value unknown_value(AccessWalk& walk, TypeId type, VarKind kind, const LocalSet& owners,
                    const std::string& name, Interval range, SourceRange source);
// A local whose value at this point is not known.
void forget(AccessWalk& walk, LocalId local);

// ---- access_arrays.cpp ----

Value load_element(AccessWalk& walk, ExprId expr, const Load& load);
Value new_array(AccessWalk& walk, ExprId expr, std::vector<Linear> shape);
RootId add_root(AccessWalk& walk, std::string name, TypeId type, const LocalSet& owners);
// The whole of a root as a value.
ArrayValue whole_array(const AccessWalk& walk, RootId root);
void store_element(AccessWalk& walk, const Value& array, const std::vector<Value>& indices,
                   SourceRange range);
void record_element(AccessWalk& walk, const ArrayValue& array, const std::vector<Linear>& indices,
                    bool is_write, SourceRange range);
void record_whole(AccessWalk& walk, RootId root, EntryPoint entry, bool is_write, SourceRange range,
                  bool is_call);
// The elements that indices mean, negative ones resolved.
std::vector<Linear> resolve(AccessWalk& walk, const std::vector<Value>& values,
                            const std::vector<Linear>& extents, SourceRange range);
// A number that is not known, of an expression that has no form.
Linear unknown(AccessWalk& walk, Interval values, SourceRange source);
// The index as a form; of a type or operation that has none, an unknown.
Linear index_form(AccessWalk& walk, const Value& value, SourceRange range);
void within(std::vector<FormulaRef>& facts, const Linear& index, const Linear& length);
// The item of an index array or list, when it is one: what the body reads under a name that keeps
// its value.
Value item_value(AccessWalk& walk, ExprId expr, const Value& operand, const EntryPoint& entry,
                 const std::vector<Linear>& indices, const std::string& name);
// All elements of an array, or of arrays in a tuple, are read or written.
void access_all(AccessWalk& walk, const Value& value, bool is_write, SourceRange range,
                bool is_call);

// ---- access_views.cpp ----

Value make_view(AccessWalk& walk, const View& view, SourceRange range);
Value transpose(AccessWalk& walk, const Transpose& node);
Value broadcast_for(AccessWalk& walk, ExprId expr, const BroadcastFor& node);

// ---- access_lists.cpp ----

// Whether a body leaves all lists that hold lists as they are.
bool leaves_lists(const AnalysisContext& context, const Block& body);
Value list_item(AccessWalk& walk, ExprId expr, const ListGet& get);
void store_item(AccessWalk& walk, const Value& list, const Value& index, SourceRange range);
// All items, those of lists among them too, are read or written.
void access_items(AccessWalk& walk, const ListValue& list, bool is_write, SourceRange range,
                  bool is_call);

}  // namespace parc::ir
