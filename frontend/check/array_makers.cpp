// np.zeros, np.empty, np.ones, np.full, their _like forms, np.copy.
#include <algorithm>

#include "frontend/check/calls.h"
#include "frontend/check/expressions.h"
#include "frontend/check/type_join.h"
#include "ir/builder.h"
#include "ir/builtin_rules.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using ir::Fill;
using ir::Kind;
using ir::TypeId;
using syntax::ExprId;

struct Maker {
  std::string_view path;
  Fill fill;
  bool like;
};

constexpr Maker kMakers[] = {
    {"np.zeros", Fill::kZeros, false},     {"np.empty", Fill::kEmpty, false},
    {"np.ones", Fill::kOnes, false},       {"np.full", Fill::kFull, false},
    {"np.zeros_like", Fill::kZeros, true}, {"np.empty_like", Fill::kEmpty, true},
    {"np.ones_like", Fill::kOnes, true},   {"np.full_like", Fill::kFull, true},
};

const Maker* find_maker(std::string_view path) {
  for (const Maker& maker : kMakers) {
    if (maker.path == path) return &maker;
  }
  return nullptr;
}

// The arguments by name; a none id where absent.
struct Arguments {
  ExprId shape, value, dtype;
};

std::optional<Arguments> bind(Context& c, const CallSite& site, const Maker& maker) {
  Arguments bound;
  std::vector<std::pair<std::string, ExprId*>> order = {{maker.like ? "a" : "shape", &bound.shape}};
  if (maker.fill == Fill::kFull) order.push_back({"fill_value", &bound.value});
  order.push_back({"dtype", &bound.dtype});
  const syntax::Call& node = *site.node;
  bool fits = node.args.size() <= order.size();
  for (size_t at = 0; at < node.args.size() && fits; ++at) *order[at].second = node.args[at];
  for (const syntax::Keyword& keyword : node.keywords) {
    auto place = std::find_if(order.begin(), order.end(),
                              [&](auto& name) { return name.first == keyword.name; });
    if (place == order.end() || *place->second) {
      c.diagnostics.emit(
          Diag::kUnsupportedCall, keyword.range,
          concat("the argument ", keyword.name, "= of ", maker.path, " is not supported"));
      return std::nullopt;
    }
    *place->second = keyword.value;
  }
  if (!fits || !bound.shape || (maker.fill == Fill::kFull && !bound.value)) {
    wrong_arguments(c, site, concat("these arguments do not fit ", maker.path));
    return std::nullopt;
  }
  return bound;
}

// The element kind that a dtype argument names; nothing with a diagnostic.
std::optional<Kind> dtype_kind(Context& c, ExprId id) {
  Symbol symbol = resolve(c, id);
  if (symbol.kind == SymbolKind::kValue && symbol.global->bindings == 1) {
    symbol = resolve(c.program, *symbol.module, nullptr, symbol.global->value);
  }
  if (symbol.kind == SymbolKind::kLibrary) {
    if (auto kind = kind_of_type(symbol.path)) return ir::numpy_default(*kind);
  }
  if (const auto* text = syntax::get<syntax::StringLiteral>(c.tree(), id)) {
    if (auto kind = kind_of_type("np." + text->value)) return *kind;
    if (auto kind = kind_of_type(text->value)) return ir::numpy_default(*kind);
  }
  const auto* attribute = syntax::get<syntax::Attribute>(c.tree(), id);
  if (attribute && attribute->name == "dtype") {
    Value base = check_expr(c, attribute->value);
    if (is_error(c, base)) return std::nullopt;
    if (const auto* array = c.types().get<ir::ArrayType>(base.type)) return array->elem;
    if (c.types().is_scalar(base.type)) return ir::numpy_default(c.types().kind(base.type));
  }
  if (const auto* call = syntax::get<syntax::Call>(c.tree(), id)) {
    if (call->args.size() == 1 && is_library(c, call->callee, "np.dtype")) {
      return dtype_kind(c, call->args[0]);
    }
  }
  c.diagnostics.emit(Diag::kUnsupportedType, range_of(c, id), "this dtype is not supported")
      .note("write np.float64, np.int32 or another type of NumPy's numbers");
  return std::nullopt;
}

// The sizes of the axes: ints.
std::optional<std::vector<ir::ExprId>> as_sizes(Context& c, const std::vector<Value>& values) {
  std::vector<ir::ExprId> sizes;
  for (const Value& value : values) {
    if (is_error(c, value)) return std::nullopt;
    std::vector<Kind> kinds = kinds_of(c.types(), value.type);
    bool integer = !kinds.empty() && std::all_of(kinds.begin(), kinds.end(), ir::is_integer);
    if (!integer) {
      want_axes(c, value);
      report_types(c, value.range, concat("a size is an int, not ", spell(c, value.type)), {value});
      return std::nullopt;
    }
    Value size = value;
    TypeId int_type = c.types().scalar(Kind::kInt);
    if (size.type != int_type) size = make(c, ir::Convert{size.expr}, int_type, size.range);
    sizes.push_back(size.expr);
  }
  if (sizes.size() > ir::kMostAxes) {
    c.diagnostics.emit(Diag::kUnsupportedType, values[0].range,
                       concat("an array has at most ", ir::kMostAxes, " axes"));
    return std::nullopt;
  }
  return sizes;
}

