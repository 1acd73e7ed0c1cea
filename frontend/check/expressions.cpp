#include "frontend/check/expressions.h"

#include "frontend/check/emit.h"
#include "frontend/check/type_join.h"
#include "ir/builder.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using namespace syntax;

constexpr size_t kMaxTupleValues = 1024;

Value unsupported(Context& c, ExprId id, std::string message, std::string note = "") {
  auto diagnostic =
      c.diagnostics.emit(Diag::kUnsupportedExpression, range_of(c, id), std::move(message));
  if (!note.empty()) diagnostic.note(std::move(note));
  return make_error(c, range_of(c, id));
}

struct Dispatch {
  Context& c;
  ExprId id;

  SourceRange range() const { return range_of(c, id); }

  Value operator()(const Name&) { return check_name(c, id); }
  Value operator()(const IntLiteral&) { return check_int_literal(c, id); }
  Value operator()(const FloatLiteral& node) { return make_float(c, node.value, range()); }
  Value operator()(const ImaginaryLiteral& node) {
    return make(c, ir::Const{std::complex<double>(0.0, node.value)},
                c.types().scalar(ir::Kind::kComplex), range());
  }
  Value operator()(const BoolLiteral& node) { return make_bool(c, node.value, range()); }
  Value operator()(const NoneLiteral&) { return make_none(c, range()); }
  Value operator()(const EllipsisLiteral&) {
    return unsupported(c, id, "`...` stands only in a subscript");
  }
  Value operator()(const StringLiteral& node) {
    return unsupported(c, id,
                       node.is_bytes ? "a bytes value is not supported in a native function"
                                     : "a string value is not supported in a native function",
                       "strings may stand in the message of raise and assert");
  }
  Value operator()(const FString&) {
    return unsupported(c, id, "a string value is not supported in a native function",
                       "f-strings may stand in the message of raise and assert");
  }
  Value operator()(const Unary&) { return check_unary(c, id); }
  Value operator()(const Binary&) { return check_binary(c, id); }
  Value operator()(const BoolOp&) { return check_bool_op(c, id, false); }
  Value operator()(const Compare&) { return check_comparison(c, id, false); }
  Value operator()(const Conditional&) { return check_conditional(c, id); }
  Value operator()(const NamedExpr&) { return check_walrus(c, id); }
  Value operator()(const Call&) { return check_call(c, id); }
  Value operator()(const Attribute&) { return check_attribute(c, id); }
  Value operator()(const Subscript&) { return check_subscript(c, id); }
  Value operator()(const Slice&) {
    return unsupported(c, id, "a slice stands only in a subscript");
  }
  Value operator()(const Starred&) {
    return unsupported(c, id, "unpacking with `*` is not supported", "write the items one by one");
  }
  Value operator()(const Tuple& node) { return tuple(node.elements); }
  Value operator()(const List&) {
    c.diagnostics.emit(Diag::kListGrowth, range(), "building a list is not supported yet")
        .note("use np.zeros(n) and store its elements, or pass the list as a parameter");
    return make_error(c, range());
  }
  Value operator()(const SetDisplay&) {
    return unsupported(c, id, "a set is not supported in a native function");
  }
  Value operator()(const DictDisplay&) {
    return unsupported(c, id, "a dict is not supported in a native function");
  }
  Value operator()(const Lambda&) {
    return unsupported(c, id, "a lambda is not supported in a native function",
                       "write a function of the module and call it");
  }
  Value operator()(const Comprehension& node) {
    bool par = false;
    for (const Generator& generator : node.generators) par |= generator.is_par;
    c.diagnostics
        .emit(Diag::kComprehensionUnsupported, range(),
              par ? "a par comprehension is not supported yet"
                  : "a comprehension is not supported in a native function yet")
        .note("write it as a loop");
    return make_error(c, range());
  }
  Value operator()(const UnsupportedExpr& node) {
    return unsupported(c, id, concat(node.what, " is not supported in a native function"));
  }
  Value operator()(const ErrorExpr&) { return make_error(c, range()); }

  Value tuple(const std::vector<ExprId>& elements) {
    Operands operands(c);
    for (ExprId element : elements) operands.add([&] { return check_expr(c, element); });
    ir::MakeTuple made;
    std::vector<ir::TypeId> types;
    for (const Value& value : operands.values()) {
      if (is_error(c, value)) return make_error(c, range());
      made.elements.push_back(value.expr);
      types.push_back(value.type);
    }
    ir::TypeId type = c.types().tuple(std::move(types));
    if (!has_at_most(c.types(), type, kMaxTupleValues)) {
      c.diagnostics
          .emit(Diag::kUnsupportedType, range(),
                concat("a tuple of more than ", kMaxTupleValues, " values is not supported"))
          .note("use an array");
      return make_error(c, range());
    }
    return make(c, std::move(made), type, range());
  }
};

}  // namespace

Value check_expr(Context& c, ExprId id) { return std::visit(Dispatch{c, id}, c.tree()[id].node); }

Value report_types(Context& c, SourceRange range, std::string what,
                   std::initializer_list<Value> operands) {
  auto diagnostic = c.diagnostics.emit(Diag::kTypeMismatch, range, std::move(what));
  for (const Value& operand : operands) {
    if (!(operand.range == range)) diagnostic.label(operand.range, spell(c, operand.type));
  }
  return make_error(c, range);
}

void want_axes(Context& c, const Value& value) {
  if (value.origin != kNoOrigin) c.wanted_axes.insert(value.origin);
}

void want_no_axes(Context& c, const Value& value) {
  if (value.origin == kNoOrigin || !value.expr) return;
  ir::LocalId local = ir::read_local(c.fn, value.expr);
  if (local.valid() && c.fn[local].role == ir::LocalRole::kParameter) {
    c.wanted_no_axes.insert(value.origin);
  }
}

}  // namespace parc::check
