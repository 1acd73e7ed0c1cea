#include "ir/analysis/updates.h"

#include <algorithm>
#include <string_view>

#include "ir/analysis/comparison.h"
#include "ir/analysis/truth.h"
#include "ir/builder.h"
#include "ir/structure.h"

namespace parc::ir {
namespace {

// Where the one read of the subject stands below operators.
enum class Place : uint8_t { kAbsent, kAccumulates, kElsewhere };

class AssignmentMatcher {
 public:
  AssignmentMatcher(const Module& module, const Function& function, StmtId stmt,
                    const Subject& subject)
      : module_(module), function_(function), stmt_(stmt), subject_(subject) {}

  UpdateMatch match(ExprId value) const {
    value = strip_coerce(function_, value);
    if (const Select* select = expr_if<Select>(function_, value)) return match_select(*select);
    if (subject_.reads(value) > 1) return {{}, NoUpdate::kReadTwice};
    if (const Binary* binary = expr_if<Binary>(function_, value)) {
      return match_operator(value, *binary);
    }
    if (const Logic* logic = expr_if<Logic>(function_, strip_truth(function_, value))) {
      return match_logic(*logic);
    }
    if (const CallBuiltin* call = expr_if<CallBuiltin>(function_, value)) {
      return match_builtin(*call);
    }
    return {};
  }

 private:
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

  // Down the tree of `plain` and `inverse` operators, the subject never right of an inverse one.
  Place place_in_chain(ExprId id, BinaryOp plain, std::optional<BinaryOp> inverse) const {
    id = strip_coerce(function_, id);
    if (subject_.is_value(id)) return Place::kAccumulates;
    if (!subject_.is_read(id)) return Place::kAbsent;
    const Binary* binary = expr_if<Binary>(function_, id);
    if (!binary || (binary->op != plain && binary->op != inverse)) return Place::kElsewhere;
    if (subject_.is_read(binary->left)) return place_in_chain(binary->left, plain, inverse);
    if (binary->op != plain) return Place::kElsewhere;
    return place_in_chain(binary->right, plain, inverse);
  }

  UpdateMatch logical(bool is_and, bool lazy) const {
    Update update{stmt_, is_and ? ReductionOp::kAnd : ReductionOp::kOr, {}, lazy};
    return {update, NoUpdate::kUnrelated};
  }

  // `ok = ok and p`, `ok = p and ok`, and chains of them with the subject first or last.
  UpdateMatch match_logic(const Logic& logic) const {
    bool lazy = subject_.is_read(logic.left);
    for (const Logic* inner = &logic;;) {
      bool first = subject_.is_read(inner->left);
      ExprId next = first ? inner->left : inner->right;
      if (subject_.is_value(strip_truth(function_, next))) {
        if (first == lazy) return logical(logic.is_and, lazy);
        return {{}, NoUpdate::kNotAssociative};
      }
      inner = expr_if<Logic>(function_, strip_truth(function_, next));
      if (!inner || inner->is_and != logic.is_and || first != lazy) {
        return {{}, NoUpdate::kNotAssociative};
      }
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
    while (at < call.args.size() && !subject_.is_value(call.args[at])) ++at;
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
    TypeId type = subject_.type();
    auto floats = [](Kind kind) { return is_floating(kind); };
    if (const MixedType* mixed = module_.types.get<MixedType>(type)) {
      return std::any_of(mixed->kinds.begin(), mixed->kinds.end(), floats);
    }
    return module_.types.is_scalar(type) && floats(module_.types.kind(type));
  }

  // `ok and p` of operands of different bool kinds: one of them, chosen by the truth of the first.
  UpdateMatch match_lazy_select(const Select& select) const {
    ExprId test = strip_truth(function_, select.condition);
    ExprId then_value = strip_truth(function_, select.then_value);
    ExprId else_value = strip_truth(function_, select.else_value);
    auto is_test = [&](ExprId id) { return same_structure(function_, test, id); };
    if (is_test(then_value) == is_test(else_value)) return {};
    bool is_and = is_test(else_value);
    ExprId other = is_and ? then_value : else_value;
    bool first = subject_.is_value(test) && !subject_.is_read(other);
    bool last = subject_.is_value(other) && !subject_.is_read(test);
    if (!(first || last) || !is_bool_type(module_.types, subject_.type())) return {};
    return logical(is_and, first);
  }

  // `m = e if e > m else m` and its mirror image.
  UpdateMatch match_select(const Select& select) const {
    UpdateMatch lazy = match_lazy_select(select);
    if (lazy.update) return lazy;
    bool keeps_in_else = subject_.is_value(select.else_value);
    if (!keeps_in_else && !subject_.is_value(select.then_value)) {
      bool once = !subject_.is_read(select.condition);
      return {{}, once ? NoUpdate::kUnrelated : NoUpdate::kReadTwice};
    }
    ExprId value = keeps_in_else ? select.then_value : select.else_value;
    if (subject_.is_read(value)) return {{}, NoUpdate::kReadTwice};
    std::optional<ExtremeTest> test =
        match_test(module_, function_, select.condition, subject_, keeps_in_else);
    if (!test ||
        !same_structure(function_, test->candidate, strip_number(module_, function_, value))) {
      return {{}, NoUpdate::kReadTwice};
    }
    Extreme extreme{test->compare, test->nan, {}};
    return found(is_maximum(test->compare) ? ReductionOp::kMax : ReductionOp::kMin, extreme);
  }

  const Module& module_;
  const Function& function_;
  StmtId stmt_;
  const Subject& subject_;
};

}  // namespace

UpdateMatch match_assignment(const Module& module, const Function& function, StmtId stmt,
                             ExprId value, const Subject& subject) {
  return AssignmentMatcher(module, function, stmt, subject).match(value);
}

}  // namespace parc::ir
