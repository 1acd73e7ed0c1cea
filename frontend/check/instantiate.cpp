#include "frontend/check/instantiate.h"

#include <algorithm>

#include "frontend/check/emit.h"
#include "frontend/check/exactness.h"
#include "frontend/check/reachable.h"
#include "frontend/check/statements.h"
#include "frontend/check/type_join.h"
#include "frontend/check/variables.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

constexpr int kMaxInstances = 64;
constexpr int kMaxPasses = 200;
constexpr int kMaxCallDepth = 200;
constexpr int kMaxResults = 50;     // that one instance is thought to have, one after the other
constexpr size_t kMaxValues = 128;  // in one argument

// A C identifier that no other function of the module has.
std::string symbol_of(const Program& program, const std::string& name) {
  std::string symbol;
  for (char ch : name) {
    bool plain = (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') ||
                 ch == '_';
    symbol += plain ? ch : 'u';
  }
  return concat(symbol, "_", program.instances.size());
}

ir::Function new_function(const Instance& instance, const std::string& symbol) {
  const SourceFunction& source = *instance.source;
  ir::Function function;
  function.name = source.node->name;
  function.symbol = symbol;
  function.range = source.node->name_range;
  function.result = instance.result;
  const std::string shown = source.node->is_outlined ? "<module>" : function.name;
  function.frames.push_back({shown, source.module->tree->file, {}, 0});
  return function;
}

void queue_callers(Program& program, Instance& instance) {
  for (Instance* caller : instance.callers) {
    if (caller->queued) continue;
    caller->queued = true;
    program.queue.push_back(caller);
  }
}

// One walk over the body. Gives whether it must be repeated.
bool run_pass(Program& program, Instance& instance, FlowFacts& facts) {
  const SourceFunction& source = *instance.source;
  std::string symbol = instance.function.symbol;
  instance.function = new_function(instance, symbol);
  instance.diagnostics.rollback(0);
  instance.untyped.reset();
  for (Instance* callee : instance.callees) callee->callers.erase(&instance);
  instance.callees.clear();
  Context c(program, instance, facts, instance.diagnostics);
  bind_parameters(c);
  check_body(c, source.node->body);
  ir::TypeTable& types = program.module.types;
  SourceRange range = source.node->name_range;
  if (c.env.reachable) {
    std::optional<ir::TypeId> type = join_types(types, c.returned, types.none());
    if (type) {
      c.returned = *type;
      emit(c, ir::Return{make_none(c, range).expr}, range);
    } else {
      instance.diagnostics
          .emit(Diag::kCannotJoin, range,
                concat("'", source.node->name, "' returns ", types.spell(c.returned),
                       " or, at its end, None"))
          .label(c.returned_range, types.spell(c.returned));
    }
  }
  report_inexact_results(c);
  ir::Block flags = clear_flags(c);
  ir::Block& body = instance.function.body;
  body.insert(body.begin(), flags.begin(), flags.end());
  if (c.returned == types.never() && instance.never_returns) c.returned = types.none();
  bool changed = facts.take_changed();
  if (c.returned != instance.result && ++instance.results > kMaxResults) {
    instance.diagnostics.emit(Diag::kCannotInfer, range,
                              concat("the type of what '", source.node->name,
                                     "' returns does not settle: it depends on itself"));
    c.returned = types.error();
  }
  if (c.returned != instance.result || c.returned_origin != instance.result_origin ||
      c.wanted_axes != instance.wanted_axes || c.wanted_no_axes != instance.wanted_no_axes) {
    changed |= c.returned != instance.result;
    instance.result = c.returned;
    instance.result_origin = c.returned_origin;
    instance.wanted_axes = c.wanted_axes;
    instance.wanted_no_axes = c.wanted_no_axes;
    queue_callers(program, instance);
  }
  return changed;
}

void check_instance(Program& program, Instance& instance) {
  instance.in_progress = true;
  FlowFacts facts;
  int passes = 0;
  while (run_pass(program, instance, facts)) {
    if (++passes < kMaxPasses) continue;
    instance.diagnostics.emit(Diag::kCannotInfer, instance.source->node->name_range,
                              "the types in this function do not settle");
    break;
  }
  instance.in_progress = false;
}

}  // namespace

Instance* instantiate(Program& program, const SourceFunction& source,
                      std::vector<ir::TypeId> parameter_types, Instance* caller) {
  auto key = std::make_pair(&source, parameter_types);
  auto place = program.instance_of.find(key);
  Instance* instance = place == program.instance_of.end() ? nullptr : place->second;
  bool is_new = !instance;
  if (is_new) {
    bool large = std::any_of(parameter_types.begin(), parameter_types.end(), [&](ir::TypeId type) {
      return !has_at_most(program.module.types, type, kMaxValues);
    });
    if (large || program.instance_counts[&source] >= kMaxInstances ||
        program.instance_depth >= kMaxCallDepth) {
      return nullptr;
    }
    ++program.instance_counts[&source];
    auto made = std::make_unique<Instance>();
    instance = made.get();
    instance->id = ir::FunctionId{static_cast<uint32_t>(program.instances.size())};
    instance->source = &source;
    instance->parameter_types = std::move(parameter_types);
    instance->result = program.module.types.never();
    instance->function.symbol = symbol_of(program, source.node->name);
    program.instances.push_back(std::move(made));
    program.instance_of.emplace(std::move(key), instance);
  }
  if (caller) {
    instance->callers.insert(caller);
    caller->callees.insert(instance);
  }
  if (is_new) {
    ++program.instance_depth;
    check_instance(program, *instance);
    --program.instance_depth;
  }
  return instance;
}

void settle_instances(Program& program) {
  while (true) {
    while (!program.queue.empty()) {
      Instance* instance = program.queue.front();
      program.queue.pop_front();
      instance->queued = false;
      check_instance(program, *instance);
    }
    // What still gives nothing never returns: its calls give None. One with errors stays silent.
    for (auto& instance : program.instances) {
      if (instance->result != program.module.types.never() || instance->never_returns) continue;
      instance->never_returns = true;
      if (is_recursive(*instance) && !instance->diagnostics.has_errors()) {
        instance->diagnostics
            .emit(Diag::kRecursionUntyped, instance->source->node->name_range,
                  concat("'", instance->source->node->name,
                         "' has no result type: every way through it calls it again"))
            .note("return a value without the call on one way");
      }
      if (instance->diagnostics.has_errors()) {
        instance->result = program.module.types.error();
      } else {
        instance->queued = true;
        program.queue.push_back(instance.get());
      }
    }
    if (program.queue.empty()) return;
  }
}

}  // namespace parc::check
