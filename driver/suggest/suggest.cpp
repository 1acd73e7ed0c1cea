#include "driver/suggest/suggest.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "driver/guarded.h"
#include "driver/outputs.h"
#include "driver/phases.h"
#include "driver/suggest/choose.h"
#include "driver/suggest/par_edit.h"
#include "driver/suggest/replace_file.h"
#include "driver/suggest/trial.h"
#include "driver/suggest/unfit.h"
#include "frontend/syntax/source_text.h"
#include "frontend/syntax/syntax.h"
#include "support/text_writer.h"

namespace parc::driver {
namespace {

bool has_statement_form(const syntax::Tree& tree) {
  for (uint32_t id = 0; id < tree.stmts.size(); ++id) {
    const auto* loop = syntax::get<syntax::For>(tree, syntax::StmtId{id});
    if (loop && loop->is_par) return true;
  }
  return false;
}

class Suggester {
 public:
  Suggester(Compilation& work, const SuggestOptions& how)
      : work_(work),
        how_(how),
        tree_(*work.tree),
        names_(find_par_names(tree_)),
        found_(find_serial_loops(tree_, names_)),
        edit_(tree_, work.report.sources.file(tree_.file), names_,
              how.statement_form || has_statement_form(tree_)) {}

  bool run(SuggestCounts& counts) {
    trial_ = try_loops(work_.path, work_.options, tree_, found_.loops, work_.report);
    unfit_ = find_unfit(tree_, found_, trial_);
    choose();
    for (size_t at = 0; at < found_.loops.size(); ++at) {
      counts.suggested += choices_[at].choice == Choice::kSuggested;
      counts.left += choices_[at].choice == Choice::kLeft;
      if (choices_[at].choice == Choice::kSuggested) suggest(at);
      if (choices_[at].choice == Choice::kLeft) leave(at);
    }
    if (!how_.write || counts.suggested == 0) return true;
    return replace_file(work_.path, work_.source_hash, edited_text(), work_.report);
  }

 private:
  // Until the file with all changes made compiles: what does not is left.
  void choose() {
    while (true) {
      std::set<std::string> names;
      for (const auto& [function, reason] : unfit_) names.insert(function);
      choices_ = choose_loops(found_, trial_.results, names);
      for (size_t at = 0; at < found_.loops.size(); ++at) {
        bool stuck =
            choices_[at].choice == Choice::kSuggested && edit_.of(found_.loops[at]).empty();
        if (stuck) choices_[at] = {Choice::kLeft, "the file has other things called par and parc"};
      }
      std::map<std::string, Unfit> more = failures();
      if (more.empty()) return;
      unfit_.merge(more);
    }
  }

  std::string edited_text() const {
    std::vector<FixIt> changes;
    for (size_t at = 0; at < found_.loops.size(); ++at) {
      if (choices_[at].choice != Choice::kSuggested) continue;
      for (FixIt& change : edit_.of(found_.loops[at])) changes.push_back(std::move(change));
    }
    return apply(work_.report.sources.file(tree_.file).text(), std::move(changes));
  }

  // Functions with suggestions that are refused once these are made.
  std::map<std::string, Unfit> failures() const {
    std::map<std::string, size_t> suggested;
    for (size_t at = 0; at < found_.loops.size(); ++at) {
      bool counts = choices_[at].choice == Choice::kSuggested;
      if (counts) ++suggested[found_.loops[at].function];
    }
    if (suggested.empty()) return {};
    Report report;
    Compilation after(work_.path, work_.options, report);
    after.name = work_.name;
    FileId file = syntax::add_source(report.sources, work_.path, edited_text(), report.diagnostics);
    after.tree = syntax::parse(report.sources, file, report.diagnostics);
    check_types(after);
    prove(after);
    std::map<std::string, Unfit> found;
    for (const LoopReport& loop : report.loops) {
      auto place = suggested.find(loop.function);
      if (place == suggested.end()) continue;
      if (loop.verdict == "parallel" && place->second > 0) --place->second;
      if (loop.verdict != "refused") continue;
      std::string why = loop.reasons.empty() ? "" : loop.reasons.front();
      found.emplace(loop.function, Unfit{concat("as par loops they are refused: ", why), {}});
    }
    for (const auto& [function, missing] : suggested) {
      if (missing > 0) found.emplace(function, Unfit{"as par loops they are not compiled", {}});
    }
    return found;
  }

