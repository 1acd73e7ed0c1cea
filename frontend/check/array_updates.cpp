#include "frontend/check/array_updates.h"

#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"
#include "frontend/check/type_join.h"
#include "ir/builder.h"
#include "ir/numeric.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using ir::BinaryOp;
using ir::Kind;

// np.can_cast(from, to, casting="same_kind") of NumPy's kinds.
bool casts_within_kind(Kind from, Kind to) {
  auto order = [](Kind kind) {
    if (ir::is_bool(kind)) return 0;
    if (ir::is_integer(kind)) return ir::is_unsigned(kind) ? 1 : 2;
    return ir::is_floating(kind) ? 3 : 4;
  };
  return order(from) <= order(to);
}

// Why an update by a value of this kind is left to loops; null when it is not.
const char* obstacle(const Context& c, BinaryOp op, Kind elem, Kind kind, const Value& value) {
  if (op == BinaryOp::kPow && !ir::is_floating(elem) && !ir::is_complex(elem)) {
    bool has_sign = ir::is_integer(kind) && !ir::is_unsigned(kind);
    if (!has_sign || known_int(c, value).value_or(-1) >= 0) return nullptr;
    return "a negative exponent would raise ValueError in the middle of it";
  }
  bool is_product = op == BinaryOp::kMul || op == BinaryOp::kDiv;
  if (op != BinaryOp::kPow && !(is_product && ir::is_complex(elem))) return nullptr;
  return "NumPy's result depends on the machine's vector instructions";
}

// Whether the low bits of the operands decide the low bits of the result.
bool is_modular(BinaryOp op) {
  return op == BinaryOp::kAdd || op == BinaryOp::kSub || op == BinaryOp::kMul ||
         op == BinaryOp::kAnd || op == BinaryOp::kOr || op == BinaryOp::kXor;
}

struct ElementLoops {
  Context& c;
  Value target;
  BinaryOp op;
  Value value;  // a number, or an array of the target's shape; may be evaluated again
  SourceRange range;
  Kind elem;

  ir::TypeId elem_type() const { return c.types().scalar(elem); }
  Value convert(const Value& from) const {
    if (from.type == elem_type()) return from;
    return make(c, ir::Convert{from.expr}, elem_type(), from.range);
  }
  Value load(const Value& array, ir::TypeId type, const std::vector<Value>& indices) const {
    ir::Load node{again(c, array).expr, {}, true};
    for (const Value& index : indices) node.indices.push_back(again(c, index).expr);
    return make(c, std::move(node), type, array.range);
  }

  // Of a NumPy integer only the bits that the element keeps may count: the update is then one of
  // elements, whatever its kind.
  Value narrowed(const Value& right) const {
    if (!c.types().is_scalar(right.type) || !ir::is_integer(elem) || !is_modular(op)) return right;
    Kind kind = c.types().kind(right.type);
    return ir::is_integer(kind) && !ir::is_python(kind) ? convert(right) : right;
  }
  void element(const std::vector<Value>& indices) const {
    const auto* array = c.types().get<ir::ArrayType>(value.type);
    Value right = array ? load(value, c.types().scalar(array->elem), indices) : again(c, value);
    Value result = apply_binary(c, op, load(target, elem_type(), indices), narrowed(right), range);
    // A store rounds floats as a cast does, but refuses integers that a cast wraps.
    if (ir::is_integer(elem)) result = convert(result);
    ir::Store store{again(c, target).expr, {}, result.expr, true};
    for (const Value& index : indices) store.indices.push_back(again(c, index).expr);
    emit(c, std::move(store), range);
  }

  void over_axes(std::vector<Value>& indices) const {
    size_t axis = indices.size();
    if (axis == c.types().get<ir::ArrayType>(target.type)->rank) return element(indices);
    ir::TypeId int_type = c.types().scalar(Kind::kInt);
    ir::Loop loop;
    loop.index = ir::add_local(c.fn, "", int_type, ir::LocalRole::kIndex, range);
    loop.trip =
        make(c, ir::ShapeOf{again(c, target).expr, static_cast<uint8_t>(axis)}, int_type, range)
            .expr;
    loop.header = range;
    loop.body = in_block(c, [&] {
      indices.push_back(read_local(c, loop.index, range));
      over_axes(indices);
      indices.pop_back();
    });
    emit(c, std::move(loop), range);
  }
};

// Whether the operation exists for such a value; reported when it does not.
bool check_kinds(Context& c, const Value& target, BinaryOp op, const Value& value,
                 const std::vector<Kind>& kinds, SourceRange range) {
  Kind elem = c.types().get<ir::ArrayType>(target.type)->elem;
  auto report = [&](Diag code, std::string what) {
    return c.diagnostics.emit(code, range, std::move(what))
        .label(target.range, spell(c, target.type))
        .label(value.range, spell(c, value.type));
  };
  std::string name = concat("`", ir::spelling(op), "=`");
  if (kinds.empty()) {
    report(Diag::kTypeMismatch, concat(name, " of an array takes a number or an array"));
    return false;
  }
  for (Kind kind : kinds) {
    std::optional<Kind> result = ir::binary_kind(op, elem, kind);
    if (!result) {
      report(Diag::kTypeMismatch,
             concat(name, " does not take ", spell(c, target.type), " and ", spell(c, value.type)));
      return false;
    }
    if (!casts_within_kind(*result, elem)) {
      report(Diag::kTypeMismatch, concat("elements of ", ir::kind_name(elem), " cannot hold the ",
                                         ir::kind_name(*result), " that ", name, " gives here"))
          .note("NumPy raises TypeError for it");
      return false;
    }
    if (const char* why = obstacle(c, op, elem, kind, value)) {
      report(Diag::kUpdateUnsupported,
             concat(name, " of a whole array of ", ir::kind_name(elem), " is not supported"))
          .note(why)
          .note("write it as a loop over the elements");
      return false;
    }
  }
  return true;
}

// A Python int beside integers: it must fit, also when there is no element.
bool must_fit(Context& c, const Value& value, Kind elem) {
  return value.type == c.types().scalar(Kind::kInt) && ir::is_integer(elem);
}

}  // namespace

void update_array(Context& c, const Value& target, BinaryOp op, const Value& value,
                  SourceRange range) {
  if (is_error(c, target) || is_error(c, value)) return;
  ir::ArrayType type = *c.types().get<ir::ArrayType>(target.type);
  ElementLoops update{c, target, op, value, range, type.elem};
  const auto* source = c.types().get<ir::ArrayType>(value.type);
  if (!source) {
    if (!check_kinds(c, target, op, value, kinds_of(c.types(), value.type), range)) return;
    if (must_fit(c, value, type.elem)) update.value = update.convert(value);
    update.value = reusable(c, update.value);
  } else {
    if (!check_kinds(c, target, op, value, {source->elem}, range)) return;
    if (source->rank > type.rank) {
      want_axes(c, target);
      c.diagnostics
          .emit(Diag::kTypeMismatch, range,
                concat("an array of ", source->rank, " axes does not fit into one of ", type.rank))
          .label(target.range, spell(c, target.type))
          .label(value.range, spell(c, value.type));
      return;
    }
    ir::TypeId spread = c.types().array(source->elem, type.rank);
    update.value = to_temporary(
        c, make(c, ir::BroadcastFor{value.expr, again(c, target).expr}, spread, value.range));
  }
  std::vector<Value> indices;
  update.over_axes(indices);
}

}  // namespace parc::check
