#include "ir/analysis/range_items.h"

#include <set>

#include "ir/builder.h"
#include "ir/structure.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

// The parts of `start + index * step`, each of which may be left out; false when it is something
// else.
bool split(const Function& function, LocalId index, ExprId value, ExprId* start, ExprId* step) {
  const Binary* sum = expr_if<Binary>(function, value);
  if (sum && sum->op == BinaryOp::kAdd) {
    *start = sum->left;
    value = sum->right;
  }
  const Binary* product = expr_if<Binary>(function, value);
  if (product && product->op == BinaryOp::kMul) {
    *step = product->right;
    value = product->left;
  }
  return read_local(function, value) == index;
}

std::set<LocalId> assigned_in(const Function& function, const Block& block) {
  std::set<LocalId> assigned;
  walk_stmts(function, block, [&](StmtId id) {
    if (const Assign* assign = stmt_if<Assign>(function, id)) assigned.insert(assign->target);
    if (const Loop* loop = stmt_if<Loop>(function, id)) assigned.insert(loop->index);
  });
  return assigned;
}

}  // namespace

bool is_range_item(const Function& function, const Loop& loop, const RangeLength& length,
                   ExprId value) {
  ExprId start, step;
  if (!split(function, loop.index, strip_coerce(function, value), &start, &step)) return false;
  const std::set<LocalId> changed = assigned_in(function, loop.body);
  const auto same = [&](ExprId part, ExprId of_range, int64_t when_absent) {
    if (!part.valid()) return constant_int(function, of_range) == when_absent;
    bool fixed = !touches_memory(function, part);
    for_each_read(function, part,
                  [&](LocalId local) { fixed = fixed && !changed.contains(local); });
    return fixed && same_structure(function, part, of_range);
  };
  return same(start, length.start, 0) && same(step, length.step, 1);
}

}  // namespace parc::ir
