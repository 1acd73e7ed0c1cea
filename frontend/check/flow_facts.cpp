#include "frontend/check/flow_facts.h"

#include "frontend/check/type_join.h"

namespace parc::check {

DefId FlowFacts::web(DefId def) const {
  for (auto place = parents_.find(def); place != parents_.end(); place = parents_.find(def)) {
    def = place->second;
  }
  return def;
}

ir::TypeId FlowFacts::type(const ir::TypeTable& types, DefId def) const {
  auto place = types_.find(web(def));
  return place == types_.end() ? types.never() : place->second;
}

bool FlowFacts::record(ir::TypeTable& types, DefId def, ir::TypeId type) {
  if (types.is_error(type)) return true;
  def = web(def);
  ir::TypeId before = this->type(types, def);
  std::optional<ir::TypeId> joined = join_types(types, before, type);
  if (!joined) return false;
  if (*joined != before) {
    types_[def] = *joined;
    // The first record of a web is no news to a pass that has not used it.
    changed_ |= before != types.never();
  }
  return true;
}

bool FlowFacts::unite(ir::TypeTable& types, DefId left, DefId right) {
  if (!left || !right) return true;  // bound by a statement that was refused
  left = web(left);
  right = web(right);
  if (left == right) return true;
  std::optional<ir::TypeId> joined = join_types(types, type(types, left), type(types, right));
  if (!joined) return false;
  if (right < left) std::swap(left, right);
  parents_[right] = left;
  types_[left] = *joined;
  sizes_[left] = web_size(left) + web_size(right);
  changed_ = true;
  return true;
}

size_t FlowFacts::web_size(DefId def) const {
  auto place = sizes_.find(web(def));
  return place == sizes_.end() ? 1 : place->second;
}

const FlowFacts::BackEdge* FlowFacts::back_edge(syntax::StmtId loop, NameId name) const {
  auto place = back_edges_.find({loop, name});
  return place == back_edges_.end() ? nullptr : &place->second;
}

void FlowFacts::set_back_edge(syntax::StmtId loop, NameId name, BackEdge edge) {
  auto [place, added] = back_edges_.try_emplace({loop, name}, edge);
  if (!added && place->second == edge) return;
  place->second = edge;
  changed_ = true;
}

}  // namespace parc::check
