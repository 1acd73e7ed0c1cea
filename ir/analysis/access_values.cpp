#include <algorithm>
#include <string_view>

#include "ir/analysis/access_walk.h"
#include "ir/analysis/form_operations.h"
#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

Interval limits(const AccessWalk& walk, TypeId type) {
  const ScalarType* scalar = walk.context.module.types.get<ScalarType>(type);
  return scalar ? kind_range(scalar->kind) : Interval::all_int64();
}

bool is_integral(const AccessWalk& walk, TypeId type) {
  const ScalarType* scalar = walk.context.module.types.get<ScalarType>(type);
  return scalar && (is_integer(scalar->kind) || is_bool(scalar->kind));
}

Value opaque(AccessWalk& walk, ExprId id) {
  const Expr& expr = walk.function[id];
  return unknown_value(walk, expr.type, VarKind::kOpaque,
                       walk.context.origins.of(walk.function, id), "",
                       walk.context.ranges.range_of(id), expr.range);
}

// An integer operation without a description: the same value for the same operands.
Value undescribed(AccessWalk& walk, ExprId id, const std::string& operation,
                  const std::vector<Linear>& operands) {
  const Expr& expr = walk.function[id];
  return walk.found.forms.opaque(operation + ":" + std::to_string(expr.type.value), operands,
                                 walk.context.ranges.range_of(id), expr.range);
}

// Whether the mathematical result is the value: Python's ints raise where they would not fit,
// NumPy's wrap.
bool is_exact(const AccessWalk& walk, TypeId type, Interval result) {
  const ScalarType* scalar = walk.context.module.types.get<ScalarType>(type);
  return scalar && (scalar->kind == Kind::kInt || result.within(kind_range(scalar->kind)));
}

// Whether a sum with such a number, wrapped to 64 bits, is beyond the end of every axis.
bool is_short(const Interval& range) {
  constexpr int64_t kMost = int64_t{1} << 62;
  return range.within({-kMost, kMost});
}

Value binary(AccessWalk& walk, ExprId id, const Binary& node) {
  std::optional<Linear> left = integer(walk, evaluate(walk, node.left));
  std::optional<Linear> right = integer(walk, evaluate(walk, node.right));
  if (!is_integral(walk, walk.function[id].type)) return NoForm{};
  if (!left || !right) return opaque(walk, id);
  Forms& forms = walk.found.forms;
  TypeId type = walk.function[id].type;
  bool is_int = walk.context.module.types.kind(type) == Kind::kInt;
  std::optional<Linear> result = apply_to_forms(forms, node.op, *left, *right, is_int);
  if (!result) return undescribed(walk, id, spelling(node.op), {*left, *right});
  Interval range = forms.range_of(*result);
  if (node.op == BinaryOp::kMul) {
    // The form's own range is cut off at 64 bits.
    Interval a = forms.range_of(*left), b = forms.range_of(*right);
    if (!is_int && !(a.fits_int64() && b.fits_int64())) {
      return undescribed(walk, id, spelling(node.op), {*left, *right});
    }
    range = multiply(a.meet(Interval::all_int64()), b.meet(Interval::all_int64()));
  }
  if (is_exact(walk, type, range)) return *result;
  Value value = undescribed(walk, id, spelling(node.op), {*left, *right});
  bool adds = node.op == BinaryOp::kAdd || node.op == BinaryOp::kSub;
  bool is_wide = walk.context.module.types.kind(type) == Kind::kI64;
  if (adds && is_wide && (is_short(forms.range_of(*left)) || is_short(forms.range_of(*right)))) {
    forms.set_origin(value.get<Linear>()->terms.front().var, WrappedSum{*result});
  }
  return value;
}

Value unary(AccessWalk& walk, ExprId id, const Unary& node) {
  std::optional<Linear> operand = integer(walk, evaluate(walk, node.operand));
  if (!is_integral(walk, walk.function[id].type)) return NoForm{};
  if (!operand) return opaque(walk, id);
  std::optional<Linear> result = operand;
  if (node.op == UnaryOp::kMinus) result = scale(*operand, -1);
  if (node.op == UnaryOp::kInvert) result = add(Linear::of(-1), *operand, -1);
  if (result && is_exact(walk, walk.function[id].type, walk.found.forms.range_of(*result))) {
    return *result;
  }
  return undescribed(walk, id, spelling(node.op), {*operand});
}

