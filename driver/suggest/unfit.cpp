#include "driver/suggest/unfit.h"

#include <set>

#include "support/text_writer.h"

namespace parc::driver {
namespace {

class Search {
 public:
  Search(const syntax::Tree& tree, const SerialLoops& found, const Diagnostics& diagnostics)
      : tree_(tree), found_(found), diagnostics_(diagnostics) {}

  Unfit of(const std::string& function) {
    seen_ = {function};
    if (const Diagnostic* error = error_in(function)) return described(function, *error);
    // Else the error is in what it calls.
    if (const Diagnostic* error = error_in_callees(function)) {
      return {error->message, error->range};
    }
    for (const Diagnostic& diagnostic : diagnostics_.all()) {
      bool elsewhere = diagnostic.has_range && !(diagnostic.range.file == tree_.file);
      if (elsewhere && diagnostic.severity == Severity::kError) {
        return {diagnostic.message, diagnostic.range};
      }
    }
    return {"it is never reached", {}};
  }

 private:
  SourceRange range_of(const std::string& function) const {
    for (syntax::StmtId id : tree_.body) {
      const auto* node = syntax::get<syntax::FunctionDef>(tree_, id);
      if (node && node->name == function) return tree_[id].range;
    }
    return {};
  }

  const Diagnostic* error_in(const std::string& function) const {
    SourceRange range = range_of(function);
    for (const Diagnostic& diagnostic : diagnostics_.all()) {
      bool inside = diagnostic.has_range && diagnostic.range.file == range.file &&
                    range.begin <= diagnostic.range.begin && diagnostic.range.end <= range.end;
      if (inside && diagnostic.severity == Severity::kError) return &diagnostic;
    }
    return nullptr;
  }

  const Diagnostic* error_in_callees(const std::string& caller) {
    for (const CallSite& call : found_.calls) {
      if (call.caller != caller || !seen_.insert(call.callee).second) continue;
      const Diagnostic* error = error_in(call.callee);
      if (!error) error = error_in_callees(call.callee);
      if (error) return error;
    }
    return nullptr;
  }

  // Messages that speak of a par loop are for those who wrote one.
  static Unfit described(const std::string& function, const Diagnostic& error) {
    if (error.kind == Diag::kParNoCaller) {
      return {concat("'", function, "' has no annotations, so its types are not known"),
              error.range};
    }
    if (error.kind == Diag::kFunctionRebound) {
      return {concat("'", function, "' is not bound just once at the top"), error.range};
    }
    return {error.message, error.range};
  }

  const syntax::Tree& tree_;
  const SerialLoops& found_;
  const Diagnostics& diagnostics_;
  std::set<std::string> seen_;
};

}  // namespace

std::map<std::string, Unfit> find_unfit(const syntax::Tree& tree, const SerialLoops& found,
                                        const Trial& trial) {
  std::map<std::string, Unfit> unfit;
  Search search(tree, found, trial.diagnostics);
  for (size_t at = 0; at < found.loops.size(); ++at) {
    const SerialLoop& loop = found.loops[at];
    bool tried = loop.obstacle.empty() && !loop.holds_par;
    if (!tried || trial.results[at].is_checked || unfit.contains(loop.function)) continue;
    unfit.emplace(loop.function, search.of(loop.function));
  }
  return unfit;
}

}  // namespace parc::driver
