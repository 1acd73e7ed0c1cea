#include <algorithm>

#include "ir/builder.h"
#include "ir/coercion.h"
#include "ir/verify.h"
#include "ir/walk.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::ir {
namespace {

// Checks one node whose operands are already checked.
class ExprVerifier {
 public:
  ExprVerifier(VerifyContext context, ExprId id)
      : types_(context.module.types),
        module_(context.module),
        function_(context.function),
        expr_(context.function[id]),
        type_(expr_.type) {}

  void operator()(const Const& node) {
    const ScalarType* scalar = types_.get<ScalarType>(type_);
    if (!scalar) fail("constant of a type that is no scalar");
    Kind kind = scalar->kind;
    size_t expected = is_bool(kind)       ? 0
                      : is_unsigned(kind) ? 2
                      : is_integer(kind)  ? 1
                      : is_floating(kind) ? 3
                                          : 4;
    if (node.value.index() != expected) fail("constant holds another kind");
  }
  void operator()(const NoneValue&) { require(type_ == types_.none(), "None of another type"); }
  void operator()(const LocalRef& node) {
    require(node.local.value < function_.locals.size(), "unknown local");
    require(function_[node.local].type == type_, "reference of another type than its local");
  }
  void operator()(const Unary& node) { scalar(type_), scalar(of(node.operand)); }
  void operator()(const Binary& node) {
    scalar(type_), scalar(of(node.left)), scalar(of(node.right));
  }
  void operator()(const Compare& node) {
    bool tuples = types_.get<TupleType>(of(node.left)) && types_.get<TupleType>(of(node.right));
    if (tuples) {
      require(node.op == CompareOp::kEq || node.op == CompareOp::kNe, "order of tuples");
    } else {
      scalar(of(node.left)), scalar(of(node.right));
    }
    const ScalarType* result = types_.get<ScalarType>(type_);
    require(!result || is_bool(result->kind), "comparison that is no bool");
    if (!result) scalar(type_);
  }
  void operator()(const Truth& node) {
    scalar(of(node.operand));
    boolean(type_);
  }
  void operator()(const Not& node) { boolean(type_), boolean(of(node.operand)); }
  void operator()(const Logic& node) {
    boolean(type_), boolean(of(node.left)), boolean(of(node.right));
  }
  void operator()(const Select& node) {
    boolean(of(node.condition));
    require(of(node.then_value) == type_ && of(node.else_value) == type_,
            "conditional expression of different types");
  }
  void operator()(const Coerce& node) {
    require(coercible(types_, of(node.operand), type_), "coercion that changes the value");
  }
  void operator()(const Narrow& node) {
    require(coercible(types_, type_, of(node.operand)), "narrowing to what the type does not hold");
  }
  void operator()(const Convert& node) { scalar(type_), scalar(of(node.operand)); }
  void operator()(const Load& node) {
    const ArrayType& array = array_of(node.array);
    require(types_.scalar(array.elem) == type_, "load of another type than the element");
    require(node.indices.size() == array.rank, "load with a wrong number of indices");
    for (ExprId id : node.indices) index(id);
  }
  void operator()(const View& node) {
    const ArrayType& array = array_of(node.array);
    require(node.items.size() <= array.rank, "view with too many items");
    int removed = 0;
    for (const IndexItem& item : node.items) {
      if (const ExprId* id = std::get_if<ExprId>(&item)) {
        index(*id);
        ++removed;
      } else {
        const SliceItem& slice = std::get<SliceItem>(item);
        for (ExprId id : {slice.lower, slice.upper, slice.step}) {
          if (id.valid()) index(id);
        }
      }
    }
    const ArrayType* result = types_.get<ArrayType>(type_);
    require(result && result->elem == array.elem && result->rank == array.rank - removed,
            "view of a wrong type");
  }
  void operator()(const Transpose& node) {
    require(of(node.array) == type_, "transposition changes the type");
    std::vector<uint8_t> axes = node.axes;
    std::sort(axes.begin(), axes.end());
    require(axes.size() == array_of(node.array).rank, "transposition of a wrong rank");
    for (size_t axis = 0; axis < axes.size(); ++axis) {
      require(axes[axis] == axis, "axes are no permutation");
    }
  }
  void operator()(const ShapeOf& node) {
    integer(type_);
    require(node.axis < array_of(node.array).rank, "shape of an axis that is not there");
  }
  void operator()(const ArraySize& node) { integer(type_), array_of(node.array); }
  void operator()(const ListLength& node) {
    integer(type_);
    require(types_.get<ListType>(of(node.list)), "length of no list");
  }
  void operator()(const ListGet& node) {
    const ListType* list = types_.get<ListType>(of(node.list));
    require(list && list->elem == type_, "item of a wrong type");
    index(node.index);
  }
  void operator()(const MakeTuple& node) {
    const TupleType* tuple = types_.get<TupleType>(type_);
    require(tuple && tuple->elements.size() == node.elements.size(), "tuple of a wrong size");
    for (size_t at = 0; at < node.elements.size(); ++at) {
      require(of(node.elements[at]) == tuple->elements[at], "tuple element of a wrong type");
    }
  }
  void operator()(const TupleGet& node) {
    const TupleType* tuple = types_.get<TupleType>(of(node.tuple));
    require(tuple && node.index < tuple->elements.size(), "tuple element that is not there");
    require(tuple->elements[node.index] == type_, "tuple element of a wrong type");
  }
  void operator()(const TupleIndex& node) {
    const TupleType* tuple = types_.get<TupleType>(of(node.tuple));
    require(tuple && !tuple->elements.empty(), "index into no tuple");
    for (TypeId element : tuple->elements) {
      require(element == type_, "run-time index into a tuple of several types");
    }
    index(node.index);
  }
  void operator()(const Call& node) {
    require(node.callee.value < module_.functions.size(), "unknown callee");
    const Function& callee = module_[node.callee];
    require(callee.parameters.size() == node.args.size(), "call with a wrong number of arguments");
    for (size_t at = 0; at < node.args.size(); ++at) {
      require(callee[callee.parameters[at].local].type == of(node.args[at]),
              "argument of another type than its parameter");
    }
    require(callee.result == type_, "call of another type than the function's result");
    if (!node.combination) return;
    require(read_local(function_, node.combination->identity).valid(), "identity that is no local");
    require(node.combination->merge.value < module_.functions.size(), "unknown combination");
    const Function& merge = module_[node.combination->merge];
    require(merge.parameters.size() == 2, "combination of other than two values");
    for (const Parameter& parameter : merge.parameters) {
      require(merge[parameter.local].type == of(node.combination->identity),
              "combination of values of another type");
    }
  }
  void operator()(const CallBuiltin& node) {
    const BuiltinInfo& builtin = info(node.builtin);
    int count = static_cast<int>(node.args.size());
    require(count >= builtin.min_args && (builtin.max_args < 0 || count <= builtin.max_args),
            "built-in with a wrong number of arguments");
  }
  void operator()(const NewArray& node) {
    const ArrayType* array = types_.get<ArrayType>(type_);
    require(array && array->rank == node.shape.size(), "new array of a wrong rank");
    for (ExprId id : node.shape) index(id);
    require(node.value.valid() == (node.fill == Fill::kFull), "fill value out of place");
    if (node.value.valid()) {
      require(of(node.value) == types_.scalar(array->elem), "fill value of a wrong kind");
    }
  }
  void operator()(const CopyArray& node) {
    array_of(node.array);
    require(of(node.array) == type_, "copy changes the type");
  }
  void operator()(const BroadcastFor& node) {
    const ArrayType& from = array_of(node.array);
    const ArrayType& target = array_of(node.target);
    const ArrayType* result = types_.get<ArrayType>(type_);
    require(result && result->elem == from.elem && result->rank == target.rank,
            "broadcast to another type");
    require(from.rank <= target.rank, "broadcast to fewer axes");
  }
  void operator()(const RangeLength& node) {
    integer(type_), integer(of(node.start)), integer(of(node.stop)), integer(of(node.step));
  }

