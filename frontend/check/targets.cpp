#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"
#include "frontend/check/statements.h"
#include "frontend/check/subscripts.h"
#include "frontend/check/variables.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using namespace syntax;

std::string count_of(size_t count, const char* what) {
  return concat(count, " ", what, count == 1 ? "" : "s");
}

void assign_elements(Context& c, const std::vector<ExprId>& targets, const Value& value,
                     SourceRange range) {
  for (ExprId target : targets) {
    if (!get<Starred>(c.tree(), target)) continue;
    c.diagnostics.emit(Diag::kUnsupportedStatement, range_of(c, target),
                       "a starred target is not supported in a native function");
    return;
  }
  std::vector<Value> elements = unpack(c, value, targets.size(), range);
  if (elements.empty() && !targets.empty()) {
    // The names still count as bound, so that reading them gives no second message.
    elements.assign(targets.size(), make_error(c, range));
  }
  for (size_t at = 0; at < targets.size(); ++at) assign_target(c, targets[at], elements[at]);
}

// Raises ValueError with the text, and behind it the number, where one of the two compares so.
void refuse_size(Context& c, ir::CompareOp op, const Value& size, const Value& count,
                 const std::string& text, bool tells_size) {
  const SourceRange range = size.range;
  Value wrong = apply_compare(c, op, again(c, size), again(c, count), range);
  ir::Block raise = in_block(c, [&] {
    ir::RaiseArgument message;
    message.parts.push_back({text, {}, 0, ""});
    if (tells_size) {
      message.parts.push_back({"", again(c, size).expr, 0, ""});
      message.parts.push_back({")", {}, 0, ""});
    }
    emit(c, ir::Raise{"ValueError", {std::move(message)}}, range);
  });
  emit(c, ir::If{wrong.expr, std::move(raise), {}}, range);
}

// The items of an array, all read before any target is assigned.
std::vector<Value> unpack_array(Context& c, const Value& value, size_t count, SourceRange range) {
  Value array = to_temporary(c, value);
  array.origin = value.origin;
  ir::TypeId int_type = c.types().scalar(ir::Kind::kInt);
  Value size = to_temporary(c, make(c, ir::ShapeOf{again(c, array).expr, 0}, int_type, range));
  Value wanted = make_int(c, static_cast<int64_t>(count), range);
  refuse_size(c, ir::CompareOp::kLt, size, wanted,
              concat("not enough values to unpack (expected ", count, ", got "), true);
  refuse_size(c, ir::CompareOp::kGt, size, wanted,
              concat("too many values to unpack (expected ", count, ")"), false);
  std::vector<Value> elements;
  for (size_t at = 0; at < count; ++at) {
    Value index = make_int(c, static_cast<int64_t>(at), range);
    Value source = again(c, array);
    source.origin = value.origin;
    elements.push_back(to_temporary(c, array_item(c, source, index, true, value.range)));
    elements.back().origin = value.origin;
  }
  return elements;
}

}  // namespace

std::vector<Value> unpack(Context& c, const Value& value, size_t count, SourceRange range) {
  if (is_error(c, value)) return {};
  const auto* tuple = c.types().get<ir::TupleType>(value.type);
  const auto* array = c.types().get<ir::ArrayType>(value.type);
  if (array && array->rank > 0 && count > 0) return unpack_array(c, value, count, range);
  if (!tuple) {
    want_axes(c, value);
    auto diagnostic = c.diagnostics.emit(
        Diag::kUnpackMismatch, range,
        concat(spell(c, value.type), " cannot be unpacked into ", count_of(count, "target")));
    if (!(value.range == range)) diagnostic.label(value.range, spell(c, value.type));
    return {};
  }
  if (tuple->elements.size() != count) {
    if (tuple->elements.size() < count) want_axes(c, value);
    c.diagnostics
        .emit(Diag::kUnpackMismatch, range,
              concat(count_of(count, "target"), " for ", count_of(tuple->elements.size(), "value")))
        .label(value.range, spell(c, value.type));
    return {};
  }
  std::vector<ir::TypeId> types = tuple->elements;
  Value whole = has_simple_elements(c, value) ? value : to_temporary(c, value);
  std::vector<Value> elements;
  for (uint32_t at = 0; at < count; ++at) {
    elements.push_back(tuple_element(c, whole, at, value.range));
  }
  return elements;
}

void assign_target(Context& c, ExprId target, const Value& value) {
  const Expr& node = c.tree()[target];
  if (get<Name>(c.tree(), target)) {
    bind_variable(c, target, value);
  } else if (const auto* tuple = std::get_if<Tuple>(&node.node)) {
    assign_elements(c, tuple->elements, value, node.range);
  } else if (const auto* list = std::get_if<List>(&node.node)) {
    assign_elements(c, list->elements, value, node.range);
  } else if (get<Subscript>(c.tree(), target)) {
    store_element(c, target, value);
  } else if (get<Starred>(c.tree(), target)) {
    c.diagnostics.emit(Diag::kUnsupportedStatement, node.range,
                       "a starred target is not supported in a native function");
  } else if (!get<ErrorExpr>(c.tree(), target)) {
    c.diagnostics.emit(Diag::kUnsupportedStatement, node.range,
                       "assigning to an attribute is not supported in a native function");
  }
}

}  // namespace parc::check
