#include "driver/suggest/choose.h"

#include <algorithm>

#include "support/text_writer.h"

namespace parc::driver {
namespace {

// Innermost operations below which the runtime would not wake its threads.
constexpr double kLittleWork = 20000;
// A loop of fewer iterations shares out badly: a longer one inside is taken when there is one.
constexpr int64_t kFewIterations = 16;

class Chooser {
 public:
  Chooser(const SerialLoops& found, const std::vector<TrialResult>& results,
          const std::set<std::string>& unfit)
      : loops_(found.loops), calls_(found.calls), results_(results), unfit_(unfit) {
    choices_.resize(loops_.size());
  }

  std::vector<LoopChoice> run() {
    for (size_t at = 0; at < loops_.size(); ++at) {
      if (loops_[at].outer == kNoLoop) choose(at);
    }
    leave_called_in_parallel();
    return std::move(choices_);
  }

 private:
  bool is_proven(size_t at) const {
    return loops_[at].obstacle.empty() && !loops_[at].holds_par &&
           !unfit_.contains(loops_[at].function) && results_[at].is_checked &&
           results_[at].verdict == ir::Verdict::kParallel;
  }
  bool is_worth_it(size_t at) const {
    const TrialResult& result = results_[at];
    return !(result.cost && *result.cost < kLittleWork) && result.iterations != 1;
  }
  bool has_few(size_t at) const {
    return results_[at].iterations && *results_[at].iterations < kFewIterations;
  }

  template <class F>
  void for_each_inner(size_t at, F&& f) const {
    for (size_t inner = at + 1; inner < loops_.size(); ++inner) {
      if (loops_[inner].outer == at) f(inner);
    }
  }
  bool has_longer_inside(size_t at) const {
    bool found = false;
    for_each_inner(at, [&](size_t inner) {
      bool good = is_proven(inner) && is_worth_it(inner) && !has_few(inner);
      found = found || good || has_longer_inside(inner);
    });
    return found;
  }

  void choose(size_t at) {
    if (is_proven(at) && !is_worth_it(at)) return leave(at, little_work(at));
    if (is_proven(at) && !(has_few(at) && has_longer_inside(at))) {
      choices_[at].choice = Choice::kSuggested;
      return;
    }
    if (is_proven(at)) {
      leave(at, concat("it has at most ", *results_[at].iterations,
                       " iterations, and a longer loop is in it"));
    } else {
      leave(at, loops_[at].holds_par ? "it has a par loop in it" : loops_[at].obstacle);
    }
    for_each_inner(at, [&](size_t inner) { choose(inner); });
  }

  void leave(size_t at, std::string reason) { choices_[at] = {Choice::kLeft, std::move(reason)}; }

  std::string little_work(size_t at) const {
    if (results_[at].iterations == 1) return "it has at most 1 iteration";
    return concat("it does at most ", static_cast<int64_t>(*results_[at].cost),
                  " operations, which is less than it takes to wake other threads");
  }

  // ---- functions that only run inside of parallel loops ----

  bool is_called_in_parallel(const CallSite& call, const std::set<std::string>& inside) const {
    bool parallel = call.inside_par || inside.contains(call.caller);
    for (size_t at = call.loop; at != kNoLoop && !parallel; at = loops_[at].outer) {
      parallel = choices_[at].choice == Choice::kSuggested;
    }
    return parallel;
  }

  bool is_called_in_parallel_only(const std::string& function,
                                  const std::set<std::string>& inside) const {
    bool any = false;
    for (const CallSite& call : calls_) {
      if (call.callee != function || call.caller == function) continue;
      any = true;
      if (!is_called_in_parallel(call, inside)) return false;
    }
    return any;
  }

  void leave_called_in_parallel() {
    std::set<std::string> inside;
    for (bool grew = true; grew;) {
      grew = false;
      for (const SerialLoop& loop : loops_) {
        bool is_new =
            !inside.contains(loop.function) && is_called_in_parallel_only(loop.function, inside);
        if (is_new) inside.insert(loop.function);
        grew = grew || is_new;
      }
    }
    for (size_t at = 0; at < loops_.size(); ++at) {
      bool drop = choices_[at].choice == Choice::kSuggested && inside.contains(loops_[at].function);
      if (drop) leave(at, concat("'", loops_[at].function, "' is called in parallel loops only"));
    }
  }

  const std::vector<SerialLoop>& loops_;
  const std::vector<CallSite>& calls_;
  const std::vector<TrialResult>& results_;
  const std::set<std::string>& unfit_;
  std::vector<LoopChoice> choices_;
};

}  // namespace

std::vector<LoopChoice> choose_loops(const SerialLoops& found,
                                     const std::vector<TrialResult>& results,
                                     const std::set<std::string>& unfit) {
  return Chooser(found, results, unfit).run();
}

}  // namespace parc::driver
