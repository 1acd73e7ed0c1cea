#include "codegen/legalize/recording.h"

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/errors.h"
#include "codegen/legalize/expressions.h"
#include "codegen/legalize/statements.h"
#include "ir/analysis/subject.h"
#include "ir/builder.h"
#include "ir/walk.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

bool is_recorded(const FunctionContext& ctx) { return ctx.context.info.record; }

// The array or list as the user calls it, or as the source has it: `m[p[i]]`.
std::string name_of(const FunctionContext& ctx, ir::ExprId memory) {
  constexpr size_t kLongest = 40;
  const ir::LocalId local = ir::read_local(ctx.function, memory);
  if (local && !ctx.function[local].name.empty()) return ctx.function[local].name;
  const SourceRange range = local ? ctx.function[local].range : ctx[memory].range;
  const std::string text(ctx.context.sources.text(range));
  const bool is_short =
      !text.empty() && text.size() <= kLongest && text.find('\n') == std::string::npos;
  return is_short ? text : "array";
}

CExpr frame_of(FunctionContext& ctx, SourceRange range, ir::FrameId frame) {
  return address(name(frame_name(ctx, range, frame)));
}

// Whether the expression names the array or list of one of the updates.
bool is_updated(const FunctionContext& ctx, const ir::Reduction& reduction, ir::ExprId memory) {
  bool found = false;
  for (const ir::ElementUpdate& update : reduction.element_updates) {
    const ir::Element element = ir::stored_element(ctx.function, update.store);
    found |= element.container == memory;
    ir::Block statements = update.copies;
    statements.push_back(update.stmt);
    ir::walk_exprs(ctx.function, statements, [&](ir::ExprId id) {
      const ir::Element loaded = ir::loaded_element(ctx.function, id);
      found |= loaded.container == memory && ir::same_element(ctx.function, loaded, element);
    });
  }
  return found;
}

// Loops around that reduce into the memory, by this access to it: bit k for the k-th from inside.
int64_t loops_that_skip(const FunctionContext& ctx, ir::ExprId memory) {
  int64_t loops = 0;
  for (size_t k = 0; k < ctx.recordings.size(); ++k) {
    const ir::StmtId loop = ctx.recordings[ctx.recordings.size() - 1 - k].loop;
    const ir::LoopFacts& facts = ctx.context.facts.at(ctx.id).at(loop);
    for (const ir::Reduction& reduction :
         ir::reductions_of(facts, ir::ReductionTarget::kElements)) {
      if (is_updated(ctx, reduction, memory)) loops |= int64_t{1} << k;
    }
  }
  return loops;
}

// The variable that a first statement of the body gives its value, if it is an int's.
ir::LocalId loop_variable(const FunctionContext& ctx, const ir::Loop& node) {
  if (node.body.empty()) return {};
  const auto* assign = ir::stmt_if<ir::Assign>(ctx.function, node.body.front());
  if (!assign) return {};
  const ir::Local& target = ctx.function[assign->target];
  const bool is_int =
      ctx.types().is_scalar(target.type) && ctx.types().kind(target.type) == ir::Kind::kInt;
  return is_int && !target.name.empty() ? assign->target : ir::LocalId{};
}

void record(FunctionContext& ctx, const char* function, std::vector<CExpr> what, ir::ExprId memory,
            bool write, SourceRange range, ir::FrameId frame) {
  std::vector<CExpr> args{name("st")};
  for (CExpr& part : what) args.push_back(std::move(part));
  args.push_back(string(name_of(ctx, memory)));
  args.push_back(name(write ? "PARC_WRITE" : "PARC_READ"));
  args.push_back(frame_of(ctx, range, frame));
  args.push_back(integer(loops_that_skip(ctx, memory)));
  emit(ctx, CEvaluate{call(function, std::move(args))});
}

}  // namespace

void lower_recorded_loop(FunctionContext& ctx, ir::StmtId id, const ir::Loop& node) {
  const ir::LocalId variable = loop_variable(ctx, node);
  CBlock scope;
  into(ctx, scope, [&] {
    const CExpr trip = hold(ctx, "const parc_i64", lower(ctx, node.trip));
    const std::string recording = concat("recording", (*ctx.temporaries)++);
    emit(ctx, CDeclare{"parc_recording", recording,
                       init("", {name("st"), frame_of(ctx, node.header, ctx[id].frame),
                                 string(variable ? ctx.function[variable].name : "")})});
    ctx.recordings.push_back({recording, id});
    lower_counted_loop(ctx, node, trip);
    ctx.recordings.pop_back();
  });
  emit(ctx, CScope{std::move(scope)});
}

void record_iteration(FunctionContext& ctx, const ir::Loop& node) {
  if (!is_recorded(ctx) || !node.par) return;
  emit(ctx, CEvaluate{
                call("parc_record_iteration", {member(name(ctx.recordings.back().name), "recorder"),
                                               name(local_name(ctx, node.index))})});
}

void record_loop_variable(FunctionContext& ctx, const ir::Loop& node, ir::StmtId statement) {
  if (!is_recorded(ctx) || !node.par || statement != node.body.front()) return;
  const ir::LocalId variable = loop_variable(ctx, node);
  if (!variable) return;
  emit(ctx,
       CEvaluate{call("parc_record_value", {member(name(ctx.recordings.back().name), "recorder"),
                                            local(ctx, variable)})});
}

void record_element(FunctionContext& ctx, ir::ExprId array, const Element& place, bool write,
                    SourceRange range, ir::FrameId frame) {
  if (!is_recorded(ctx)) return;
  record(ctx, "parc_record_element", {place.array, place.pointer}, array, write, range, frame);
}

void record_item(FunctionContext& ctx, ir::ExprId list, const CExpr& value, const CExpr& item,
                 bool write, SourceRange range, ir::FrameId frame) {
  if (!is_recorded(ctx)) return;
  record(ctx, "parc_record_item", {value, address(item)}, list, write, range, frame);
}

void record_view(FunctionContext& ctx, ir::ExprId array, const CExpr& value, bool write,
                 SourceRange range, ir::FrameId frame) {
  if (!is_recorded(ctx)) return;
  record(ctx, "parc_record_view", {value}, array, write, range, frame);
}

void record_new(FunctionContext& ctx, const CExpr& array) {
  if (!is_recorded(ctx)) return;
  emit(ctx, CEvaluate{call("parc_record_new", {name("st"), array})});
}

void record_copy(FunctionContext& ctx, ir::ExprId array, const CExpr& from, const CExpr& result,
                 const ir::Expr& at) {
  if (!is_recorded(ctx)) return;
  CBlock copied;
  into(ctx, copied, [&] {
    record_view(ctx, array, from, false, at.range, at.frame);
    record_new(ctx, result);
  });
  emit(ctx, CIf{infix("!=", member(result, "data"), member(from, "data")),
                Hint::kNone,
                std::move(copied),
                {}});
}

}  // namespace parc::lower
