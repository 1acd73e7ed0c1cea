// What an update reads and changes: a variable, or one element of an array or a list.
#pragma once

#include <vector>

#include "ir/module.h"

namespace parc::ir {

// An element as a statement names it: container[indices], LocalRefs or views and plain indices.
struct Element {
  ExprId container;
  std::vector<ExprId> indices;
};

class Subject {
 public:
  Subject(const Function& function, LocalId variable);
  // `copies`: locals that hold the value of the element where it is asked for.
  Subject(const Module& module, const Function& function, Element element,
          std::vector<LocalId> copies);

  TypeId type() const { return type_; }
  // Whether the value of the expression is the subject's (through coercions and narrowings).
  bool is_value(ExprId expr) const;
  // Number of reads in the expression.
  int reads(ExprId root) const;
  bool is_read(ExprId root) const { return reads(root) > 0; }

 private:
  bool is_read_here(ExprId expr) const;

  const Function& function_;
  TypeId type_;
  std::vector<LocalId> locals_;
  Element element_;  // no container: a variable
};

// The element that a Store or a ListSet changes, or that a Load or a ListGet reads; no container
// for anything else.
Element stored_element(const Function& function, StmtId stmt);
Element loaded_element(const Function& function, ExprId expr);
// Whether both name one element, as long as nothing they read changes in between.
bool same_element(const Function& function, const Element& a, const Element& b);
// Type of the elements of an array or a list.
TypeId element_type(const TypeTable& types, TypeId container);

}  // namespace parc::ir
