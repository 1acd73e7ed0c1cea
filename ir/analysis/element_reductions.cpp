#include "ir/analysis/element_reductions.h"

#include <algorithm>

#include "ir/analysis/reductions.h"
#include "ir/analysis/truth.h"
#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

// A local that the body gives a part of this memory, and that is used after the loop.
std::optional<LocalId> escaping_view(const AnalysisContext& context, StmtId loop,
                                     const Root& root) {
  std::optional<LocalId> found;
  const Block& body = std::get<Loop>(context.function[loop].node).body;
  const LocalSet& live = context.liveness.live_after(loop);
  walk_stmts(context.function, body, [&](StmtId id) {
    const Assign* assign = stmt_if<Assign>(context.function, id);
    if (!assign || !live.contains(assign->target)) return;
    context.origins.of(assign->target).for_each([&](LocalId owner) {
      if (root.owners.contains(owner)) found = assign->target;
    });
  });
  return found;
}

}  // namespace

ElementReductions::ElementReductions(const AnalysisContext& context, const LoopAccesses& accesses,
                                     StmtId loop)
    : context_(context), function_(context.function), accesses_(accesses), loop_(loop) {
  const Block& body = std::get<Loop>(function_[loop].node).body;
  updates_ = find_element_updates(context.module, function_, body);
  if (updates_.empty()) return;
  for (const FoundUpdate& update : updates_) {
    by_stmt_[update.place.store] = by_stmt_[update.place.stmt] = &update;
    for (StmtId copy : update.place.copies) by_stmt_[copy] = &update;
  }
  std::map<RootId, AccessList> by_root;
  for (const Access& access : accesses.accesses) by_root[access.root].push_back(&access);
  for (const auto& [root, list] : by_root) judge(root, list);
}

const Reduction* ElementReductions::of(RootId root) const {
  auto found = reductions_.find(root);
  return found == reductions_.end() ? nullptr : &found->second;
}

const ElementObstacle* ElementReductions::obstacle(RootId root) const {
  auto found = obstacles_.find(root);
  return found == obstacles_.end() ? nullptr : &found->second;
}

// The update that the access is the store or a load of; null when there is none.
const FoundUpdate* ElementReductions::update_of(const Access& access) const {
  auto found = by_stmt_.find(access.stmt);
  if (found == by_stmt_.end() || access.is_call) return nullptr;
  const FoundUpdate& update = *found->second;
  if (access.is_write) return access.stmt == update.place.store ? &update : nullptr;
  bool loads = std::any_of(update.loads.begin(), update.loads.end(),
                           [&](ExprId load) { return function_[load].range == access.range; });
  return loads ? &update : nullptr;
}

void ElementReductions::judge(RootId root, const AccessList& accesses) {
  const Root& memory = accesses_.roots[root];
  if (memory.is_inside || memory.is_varying) return;
  Reduction reduction;
  reduction.target = ReductionTarget::kElements;
  if (std::optional<ElementObstacle> found = find_obstacle(root, accesses, reduction)) {
    obstacles_.emplace(root, *found);
  } else if (!reduction.element_updates.empty()) {
    reductions_.emplace(root, std::move(reduction));
  }
}

std::optional<ElementObstacle> ElementReductions::find_obstacle(RootId root,
                                                                const AccessList& accesses,
                                                                Reduction& reduction) const {
  std::vector<const FoundUpdate*> updates;
  const Access* other = nullptr;
  for (const Access* access : accesses) {
    if (const FoundUpdate* update = update_of(*access)) {
      if (std::count(updates.begin(), updates.end(), update) == 0) updates.push_back(update);
    } else if (!other) {
      other = access;
    }
  }
  if (updates.empty()) return {};
  if (accesses_.roots[root].lists.valid()) {
    return ElementObstacle{function_[updates.front()->place.stmt].range,
                           "it is not done in lists that are items of a list"};
  }
  if (other) {
    const char* reason = other->is_write ? "the loop also changes it in other ways"
                                         : "the loop also reads it elsewhere";
    return ElementObstacle{other->range, reason};
  }
  reduction.variable = accesses.front()->entry.local;
  for (const Access* access : accesses) {
    if (!access->entry.local.valid() || access->entry.local != reduction.variable) {
      return ElementObstacle{access->range, "the loop uses it under two names"};
    }
  }
  if (escaping_view(context_, loop_, accesses_.roots[root])) {
    SourceRange first = function_[updates.front()->place.stmt].range;
    return ElementObstacle{first, "a view of it is used after the loop"};
  }
  return combine(updates, reduction);
}

std::optional<ElementObstacle> ElementReductions::combine(
    const std::vector<const FoundUpdate*>& updates, Reduction& reduction) const {
  const TypeTable& types = context_.module.types;
  TypeId type = element_type(types, function_[reduction.variable].type);
  for (const FoundUpdate* update : updates) {
    std::optional<ElementOperation> operation =
        element_operation(context_.module, function_, *update);
    SourceRange place = function_[update->place.stmt].range;
    if (!operation) return ElementObstacle{place, "what an update gives depends on their order"};
    Update next{{}, operation->op, update->update.extreme};
    if (reduction.element_updates.empty()) {
      reduction.op = next.op;
      reduction.extreme = next.extreme;
    }
    if (!compatible(types, type, {{}, reduction.op, reduction.extreme}, next)) {
      return ElementObstacle{place, "its updates differ"};
    }
    reduction.ordered = reduction.ordered || operation->ordered;
    reduction.element_updates.push_back(update->place);
  }
  return {};
}

}  // namespace parc::ir
