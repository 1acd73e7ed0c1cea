#include "frontend/check/environment.h"

#include "frontend/check/type_join.h"

namespace parc::check {
namespace {

bool same_constant(const std::optional<ir::Const>& left, const std::optional<ir::Const>& right) {
  return left && right && left->value == right->value;
}

// The name has no meaning here: it is not read, or reading it is an error.
void spoil(Binding& binding, const Binding& other) {
  binding.conflict = true;
  binding.other_type = other.type;
  binding.other_range = other.range;
  binding.known.reset();
}

Binding join_bindings(FlowContext flow, const Binding& left, const Binding& right, bool live) {
  if (left.bound == Bound::kNo && right.bound == Bound::kNo) return left;
  if (left.bound == Bound::kNo || right.bound == Bound::kNo) {
    Binding result = left.bound == Bound::kNo ? right : left;
    result.bound = Bound::kMaybe;
    result.known.reset();
    return result;
  }
  Binding result = left;
  if (right.bound == Bound::kMaybe) result.bound = Bound::kMaybe;
  if (left.conflict) return result;
  if (right.conflict) {
    spoil(result, right);
    return result;
  }
  bool one_web = flow.facts.web(left.def) == flow.facts.web(right.def);
  if (!live && !one_web) {
    spoil(result, right);
    return result;
  }
  std::optional<ir::TypeId> type = join_types(flow.types, left.type, right.type);
  if (!type || !flow.facts.unite(flow.types, left.def, right.def)) {
    spoil(result, right);
    return result;
  }
  result.type = *type;
  if (left.type != right.type || !same_constant(left.known, right.known)) result.known.reset();
  if (result.origin == kNoOrigin) result.origin = right.origin;
  if (result.reduction != right.reduction) result.reduction = kNoReduction;
  return result;
}

}  // namespace

Environment join(FlowContext flow, const Environment& left, const Environment& right,
                 const NameSet& live) {
  if (!left.reachable) return right;
  if (!right.reachable) return left;
  Environment result;
  result.names.reserve(left.names.size());
  for (NameId name = 0; name < left.names.size(); ++name) {
    result.names.push_back(
        join_bindings(flow, left.names[name], right.names[name], live.has(name)));
  }
  return result;
}

Environment loop_header(FlowContext flow, syntax::StmtId loop, const Environment& entry,
                        const NameSet& bound, const NameSet& live) {
  Environment header = entry;
  for (NameId name = 0; name < header.names.size(); ++name) {
    if (!bound.has(name)) continue;
    Binding& binding = header.names[name];
    binding.known.reset();
    const FlowFacts::BackEdge* edge = flow.facts.back_edge(loop, name);
    if (!edge) continue;
    if (binding.bound == Bound::kNo) {
      binding.bound = Bound::kMaybe;
      binding.def = edge->def;
      binding.type = edge->type;
      binding.range = edge->range;
      binding.conflict = edge->conflict;
      binding.other_type = edge->type;
      binding.other_range = edge->range;
      continue;
    }
    std::optional<ir::TypeId> type = join_types(flow.types, binding.type, edge->type);
    bool fits = type && live.has(name) && !edge->conflict && !binding.conflict &&
                flow.facts.unite(flow.types, binding.def, edge->def);
    if (fits) {
      binding.type = *type;
    } else if (!binding.conflict) {
      Binding other = binding;
      other.type = edge->type;
      other.range = edge->range;
      spoil(binding, other);
    }
  }
  return header;
}

void add_back_edge(FlowContext flow, syntax::StmtId loop, const Environment& header,
                   const Environment& end, const NameSet& bound, const NameSet& live) {
  if (!end.reachable) return;
  for (NameId name = 0; name < end.names.size(); ++name) {
    const Binding& back = end.names[name];
    const Binding& start = header.names[name];
    if (!bound.has(name) || !live.has(name) || back.bound == Bound::kNo) continue;
    // An error may be of this pass only, as long as what another loop binds is not known yet.
    if (flow.types.is_error(back.type)) continue;
    FlowFacts::BackEdge edge{flow.facts.web(back.def), back.type, back.range, back.conflict};
    if (const FlowFacts::BackEdge* before = flow.facts.back_edge(loop, name)) {
      std::optional<ir::TypeId> type = join_types(flow.types, before->type, back.type);
      edge.conflict |=
          before->conflict || !type || !flow.facts.unite(flow.types, before->def, back.def);
      if (type) edge.type = *type;
      edge.range = before->range;
      edge.def = edge.conflict ? before->def : flow.facts.web(back.def);
    } else if (start.bound != Bound::kNo && start.def == back.def && start.type == back.type &&
               !back.conflict) {
      continue;  // the loop did not bind it on this path
    }
    flow.facts.set_back_edge(loop, name, edge);
  }
}

}  // namespace parc::check
