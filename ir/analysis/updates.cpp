#include "ir/analysis/updates.h"

#include <algorithm>
#include <string_view>

#include "ir/analysis/comparison.h"
#include "ir/analysis/local_set.h"
#include "ir/builder.h"
#include "ir/structure.h"

namespace parc::ir {
namespace {

// Where the one read of the variable stands below operators.
enum class Place : uint8_t { kAbsent, kAccumulates, kElsewhere };

class AssignmentMatcher {
 public:
  AssignmentMatcher(const Module& module, const Function& function, StmtId stmt, LocalId variable)
      : module_(module), function_(function), stmt_(stmt), variable_(variable) {}

  UpdateMatch match() const {
    ExprId value = strip_coerce(function_, stmt_if<Assign>(function_, stmt_)->value);
    if (const Select* select = expr_if<Select>(function_, value)) return match_select(*select);
    if (count_reads(function_, value, variable_) > 1) return {{}, NoUpdate::kReadTwice};
    if (const Binary* binary = expr_if<Binary>(function_, value)) {
      return match_operator(value, *binary);
    }
    if (const Logic* logic = expr_if<Logic>(function_, value)) return match_logic(value, *logic);
    if (const CallBuiltin* call = expr_if<CallBuiltin>(function_, value)) {
      return match_builtin(*call);
    }
    return {};
  }

 private:
  bool is_variable(ExprId id) const { return is_read_of(function_, id, variable_); }
  bool reads_variable(ExprId id) const { return count_reads(function_, id, variable_) > 0; }
  UpdateMatch found(ReductionOp op, Extreme extreme = {}) const {
    return {Update{stmt_, op, std::move(extreme)}, NoUpdate::kUnrelated};
  }

  UpdateMatch match_operator(ExprId value, const Binary& binary) const {
    using Op = BinaryOp;
    auto chain = [&](ReductionOp op, Op plain, std::optional<Op> inverse) -> UpdateMatch {
      if (place_in_chain(value, plain, inverse) == Place::kAccumulates) return found(op);
      return {{}, NoUpdate::kNotAssociative};
    };
    switch (binary.op) {
      case Op::kAdd:
      case Op::kSub:
        return chain(ReductionOp::kSum, Op::kAdd, Op::kSub);
      case Op::kMul:
      case Op::kDiv:
        return chain(ReductionOp::kProduct, Op::kMul, Op::kDiv);
      case Op::kAnd:
        return chain(ReductionOp::kBitAnd, Op::kAnd, {});
      case Op::kOr:
        return chain(ReductionOp::kBitOr, Op::kOr, {});
      case Op::kXor:
        return chain(ReductionOp::kBitXor, Op::kXor, {});
      case Op::kFloorDiv:
      case Op::kMod:
      case Op::kPow:
      case Op::kShl:
      case Op::kShr:
        return {{}, NoUpdate::kNotAssociative};
    }
    __builtin_unreachable();
  }

  // Down the tree of `plain` and `inverse` operators, the variable never right of an inverse one.
  Place place_in_chain(ExprId id, BinaryOp plain, std::optional<BinaryOp> inverse) const {
    id = strip_coerce(function_, id);
    if (is_variable(id)) return Place::kAccumulates;
    if (!reads_variable(id)) return Place::kAbsent;
    const Binary* binary = expr_if<Binary>(function_, id);
    if (!binary || (binary->op != plain && binary->op != inverse)) return Place::kElsewhere;
    if (reads_variable(binary->left)) return place_in_chain(binary->left, plain, inverse);
    if (binary->op != plain) return Place::kElsewhere;
    return place_in_chain(binary->right, plain, inverse);
  }

  // `ok = ok and p` and chains of it.
  UpdateMatch match_logic(ExprId value, const Logic& logic) const {
    for (ExprId id = value;;) {
      const Logic* inner = expr_if<Logic>(function_, id);
      if (!inner || inner->is_and != logic.is_and) return {{}, NoUpdate::kNotAssociative};
      ExprId next = reads_variable(inner->left) ? inner->left : inner->right;
      if (is_variable(next)) return found(logic.is_and ? ReductionOp::kAnd : ReductionOp::kOr);
      id = next;
    }
  }

  UpdateMatch match_builtin(const CallBuiltin& call) const {
    struct Row {
      std::string_view name;
      bool maximum, python;
      NanRule nan;
    };
    constexpr Row kRows[] = {
        {"max", true, true, NanRule::kKeeps},
        {"min", false, true, NanRule::kKeeps},
        {"np.maximum", true, false, NanRule::kPropagates},
        {"np.minimum", false, false, NanRule::kPropagates},
        {"np.fmax", true, false, NanRule::kIgnored},
        {"np.fmin", false, false, NanRule::kIgnored},
    };
    std::string_view name = info(call.builtin).name;
    const Row* row = std::find_if(std::begin(kRows), std::end(kRows),
                                  [&](const Row& candidate) { return candidate.name == name; });
    if (row == std::end(kRows)) return {};
    size_t at = 0;
    while (at < call.args.size() && !is_variable(call.args[at])) ++at;
    if (at == call.args.size()) return {{}, NoUpdate::kNotAssociative};
    Extreme extreme;
    extreme.compare = row->maximum ? CompareOp::kGt : CompareOp::kLt;
    extreme.nan = row->nan;
    if (row->python && at > 0) {
      // max(e, x) keeps x only when it is greater: ties and NaN go to e.
      bool last = at + 1 == call.args.size();
      if (!last && may_be_nan()) return {{}, NoUpdate::kNotAssociative};
      extreme.compare = row->maximum ? CompareOp::kGe : CompareOp::kLe;
      extreme.nan = NanRule::kReplaces;
    }
    return found(row->maximum ? ReductionOp::kMax : ReductionOp::kMin, extreme);
  }