Value compare(AccessWalk& walk, ExprId id, const Compare& node) {
  Value left = evaluate(walk, node.left);
  Value right = evaluate(walk, node.right);
  std::optional<Linear> a = integer(walk, left);
  std::optional<Linear> b = integer(walk, right);
  if (!a || !b) return unknown_condition(walk.function[id].range);
  switch (node.op) {
    case CompareOp::kLt:
      return less(*a, *b);
    case CompareOp::kLe:
      return at_least(*b, *a);
    case CompareOp::kGt:
      return less(*b, *a);
    case CompareOp::kGe:
      return at_least(*a, *b);
    case CompareOp::kEq:
      return equal(*a, *b);
    case CompareOp::kNe:
      return negate(equal(*a, *b));
  }
  return unknown_condition(walk.function[id].range);
}

// Evaluates an operand that is only reached when the condition holds.
Value evaluate_when(AccessWalk& walk, const FormulaRef& holds, ExprId operand) {
  size_t mark = walk.facts.size();
  walk.facts.push_back(holds);
  Value value = evaluate(walk, operand);
  walk.facts.resize(mark);
  return value;
}

Value logic(AccessWalk& walk, const Logic& node) {
  FormulaRef left = condition(walk, evaluate(walk, node.left), walk.function[node.left].range);
  Value second = evaluate_when(walk, node.is_and ? left : negate(left), node.right);
  FormulaRef right = condition(walk, second, walk.function[node.right].range);
  return node.is_and ? all_of({left, right}) : any_of({left, right});
}

Value select(AccessWalk& walk, ExprId id, const Select& node) {
  FormulaRef test =
      condition(walk, evaluate(walk, node.condition), walk.function[node.condition].range);
  Value yes = evaluate_when(walk, test, node.then_value);
  Value no = evaluate_when(walk, negate(test), node.else_value);
  if (same_value(yes, no)) return yes;
  const Linear* a = yes.get<Linear>();
  const Linear* b = no.get<Linear>();
  if (a && b) return walk.found.forms.choose(test, *a, *b);
  const FormulaRef* p = yes.get<FormulaRef>();
  const FormulaRef* q = no.get<FormulaRef>();
  if (p && q) return any_of({all_of({test, *p}), all_of({negate(test), *q})});
  return opaque(walk, id);
}

Value convert(AccessWalk& walk, ExprId id, const Convert& node) {
  Value operand = evaluate(walk, node.operand);
  TypeId type = walk.function[id].type;
  if (!is_integral(walk, type)) return NoForm{};
  std::optional<Linear> value = integer(walk, operand);
  bool to_bool = is_bool(walk.context.module.types.kind(type));
  if (to_bool) {
    if (operand.get<FormulaRef>()) return operand;
    if (value) return negate(equal(*value, Linear{}));
    return unknown_condition(walk.function[id].range);
  }
  if (!value) return opaque(walk, id);
  // int(x) of a NumPy integer and np.int32(x) of a Python int raise when x does not fit.
  Kind from = walk.context.module.types.is_scalar(walk.function[node.operand].type)
                  ? walk.context.module.types.kind(walk.function[node.operand].type)
                  : Kind::kFloat;
  Interval range = walk.found.forms.range_of(*value);
  if (from == Kind::kInt || range.within(limits(walk, type)) ||
      walk.context.module.types.kind(type) == Kind::kInt) {
    return *value;
  }
  return undescribed(walk, id, "convert", {*value});
}

Value builtin(AccessWalk& walk, ExprId id, const CallBuiltin& call) {
  std::vector<Linear> operands;
  bool integers = is_integral(walk, walk.function[id].type);
  for (ExprId arg : call.args) {
    std::optional<Linear> value = integer(walk, evaluate(walk, arg));
    integers = integers && value;
    if (value) operands.push_back(*value);
  }
  if (!is_integral(walk, walk.function[id].type)) {
    return unknown_value(walk, walk.function[id].type, VarKind::kOpaque, {}, "",
                         Interval::all_int64(), walk.function[id].range);
  }
  if (!integers) return opaque(walk, id);
  Forms& forms = walk.found.forms;
  std::string_view name = info(call.builtin).name;
  bool least = name == "min" || name == "np.minimum";
  bool most = name == "max" || name == "np.maximum";
  if (least || most) {
    Linear result = operands.front();
    for (const Linear& operand : operands) {
      result = least ? forms.minimum(result, operand) : forms.maximum(result, operand);
    }
    return result;
  }
  if (name == "abs" || name == "np.abs") {
    std::optional<Linear> result = forms.absolute(operands.front());
    if (result && is_exact(walk, walk.function[id].type, forms.range_of(*result))) return *result;
  }
  return undescribed(walk, id, std::string(name), operands);
}

