// The simplest proof that helps: every access to an array that the loop stores to has the loop's
// own variable as an index of one fixed axis. All else is "not shown".
#include "ir/analysis/dependence.h"

#include <map>
#include <optional>
#include <set>

#include "ir/analysis/assigned_first.h"
#include "ir/analysis/loop_exits.h"
#include "ir/builder.h"
#include "ir/structure.h"
#include "ir/walk.h"
#include "support/text_writer.h"

namespace parc::ir {
namespace {

struct Access {
  LocalId array;  // none: not a plain local
  std::vector<ExprId> indices;
  SourceRange range;
  ExprId expr;
  bool is_store = false;
};

class OwnIndexProof {
 public:
  OwnIndexProof(const AnalysisContext& context, LoopFacts& facts, Diagnostics& diagnostics)
      : context_(context),
        function_(context.function),
        loop_(std::get<Loop>(function_[facts.loop].node)),
        facts_(facts),
        diagnostics_(diagnostics),
        assigned_(assigned_locals(function_, loop_.body)) {}

  void run() {
    collect();
    for (const Access& access : accesses_) {
      if (access.is_store) stored_.insert(access.array);
    }
    bool trust = loop_.par->trust;
    for (LocalId array : stored_) {
      if (!trust && !shown_for(array)) return;
    }
    for (LocalId stored : stored_) {
      if (!stored.valid()) continue;
      for (LocalId other : arrays_) add_overlap(stored, other);
      facts_.self_overlaps.push_back(stored);
    }
    facts_.reasons.push_back(trust ? "check=\"trust\"" : "each iteration has its own elements");
  }

 private:
  void refuse(const Access& access) {
    if (facts_.verdict != Verdict::kRefused) {
      diagnostics_.emit(Diag::kUnknownDependence, access.range,
                        "it cannot be shown that iterations touch different elements here");
    }
    facts_.verdict = Verdict::kRefused;
    facts_.reasons.push_back("an element that iterations may share");
  }

  void collect() {
    walk_stmts(function_, loop_.body, [&](StmtId id) {
      const StmtNode& node = function_[id].node;
      if (const Store* store = std::get_if<Store>(&node)) {
        add(store->array, store->indices, function_[id].range, true);
      }
      if (const StoreView* store = std::get_if<StoreView>(&node)) {
        add(store->view, {}, function_[id].range, true);
      }
      if (const ListSet* store = std::get_if<ListSet>(&node)) {
        add(store->list, {store->index}, function_[id].range, true);
      }
    });
    walk_exprs(function_, loop_.body, [&](ExprId id) {
      const ExprNode& node = function_[id].node;
      SourceRange range = function_[id].range;
      if (const Load* load = std::get_if<Load>(&node))
        add(load->array, load->indices, range, false);
      if (const ListGet* get = std::get_if<ListGet>(&node))
        add(get->list, {get->index}, range, false);
      if (const View* view = std::get_if<View>(&node)) add(view->array, {}, range, false);
      if (const Call* call = std::get_if<Call>(&node)) add_call(*call, range);
    });
  }
  void add_call(const Call& call, SourceRange range) {
    const FunctionEffects& effects = context_.effects[call.callee];
    for (size_t at = 0; at < call.args.size(); ++at) {
      if (effects.reads[at] || effects.writes[at])
        add(call.args[at], {}, range, effects.writes[at]);
    }
  }
  void add(ExprId array, std::vector<ExprId> indices, SourceRange range, bool is_store) {
    LocalSet owners = context_.origins.of(function_, array);
    bool inside = true;
    owners.for_each([&](LocalId owner) { inside = inside && assigned_.contains(owner); });
    if (inside) return;
    LocalId local = read_local(function_, array);
    if (local.valid() && assigned_.contains(local)) local = {};
    if (local.valid()) arrays_.insert(local);
    accesses_.push_back({local, std::move(indices), range, array, is_store});
  }

  // Whether the value differs between any two iterations, and is no negative index.
  bool is_own_index(ExprId id) const {
    if (context_.ranges.range_of(id).lo < 0) return false;
    LocalId local = read_local(function_, id);
    if (local == loop_.index) return true;
    ExprId value;
    int assignments = 0;
    walk_stmts(function_, function_.body, [&](StmtId stmt) {
      const Assign* assign = stmt_if<Assign>(function_, stmt);
      if (assign && assign->target == local) value = assign->value, ++assignments;
    });
    if (!local.valid() || assignments != 1) return false;
    const Binary* sum = expr_if<Binary>(function_, value);
    if (!sum || sum->op != BinaryOp::kAdd) return read_local(function_, value) == loop_.index;
    bool fixed = !touches_memory(function_, sum->left);
    for_each_read(function_, sum->left,
                  [&](LocalId read) { fixed = fixed && !assigned_.contains(read); });
    return fixed && read_local(function_, sum->right) == loop_.index;
  }

  bool shown_for(LocalId array) {
    std::optional<size_t> axis;
    for (const Access& access : accesses_) {
      bool same = array.valid() && access.array == array;
      if (!same && !may_share(access, array)) continue;
      if (!same) return refuse(access), false;
      std::optional<size_t> own;
      for (size_t at = 0; at < access.indices.size(); ++at) {
        if (!own && is_own_index(access.indices[at])) own = at;
      }
      if (!own || (axis && axis != own)) return refuse(access), false;
      axis = own;
    }
    return true;
  }
  bool may_share(const Access& access, LocalId array) const {
    if (!array.valid() || !access.array.valid()) return true;
    LocalSet owners = context_.origins.of(access.array);
    bool shared = false;
    context_.origins.of(array).for_each(
        [&](LocalId owner) { shared = shared || owners.contains(owner); });
    return shared;
  }

  void add_overlap(LocalId stored, LocalId other) {
    if (stored == other || (stored_.count(other) && other < stored)) return;
    facts_.overlaps.push_back({expr_of(stored), expr_of(other), stored, other, false});
  }
  ExprId expr_of(LocalId array) const {
    for (const Access& access : accesses_) {
      if (access.array == array) return access.expr;
    }
    return {};
  }

  const AnalysisContext& context_;
  const Function& function_;
  const Loop& loop_;
  LoopFacts& facts_;
  Diagnostics& diagnostics_;
  LocalSet assigned_;
  std::vector<Access> accesses_;
  std::set<LocalId> stored_, arrays_;
};

}  // namespace

void prove_elements(const AnalysisContext& context, LoopFacts& facts, Diagnostics& diagnostics) {
  OwnIndexProof(context, facts, diagnostics).run();
}

}  // namespace parc::ir
