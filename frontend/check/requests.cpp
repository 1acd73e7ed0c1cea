#include "frontend/check/requests.h"

#include <algorithm>

#include "frontend/check/annotations.h"
#include "frontend/check/instantiate.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

// Whether a definition starts on that line, with its `def` or its first decorator.
bool starts_on(const Program& program, const syntax::Tree& tree, const syntax::FunctionDef& node,
               uint32_t line) {
  if (program.sources.begin(node.name_range).line == line) return true;
  return !node.decorators.empty() &&
         program.sources.begin(tree[node.decorators.front()].range).line == line;
}

// The definition on the request's line, wherever in the module it stands.
const SourceFunction& find_function(Program& program, const ModuleScope& module,
                                    const Request& request) {
  const syntax::Tree& tree = *module.tree;
  for (uint32_t at = 0; at < tree.stmts.size(); ++at) {
    const syntax::StmtId id{at};
    const auto* node = syntax::get<syntax::FunctionDef>(tree, id);
    if (!node || node->name != request.function) continue;
    if (request.line != 0 && !starts_on(program, tree, *node, request.line)) continue;
    return function_of(program, module, id);
  }
  internal_error(concat("there is no function '", request.function, "' to compile"));
}

// What the annotation says when it can be read and leaves room for the argument.
AnnotatedType parameter_type(Program& program, const ModuleScope& module,
                             const syntax::Parameter& parameter, ir::TypeId requested) {
  AnnotatedType type{requested, false, ""};
  if (!parameter.annotation) return type;
  Diagnostics ignored;
  auto read = read_annotation(program, module, parameter.annotation, ignored);
  if (!read) return type;
  const auto* annotated = program.module.types.get<ir::ArrayType>(read->type);
  const auto* given = program.module.types.get<ir::ArrayType>(requested);
  const bool has_rank = read->rank_open && annotated && given && annotated->elem == given->elem;
  if (has_rank) read->type = requested;
  return *read;
}

}  // namespace

std::vector<EntryPoint> find_requested(Program& program, const ModuleScope& module,
                                       const std::vector<Request>& requests) {
  std::vector<EntryPoint> entries;
  for (const Request& request : requests) {
    const SourceFunction& function = find_function(program, module, request);
    const auto& parameters = function.node->parameters.all;
    if (parameters.size() != request.types.size()) {
      internal_error(concat("'", request.function, "' has ", parameters.size(), " parameters"),
                     function.node->name_range);
    }
    const auto starred = std::find_if(parameters.begin(), parameters.end(), is_starred);
    if (starred != parameters.end()) {
      refuse_starred(*starred, program.diagnostics);
      continue;
    }
    std::vector<ir::TypeId> types;
    std::vector<std::string> dims;
    for (size_t at = 0; at < parameters.size(); ++at) {
      std::optional<ir::TypeId> requested = program.module.types.from_descriptor(request.types[at]);
      if (!requested) internal_error(concat("no type is called '", request.types[at], "'"));
      AnnotatedType type = parameter_type(program, module, parameters[at], *requested);
      types.push_back(type.type);
      dims.push_back(type.dims);
    }
    Instance* instance = instantiate(program, function, std::move(types), nullptr);
    settle_instances(program);
    if (!instance) internal_error("the request has no instance", function.node->name_range);
    entries.push_back({instance, true, function.has_par, std::move(dims)});
  }
  return entries;
}

}  // namespace parc::check
