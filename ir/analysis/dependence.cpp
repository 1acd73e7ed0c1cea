#include "ir/analysis/dependence.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "ir/analysis/condition_search.h"
#include "ir/analysis/dependence_messages.h"
#include "ir/analysis/early_errors.h"
#include "ir/analysis/element_reductions.h"
#include "ir/analysis/index_checks.h"
#include "ir/analysis/meeting.h"
#include "ir/analysis/memory_overlaps.h"
#include "ir/analysis/sharing_messages.h"
#include "ir/analysis/wrapped_indices.h"
#include "support/text_writer.h"

namespace parc::ir {
namespace {

LoopAccesses unwrapped_accesses(const AnalysisContext& context, StmtId loop) {
  LoopAccesses accesses = find_accesses(context, loop);
  unwrap_indices(accesses);
  return accesses;
}

class ElementProof {
 public:
  ElementProof(const AnalysisContext& context, LoopFacts& facts, Diagnostics& diagnostics)
      : context_(context),
        function_(context.function),
        loop_(std::get<Loop>(function_[facts.loop].node)),
        facts_(facts),
        diagnostics_(diagnostics),
        accesses_(unwrapped_accesses(context, facts.loop)),
        test_(accesses_),
        conditions_(function_, accesses_),
        indices_(function_, accesses_),
        reductions_(context, accesses_, facts.loop) {}

  void run() {
    refused_before_ = facts_.verdict == Verdict::kRefused;
    bool any_write = false;
    for (const Access& access : accesses_.accesses) any_write = any_write || access.is_write;
    if (!any_write) {
      if (refused_before_) return;
      facts_.reasons.push_back("it stores no element that outlives it");
      check_early_errors();
      return;
    }
    bool trust = loop_.par->trust;
    if (!trust) test_pairs();
    if (facts_.verdict == Verdict::kRefused) return;
    add_reductions();
    facts_.reasons.push_back(trust ? "check=\"trust\": elements were not checked"
                                   : "iterations use different elements");
    add_entry_tests();
    check_early_errors();
    if (facts_.verdict == Verdict::kRefused) return;
    if (std::optional<Access> lost = add_overlap_checks(accesses_, test_, trust, facts_)) {
      report_lost(*lost);
    }
  }

 private:
  void test_pairs() {
    const std::vector<Access>& all = accesses_.accesses;
    for (size_t at = 0; at < all.size(); ++at) {
      for (size_t other = at; other < all.size(); ++other) {
        if (!all[at].is_write && !all[other].is_write) continue;
        if (all[at].root != all[other].root) continue;
        test_pair(all[at], all[other]);
      }
    }
    find_condition();
    for (const ElementProblem& problem : problems_) {
      facts_.reasons.push_back(report_problem(accesses_, problem, diagnostics_));
    }
  }

  void test_pair(const Access& a, const Access& b) {
    if (accesses_.roots[a.root].is_inside || reduced_.count(a.root)) return;
    // One message for an array says enough: rather that it is read and written than written twice.
    auto known =
        std::find_if(problems_.begin(), problems_.end(),
                     [&](const ElementProblem& problem) { return problem.first->root == a.root; });
    bool is_known = known != problems_.end();
    if (is_known && !(is_output(*known) && !(a.is_write && b.is_write))) return;
    ElementProblem problem{&a, &b, test_.test(a, b)};
    if (problem.result.meeting == Meeting::kNever) return;
    if (reductions_.of(a.root)) {
      reduced_.insert(a.root);
      return;
    }
    bool is_open = facts_.verdict != Verdict::kRefused;
    if (is_open && (indices_.add(a, b) || conditions_.add(a, b))) return;
    problem.update = reductions_.obstacle(a.root);
    facts_.verdict = Verdict::kRefused;
    // What a refused variable leads to is not told again.
    if (refused_before_ && problem.result.meeting == Meeting::kNotKnown) return;
    if (!is_known) {
      problems_.push_back(std::move(problem));
    } else if (problem.result.meeting == Meeting::kHappens) {
      *known = std::move(problem);
    }
  }

  static bool is_output(const ElementProblem& problem) {
    return problem.first->is_write && problem.second->is_write;
  }

  void add_reductions() {
    for (RootId root : reduced_) {
      facts_.reductions.push_back(*reductions_.of(root));
      facts_.reasons.push_back(describe(function_, facts_.reductions.back()));
      for (VariableFact& fact : facts_.variables) {
        if (fact.local == facts_.reductions.back().variable) fact.sharing = Sharing::kReduction;
      }
    }
  }

  // What has to be tested at loop entry, if anything. Pairs that can be kept apart one by one but
  // not together are refused.
  void find_condition() {
    if (!conditions_.first() || facts_.verdict == Verdict::kRefused) return;
    condition_ = conditions_.condition();
    if (condition_) return;
    const Access& a = *conditions_.first();
    const Access& b = *conditions_.second();
    facts_.verdict = Verdict::kRefused;
    problems_.push_back({&a, &b, test_.test(a, b)});
  }

  void add_entry_tests() {
    const char* joint = " when ";
    auto add = [&](const std::string& text) {
      facts_.verdict = Verdict::kRuntime;
      facts_.reasons.back() += concat(std::exchange(joint, " and "), text);
    };
    if (condition_) {
      add(concat(condition_->text, " holds"));
      facts_.conditions.push_back(std::move(*condition_));
    }
    for (const IndexCheck& check : indices_.checks()) add(check.text);
    facts_.index_checks = indices_.checks();
  }

  void check_early_errors() {
    std::optional<EarlyOperand> operand = find_early_operand(context_, facts_);
    if (!operand) return;
    facts_.errors_may_be_early = true;
    std::optional<std::string> changed = find_lasting_change(accesses_, facts_, *operand);
    if (!changed) return;
    const std::string& variable = function_[operand->variable].name;
    facts_.verdict = Verdict::kRefused;
    facts_.reasons.push_back(concat("an operand of `", variable, "` may raise too early"));
    diagnostics_
        .emit(Diag::kEarlyError, operand->range,
              concat("this may raise in an iteration that would not evaluate it in serial order, ",
                     "once `", variable, "` is settled"))
        .note(concat("such an error is told from a real one by running the loop again, which is ",
                     "not possible here, as it changes ", *changed))
        .note("evaluate it in every iteration, before the statement, or in a loop of its own");
  }

  void report_lost(const Access& access) {
    facts_.verdict = Verdict::kRefused;
    facts_.reasons.push_back("arrays that may share memory");
    diagnostics_.emit(Diag::kUnknownDependence, access.range,
                      concat("it cannot be shown that ", root_name(accesses_, access),
                             " shares no memory with what other iterations use"));
  }

  const AnalysisContext& context_;
  const Function& function_;
  const Loop& loop_;
  LoopFacts& facts_;
  Diagnostics& diagnostics_;
  LoopAccesses accesses_;
  MeetingTest test_;
  ConditionSearch conditions_;
  IndexSearch indices_;
  std::optional<EntryCondition> condition_;
  ElementReductions reductions_;
  std::set<RootId> reduced_;  // where iterations meet
  bool refused_before_ = false;
  std::vector<ElementProblem> problems_;  // at most one for an array
};

}  // namespace

void prove_elements(const AnalysisContext& context, LoopFacts& facts, Diagnostics& diagnostics) {
  ElementProof(context, facts, diagnostics).run();
}

}  // namespace parc::ir
