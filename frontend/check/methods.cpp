// Methods of arrays and numbers.
#include "frontend/check/calls.h"
#include "frontend/check/expressions.h"
#include "frontend/check/type_join.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using ir::Kind;
using ir::TypeId;

Kind python_kind(Kind kind) {
  if (ir::is_bool(kind)) return Kind::kBool;
  if (ir::is_integer(kind)) return Kind::kInt;
  return ir::is_floating(kind) ? Kind::kFloat : Kind::kComplex;
}

std::optional<Value> array_method(Context& c, const CallSite& site, const std::string& name,
                                  const Value& array) {
  if (name == "copy" && site.node->args.empty()) {
    return make(c, ir::CopyArray{array.expr}, array.type, site.range);
  }
  if (name == "transpose" && site.node->args.empty()) {
    ir::Transpose transpose{array.expr, {}};
    for (int axis = c.types().get<ir::ArrayType>(array.type)->rank; axis-- > 0;) {
      transpose.axes.push_back(static_cast<uint8_t>(axis));
    }
    return make(c, std::move(transpose), array.type, site.range);
  }
  if (name == "fill" && site.node->args.size() == 1) {
    Value value = check_expr(c, site.node->args[0]);
    if (is_error(c, value)) return value;
    if (kinds_of(c.types(), value.type).empty()) {
      return report_types(c, site.range, "fill takes a number", {value});
    }
    emit(c, ir::StoreView{array.expr, value.expr}, site.range);
    return make_none(c, site.range);
  }
  return std::nullopt;
}

std::optional<Value> scalar_method(Context& c, const CallSite& site, const std::string& name,
                                   const Value& value) {
  if (!site.node->args.empty() || !c.types().is_scalar(value.type)) return std::nullopt;
  Kind kind = c.types().kind(value.type);
  if (name == "item" && !ir::is_python(kind)) {
    return make(c, ir::Convert{value.expr}, c.types().scalar(python_kind(kind)), site.range);
  }
  if (name == "conjugate" || name == "conj") {
    if (ir::is_python(kind) && (name == "conj" || kind == Kind::kBool)) return std::nullopt;
    if (!ir::is_complex(kind)) return value;
    ir::Builtin conjugate = *ir::find_builtin("np.conjugate");
    return make(c, ir::CallBuiltin{conjugate, {value.expr}}, value.type, site.range);
  }
  return std::nullopt;
}

}  // namespace

Value call_method(Context& c, const CallSite& site, const syntax::Attribute& callee) {
  Value base = check_expr(c, callee.value);
  if (is_error(c, base)) return make_error(c, site.range);
  std::optional<Value> result;
  if (site.node->keywords.empty()) {
    result = c.types().get<ir::ArrayType>(base.type) ? array_method(c, site, callee.name, base)
                                                     : scalar_method(c, site, callee.name, base);
  }
  if (result) {
    if (c.types().get<ir::ArrayType>(result->type)) result->origin = base.origin;
    return *result;
  }
  if (c.types().get<ir::ListType>(base.type)) {
    c.diagnostics
        .emit(Diag::kListGrowth, site.range,
              concat("'.", callee.name, "' of a list is not supported yet"))
        .note("store the elements of an array or of a list of fixed length");
    return make_error(c, site.range);
  }
  if (callee.name == "copy" || callee.name == "fill" || callee.name == "transpose") {
    want_axes(c, base);
  }
  return unsupported_call(
      c, site, concat("'.", callee.name, "' of ", spell(c, base.type), " is not supported yet"),
      c.types().get<ir::ArrayType>(base.type) ? "write it as a loop over the elements" : "");
}

}  // namespace parc::check