// Number of items of a range: the step is a constant, else the number is not described.
Value range_length(AccessWalk& walk, ExprId id, const RangeLength& node) {
  std::optional<Linear> start = integer(walk, evaluate(walk, node.start));
  std::optional<Linear> stop = integer(walk, evaluate(walk, node.stop));
  std::optional<Linear> step = integer(walk, evaluate(walk, node.step));
  if (!start || !stop || !step) return opaque(walk, id);
  Forms& forms = walk.found.forms;
  std::optional<Linear> distance = add(*stop, *start, -1);
  if (!distance || !step->is_constant() || step->constant == 0 || step->constant == INT64_MIN) {
    return undescribed(walk, id, "range", {*start, *stop, *step});
  }
  int64_t width = step->constant < 0 ? -step->constant : step->constant;
  if (step->constant < 0) distance = scale(*distance, -1);
  if (distance) distance = add(*distance, Linear::of(width - 1));
  std::optional<Linear> count;
  if (distance) count = forms.quotient(*distance, width);
  if (!count) return opaque(walk, id);
  return forms.maximum(*count, Linear{});
}

Value call(AccessWalk& walk, ExprId id, const Call& node) {
  std::vector<Value> args;
  for (ExprId arg : node.args) args.push_back(evaluate(walk, arg));
  const FunctionEffects& effects = walk.context.effects[node.callee];
  for (size_t at = 0; at < args.size(); ++at) {
    SourceRange range = walk.function[id].range;
    if (effects.reads[at]) access_all(walk, args[at], false, range, true);
    if (effects.writes[at]) access_all(walk, args[at], true, range, true);
  }
  return opaque(walk, id);
}

Value constant(const AccessWalk& walk, ExprId id, const Const& node) {
  if (const bool* value = std::get_if<bool>(&node.value)) return truth(*value);
  if (std::optional<int64_t> value = constant_int(walk.function, id)) return Linear::of(*value);
  return NoForm{};
}

Value read_local_value(AccessWalk& walk, ExprId id, LocalId local) {
  if (!walk.env[local.value]) forget(walk, local);
  Value value = *walk.env[local.value];
  if (!walk.inside || walk.body_assigned.contains(local)) return value;
  // The name under which the memory comes into the loop.
  if (const ArrayValue* array = value.get<ArrayValue>()) {
    ArrayValue entering = *array;
    entering.entry = {local, id};
    return entering;
  }
  if (const ListValue* list = value.get<ListValue>()) {
    ListValue entering = *list;
    entering.entry = {local, id};
    return entering;
  }
  return value;
}

Value size_of(AccessWalk& walk, ExprId id, const ArraySize& node) {
  Value operand = evaluate(walk, node.array);
  const ArrayValue* array = operand.get<ArrayValue>();
  if (!array) return opaque(walk, id);
  if (array->extents.empty()) return Linear::of(1);
  if (array->extents.size() == 1) return array->extents[0];
  return undescribed(walk, id, "size", array->extents);
}

struct Evaluator {
  AccessWalk& walk;
  ExprId id;

