#include "frontend/check/entries.h"

#include <algorithm>
#include <optional>

#include "frontend/check/annotations.h"
#include "frontend/check/instantiate.h"
#include "frontend/check/jit_decorator.h"
#include "frontend/check/module_constants.h"
#include "frontend/check/reachable.h"
#include "frontend/check/type_join.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

// A parameter without an annotation has the type of its default.
bool has_type(const syntax::Parameter& parameter) {
  return parameter.annotation || parameter.default_value;
}

bool is_annotated(const SourceFunction& function) {
  const auto& parameters = function.node->parameters.all;
  return std::all_of(parameters.begin(), parameters.end(),
                     [](auto& parameter) { return has_type(parameter) && !is_starred(parameter); });
}

// What can be done instead of annotating a function that holds a par loop.
constexpr char kOtherWays[] =
    "or call it from a native function whose parameters are annotated, or decorate it with "
    "`@parc.jit`, which takes the types from the arguments of each call";

bool has_starred(const SourceFunction& function) {
  const auto& parameters = function.node->parameters.all;
  return std::any_of(parameters.begin(), parameters.end(), is_starred);
}

std::optional<ir::TypeId> type_of_default(Program& program, const SourceFunction& function,
                                          const syntax::Parameter& parameter,
                                          Diagnostics& diagnostics) {
  Instance scratch;
  scratch.source = &function;
  FlowFacts facts;
  Context c(program, scratch, facts, diagnostics);
  SourceRange range = (*function.module->tree)[parameter.default_value].range;
  size_t errors = diagnostics.mark();
  Value value = check_constant_expr(c, *function.module, parameter.default_value, range,
                                    Diag::kMissingAnnotation,
                                    concat("'", parameter.name, "' needs an annotation"));
  bool number = !kinds_of(program.module.types, value.type).empty() ||
                program.module.types.get<ir::TupleType>(value.type);
  if (number) return value.type;
  diagnostics.rollback(errors);
  diagnostics.emit(Diag::kMissingAnnotation, parameter.range,
                   concat("'", parameter.name, "' needs an annotation: its default is no number"));
  return std::nullopt;
}

// The parameter types as far as they are given, and which ranks are open.
struct Signature {
  std::vector<ir::TypeId> types;
  std::vector<bool> rank_open;
  std::vector<std::string> dims;
};

std::optional<Signature> read_signature(Program& program, const SourceFunction& function,
                                        Diagnostics& diagnostics) {
  Signature signature;
  bool valid = true;
  for (const syntax::Parameter& parameter : function.node->parameters.all) {
    AnnotatedType type;
    if (is_starred(parameter)) {
      refuse_starred(parameter, diagnostics);
      valid = false;
    } else if (!has_type(parameter)) {
      diagnostics.emit(Diag::kMissingAnnotation, parameter.range,
                       concat("'", parameter.name, "' has no annotation"));
      valid = false;
    } else if (parameter.annotation) {
      auto read = read_annotation(program, *function.module, parameter.annotation, diagnostics);
      valid = valid && read;
      if (read) type = *read;
    } else {
      auto read = type_of_default(program, function, parameter, diagnostics);
      valid = valid && read;
      if (read) type.type = *read;
    }
    signature.types.push_back(type.type);
    signature.rank_open.push_back(type.rank_open);
    signature.dims.push_back(type.dims);
  }
  if (!valid) return std::nullopt;
  return signature;
}

// Gives open ranks the next values to try, as the instance wants them; false when it wants none.
bool adjust_ranks(ir::TypeTable& types, const Instance& instance, Signature& signature) {
  bool adjusted = false;
  for (int wanted : instance.wanted_axes) {
    size_t at = static_cast<size_t>(wanted);
    const auto* array = types.get<ir::ArrayType>(signature.types[at]);
    if (!signature.rank_open[at] || !array || array->rank >= ir::kMostAxes) continue;
    signature.types[at] = types.array(array->elem, array->rank + 1);
    adjusted = true;
  }
  for (int wanted : instance.wanted_no_axes) {
    size_t at = static_cast<size_t>(wanted);
    const auto* array = types.get<ir::ArrayType>(signature.types[at]);
    if (!signature.rank_open[at] || !array || array->rank != 1) continue;
    signature.types[at] = types.array(array->elem, 0);
    signature.rank_open[at] = false;
    adjusted = true;
  }
  return adjusted;
}

// The instance for the signature, with the smallest ranks that the body allows; when none will do,
// the one with the fewest errors.
Instance* instance_for(Program& program, const SourceFunction& function, Signature signature) {
  Instance* best = nullptr;
  size_t fewest = SIZE_MAX;
  while (true) {
    Instance* instance = instantiate(program, function, signature.types, nullptr);
    settle_instances(program);
    if (!instance) return best;
    size_t errors = 0;
    for (Instance* each : reachable_from(*instance)) errors += each->diagnostics.error_count();
    if (errors < fewest) {
      best = instance;
      fewest = errors;
    }
    if (errors == 0 || !adjust_ranks(program.module.types, *instance, signature)) return best;
  }
}

class Finder {
 public:
  Finder(Program& program, const ModuleScope& module) : program_(program), module_(module) {}

