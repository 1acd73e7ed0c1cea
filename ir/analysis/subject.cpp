#include "ir/analysis/subject.h"

#include <algorithm>

#include "ir/builder.h"
#include "ir/structure.h"
#include "ir/walk.h"

namespace parc::ir {

Subject::Subject(const Function& function, LocalId variable)
    : function_(function), type_(function[variable].type), locals_{variable} {}

Subject::Subject(const Module& module, const Function& function, Element element,
                 std::vector<LocalId> copies)
    : function_(function),
      type_(element_type(module.types, function[element.container].type)),
      locals_(std::move(copies)),
      element_(std::move(element)) {}

bool Subject::is_read_here(ExprId expr) const {
  LocalId local = read_local(function_, expr);
  if (local.valid()) return std::find(locals_.begin(), locals_.end(), local) != locals_.end();
  return element_.container.valid() &&
         same_element(function_, loaded_element(function_, expr), element_);
}

bool Subject::is_value(ExprId expr) const { return is_read_here(strip_coerce(function_, expr)); }

int Subject::reads(ExprId root) const {
  int count = 0;
  walk_expr(function_, root, [&](ExprId expr) { count += is_read_here(expr); });
  return count;
}

Element stored_element(const Function& function, StmtId stmt) {
  if (const Store* store = stmt_if<Store>(function, stmt)) return {store->array, store->indices};
  if (const ListSet* set = stmt_if<ListSet>(function, stmt)) return {set->list, {set->index}};
  return {};
}

Element loaded_element(const Function& function, ExprId expr) {
  if (const Load* load = expr_if<Load>(function, expr)) return {load->array, load->indices};
  if (const ListGet* get = expr_if<ListGet>(function, expr)) return {get->list, {get->index}};
  return {};
}

bool same_element(const Function& function, const Element& a, const Element& b) {
  if (!a.container.valid() || !b.container.valid()) return false;
  return same_structure(function, a.container, b.container) &&
         std::equal(a.indices.begin(), a.indices.end(), b.indices.begin(), b.indices.end(),
                    [&](ExprId x, ExprId y) { return same_structure(function, x, y); });
}

TypeId element_type(const TypeTable& types, TypeId container) {
  if (const ArrayType* array = types.get<ArrayType>(container)) return types.scalar(array->elem);
  return types.get<ListType>(container)->elem;
}

}  // namespace parc::ir
