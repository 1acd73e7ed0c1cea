#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"
#include "frontend/check/iterables.h"
#include "frontend/check/par_options.h"
#include "frontend/check/statements.h"
#include "ir/builder.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using namespace syntax;

// The names around a loop: what it binds, and what is read from its header on.
struct LoopNames {
  StmtId id;
  const NameSet& bound;
  const NameSet& live;
  const NameSet& after;
};

LoopNames names_of(Context& c, StmtId id) {
  return {id, c.liveness.bound.at(id), c.liveness.header.at(id), c.liveness.after.at(id)};
}

// Checks the statements that one iteration runs; gives the states at the ends of iterations.
std::vector<Environment> check_iteration(Context& c, const LoopNames& names, const Body& body,
                                         const Environment& header,
                                         std::vector<Environment>& breaks,
                                         std::optional<ir::LocalId> broken = std::nullopt) {
  c.loops.push_back({broken, {}, {}});
  check_body(c, body);
  LoopFrame frame = std::move(c.loops.back());
  c.loops.pop_back();
  std::vector<Environment> ends = std::move(frame.continues);
  ends.push_back(c.env);
  for (const Environment& end : ends) {
    add_back_edge(c.flow(), names.id, header, end, names.bound, names.live);
  }
  breaks = std::move(frame.breaks);
  return ends;
}

Environment unreachable(const Environment& like) {
  Environment env = like;
  env.reachable = false;
  return env;
}

// The else clause, and the state after the loop.
ir::Block check_orelse(Context& c, const LoopNames& names, const Body& orelse,
                       const std::vector<Environment>& breaks) {
  ir::Block block = in_block(c, [&] { check_body(c, orelse); });
  for (const Environment& state : breaks) {
    c.env = join(c.flow(), c.env, state, names.after);
  }
  return block;
}

// An item made of parts goes to a tuple of targets part by part; its parts read nothing that the
// targets bind.
void assign_item(Context& c, ExprId target, const Value& item) {
  const auto* targets = get<Tuple>(c.tree(), target);
  const ir::MakeTuple* made = item.expr ? ir::expr_if<ir::MakeTuple>(c.fn, item.expr) : nullptr;
  if (!targets || !made || targets->elements.size() != made->elements.size()) {
    assign_target(c, target, item);
    return;
  }
  std::vector<ir::ExprId> parts = made->elements;
  for (size_t at = 0; at < parts.size(); ++at) {
    const ir::Expr& part = c.fn[parts[at]];
    auto origin = c.part_origins.find(parts[at]);
    assign_item(c, targets->elements[at],
                Value{parts[at], part.type, part.range,
                      origin == c.part_origins.end() ? kNoOrigin : origin->second});
  }
}

struct Header {
  std::optional<ir::ParOptions> par;
  ExprId iterable;
};

std::optional<Header> check_header(Context& c, const For& node) {
  Header header;
  header.iterable = node.iter;
  if (const syntax::Call* call = par_call(c.program, *c.module, c.scope, node.iter)) {
    std::optional<ParHeader> par = check_par_call(c, *call, range_of(c, node.iter));
    if (!par) return std::nullopt;
    header.iterable = par->iterable;
    header.par = par->options;
  } else if (node.is_par) {
    header.par = default_options(c);
  }
  return header;
}

// Goes on after a header that could not be understood: the targets are bound to nothing known.
void check_broken_for(Context& c, const LoopNames& names, const For& node) {
  Environment before = c.env;
  in_block(c, [&] {
    assign_target(c, node.target, make_error(c, range_of(c, node.target)));
    std::vector<Environment> breaks;
    check_iteration(c, names, node.body, before, breaks);
  });
  c.env = before;
  in_block(c, [&] { assign_target(c, node.target, make_error(c, range_of(c, node.target))); });
}

}  // namespace

