#include "ir/analysis/sharing.h"

#include <algorithm>
#include <set>

#include "ir/analysis/assigned_first.h"
#include "ir/analysis/loop_exits.h"
#include "ir/analysis/reductions.h"
#include "ir/analysis/sharing_messages.h"
#include "ir/builder.h"
#include "ir/walk.h"
#include "support/text_writer.h"

namespace parc::ir {
namespace {

// Locals that the statement of the loop mentions: its body, at every depth.
std::set<LocalId> mentioned_locals(const Function& function, const Block& body) {
  std::set<LocalId> locals;
  assigned_locals(function, body).for_each([&](LocalId local) { locals.insert(local); });
  walk_exprs(function, body, [&](ExprId id) {
    if (const LocalRef* ref = expr_if<LocalRef>(function, id)) locals.insert(ref->local);
  });
  walk_stmts(function, body, [&](StmtId id) {
    if (const CheckBound* check = stmt_if<CheckBound>(function, id)) locals.insert(check->flag);
  });
  return locals;
}

class SharingAnalysis {
 public:
  SharingAnalysis(const AnalysisContext& context, StmtId loop, Diagnostics& diagnostics)
      : context_(context),
        function_(context.function),
        loop_id_(loop),
        loop_(std::get<Loop>(function_[loop].node)),
        diagnostics_(diagnostics),
        assigned_(assigned_locals(function_, loop_.body)),
        first_(assigned_first(function_, loop, context.ranges)) {
    facts_.loop = loop;
    facts_.verdict = Verdict::kParallel;
  }

  LoopFacts run() {
    find_reductions();
    for (const Reduction& reduction : facts_.reductions) check_companions(reduction);
    classify();
    LoopExits exits = find_exits(function_, loop_);
    facts_.has_break = exits.first_break.valid();
    facts_.has_return = exits.first_return.valid();
    if (!check_exits(context_, loop_, exits, diagnostics_)) refuse("early exit with stores");
    for (const Reduction& reduction : facts_.reductions) {
      facts_.reasons.push_back(describe(function_, reduction));
    }
    return std::move(facts_);
  }

 private:
  void refuse(std::string reason) {
    facts_.verdict = Verdict::kRefused;
    facts_.reasons.push_back(std::move(reason));
  }

  // Variables that an iteration reads before it assigns them: reductions, or refused.
  void find_reductions() {
    std::vector<std::pair<LocalId, ReductionResult>> refused;
    for (const auto& [local, reads] : first_.exposed) {
      if (function_[local].role == LocalRole::kBoundFlag) continue;
      ReductionResult result = find_reduction(context_.module, function_, loop_, local);
      if (result.problem == ReductionProblem::kNone) {
        reduced_.insert(local);
        const std::vector<LocalId>& companions = result.reduction.extreme.companions;
        reduced_.insert(companions.begin(), companions.end());
        facts_.reductions.push_back(std::move(result.reduction));
        continue;
      }
      // The first read that was not preceded by an assignment tells more than just any.
      if (result.problem == ReductionProblem::kNoUpdate && reads.front().expr.valid()) {
        result.place = function_[reads.front().expr].range;
      }
      refused.emplace_back(local, std::move(result));
    }
    for (const auto& [local, result] : refused) {
      if (reduced_.count(local)) continue;  // a companion: reported as one
      report_carried(context_, loop_id_, local, result, diagnostics_);
      refuse(concat("`", function_[local].name, "` is carried between iterations"));
    }
  }

  // A companion is assigned where its extreme is, and read nowhere but there.
  void check_companions(const Reduction& reduction) {
    std::set<StmtId> inside;
    for (StmtId update : reduction.updates) {
      inside.insert(update);
      const If* branch = stmt_if<If>(function_, update);
      if (branch) inside.insert(branch->then_body.begin(), branch->then_body.end());
    }
    for (LocalId companion : reduction.extreme.companions) {
      if (function_[companion].role == LocalRole::kBoundFlag) continue;
      check_companion(reduction, companion, inside);
    }
  }
  void check_companion(const Reduction& reduction, LocalId companion,
                       const std::set<StmtId>& inside) {
    bool fine = true;
    auto report = [&](SourceRange place, bool is_read) {
      if (fine) report_companion(context_, companion, reduction, place, is_read, diagnostics_);
      fine = false;
    };
    walk_stmts(function_, loop_.body, [&](StmtId id) {
      if (inside.count(id)) return;
      const Assign* assign = stmt_if<Assign>(function_, id);
      for_each_expr(function_[id].node, [&](ExprId root) {
        walk_expr(function_, root, [&](ExprId expr) {
          if (read_local(function_, expr) == companion) report(function_[expr].range, true);
        });
      });
      if (assign && assign->target == companion) report(function_[id].range, false);
    });
    if (!fine) refuse(concat("`", function_[companion].name, "` is carried between iterations"));
  }

  void classify() {
    const LocalSet& live = context_.liveness.live_after(loop_id_);
    for (LocalId local : mentioned_locals(function_, loop_.body)) {
      VariableFact fact{local, Sharing::kShared};
      if (reduced_.count(local)) {
        fact.sharing = Sharing::kReduction;
      } else if (assigned_.contains(local)) {
        fact.sharing = live.contains(local) ? Sharing::kLastValue : Sharing::kPrivate;
        // A flag that is tested before it is set keeps what it was: it is only ever set.
        fact.copy_in = first_.copy_in.count(local) > 0 || first_.exposed.count(local) > 0;
      }
      facts_.variables.push_back(fact);
    }
  }

  const AnalysisContext& context_;
  const Function& function_;
  StmtId loop_id_;
  const Loop& loop_;
  Diagnostics& diagnostics_;
  LocalSet assigned_;
  AssignedFirst first_;
  LoopFacts facts_;
  std::set<LocalId> reduced_;
};

}  // namespace

LoopFacts analyze_sharing(const AnalysisContext& context, StmtId loop, Diagnostics& diagnostics) {
  return SharingAnalysis(context, loop, diagnostics).run();
}

}  // namespace parc::ir