  std::vector<EntryPoint> run() {
    for (syntax::StmtId def : module_.functions) {
      const SourceFunction& function = function_of(program_, module_, def);
      const bool jitted = is_jitted(program_, module_, *function.node);
      if (!(function.has_par || jitted) || is_refused(function)) continue;
      if (jitted && !is_annotated(function)) {
        leave_to_run_time(function);
        continue;
      }
      if (!is_bound_once(function)) continue;
      if (is_annotated(function) || has_starred(function)) {
        add_annotated(function);
      } else {
        waiting_.push_back(&function);
      }
    }
    add_called_functions();
    for (const SourceFunction* function : waiting_) add_unannotated(*function);
    return std::move(entries_);
  }

 private:
  // Refused by the scan for misplaced loops.
  bool is_refused(const SourceFunction& function) {
    const syntax::FunctionDef& node = *function.node;
    return node.is_async || node.is_generator || node.type_parameters ||
           !is_undecorated_or_jitted(program_, *function.module, node);
  }

  void leave_to_run_time(const SourceFunction& function) {
    const auto& parameters = function.node->parameters.all;
    auto missing = std::find_if(parameters.begin(), parameters.end(), [](auto& parameter) {
      return !has_type(parameter) || is_starred(parameter);
    });
    program_.diagnostics
        .emit(Diag::kCompiledAtCall, function.node->name_range,
              concat("'", function.node->name,
                     "' is compiled at its first call, not with the module: '", missing->name,
                     "' has no annotation"))
        .note("where the module runs without parc installed, it runs as Python, with a warning");
  }

  bool is_bound_once(const SourceFunction& function) {
    const Global* global = module_.find(function.node->name);
    if (global && global->bindings == 1 && !global->conditional) return true;
    auto diagnostic = program_.diagnostics.emit(
        Diag::kFunctionRebound, function.node->name_range,
        concat("'", function.node->name, "' ",
               function.has_par ? "holds a par loop" : "is decorated with `@parc.jit`",
               " and is not bound just once at the top"));
    if (global && global->bindings > 1) diagnostic.label(global->other_range, "bound again here");
    return false;
  }

  void add_annotated(const SourceFunction& function) {
    auto signature = read_signature(program_, function, program_.diagnostics);
    if (!signature) return;
    std::vector<std::string> dims = signature->dims;
    Instance* instance = instance_for(program_, function, std::move(*signature));
    if (instance) entries_.push_back({instance, true, function.has_par, std::move(dims)});
  }

  // Annotated functions of the module that native code calls are native from Python too, unless
  // they cannot be compiled for their annotations: then they stay Python there.
  void add_called_functions() {
    std::set<const SourceFunction*> known;
    for (const EntryPoint& entry : entries_) known.insert(entry.instance->source);
    std::vector<const SourceFunction*> called;
    for (const Instance* instance : reachable_from(entries_)) {
      const SourceFunction* source = instance->source;
      bool candidate = source->module == &module_ && !source->has_par && is_annotated(*source) &&
                       !is_refused(*source) && !source->node->parameters.all.empty();
      if (candidate && known.insert(source).second) called.push_back(source);
    }
    for (const SourceFunction* source : called) {
      Diagnostics ignored;
      auto signature = read_signature(program_, *source, ignored);
      if (!signature) continue;
      std::vector<std::string> dims = signature->dims;
      Instance* instance = instance_for(program_, *source, std::move(*signature));
      if (!instance || has_errors(*instance)) continue;
      entries_.push_back({instance, true, false, std::move(dims)});
    }
  }

  void add_unannotated(const SourceFunction& function) {
    bool found = false;
    for (Instance* instance : reachable_from(entries_)) {
      if (instance->source != &function) continue;
      if (!found) {
        program_.diagnostics.emit(
            Diag::kRunsAsPython, function.node->name_range,
            concat(
                "'", function.node->name,
                "' has no annotations: called from Python, it is native only for the types of its "
                "native callers"));
      }
      found = true;
      entries_.push_back(
          {instance, false, true, std::vector<std::string>(instance->parameter_types.size())});
    }
    if (found) return;
    const auto& parameters = function.node->parameters.all;
    auto missing = std::find_if(parameters.begin(), parameters.end(),
                                [](auto& parameter) { return !has_type(parameter); });
    bool none = std::none_of(parameters.begin(), parameters.end(),
                             [](auto& parameter) { return parameter.annotation.valid(); });
    if (missing == parameters.end()) {
      read_signature(program_, function, program_.diagnostics);
    } else if (none) {
      program_.diagnostics
          .emit(Diag::kParNoCaller, function.node->name_range,
                concat("'", function.node->name,
                       "' holds a par loop, has no annotations, and no native function calls it"))
          .label(missing->range, "annotate the parameters, for example `x: float`")
          .note(kOtherWays);
    } else {
      program_.diagnostics
          .emit(Diag::kMissingAnnotation, missing->range,
                concat("'", missing->name, "' has no annotation"))
          .label(function.node->name_range, "this function holds a par loop")
          .note(kOtherWays);
    }
  }

  Program& program_;
  const ModuleScope& module_;
  std::vector<EntryPoint> entries_;
  std::vector<const SourceFunction*> waiting_;
};

}  // namespace

std::vector<EntryPoint> find_entries(Program& program, const ModuleScope& module) {
  return Finder(program, module).run();
}

}  // namespace parc::check
