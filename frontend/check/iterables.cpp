#include "frontend/check/iterables.h"

#include <algorithm>

#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"
#include "frontend/check/indexing.h"
#include "frontend/check/subscripts.h"
#include "frontend/check/symbols.h"
#include "frontend/check/type_join.h"
#include "ir/builder.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using ir::Kind;
using ir::TypeId;
using syntax::ExprId;
using Result = std::optional<Items>;

struct Iterables {
  Context& c;
  const NameSet& bound;

  TypeId int_type() { return c.types().scalar(Kind::kInt); }

  // The value in a form that means the same all through the loop: a constant, a variable that the
  // loop does not bind, or a temporary.
  Value stable(const Value& value) {
    if (is_error(c, value) || known_constant(c, value.expr)) return value;
    ir::LocalId local = ir::read_local(c.fn, value.expr);
    if (local.valid()) {
      const ir::Local& info = c.fn[local];
      if (info.role == ir::LocalRole::kTemporary || info.role == ir::LocalRole::kParameter) {
        return value;
      }
      const NameId* name = c.scope ? c.scope->find(info.name) : nullptr;
      if (name && !bound.has(*name)) return value;
    }
    return to_temporary(c, value);
  }

  Value binary(ir::BinaryOp op, const Value& left, const Value& right) {
    return make(c, ir::Binary{op, left.expr, right.expr}, int_type(), left.range);
  }

  Result refuse(SourceRange range, Diag kind, std::string message, std::string note = "") {
    auto diagnostic = c.diagnostics.emit(kind, range, std::move(message));
    if (!note.empty()) diagnostic.note(std::move(note));
    return std::nullopt;
  }

  Result check(ExprId id) {
    if (const auto* call = syntax::get<syntax::Call>(c.tree(), id)) {
      Symbol symbol = resolve(c, call->callee);
      if (symbol.kind == SymbolKind::kLibrary) {
        if (symbol.path == "range") return range(id, *call);
        if (symbol.path == "enumerate") return enumerate(id, *call);
        if (symbol.path == "zip") return zip(id, *call);
        if (symbol.path == "reversed") return reversed(id, *call);
        if (symbol.path == "parc.par") {
          return refuse(range_of(c, id), Diag::kParMisplaced,
                        "par(...) stands around the whole iterable of a loop");
        }
      }
    }
    if (const auto* list = syntax::get<syntax::List>(c.tree(), id)) return display(id, *list);
    return of_value(check_expr(c, id));
  }

  // ---- range ----

  struct RangeParts {
    Value start, stop, step;
  };

  std::optional<Value> range_argument(const Value& value) {
    if (is_error(c, value)) return std::nullopt;
    if (value.type == int_type()) return value;
    std::vector<Kind> kinds = kinds_of(c.types(), value.type);
    bool integers = !kinds.empty() && std::all_of(kinds.begin(), kinds.end(), [](Kind kind) {
      return ir::is_integer(kind) || kind == Kind::kBool;
    });
    if (integers) return make(c, ir::Convert{value.expr}, int_type(), value.range);
    want_axes(c, value);
    report_types(c, value.range, concat("range takes ints, not ", spell(c, value.type)), {value});
    return std::nullopt;
  }

  std::optional<RangeParts> range_parts(ExprId id, const syntax::Call& call) {
    SourceRange where = range_of(c, id);
    if (!call.keywords.empty() || call.args.empty() || call.args.size() > 3) {
      refuse(where, Diag::kWrongArguments, "range takes one to three ints");
      return std::nullopt;
    }
    Operands operands(c);
    for (ExprId arg : call.args) operands.add([&] { return check_expr(c, arg); });
    std::vector<Value> values;
    for (const Value& value : operands.values()) {
      std::optional<Value> argument = range_argument(value);
      if (!argument) return std::nullopt;
      values.push_back(*argument);
    }
    if (values.size() == 1) values.insert(values.begin(), make_int(c, 0, where));
    if (values.size() == 2) values.push_back(make_int(c, 1, where));
    if (known_int(c, values[2]) == 0) {
      refuse(values[2].range, Diag::kStepZero, "the step of this range is zero");
      return std::nullopt;
    }
    return RangeParts{values[0], values[1], values[2]};
  }

