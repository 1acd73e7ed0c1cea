#include "ir/analysis/early_errors.h"

#include <algorithm>
#include <set>

#include "ir/analysis/dependence_messages.h"
#include "ir/analysis/total.h"
#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

class OperandSearch {
 public:
  OperandSearch(const AnalysisContext& context, const Reduction& reduction)
      : context_(context), function_(context.function), reduction_(reduction) {}

  std::optional<EarlyOperand> run(StmtId update) const {
    std::vector<StmtId> stmts;
    std::optional<SourceRange> range;
    walk_stmts(function_, {update}, [&](StmtId id) {
      stmts.push_back(id);
      // Every iteration compares with its extreme.
      bool is_comparison = id == update && !reduction_.extreme.companions.empty();
      if (!is_comparison && !range) range = raising(id);
    });
    if (!range) return std::nullopt;
    return EarlyOperand{reduction_.variable, std::move(stmts), *range};
  }

 private:
  // What may raise in the statement itself.
  std::optional<SourceRange> raising(StmtId id) const {
    const StmtNode& node = function_[id].node;
    if (!std::holds_alternative<Assign>(node) && !std::holds_alternative<If>(node)) {
      return function_[id].range;
    }
    // An extreme takes what it was compared with, whose elements have been loaded for that.
    const Assign* assign = std::get_if<Assign>(&node);
    bool is_loaded = assign && assign->target == reduction_.variable && !reduction_.lazy;
    std::optional<SourceRange> range;
    for_each_expr(node, [&](ExprId root) {
      if (!range && !total(root, is_loaded)) range = innermost(root, is_loaded);
    });
    return range;
  }
  bool total(ExprId expr, bool is_loaded) const {
    return is_total(context_.module, function_, expr,
                    [&](ExprId id) { return (is_loaded && is_load(id)) || fits(id, is_loaded); });
  }
  bool is_load(ExprId id) const {
    return expr_if<Load>(function_, id) || expr_if<ListGet>(function_, id);
  }
  // Arithmetic on Python's ints whose result is a 64-bit one.
  bool fits(ExprId id, bool is_loaded) const {
    const Binary* node = expr_if<Binary>(function_, id);
    if (!node || !is_int(node->left) || !is_int(node->right)) return false;
    Interval left = context_.ranges.range_of(node->left);
    Interval right = context_.ranges.range_of(node->right);
    Interval result;
    switch (node->op) {
      case BinaryOp::kAdd:
        result = add(left, right);
        break;
      case BinaryOp::kSub:
        result = subtract(left, right);
        break;
      case BinaryOp::kMul:
        result = multiply(left, right);
        break;
      default:
        return false;
    }
    return result.fits_int64() && total(node->left, is_loaded) && total(node->right, is_loaded);
  }
  bool is_int(ExprId id) const {
    const TypeTable& types = context_.module.types;
    TypeId type = function_[id].type;
    return types.is_scalar(type) && types.kind(type) == Kind::kInt;
  }
  // The smallest part of the expression that may raise.
  SourceRange innermost(ExprId expr, bool is_loaded) const {
    SourceRange range = function_[expr].range;
    for_each_operand(function_[expr].node, [&](ExprId operand) {
      if (!total(operand, is_loaded)) range = innermost(operand, is_loaded);
    });
    return range;
  }

  const AnalysisContext& context_;
  const Function& function_;
  const Reduction& reduction_;
};

bool may_leave_out(const Reduction& reduction) {
  return reduction.lazy || !reduction.extreme.companions.empty();
}

}  // namespace

std::optional<EarlyOperand> find_early_operand(const AnalysisContext& context,
                                               const LoopFacts& facts) {
  for (const Reduction& reduction : reductions_of(facts, ReductionTarget::kVariable)) {
    if (!may_leave_out(reduction)) continue;
    OperandSearch search(context, reduction);
    for (StmtId update : reduction.updates) {
      if (std::optional<EarlyOperand> found = search.run(update)) return found;
    }
  }
  return std::nullopt;
}

std::optional<std::string> find_lasting_change(const LoopAccesses& accesses, const LoopFacts& facts,
                                               const EarlyOperand& operand) {
  for (const Reduction& reduction : reductions_of(facts, ReductionTarget::kElements)) {
    for (const Access& access : accesses.accesses) {
      if (access.is_write && access.entry.local == reduction.variable) {
        return root_name(accesses, access);
      }
    }
  }
  std::set<RootId> read;
  for (const Access& access : accesses.accesses) {
    if (!access.is_write) read.insert(access.root);
  }
  for (const Access& access : accesses.accesses) {
    if (!access.is_write || accesses.roots[access.root].is_inside) continue;
    bool in_operand =
        std::find(operand.stmts.begin(), operand.stmts.end(), access.stmt) != operand.stmts.end();
    if (in_operand || read.count(access.root)) return root_name(accesses, access);
  }
  return std::nullopt;
}

}  // namespace parc::ir
