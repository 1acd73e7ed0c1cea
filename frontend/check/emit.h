// Adding IR to the function that is being checked.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "frontend/check/program.h"
#include "frontend/check/value.h"

namespace parc::check {

SourceRange range_of(const Context& c, syntax::ExprId id);
SourceRange range_of(const Context& c, syntax::StmtId id);

Value make(Context& c, ir::ExprNode node, ir::TypeId type, SourceRange range);
Value make_error(Context& c, SourceRange range);
bool is_error(const Context& c, const Value& value);
void emit(Context& c, ir::StmtNode node, SourceRange range);

Value make_int(Context& c, int64_t value, SourceRange range);
Value make_bool(Context& c, bool value, SourceRange range);
Value make_float(Context& c, double value, SourceRange range);
Value make_none(Context& c, SourceRange range);

// Runs `f` with the statements it emits going to a block of their own.
template <class F>
ir::Block in_block(Context& c, F&& f) {
  ir::Block block;
  ir::Block* outer = std::exchange(c.block, &block);
  f();
  c.block = outer;
  return block;
}

// A new local without a Python name, assigned the value; gives a read of it.
ir::LocalId new_temporary(Context& c, ir::TypeId type, SourceRange range);
Value read_local(Context& c, ir::LocalId local, SourceRange range);
Value to_temporary(Context& c, const Value& value);
// The value in a form that may be evaluated again at the same place: itself when it is a constant,
// a local or simple arithmetic of them, else a temporary.
Value reusable(Context& c, const Value& value);
// Whether evaluating the expression again gives the same and costs little.
bool is_simple(const Context& c, ir::ExprId expr);
// A copy of a simple expression.
Value again(Context& c, const Value& value);

// Values that were checked one after the other stay in order when a later one emits statements: the
// earlier ones then move into temporaries before those statements.
class Operands {
 public:
  explicit Operands(Context& c) : c_(c) {}
  // Checks the next operand with `f`.
  template <class F>
  Value add(F&& f) {
    size_t before = c_.block->size();
    Value value = f();
    if (c_.block->size() != before) settle(before);
    values_.push_back(value);
    return value;
  }
  const std::vector<Value>& values() const { return values_; }
  // The operand as it is now, perhaps in a temporary.
  const Value& operator[](size_t index) const { return values_[index]; }

 private:
  void settle(size_t position);

  Context& c_;
  std::vector<Value> values_;
};

// The known value of an int or bool.
std::optional<int64_t> known_int(const Context& c, const Value& value);
std::optional<ir::Const> known_constant(const Context& c, ir::ExprId expr);

// The value as one of a type that holds it. Reports a Python int that the type's carrier may not
// hold exactly.
ir::ExprId coerce(Context& c, const Value& value, ir::TypeId type);

// As the user would write the type.
std::string spell(const Context& c, ir::TypeId type);

}  // namespace parc::check
