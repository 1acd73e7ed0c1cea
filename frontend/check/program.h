// The state of one check: modules, instances of functions, and the context in which a body is
// checked.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "frontend/check/check.h"
#include "frontend/check/environment.h"
#include "frontend/check/liveness.h"
#include "frontend/check/module_scope.h"
#include "frontend/check/value.h"
#include "ir/module.h"
#include "support/diagnostic.h"

namespace parc::check {

// A function definition of a source module, with what its scans found.
struct SourceFunction {
  const ModuleScope* module = nullptr;
  syntax::StmtId def;
  const syntax::FunctionDef* node = nullptr;
  Scope scope;
  Liveness liveness;
  bool has_par = false;
};

// A function for one list of parameter types. Its number is the FunctionId of calls to it.
struct Instance {
  ir::FunctionId id;
  const SourceFunction* source = nullptr;
  std::vector<ir::TypeId> parameter_types;
  ir::TypeId result;
  int result_origin = kNoOrigin;
  int results = 0;  // how often `result` changed
  bool in_progress = false;
  bool queued = false;
  bool never_returns = false;
  // Parameters that would have to be arrays of more axes.
  std::set<int> wanted_axes;
  // Parameters that are used as arrays without any axis.
  std::set<int> wanted_no_axes;
  std::set<Instance*> callers, callees;
  // An expression of the last pass that got no type, in code that can be reached.
  std::optional<SourceRange> untyped;
  ir::Function function;
  Diagnostics diagnostics;
};

struct Program {
  const SourceMap& sources;
  const ImportSource& import_source;
  Diagnostics& diagnostics;
  ir::Module module;
  std::map<const syntax::Tree*, std::unique_ptr<ModuleScope>> modules;
  std::map<std::pair<const syntax::Tree*, syntax::StmtId>, std::unique_ptr<SourceFunction>>
      functions;
  std::vector<std::unique_ptr<Instance>> instances;
  std::map<std::pair<const SourceFunction*, std::vector<ir::TypeId>>, Instance*> instance_of;
  std::map<const SourceFunction*, int> instance_counts;
  std::deque<Instance*> queue;
  std::optional<ir::ParOptions> options;  // of par loops that do not say otherwise, where requested
  int import_depth = 0;                   // of imports that lead to imports
  int instance_depth = 0;                 // of instances being checked inside each other
};

// The module of a tree, scanned once.
const ModuleScope& module_of(Program& program, const syntax::Tree& tree);
// The function of a def statement, scanned once.
const SourceFunction& function_of(Program& program, const ModuleScope& module, syntax::StmtId def);

// The loop around the statement that is being checked.
struct LoopFrame {
  std::optional<ir::LocalId> broken;  // set true where the loop is left by break
  std::vector<Environment> breaks, continues;
};

// What `x = par.reduction(identity, combine)` says; see declared_reductions.h.
struct DeclaredReduction {
  ir::LocalId identity;
  const SourceFunction* combine;
};

// State of one pass over the body of an instance.
struct Context {
  Context(Program& all, Instance& checked, FlowFacts& known, Diagnostics& out);

  Program& program;
  Instance& instance;
  const ModuleScope* module;  // of the code that is being checked
  const Scope* scope;         // null in the expression of a module constant
  const Liveness& liveness;
  FlowFacts& facts;
  Diagnostics& diagnostics;
  ir::Function& fn;
  Environment env;
  ir::Block* block;
  std::vector<LoopFrame> loops;
  std::map<DefId, ir::LocalId> locals;  // by web
  std::map<NameId, ir::LocalId> flags;
  ir::TypeId returned;  // join of what was returned so far
  int returned_origin = kNoOrigin;
  SourceRange returned_range;  // of the first return
  std::set<int> wanted_axes;
  std::set<int> wanted_no_axes;
  std::map<ir::ExprId, int> part_origins;     // of the parts of tuples, where they have one
  std::vector<Value> int_results;             // whose ints are to be shown exact at the end
  std::optional<SourceRange> place;           // stands for every range, in a module constant
  std::vector<std::string> constants_in_use;  // module constants around the expression
  std::vector<DeclaredReduction> reductions;  // by number

  const syntax::Tree& tree() const { return *module->tree; }
  ir::TypeTable& types() { return program.module.types; }
  FlowContext flow() { return {types(), facts}; }
};

}  // namespace parc::check