void check_for(Context& c, StmtId id) {
  const auto& node = *get<For>(c.tree(), id);
  SourceRange range = range_of(c, id);
  LoopNames names = names_of(c, id);
  std::optional<Header> header = check_header(c, node);
  std::optional<Items> items;
  if (header) items = check_iterable(c, header->iterable, names.bound);
  if (!items) return check_broken_for(c, names, node);
  bool positive = known_int(c, items->count).value_or(0) > 0;
  // The else clause of a par loop stands behind it, under a flag that every break sets.
  std::optional<ir::LocalId> broken;
  if (header->par && !node.orelse.empty()) {
    broken = new_temporary(c, c.types().scalar(ir::Kind::kBool), node.header);
    emit(c, ir::Assign{*broken, make_bool(c, false, node.header).expr}, node.header);
  }
  Environment state = loop_header(c.flow(), id, c.env, names.bound, names.live);
  c.env = state;
  ir::Loop loop;
  loop.index = ir::add_local(c.fn, "", c.types().scalar(ir::Kind::kInt), ir::LocalRole::kIndex,
                             range_of(c, node.target));
  loop.trip = items->count.expr;
  loop.par = header->par;
  loop.header = node.header;
  std::vector<Environment> breaks, ends;
  loop.body = in_block(c, [&] {
    Value index = read_local(c, loop.index, range_of(c, node.target));
    assign_item(c, node.target, items->item(index));
    ends = check_iteration(c, names, node.body, state, breaks, broken);
  });
  if (positive) {
    c.env = unreachable(state);
    for (const Environment& end : ends) c.env = join(c.flow(), c.env, end, names.live);
  } else {
    c.env = std::move(state);
  }
  ir::Block orelse = check_orelse(c, names, node.orelse, breaks);
  if (!broken) {
    loop.orelse = std::move(orelse);
    emit(c, std::move(loop), range);
    return;
  }
  emit(c, std::move(loop), range);
  Value test = read_local(c, *broken, node.header);
  test = make(c, ir::Not{test.expr}, test.type, node.header);
  emit(c, ir::If{test.expr, std::move(orelse), {}}, node.header);
}

namespace {

// `while test` whose test needs statements: tested inside the body. The else clause runs when the
// test failed, which a flag remembers.
void emit_tested_inside(Context& c, const Value& condition, ir::Block test, ir::Block body,
                        ir::Block orelse, SourceRange range) {
  ir::TypeId bool_type = c.types().scalar(ir::Kind::kBool);
  ir::LocalId ended = new_temporary(c, bool_type, range);
  emit(c, ir::Assign{ended, make_bool(c, false, range).expr}, range);
  ir::Block whole = in_block(c, [&] {
    *c.block = std::move(test);
    Value stop = make(c, ir::Not{condition.expr}, bool_type, range);
    ir::Block leave = in_block(c, [&] {
      emit(c, ir::Assign{ended, make_bool(c, true, range).expr}, range);
      emit(c, ir::Break{}, range);
    });
    emit(c, ir::If{stop.expr, std::move(leave), {}}, range);
    c.block->insert(c.block->end(), body.begin(), body.end());
  });
  emit(c, ir::While{make_bool(c, true, range).expr, std::move(whole), {}}, range);
  if (orelse.empty()) return;
  Value flag = read_local(c, ended, range);
  emit(c, ir::If{flag.expr, std::move(orelse), {}}, range);
}

}  // namespace

void check_while(Context& c, StmtId id) {
  const auto& node = *get<syntax::While>(c.tree(), id);
  SourceRange range = range_of(c, id);
  LoopNames names = names_of(c, id);
  Environment state = loop_header(c.flow(), id, c.env, names.bound, names.live);
  c.env = state;
  Value condition;
  ir::Block test = in_block(c, [&] { condition = check_condition(c, node.test); });
  bool forever = !is_error(c, condition) && known_int(c, condition) == 1;
  Environment tested = c.env;
  std::vector<Environment> breaks;
  ir::Block body = in_block(c, [&] { check_iteration(c, names, node.body, state, breaks); });
  c.env = forever ? unreachable(tested) : std::move(tested);
  ir::Block orelse = check_orelse(c, names, node.orelse, breaks);
  if (is_error(c, condition)) return;
  if (test.empty()) {
    emit(c, ir::While{condition.expr, std::move(body), std::move(orelse)}, range);
  } else {
    emit_tested_inside(c, condition, std::move(test), std::move(body), std::move(orelse), range);
  }
}

void check_break(Context& c, StmtId id) {
  if (c.loops.empty()) return;
  c.loops.back().breaks.push_back(c.env);
  c.env.reachable = false;
  if (auto broken = c.loops.back().broken) {
    emit(c, ir::Assign{*broken, make_bool(c, true, range_of(c, id)).expr}, range_of(c, id));
  }
  emit(c, ir::Break{}, range_of(c, id));
}

void check_continue(Context& c, StmtId id) {
  if (c.loops.empty()) return;
  c.loops.back().continues.push_back(c.env);
  c.env.reachable = false;
  emit(c, ir::Continue{}, range_of(c, id));
}

}  // namespace parc::check