std::vector<Value> elements_of(Context& c, const Value& tuple) {
  if (const auto* made = ir::expr_if<ir::MakeTuple>(c.fn, tuple.expr)) {
    std::vector<Value> values;
    for (ir::ExprId id : std::vector<ir::ExprId>(made->elements)) {
      values.push_back({id, c.fn[id].type, c.fn[id].range, kNoOrigin});
    }
    return values;
  }
  std::vector<TypeId> types = c.types().get<ir::TupleType>(tuple.type)->elements;
  Value whole = reusable(c, tuple);
  std::vector<Value> values;
  for (uint32_t at = 0; at < types.size(); ++at) {
    values.push_back(make(c, ir::TupleGet{again(c, whole).expr, at}, types[at], tuple.range));
  }
  return values;
}

struct Shape {
  std::optional<std::vector<ir::ExprId>> sizes;
  std::optional<Kind> elem;  // of the array that is imitated
  int origin = kNoOrigin;
};

Shape shape_like(Context& c, const CallSite& site, const Maker& maker, const Value& array) {
  const auto* type = c.types().get<ir::ArrayType>(array.type);
  if (!type) {
    want_axes(c, array);
    if (!is_error(c, array)) {
      report_types(c, site.range, concat(maker.path, " takes an array, not ", spell(c, array.type)),
                   {array});
    }
    return {};
  }
  Shape shape{std::vector<ir::ExprId>(), type->elem, array.origin};
  int rank = type->rank;
  Value base = reusable(c, array);
  for (int axis = 0; axis < rank; ++axis) {
    ir::ShapeOf size{again(c, base).expr, static_cast<uint8_t>(axis)};
    shape.sizes->push_back(make(c, size, c.types().scalar(Kind::kInt), site.range).expr);
  }
  return shape;
}

Shape check_shape(Context& c, const CallSite& site, const Maker& maker, ExprId id) {
  Shape shape;
  if (const auto* list = syntax::get<syntax::List>(c.tree(), id)) {
    Operands operands(c);
    for (ExprId element : list->elements) operands.add([&] { return check_expr(c, element); });
    shape.sizes = as_sizes(c, operands.values());
    return shape;
  }
  Value value = check_expr(c, id);
  if (maker.like) return shape_like(c, site, maker, value);
  shape.origin = value.origin;
  bool tuple = c.types().get<ir::TupleType>(value.type);
  shape.sizes = as_sizes(c, tuple ? elements_of(c, value) : std::vector<Value>{value});
  return shape;
}

}  // namespace

bool is_array_maker(std::string_view path) { return find_maker(path) || path == "np.copy"; }

Value call_array_maker(Context& c, const CallSite& site, const std::string& path) {
  if (path == "np.copy") {
    auto args = positional(c, site, path);
    if (!args) return make_error(c, site.range);
    if (args->size() != 1 || !c.types().get<ir::ArrayType>(args->front().type)) {
      return wrong_arguments(c, site, "np.copy takes an array");
    }
    Value copy = make(c, ir::CopyArray{args->front().expr}, args->front().type, site.range);
    copy.origin = args->front().origin;
    return copy;
  }
  const Maker& maker = *find_maker(path);
  std::optional<Arguments> bound = bind(c, site, maker);
  if (!bound) return make_error(c, site.range);
  Shape shape = check_shape(c, site, maker, bound->shape);
  Value fill = bound->value ? check_expr(c, bound->value) : Value{};
  Kind elem = shape.elem.value_or(Kind::kF64);
  if (bound->dtype && !syntax::get<syntax::NoneLiteral>(c.tree(), bound->dtype)) {
    std::optional<Kind> kind = dtype_kind(c, bound->dtype);
    if (!kind) return make_error(c, site.range);
    elem = *kind;
  } else if (bound->value && !maker.like && c.types().is_scalar(fill.type)) {
    elem = ir::numpy_default(c.types().kind(fill.type));
  }
  if (!shape.sizes) return make_error(c, site.range);
  ir::NewArray array{maker.fill, *shape.sizes, {}};
  if (bound->value) {
    if (is_error(c, fill)) return fill;
    if (kinds_of(c.types(), fill.type).empty()) {
      return report_types(c, site.range, concat(path, " is filled with a number"), {fill});
    }
    TypeId type = c.types().scalar(elem);
    array.value =
        fill.type == type ? fill.expr : make(c, ir::Convert{fill.expr}, type, fill.range).expr;
  }
  int rank = static_cast<int>(array.shape.size());
  Value result = make(c, std::move(array), c.types().array(elem, rank), site.range);
  result.origin = shape.origin;
  return result;
}

}  // namespace parc::check