  Value length(const RangeParts& parts, SourceRange where) {
    std::optional<int64_t> start = known_int(c, parts.start), stop = known_int(c, parts.stop),
                           step = known_int(c, parts.step);
    if (start && stop && step == 1) {
      __int128 count = static_cast<__int128>(*stop) - *start;
      if (count <= INT64_MAX)
        return make_int(c, count < 0 ? 0 : static_cast<int64_t>(count), where);
    }
    return make(
        c, ir::RangeLength{again(c, parts.start).expr, parts.stop.expr, again(c, parts.step).expr},
        int_type(), where);
  }

  // start + steps * step. The product with a hidden index stands as written: it needs no check,
  // since the sum is between start and stop.
  Value range_item(const RangeParts& parts, const Value& steps) {
    Value offset = steps;
    if (known_int(c, parts.step) != 1)
      offset = binary(ir::BinaryOp::kMul, steps, again(c, parts.step));
    if (known_int(c, parts.start) == 0) return offset;
    return binary(ir::BinaryOp::kAdd, again(c, parts.start), offset);
  }

  Result range(ExprId id, const syntax::Call& call) {
    std::optional<RangeParts> parts = range_parts(id, call);
    if (!parts) return std::nullopt;
    parts->start = stable(parts->start);
    parts->step = stable(parts->step);
    Value count = length(*parts, range_of(c, id));
    return Items{count, [this_ = *this, parts = *parts](const Value& index) mutable {
                   return this_.range_item(parts, index);
                 }};
  }

  // ---- values ----

  Result of_value(const Value& value) {
    if (is_error(c, value)) return std::nullopt;
    SourceRange where = value.range;
    const auto* array_type = c.types().get<ir::ArrayType>(value.type);
    if (array_type && array_type->rank > 0) {
      Value array = stable(value);
      Value count = make(c, ir::ShapeOf{again(c, array).expr, 0}, int_type(), where);
      return Items{count, [this_ = *this, array](const Value& index) mutable {
                     return array_item(this_.c, again(this_.c, array), index, true, array.range);
                   }};
    }
    if (const auto* type = c.types().get<ir::ListType>(value.type)) {
      TypeId element = type->elem;
      Value list = stable(value);
      Value count = make(c, ir::ListLength{again(c, list).expr}, int_type(), where);
      return Items{count, [this_ = *this, list, element](const Value& index) mutable {
                     return make(this_.c, ir::ListGet{again(this_.c, list).expr, index.expr, true},
                                 element, list.range);
                   }};
    }
    if (c.types().get<ir::TupleType>(value.type)) return of_tuple(value);
    want_axes(c, value);
    return refuse(where, Diag::kNotIterable,
                  concat(spell(c, value.type), " cannot be iterated over"));
  }

  Result of_tuple(const Value& value) {
    std::vector<TypeId> elements = c.types().get<ir::TupleType>(value.type)->elements;
    std::optional<TypeId> type = c.types().never();
    for (TypeId element : elements) {
      if (type) type = join_types(c.types(), *type, element);
    }
    if (!type) {
      return refuse(value.range, Diag::kNotIterable,
                    concat("the items of ", spell(c, value.type), " are of types that do not fit"));
    }
    Value count = make_int(c, static_cast<int64_t>(elements.size()), value.range);
    if (elements.empty()) {
      // No item is ever seen.
      return Items{count, [this_ = *this, where = value.range](const Value&) {
                     return make_int(this_.c, 0, where);
                   }};
    }
    Value uniform = value;
    uniform.type = c.types().tuple(std::vector<TypeId>(elements.size(), *type));
    uniform.expr = coerce(c, value, uniform.type);
    uniform = stable(uniform);
    return Items{count, [this_ = *this, uniform, item = *type](const Value& index) mutable {
                   return make(this_.c, ir::TupleIndex{again(this_.c, uniform).expr, index.expr},
                               item, uniform.range);
                 }};
  }

  // `for x in [1, 2, 3]` reads like a tuple.
  Result display(ExprId id, const syntax::List& list) {
    Operands operands(c);
    for (ExprId element : list.elements) operands.add([&] { return check_expr(c, element); });
    ir::MakeTuple made;
    std::vector<TypeId> types;
    for (const Value& value : operands.values()) {
      if (is_error(c, value)) return std::nullopt;
      made.elements.push_back(value.expr);
      types.push_back(value.type);
    }
    return of_tuple(make(c, std::move(made), c.types().tuple(std::move(types)), range_of(c, id)));
  }

