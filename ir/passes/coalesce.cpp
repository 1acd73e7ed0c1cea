#include "ir/passes/coalesce.h"

#include <map>
#include <optional>
#include <vector>

#include "ir/analysis/liveness.h"
#include "ir/builder.h"
#include "ir/coercion.h"
#include "ir/structure.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

using Definitions = std::map<LocalId, std::vector<StmtId>>;

void collect_definitions(const Function& function, const Block& body, Definitions& definitions) {
  walk_stmts(function, body, [&](StmtId id) {
    if (const Assign* assign = stmt_if<Assign>(function, id)) {
      definitions[assign->target].push_back(id);
    }
  });
}

std::map<LocalId, int> count_mentions(const Function& function, const Block& body) {
  std::map<LocalId, int> mentions;
  walk_stmts(function, body, [&](StmtId id) {
    if (const Assign* assign = stmt_if<Assign>(function, id)) ++mentions[assign->target];
    for_each_expr(function[id].node, [&](ExprId root) {
      for_each_read(function, root, [&](LocalId local) { ++mentions[local]; });
    });
  });
  return mentions;
}

// What is computed once for all loops of a function, until it changes.
struct FunctionView {
  explicit FunctionView(const Function& function)
      : liveness(function), mentions(count_mentions(function, function.body)) {}
  Liveness liveness;
  std::map<LocalId, int> mentions;
};

class LoopCoalescer {
 public:
  LoopCoalescer(const TypeTable& types, const Function& function, StmtId loop,
                const FunctionView& view)
      : types_(types),
        function_(function),
        loop_(loop),
        liveness_(view.liveness),
        everywhere_(view.mentions) {
    const Block& body = std::get<Loop>(function[loop].node).body;
    collect_definitions(function, body, definitions_);
    inside_ = count_mentions(function, body);
  }

  // A pair of locals that can become one: the carried one, and the version that goes.
  std::optional<std::pair<LocalId, LocalId>> find() const {
    for (const auto& [carried, carried_defs] : definitions_) {
      if (!liveness_.live_at_head(loop_).contains(carried)) continue;
      for (const auto& [version, version_defs] : definitions_) {
        if (version == carried || !is_version(version, carried)) continue;
        if (interfere(carried, carried_defs, version, version_defs)) continue;
        return std::pair(carried, version);
      }
    }
    return std::nullopt;
  }

 private:
  bool is_version(LocalId version, LocalId carried) const {
    const Local& local = function_[version];
    const Local& target = function_[carried];
    if (everywhere_.at(version) != inside_.at(version)) return false;
    bool scalar = local.type == target.type || types_.is_scalar(local.type);
    if (!scalar || !coercible(types_, local.type, target.type)) return false;
    if (local.role == LocalRole::kVariable && target.role == LocalRole::kVariable &&
        local.name == target.name && !local.name.empty()) {
      return true;
    }
    return local.role == LocalRole::kTemporary && flows(carried, version) &&
           flows(version, carried);
  }

  // Whether an assignment of `to` reads `from`.
  bool flows(LocalId from, LocalId to) const {
    for (StmtId id : definitions_.at(to)) {
      if (count_reads(function_, stmt_if<Assign>(function_, id)->value, from) > 0) return true;
    }
    return false;
  }

  bool interfere(LocalId a, const std::vector<StmtId>& a_defs, LocalId b,
                 const std::vector<StmtId>& b_defs) const {
    for (StmtId id : a_defs) {
      if (liveness_.live_after(id).contains(b)) return true;
    }
    for (StmtId id : b_defs) {
      if (liveness_.live_after(id).contains(a)) return true;
    }
    return false;
  }

  const TypeTable& types_;
  const Function& function_;
  StmtId loop_;
  const Liveness& liveness_;
  const std::map<LocalId, int>& everywhere_;
  Definitions definitions_;
  std::map<LocalId, int> inside_;
};

void merge(Function& function, LocalId into, LocalId from) {
  TypeId wide = function[into].type;
  TypeId narrow = function[from].type;
  size_t count = function.exprs.size();
  for (uint32_t id = 0; id < count; ++id) {
    if (read_local(function, ExprId{id}) != from) continue;
    Expr read = function[ExprId{id}];
    read.node = LocalRef{into};
    read.type = wide;
    if (wide == narrow) {
      function[ExprId{id}] = std::move(read);
    } else {
      ExprId whole = function.exprs.add(std::move(read));
      function[ExprId{id}].node = Narrow{whole};
    }
  }
  Block body = function.body;
  walk_stmts(function, body, [&](StmtId id) {
    const Assign* assign = stmt_if<Assign>(function, id);
    if (!assign || assign->target != from) return;
    Expr value = function[assign->value];
    ExprId operand = assign->value;
    if (wide != narrow) operand = add(function, Coerce{operand}, wide, value.range, value.frame);
    function[id].node = Assign{into, operand};
  });
}

}  // namespace

void coalesce_versions(Module& module) {
  for (uint32_t id = 0; id < module.functions.size(); ++id) {
    Function& function = module[FunctionId{id}];
    std::vector<StmtId> loops;
    walk_stmts(function, function.body, [&](StmtId stmt) {
      const Loop* loop = stmt_if<Loop>(function, stmt);
      if (loop && loop->par) loops.push_back(stmt);
    });
    if (loops.empty()) continue;
    std::optional<FunctionView> view(function);
    for (StmtId loop : loops) {
      while (auto pair = LoopCoalescer(module.types, function, loop, *view).find()) {
        merge(function, pair->first, pair->second);
        view.emplace(function);
      }
    }
  }
}

}  // namespace parc::ir
