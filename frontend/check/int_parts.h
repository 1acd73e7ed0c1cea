// The Python ints among the values of an expression, as bounds. Where kinds of numbers meet, an int
// is usually a start such as the 0 of `s = 0`, and so are `s // n` and `s % n` of it.
#pragma once

#include <vector>

#include "ir/module.h"

namespace parc::check {

// All ints from lo to hi; none when lo > hi.
struct IntPart {
  __int128 lo = 1, hi = 0;

  bool none() const { return lo > hi; }
  bool operator==(const IntPart& other) const {
    return (none() && other.none()) || (lo == other.lo && hi == other.hi);
  }
};

class IntParts {
 public:
  // Of a function with all its statements: a local holds what is assigned to it anywhere.
  IntParts(const ir::TypeTable& types, const ir::Function& function);

  // Holds every int or bool that the expression gives where it raises nothing.
  IntPart of(ir::ExprId expr) const;
  IntPart of_element(ir::ExprId tuple, uint32_t index) const;

 private:
  IntPart of_operation(const ir::Expr& expr) const;
  IntPart of_type(ir::TypeId type) const;

  const ir::TypeTable& types_;
  const ir::Function& function_;
  // Of a local, and of the elements of a tuple.
  struct LocalParts {
    IntPart whole;
    std::vector<IntPart> elements;
  };
  std::vector<LocalParts> locals_;
};

// Whether a type carries ints as numbers that do not hold them all.
bool may_lose_ints(const ir::TypeTable& types, ir::TypeId type);
// Whether the carrier of a mixed type holds all of them.
bool holds_ints(ir::Kind carrier, const IntPart& ints);

}  // namespace parc::check
