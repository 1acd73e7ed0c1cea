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

}  // namespace

std::vector<Value> unpack(Context& c, const Value& value, size_t count, SourceRange range) {
  if (is_error(c, value)) return {};
  const auto* tuple = c.types().get<ir::TupleType>(value.type);
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
