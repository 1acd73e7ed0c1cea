#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"
#include "frontend/check/symbols.h"
#include "frontend/check/type_join.h"
#include "support/spelling.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using ir::Kind;
using ir::TypeId;

Value unknown(Context& c, const syntax::Attribute& node, const Value& base, SourceRange range) {
  for (const char* of_array : {"shape", "size", "ndim", "T"}) {
    if (node.name == of_array) want_axes(c, base);
  }
  auto diagnostic = c.diagnostics.emit(
      Diag::kUnknownAttribute, node.name_range,
      concat(spell(c, base.type), " has no attribute '", node.name, "' that is supported"));
  diagnostic.label(base.range, spell(c, base.type));
  if (auto near = nearest(node.name, {"shape", "size", "ndim", "copy", "T", "real", "imag"})) {
    if (*near != node.name) diagnostic.note(concat("did you mean '", *near, "'?"));
  }
  return make_error(c, range);
}

Value shape_of(Context& c, const Value& array, int rank, SourceRange range) {
  Value base = reusable(c, array);
  TypeId int_type = c.types().scalar(Kind::kInt);
  ir::MakeTuple made;
  for (int axis = 0; axis < rank; ++axis) {
    ir::ShapeOf size{again(c, base).expr, static_cast<uint8_t>(axis)};
    made.elements.push_back(make(c, size, int_type, range).expr);
  }
  std::vector<TypeId> types(static_cast<size_t>(rank), int_type);
  return make(c, std::move(made), c.types().tuple(std::move(types)), range);
}

Value array_attribute(Context& c, const syntax::Attribute& node, const Value& array,
                      SourceRange range) {
  int rank = c.types().get<ir::ArrayType>(array.type)->rank;
  TypeId int_type = c.types().scalar(Kind::kInt);
  Value result;
  if (node.name == "shape") {
    result = shape_of(c, array, rank, range);
  } else if (node.name == "ndim") {
    result = make_int(c, rank, range);
  } else if (node.name == "size") {
    result = make(c, ir::ArraySize{array.expr}, int_type, range);
  } else if (node.name == "T") {
    ir::Transpose transpose{array.expr, {}};
    for (int axis = rank; axis-- > 0;) transpose.axes.push_back(static_cast<uint8_t>(axis));
    result = make(c, std::move(transpose), array.type, range);
  } else {
    return unknown(c, node, array, range);
  }
  result.origin = array.origin;
  return result;
}

// .real and .imag, which NumPy's functions of that name give for scalars too.
Value scalar_part(Context& c, const Value& value, const std::string& name, SourceRange range) {
  ir::Builtin part = *ir::find_builtin("np." + name);
  std::vector<Kind> results;
  for (Kind kind : kinds_of(c.types(), value.type)) {
    std::optional<TypeId> type = ir::builtin_result(c.types(), part, {kind});
    if (!type) return make_error(c, range);
    results.push_back(c.types().kind(*type));
  }
  std::optional<TypeId> type = type_of_kinds(c.types(), std::move(results));
  if (!type) return make_error(c, range);
  return make(c, ir::CallBuiltin{part, {value.expr}}, *type, range);
}

}  // namespace

Value check_attribute(Context& c, syntax::ExprId id) {
  const auto& node = *syntax::get<syntax::Attribute>(c.tree(), id);
  SourceRange range = range_of(c, id);
  if (resolve(c, id).kind != SymbolKind::kNone) return check_global_value(c, id);
  Value base = check_expr(c, node.value);
  if (is_error(c, base)) return make_error(c, range);
  if (c.types().get<ir::ArrayType>(base.type)) return array_attribute(c, node, base, range);
  bool scalar = !kinds_of(c.types(), base.type).empty();
  if (scalar && (node.name == "real" || node.name == "imag")) {
    return scalar_part(c, base, node.name, range);
  }
  return unknown(c, node, base, range);
}

}  // namespace parc::check