 private:
  TypeId of(ExprId id) {
    require(id.valid(), "operand is missing");
    return function_[id].type;
  }
  void require(bool holds, const char* what) {
    if (!holds) fail(what);
  }
  void scalar(TypeId type) { require(is_scalar_or_mixed(types_, type), "operand is no scalar"); }
  void boolean(TypeId type) { require(type == types_.scalar(Kind::kBool), "bool expected"); }
  void integer(TypeId type) { require(type == types_.scalar(Kind::kInt), "int expected"); }
  void index(ExprId id) { require(is_index_type(types_, of(id)), "index is no integer"); }
  const ArrayType& array_of(ExprId id) {
    const ArrayType* array = types_.get<ArrayType>(of(id));
    require(array, "array expected");
    return *array;
  }
  [[noreturn]] void fail(const char* what) {
    internal_error(concat("IR of ", function_.symbol, ": ", what), expr_.range);
  }

  const TypeTable& types_;
  const Module& module_;
  const Function& function_;
  const Expr& expr_;
  TypeId type_;
};

}  // namespace

bool is_scalar_or_mixed(const TypeTable& types, TypeId type) {
  return types.get<ScalarType>(type) || types.get<MixedType>(type);
}

bool is_index_type(const TypeTable& types, TypeId type) {
  const ScalarType* scalar = types.get<ScalarType>(type);
  return scalar && (is_integer(scalar->kind) || is_bool(scalar->kind));
}

void verify_type(VerifyContext context, TypeId id, SourceRange where) {
  const std::string& symbol = context.function.symbol;
  if (!id.valid()) internal_error(concat("IR of ", symbol, ": type is missing"), where);
  if (context.module.types.is_error(id)) {
    internal_error(concat("IR of ", symbol, ": error type in a module without errors"), where);
  }
}

TypeId verify_expr(VerifyContext context, ExprId id, SourceRange where) {
  const Function& function = context.function;
  if (id.value >= function.exprs.size()) {
    internal_error(concat("IR of ", function.symbol, ": unknown expression"), where);
  }
  const Expr& expr = function[id];
  verify_type(context, expr.type, expr.range);
  if (expr.frame >= function.frames.size()) {
    internal_error(concat("IR of ", function.symbol, ": unknown frame"), expr.range);
  }
  for_each_operand(expr.node, [&](ExprId operand) { verify_expr(context, operand, expr.range); });
  std::visit(ExprVerifier(context, id), expr.node);
  return expr.type;
}

}  // namespace parc::ir