  // ---- enumerate, zip, reversed ----

  Result enumerate(ExprId id, const syntax::Call& call) {
    SourceRange where = range_of(c, id);
    ExprId start_expr = call.args.size() == 2 ? call.args[1] : ExprId{};
    bool fits = call.args.size() == 1 || call.args.size() == 2;
    for (const syntax::Keyword& keyword : call.keywords) {
      fits = fits && keyword.name == "start" && !start_expr;
      start_expr = keyword.value;
    }
    if (!fits) {
      return refuse(where, Diag::kWrongArguments, "enumerate takes an iterable and a start");
    }
    Result inner = check(call.args[0]);
    Value start = make_int(c, 0, where);
    if (start_expr) {
      std::optional<Value> given = range_argument(check_expr(c, start_expr));
      if (!given) return std::nullopt;
      start = stable(*given);
    }
    if (!inner) return std::nullopt;
    return Items{inner->count,
                 [this_ = *this, start, item = inner->item](const Value& index) mutable {
                   Context& context = this_.c;
                   Value number = index;
                   if (known_int(context, start) != 0) {
                     number = this_.binary(ir::BinaryOp::kAdd, again(context, start), index);
                   }
                   return this_.pair({number, item(again(context, index))}, start.range);
                 }};
  }

  Value pair(const std::vector<Value>& values, SourceRange where) {
    ir::MakeTuple made;
    std::vector<TypeId> types;
    for (const Value& value : values) {
      if (is_error(c, value)) return make_error(c, where);
      if (value.origin != kNoOrigin) c.part_origins[value.expr] = value.origin;
      made.elements.push_back(value.expr);
      types.push_back(value.type);
    }
    return make(c, std::move(made), c.types().tuple(std::move(types)), where);
  }

  Result zip(ExprId id, const syntax::Call& call) {
    SourceRange where = range_of(c, id);
    if (!call.keywords.empty()) {
      return refuse(where, Diag::kUnsupportedCall, "zip with keywords is not supported");
    }
    std::vector<Items> parts;
    for (ExprId arg : call.args) {
      Result part = check(arg);
      if (!part) return std::nullopt;
      parts.push_back(std::move(*part));
    }
    if (parts.empty()) {
      return refuse(where, Diag::kWrongArguments, "zip needs something to iterate over");
    }
    Value count = parts[0].count;
    if (parts.size() > 1) {
      ir::CallBuiltin shortest{*ir::find_builtin("min"), {}};
      for (const Items& part : parts) shortest.args.push_back(part.count.expr);
      count = make(c, std::move(shortest), int_type(), where);
    }
    return Items{count, [this_ = *this, parts, where](const Value& index) mutable {
                   std::vector<Value> values;
                   for (const Items& part : parts) {
                     values.push_back(part.item(again(this_.c, index)));
                   }
                   return this_.pair(values, where);
                 }};
  }

  Result reversed(ExprId id, const syntax::Call& call) {
    SourceRange where = range_of(c, id);
    if (call.args.size() != 1 || !call.keywords.empty()) {
      return refuse(where, Diag::kWrongArguments, "reversed takes one sequence");
    }
    if (const auto* inner = syntax::get<syntax::Call>(c.tree(), call.args[0])) {
      for (const char* name : {"enumerate", "zip", "reversed"}) {
        if (!is_library(c, inner->callee, name)) continue;
        return refuse(where, Diag::kNotIterable, concat("what ", name, " gives cannot be reversed"),
                      "reverse its argument");
      }
    }
    Result inner = check(call.args[0]);
    if (!inner) return std::nullopt;
    Value count =
        known_constant(c, inner->count.expr) ? inner->count : to_temporary(c, inner->count);
    return Items{count, [this_ = *this, count, item = inner->item](const Value& index) mutable {
                   Context& context = this_.c;
                   Value last = apply_binary(context, ir::BinaryOp::kSub, again(context, count),
                                             make_int(context, 1, count.range), count.range);
                   return item(this_.binary(ir::BinaryOp::kSub, last, index));
                 }};
  }
};

}  // namespace

std::optional<Items> check_iterable(Context& c, ExprId iterable, const NameSet& bound) {
  return Iterables{c, bound}.check(iterable);
}

std::optional<Items> items_of(Context& c, const Value& value, const NameSet& bound) {
  return Iterables{c, bound}.of_value(value);
}

}  // namespace parc::check