  void suggest(size_t at) {
    const TrialResult& result = trial_.results[at];
    const SerialLoop& loop = found_.loops[at];
    auto note = work_.report.diagnostics.emit(Diag::kCanBePar, loop.header,
                                              "this loop can run in parallel");
    for (const std::string& reason : result.reasons) note.note(reason);
    if (result.regroups_floats) {
      note.note("float sums are regrouped: the last bits may differ from those of the serial loop");
    }
    for (FixIt& change : edit_.of(loop)) note.fixit(change.range, std::move(change.text));
  }

  void leave(size_t at) {
    const SerialLoop& loop = found_.loops[at];
    const std::string& reason = choices_[at].reason;
    auto unfit = unfit_.find(loop.function);
    if (unfit != unfit_.end()) return leave_function(loop, unfit->second);
    if (!loop.obstacle.empty()) return leave_function(loop, {loop.obstacle, {}});
    if (reason.empty()) return leave_refused(loop, trial_.results[at]);
    work_.report.diagnostics.emit(Diag::kStaysSerial, loop.header,
                                  concat("this loop stays serial: ", reason));
  }

  // Said once, at the first loop.
  void leave_function(const SerialLoop& loop, const Unfit& unfit) {
    if (!told_.insert(loop.function).second) return;
    bool several = std::count_if(found_.loops.begin(), found_.loops.end(),
                                 [&](auto& other) { return other.function == loop.function; }) > 1;
    std::string what = "this loop stays serial";
    if (several) {
      what = loop.function == "<module>" ? "the loops outside functions stay serial"
                                         : concat("the loops of '", loop.function, "' stay serial");
    }
    auto note = work_.report.diagnostics.emit(Diag::kStaysSerial, loop.header,
                                              concat(what, ": ", unfit.message));
    if (!(unfit.place == SourceRange{})) note.label(unfit.place, "because of this");
  }

  void leave_refused(const SerialLoop& loop, const TrialResult& result) {
    if (!result.problem) {
      auto note = work_.report.diagnostics.emit(
          Diag::kStaysSerial, loop.header,
          "this loop stays serial: only values at the call decide whether it is parallel");
      for (const std::string& reason : result.reasons) note.note(reason);
      return;
    }
    const Diagnostic& problem = *result.problem;
    auto note = work_.report.diagnostics.emit(Diag::kStaysSerial, loop.header,
                                              concat("this loop stays serial: ", problem.message));
    bool labelled = std::any_of(problem.labels.begin(), problem.labels.end(),
                                [&](const Label& label) { return label.range == problem.range; });
    if (!labelled) note.label(problem.range, "here");
    for (const Label& label : problem.labels) note.label(label.range, label.text);
    for (const std::string& text : problem.notes) note.note(text);
  }

  Compilation& work_;
  const SuggestOptions& how_;
  const syntax::Tree& tree_;
  ParNames names_;
  SerialLoops found_;
  ParEdit edit_;
  Trial trial_;
  std::map<std::string, Unfit> unfit_;
  std::vector<LoopChoice> choices_;
  std::set<std::string> told_;
};

}  // namespace

bool suggest(const std::string& path, const Options& options, const SuggestOptions& how,
             Report& report, SuggestCounts& counts) {
  return guarded(path, report, [&] {
    Compilation work(path, options, report);
    if (!read_and_parse(work) || report.diagnostics.has_errors()) return false;
    return Suggester(work, how).run(counts);
  });
}

}  // namespace parc::driver
