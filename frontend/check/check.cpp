#include "frontend/check/check.h"

#include <set>
#include <tuple>

#include "frontend/check/entries.h"
#include "frontend/check/par_scan.h"
#include "frontend/check/program.h"
#include "frontend/check/reachable.h"
#include "frontend/check/requests.h"
#include "frontend/check/star_imports.h"
#include "ir/walk.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

std::string spell_types(const Program& program, const Instance& instance) {
  std::string text;
  for (ir::TypeId type : instance.parameter_types) {
    text += (text.empty() ? "" : ", ") + program.module.types.spell(type);
  }
  return text;
}

// Hands on the diagnostics of the instances that are part of the module; what several instances of
// one function say alike is said once.
void collect_diagnostics(Program& program, const std::vector<EntryPoint>& entries) {
  std::set<Instance*> roots;
  for (const EntryPoint& entry : entries) roots.insert(entry.instance);
  std::set<std::tuple<Diag, uint32_t, uint32_t, uint32_t>> said;
  for (Instance* instance : reachable_from(entries)) {
    for (const Diagnostic& diagnostic : instance->diagnostics.all()) {
      SourceRange range = diagnostic.range;
      if (!said.insert({diagnostic.kind, range.file.value, range.begin, range.end}).second)
        continue;
      auto copy = program.diagnostics.emit(diagnostic.kind, range, diagnostic.message);
      for (const Label& label : diagnostic.labels) copy.label(label.range, label.text);
      for (const std::string& note : diagnostic.notes) copy.note(note);
      for (const FixIt& fixit : diagnostic.fixits) copy.fixit(fixit.range, fixit.text);
      if (!roots.count(instance)) {
        copy.note(concat("in '", instance->source->node->name, "' called with (",
                         spell_types(program, *instance), ")"));
      }
    }
  }
}

// Moves the functions that the entries need into the module, with new numbers.
void build_module(Program& program, const std::vector<EntryPoint>& entries) {
  std::vector<EntryPoint> sound;
  for (const EntryPoint& entry : entries) {
    if (!has_errors(*entry.instance)) sound.push_back(entry);
  }
  ir::Module& module = program.module;
  std::vector<ir::FunctionId> numbers(program.instances.size());
  std::vector<Instance*> included = reachable_from(sound);
  for (size_t at = 0; at < included.size(); ++at) {
    numbers[included[at]->id.value] = ir::FunctionId{static_cast<uint32_t>(at)};
  }
  for (Instance* instance : included) {
    // What has no type has no code: without a message it would be left out in silence.
    if (instance->untyped && !program.diagnostics.has_errors()) {
      internal_error("this has no type, and no message says why", *instance->untyped);
    }
    instance->function.is_recursive = is_recursive(*instance);
    for (uint32_t at = 0; at < instance->function.exprs.size(); ++at) {
      ir::Expr& expr = instance->function[ir::ExprId{at}];
      auto* call = std::get_if<ir::Call>(&expr.node);
      if (!call) continue;
      ir::for_each_callee(*call, [&](ir::FunctionId& callee) { callee = numbers[callee.value]; });
    }
  }
  for (Instance* instance : included) module.functions.add(std::move(instance->function));
  for (const EntryPoint& entry : sound) {
    ir::Entry out;
    out.name = entry.instance->source->node->name;
    out.function = numbers[entry.instance->id.value];
    out.annotated = entry.annotated;
    out.has_par = entry.has_par;
    out.dims = entry.dims;
    module.entries.push_back(std::move(out));
  }
}

void report_no_par(const syntax::Tree& tree, Diagnostics& diagnostics) {
  if (diagnostics.has_errors()) return;
  std::optional<SourceRange> foreign = find_foreign_par(tree);
  auto diagnostic =
      diagnostics.emit(Diag::kNoParLoops, foreign.value_or(SourceRange{tree.file, 0, 0}),
                       foreign ? "there is no par loop in this file: this `par` is not parc's"
                               : "there is no par loop in this file");
  if (foreign) diagnostic.note("is `from parc import par` missing?");
}

}  // namespace

ir::Module check(const syntax::Tree& tree, const std::string& module_name, const SourceMap& sources,
                 const ImportSource& import_source, const Requests& requests,
                 Diagnostics& diagnostics) {
  Program program{sources, import_source, diagnostics, {}, {}, {}, {}, {}, {}, {}, {}};
  program.module.name = module_name;
  program.module.file = tree.file;
  const ModuleScope& module = module_of(program, tree);
  std::vector<EntryPoint> entries;
  if (requests.functions.empty()) {
    const bool has_par = report_misplaced_par(program, module);
    entries = find_entries(program, module);
    if (!has_par && entries.empty()) report_no_par(tree, diagnostics);
  } else {
    program.options = requests.options;
    entries = find_requested(program, module, requests.functions);
  }
  if (!entries.empty()) report_unknown_stars(program);
  collect_diagnostics(program, entries);
  build_module(program, entries);
  return std::move(program.module);
}

}  // namespace parc::check
