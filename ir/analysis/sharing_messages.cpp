#include "ir/analysis/sharing_messages.h"

#include <algorithm>
#include <optional>
#include <string>

#include "ir/builder.h"
#include "ir/structure.h"
#include "ir/walk.h"
#include "support/text_writer.h"

namespace parc::ir {
namespace {

std::string quoted(const Function& function, LocalId local) {
  const std::string& name = function[local].name;
  return name.empty() ? "a value" : "`" + name + "`";
}

// `k += c` once in every iteration, c the same in all: the statement; none when it is not that.
StmtId counting_update(const Function& function, const Loop& loop, LocalId variable) {
  int changes = 0;  // assignments at every depth, and jumps over them
  walk_stmts(function, loop.body, [&](StmtId id) {
    const Assign* assign = stmt_if<Assign>(function, id);
    changes += (assign && assign->target == variable) || stmt_if<Continue>(function, id);
  });
  if (changes != 1) return {};
  StmtId found;
  for (StmtId id : loop.body) {
    const Assign* assign = stmt_if<Assign>(function, id);
    if (!assign || assign->target != variable) continue;
    const Binary* sum = expr_if<Binary>(function, strip_coerce(function, assign->value));
    bool counts = sum && (sum->op == BinaryOp::kAdd || sum->op == BinaryOp::kSub) &&
                  is_read_of(function, sum->left, variable) &&
                  !touches_memory(function, sum->right);
    if (!counts) return {};
    for_each_read(function, sum->right, [&](LocalId) { counts = false; });
    if (counts) found = id;
  }
  return found;
}

// The loop variable, when it is the plain number of the iteration; none otherwise.
LocalId iteration_number(const Function& function, const Loop& loop) {
  for (StmtId id : loop.body) {
    const Assign* assign = stmt_if<Assign>(function, id);
    if (!assign) return {};
    if (read_local(function, assign->value) == loop.index) return assign->target;
  }
  return {};
}

// "iteration i = 1", or "iteration 1" where the loop does not count its iterations from 0.
std::string iteration(const Function& function, const Loop& loop, int number) {
  LocalId variable = iteration_number(function, loop);
  if (!variable.valid()) return concat("iteration ", number);
  return concat("iteration ", function[variable].name, " = ", number);
}

// `k + 3 * i` in place of a read of k, `rounds` updates of 3 after the start of iteration i.
std::string closed_form(const std::string& name, const std::string& number, int64_t step,
                        bool after_update) {
  std::string count = after_update ? concat("(", number, " + 1)") : number;
  int64_t size = step < 0 ? -step : step;
  const char* sign = step < 0 ? " - " : " + ";
  if (size == 1) return concat("(", name, sign, count, ")");
  return concat("(", name, sign, size, " * ", count, ")");
}

// Replaces the reads of a counter by its closed form and its update by nothing.
void fix_counter(const AnalysisContext& context, StmtId loop_id, LocalId variable, StmtId counter,
                 DiagnosticBuilder& diagnostic) {
  const Function& function = context.function;
  const Loop& loop = std::get<Loop>(function[loop_id].node);
  LocalId number = iteration_number(function, loop);
  const Assign& update = std::get<Assign>(function[counter].node);
  const Binary& sum = std::get<Binary>(function[strip_coerce(function, update.value)].node);
  std::optional<int64_t> step = constant_int(function, sum.right);
  bool needed_later = context.liveness.live_after(loop_id).contains(variable);
  if (!number.valid() || !step || *step == INT64_MIN || needed_later) return;
  if (sum.op == BinaryOp::kSub) step = -*step;
  bool after = false;
  for (StmtId id : loop.body) {
    after = after || id == counter;
    if (id == counter) continue;
    walk_exprs(function, {id}, [&](ExprId expr) {
      if (read_local(function, expr) != variable) return;
      diagnostic.fixit(function[expr].range,
                       closed_form(function[variable].name, function[number].name, *step, after));
    });
  }
  SourceRange whole = function[counter].range;
  SourceRange value = function[strip_coerce(function, update.value)].range;
  whole.begin = std::min(whole.begin, value.begin);
  whole.end = std::max(whole.end, value.end);
  diagnostic.fixit(whole, "pass");
}

DiagnosticBuilder report_carried_scalar(const Function& function, const Loop& loop,
                                        LocalId variable, const ReductionResult& result,
                                        Diagnostics& diagnostics) {
  std::string name = quoted(function, variable);
  auto diagnostic = diagnostics.emit(
      Diag::kCarriedScalar, result.place,
      concat(name, " is carried from one iteration to the next, so they cannot run in parallel"));
  diagnostic.label(result.place, "read here");
  if (!(result.other == result.place)) diagnostic.label(result.other, "assigned here");
  diagnostic.note(concat("read after write: ", iteration(function, loop, 1), " reads the value of ",
                         name, " that ", iteration(function, loop, 0), " assigned"));
  return diagnostic;
}

DiagnosticBuilder report_read(const AnalysisContext& context, StmtId loop_id, LocalId variable,
                              const ReductionResult& result, Diagnostics& diagnostics) {
  const Function& function = context.function;
  const Loop& loop = std::get<Loop>(function[loop_id].node);
  std::string name = quoted(function, variable);
  std::string first = iteration(function, loop, 0), second = iteration(function, loop, 1);
  StmtId counter = counting_update(function, loop, variable);
  if (counter.valid()) {
    auto diagnostic = diagnostics.emit(Diag::kInductionVariable, result.place,
                                       concat(name, " counts iterations and is read in the loop"));
    diagnostic.label(result.place, "read here")
        .label(function[counter].range, "counted here")
        .note(concat("read after write: ", second, " reads the value of ", name, " that ", first,
                     " left; compute it from the loop variable instead"));
    fix_counter(context, loop_id, variable, counter, diagnostic);
    return diagnostic;
  }
  return diagnostics
      .emit(Diag::kAccumulatorRead, result.place,
            concat(name, " is accumulated over the iterations and must not be read in the loop"))
      .label(result.place, "read here")
      .label(result.other, "accumulated here")
      .note(concat("read after write: ", second, " would read what ", first, " has accumulated in ",
                   name));
}

// "int, float or np.float64"
std::string spell_kinds(const std::vector<Kind>& kinds) {
  std::string text;
  for (size_t at = 0; at < kinds.size(); ++at) {
    if (at > 0) text += at + 1 < kinds.size() ? ", " : " or ";
    text += kind_name(kinds[at]);
  }
  return text;
}

std::optional<DiagnosticBuilder> report_problem(const AnalysisContext& context, StmtId loop,
                                                LocalId variable, const ReductionResult& result,
                                                Diagnostics& diagnostics) {
  const Function& function = context.function;
  const Loop& body = std::get<Loop>(function[loop].node);
  std::string name = quoted(function, variable);
  std::string first = iteration(function, body, 0), second = iteration(function, body, 1);
  switch (result.problem) {
    case ReductionProblem::kNone:
      return std::nullopt;
    case ReductionProblem::kNoUpdate:
      return report_carried_scalar(function, body, variable, result, diagnostics);
    case ReductionProblem::kReadElsewhere:
      return report_read(context, loop, variable, result, diagnostics);
    case ReductionProblem::kNotAssociative:
      return diagnostics
          .emit(Diag::kNotAssociative, result.place,
                concat("this update of ", name,
                       " depends on the order of the iterations, it is no reduction"))
          .note(concat("read after write: ", second, " needs the value of ", name, " that ", first,
                       " assigned"));
    case ReductionProblem::kKindsVary:
      return diagnostics
          .emit(Diag::kNotAssociative, result.place,
                concat("whether ", name, " is ", spell_kinds(result.reduction.total_kinds),
                       " depends on the order of the iterations"))
          .note(
              "they are computed in different ways; convert the items to one of them, for example "
              "with float(...) or np.float32(...)");
    case ReductionProblem::kMixed:
      return diagnostics
          .emit(Diag::kMixedReduction, result.place,
                concat(name, " is accumulated in one place and changed otherwise here"))
          .label(result.other, "accumulated here")
          .note(concat("read after write: ", second, " would depend on what ", first, " made of ",
                       name));
  }
  return std::nullopt;
}

}  // namespace

void report_carried(const AnalysisContext& context, StmtId loop, LocalId variable,
                    const ReductionResult& result, Diagnostics& diagnostics) {
  const Stmt& whole = context.function[loop];
  auto diagnostic = report_problem(context, loop, variable, result, diagnostics);
  bool is_inside = result.place.file == whole.range.file &&
                   whole.range.begin <= result.place.begin && result.place.end <= whole.range.end;
  // A function that the loop calls may be called in others, too.
  if (diagnostic && !is_inside) {
    diagnostic->label(std::get<Loop>(whole.node).header, "in this par loop");
  }
}

void report_companion(const AnalysisContext& context, LocalId companion, const Reduction& extreme,
                      SourceRange place, bool is_read, Diagnostics& diagnostics) {
  const Function& function = context.function;
  std::string name = quoted(function, companion);
  std::string owner = quoted(function, extreme.variable);
  SourceRange update = function[extreme.updates.front()].range;
  if (is_read) {
    diagnostics
        .emit(Diag::kAccumulatorRead, place,
              concat(name, " goes with the extreme ", owner, " and must not be read in the loop"))
        .label(update, "assigned here");
  } else {
    diagnostics
        .emit(Diag::kMixedReduction, place,
              concat(name, " goes with the extreme ", owner, " and is also assigned here"))
        .label(update, "assigned with the extreme here");
  }
}

std::string reduction_kind(const Function& function, const Reduction& reduction) {
  constexpr const char* kNames[] = {"sum",         "product", "bitwise and", "bitwise or",
                                    "bitwise xor", "minimum", "maximum",     "logical and",
                                    "logical or",  "declared"};
  std::string companions;
  for (LocalId companion : reduction.extreme.companions) {
    if (function[companion].role == LocalRole::kBoundFlag) continue;
    companions += (companions.empty() ? " with " : ", ") + quoted(function, companion);
  }
  bool elements = reduction.target == ReductionTarget::kElements;
  return concat(kNames[static_cast<int>(reduction.op)], elements ? " by element" : "", companions);
}

std::string describe(const Function& function, const Reduction& reduction) {
  return concat(quoted(function, reduction.variable), " is a reduction (",
                reduction_kind(function, reduction), ")");
}

}  // namespace parc::ir