  bool may_be_nan() const {
    TypeId type = function_[variable_].type;
    auto floats = [](Kind kind) { return is_floating(kind); };
    if (const MixedType* mixed = module_.types.get<MixedType>(type)) {
      return std::any_of(mixed->kinds.begin(), mixed->kinds.end(), floats);
    }
    return module_.types.is_scalar(type) && floats(module_.types.kind(type));
  }

  // `m = e if e > m else m` and its mirror image.
  UpdateMatch match_select(const Select& select) const {
    bool keeps_in_else = is_variable(select.else_value);
    if (!keeps_in_else && !is_variable(select.then_value)) {
      bool once = count_reads(function_, select.condition, variable_) == 0;
      return {{}, once ? NoUpdate::kUnrelated : NoUpdate::kReadTwice};
    }
    ExprId value = keeps_in_else ? select.then_value : select.else_value;
    if (reads_variable(value)) return {{}, NoUpdate::kReadTwice};
    std::optional<ExtremeTest> test =
        match_test(function_, select.condition, variable_, keeps_in_else);
    if (!test || !same_structure(function_, test->candidate, strip_coerce(function_, value))) {
      return {{}, NoUpdate::kReadTwice};
    }
    Extreme extreme{test->compare, test->nan, {}};
    return found(is_maximum(test->compare) ? ReductionOp::kMax : ReductionOp::kMin, extreme);
  }

  const Module& module_;
  const Function& function_;
  StmtId stmt_;
  LocalId variable_;
};

// The one operand of an `and` chain that reads the variable; none when several do.
ExprId test_in_conjunction(const Function& function, ExprId condition, LocalId variable) {
  const Logic* logic = expr_if<Logic>(function, condition);
  if (!logic || !logic->is_and) return condition;
  bool left = count_reads(function, logic->left, variable) > 0;
  bool right = count_reads(function, logic->right, variable) > 0;
  if (left == right) return {};
  return test_in_conjunction(function, left ? logic->left : logic->right, variable);
}

// Whether the condition, or an assignment of the branch before it is assigned there, reads what the
// branch assigns; the test of the extreme itself left aside.
bool reads_too_early(const Function& function, const If& branch, LocalId variable, LocalSet late) {
  bool early = false;
  late.for_each([&](LocalId local) {
    if (local != variable) early = early || count_reads(function, branch.condition, local) > 0;
  });
  for (StmtId id : branch.then_body) {
    const Assign* assign = stmt_if<Assign>(function, id);
    for_each_read(function, assign->value,
                  [&](LocalId local) { early = early || late.contains(local); });
    late.erase(assign->target);
  }
  return early;
}

}  // namespace

UpdateMatch match_assignment(const Module& module, const Function& function, StmtId stmt,
                             LocalId variable) {
  return AssignmentMatcher(module, function, stmt, variable).match();
}

UpdateMatch match_guarded(const Module&, const Function& function, StmtId stmt, LocalId variable) {
  const If* branch = stmt_if<If>(function, stmt);
  ExprId condition = test_in_conjunction(function, branch->condition, variable);
  std::optional<ExtremeTest> test;
  if (condition.valid()) test = match_test(function, condition, variable, true);
  if (!test || !branch->else_body.empty()) return {};
  Extreme extreme{test->compare, test->nan, {}};
  bool replaces = false;
  LocalSet assigned;
  for (StmtId id : branch->then_body) {
    const Assign* assign = stmt_if<Assign>(function, id);
    if (!assign || count_reads(function, assign->value, variable) > 0) return {};
    if (assign->target == variable) {
      ExprId value = strip_coerce(function, assign->value);
      if (replaces || !same_structure(function, test->candidate, value)) return {};
      replaces = true;
    } else {
      if (!assigned.contains(assign->target)) extreme.companions.push_back(assign->target);
    }
    assigned.insert(assign->target);
  }
  if (!replaces || reads_too_early(function, *branch, variable, assigned)) return {};
  std::sort(extreme.companions.begin(), extreme.companions.end());
  ReductionOp op = is_maximum(test->compare) ? ReductionOp::kMax : ReductionOp::kMin;
  return {Update{stmt, op, std::move(extreme)}, NoUpdate::kUnrelated};
}

}  // namespace parc::ir