  TypeId type() const { return walk.function[id].type; }
  Value operator()(const Const& node) const { return constant(walk, id, node); }
  Value operator()(const NoneValue&) const { return NoForm{}; }
  Value operator()(const LocalRef& node) const { return read_local_value(walk, id, node.local); }
  Value operator()(const Unary& node) const { return unary(walk, id, node); }
  Value operator()(const Binary& node) const { return binary(walk, id, node); }
  Value operator()(const Compare& node) const { return compare(walk, id, node); }
  Value operator()(const Truth& node) const {
    Value operand = evaluate(walk, node.operand);
    return condition(walk, operand, walk.function[id].range);
  }
  Value operator()(const Not& node) const {
    return negate(condition(walk, evaluate(walk, node.operand), walk.function[id].range));
  }
  Value operator()(const Logic& node) const { return logic(walk, node); }
  Value operator()(const Select& node) const { return select(walk, id, node); }
  Value operator()(const Coerce& node) const { return evaluate(walk, node.operand); }
  Value operator()(const Narrow& node) const { return evaluate(walk, node.operand); }
  Value operator()(const Convert& node) const { return convert(walk, id, node); }
  Value operator()(const Load& node) const { return load_element(walk, id, node); }
  Value operator()(const View& node) const {
    return make_view(walk, node, walk.function[id].range);
  }
  Value operator()(const Transpose& node) const { return transpose(walk, node); }
  Value operator()(const ShapeOf& node) const {
    Value operand = evaluate(walk, node.array);
    const ArrayValue* array = operand.get<ArrayValue>();
    return array ? Value(array->extents[node.axis]) : opaque(walk, id);
  }
  Value operator()(const ArraySize& node) const { return size_of(walk, id, node); }
  Value operator()(const ListLength& node) const {
    Value operand = evaluate(walk, node.list);
    const ListValue* list = operand.get<ListValue>();
    return list ? Value(list->length) : opaque(walk, id);
  }
  Value operator()(const ListGet& node) const { return list_item(walk, id, node); }
  Value operator()(const MakeTuple& node) const {
    std::vector<Value> elements;
    for (ExprId element : node.elements) elements.push_back(evaluate(walk, element));
    return std::make_shared<const std::vector<Value>>(std::move(elements));
  }
  Value operator()(const TupleGet& node) const {
    Value operand = evaluate(walk, node.tuple);
    const TupleValue* tuple = operand.get<TupleValue>();
    return tuple ? (**tuple)[node.index] : opaque(walk, id);
  }
  Value operator()(const TupleIndex& node) const {
    evaluate(walk, node.tuple);
    evaluate(walk, node.index);
    return opaque(walk, id);
  }
  Value operator()(const Call& node) const { return call(walk, id, node); }
  Value operator()(const CallBuiltin& node) const { return builtin(walk, id, node); }
  Value operator()(const NewArray& node) const {
    std::vector<Linear> shape;
    for (ExprId length : node.shape) {
      Value value = evaluate(walk, length);
      std::optional<Linear> form = integer(walk, value);
      shape.push_back(form ? *form : *integer(walk, opaque(walk, length)));
    }
    if (node.value.valid()) evaluate(walk, node.value);
    return new_array(walk, id, std::move(shape));
  }
  Value operator()(const CopyArray& node) const {
    Value operand = evaluate(walk, node.array);
    access_all(walk, operand, false, walk.function[id].range, false);
    const ArrayValue* array = operand.get<ArrayValue>();
    return array ? new_array(walk, id, array->extents) : opaque(walk, id);
  }
  Value operator()(const BroadcastFor& node) const { return broadcast_for(walk, id, node); }
  Value operator()(const RangeLength& node) const { return range_length(walk, id, node); }
};

}  // namespace

Value evaluate(AccessWalk& walk, ExprId expr) {
  Value value = std::visit(Evaluator{walk, expr}, walk.function[expr].node);
  const TypeTable& types = walk.context.module.types;
  TypeId type = walk.function[expr].type;
  bool lacks_form = (types.get<ArrayType>(type) && !value.get<ArrayValue>()) ||
                    (types.get<ListType>(type) && !value.get<ListValue>()) ||
                    (is_integral(walk, type) && value.get<NoForm>());
  return lacks_form ? opaque(walk, expr) : value;
}

std::optional<Linear> integer(AccessWalk& walk, const Value& value) {
  if (const Linear* form = value.get<Linear>()) return *form;
  if (const FormulaRef* formula = value.get<FormulaRef>()) {
    return walk.found.forms.choose(*formula, Linear::of(1), Linear::of(0));
  }
  return {};
}

FormulaRef condition(AccessWalk& walk, const Value& value, SourceRange range) {
  if (const FormulaRef* formula = value.get<FormulaRef>()) return *formula;
  if (std::optional<Linear> form = integer(walk, value)) return negate(equal(*form, Linear{}));
  return unknown_condition(range);
}

Value unknown_value(AccessWalk& walk, TypeId type, VarKind kind, const LocalSet& owners,
                    const std::string& name, Interval range, SourceRange source) {
  const TypeTable& types = walk.context.module.types;
  if (types.get<ArrayType>(type)) return whole_array(walk, add_root(walk, name, type, owners));
  if (types.get<ListType>(type)) {
    RootId root = add_root(walk, name, type, owners);
    return ListValue{root, walk.found.roots[root].shape[0], {}};
  }
  const ScalarType* scalar = types.get<ScalarType>(type);
  if (!scalar) return NoForm{};
  if (!is_bool(scalar->kind) && !is_integer(scalar->kind)) return NoForm{};
  range = range.meet(kind_range(scalar->kind));
  if (!walk.inside && kind != VarKind::kIndex) kind = VarKind::kInput;
  Linear value =
      Linear::of(walk.found.forms.add_var({kind, walk.inside, range, truth(true), name, source}));
  if (is_bool(scalar->kind)) return equal(value, Linear::of(1));
  return value;
}

void forget(AccessWalk& walk, LocalId id) {
  const Local& local = walk.function[id];
  Interval range = walk.context.ranges.range_of(id);
  Value value = unknown_value(walk, local.type, VarKind::kOpaque, walk.context.origins.of(id),
                              local.name, range, local.range);
  walk.env[id.value] = std::make_shared<const Value>(std::move(value));
}

}  // namespace parc::ir
