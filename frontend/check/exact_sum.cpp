// math.fsum: the exact sum, rounded once. As in CPython, the sum is kept as partial sums whose bits
// do not overlap (J. R. Shewchuk, Adaptive Precision Floating-Point Arithmetic, 1997).
#include "frontend/check/expressions.h"
#include "frontend/check/folds.h"
#include "ir/builtins.h"

namespace parc::check {
namespace {

using ir::BinaryOp;
using ir::CompareOp;
using ir::Kind;
using ir::LocalId;

// Partial sums share no bit, and a double has this many places for one.
constexpr int64_t kMostPartials = 2100;

struct ExactSum {
  Context& c;
  SourceRange at;
  LocalId partials, count;
  LocalId x, y, high, low;
  LocalId special, infinities;  // sums of what is not finite

  // ---- expressions ----

  Value get(LocalId local) { return read_local(c, local, at); }
  Value number(double value) { return make_float(c, value, at); }
  Value binary(BinaryOp op, const Value& left, const Value& right) {
    return apply_binary(c, op, left, right, at);
  }
  Value add(const Value& left, const Value& right) { return binary(BinaryOp::kAdd, left, right); }
  Value subtract(const Value& left, const Value& right) {
    return binary(BinaryOp::kSub, left, right);
  }
  Value compare(CompareOp op, const Value& left, const Value& right) {
    return apply_compare(c, op, left, right, at);
  }
  Value call(const char* name, const Value& arg, Kind result) {
    return make(c, ir::CallBuiltin{*ir::find_builtin(name), {arg.expr}}, c.types().scalar(result),
                at);
  }
  Value both(const Value& left, const Value& right) {
    return make(c, ir::Logic{true, left.expr, right.expr}, c.types().scalar(Kind::kBool), at);
  }
  Value either(const Value& left, const Value& right) {
    return make(c, ir::Logic{false, left.expr, right.expr}, c.types().scalar(Kind::kBool), at);
  }
  Value partial(const Value& index) {
    Value element =
        make(c, ir::Load{get(partials).expr, {index.expr}, true}, c.types().scalar(Kind::kF64), at);
    return make(c, ir::Convert{element.expr}, c.types().scalar(Kind::kFloat), at);
  }
  Value one() { return make_int(c, 1, at); }

  // ---- statements ----

  LocalId variable(const Value& start) {
    LocalId local = new_temporary(c, start.type, at);
    emit(c, ir::Assign{local, start.expr}, at);
    return local;
  }
  void set(LocalId target, const Value& value) { emit(c, ir::Assign{target, value.expr}, at); }
  void keep(LocalId index, const Value& value) {
    emit(c, ir::Store{get(partials).expr, {get(index).expr}, value.expr, true}, at);
    set(index, add(get(index), one()));
  }
  template <class F>
  void when(const Value& condition, F&& then) {
    emit(c, ir::If{condition.expr, in_block(c, then), {}}, at);
  }
  template <class Then, class Else>
  void when(const Value& condition, Then&& then, Else&& otherwise) {
    ir::Block first = in_block(c, then);
    emit(c, ir::If{condition.expr, std::move(first), in_block(c, otherwise)}, at);
  }
  void raise(const char* exception, const char* text) {
    ir::Raise raise{exception, {ir::RaiseArgument{}}};
    raise.args[0].parts.push_back({text, {}, 0, ""});
    emit(c, std::move(raise), at);
  }

  // ---- the algorithm ----

  void begin() {
    ir::TypeId type = c.types().array(Kind::kF64, 1);
    ir::ExprId size = make_int(c, kMostPartials, at).expr;
    partials = variable(make(c, ir::NewArray{ir::Fill::kEmpty, {size}, {}}, type, at));
    count = variable(make_int(c, 0, at));
    for (LocalId* local : {&x, &y, &high, &low, &special, &infinities}) {
      *local = variable(number(0.0));
    }
  }

  // high + low = x + y exactly, where x is the larger one.
  void add_exactly() {
    set(high, add(get(x), get(y)));
    set(low, subtract(get(y), subtract(get(high), get(x))));
  }

  void add_item(const Value& item) {
    LocalId given = variable(item);
    LocalId kept = variable(make_int(c, 0, at));
    set(x, get(given));
    ir::Loop loop;
    loop.index = ir::add_local(c.fn, "", c.types().scalar(Kind::kInt), ir::LocalRole::kIndex, at);
    loop.trip = get(count).expr;
    loop.header = at;
    loop.body = in_block(c, [&] {
      set(y, partial(read_local(c, loop.index, at)));
      Value size = call("math.fabs", get(x), Kind::kFloat);
      when(compare(CompareOp::kLt, size, call("math.fabs", get(y), Kind::kFloat)), [&] {
        set(low, get(x));
        set(x, get(y));
        set(y, get(low));
      });
      add_exactly();
      when(compare(CompareOp::kNe, get(low), number(0.0)), [&] { keep(kept, get(low)); });
      set(x, get(high));
    });
    emit(c, std::move(loop), at);
    set(count, get(kept));
    when(compare(CompareOp::kNe, get(x), number(0.0)), [&] {
      when(
          call("math.isfinite", get(x), Kind::kBool), [&] { keep(count, get(x)); },
          [&] { add_special(given); });
    });
  }

  void add_special(LocalId given) {
    when(call("math.isfinite", get(given), Kind::kBool),
         [&] { raise("OverflowError", "intermediate overflow in fsum"); });
    when(call("math.isinf", get(given), Kind::kBool),
         [&] { set(infinities, add(get(infinities), get(given))); });
    set(special, add(get(special), get(given)));
    set(count, make_int(c, 0, at));
  }

  // Takes off the last partial sum.
  void pop(LocalId target) {
    set(count, subtract(get(count), one()));
    set(target, partial(get(count)));
  }

  // The sum of the partial sums, from the largest on until a rest is left.
  void round() {
    ir::While rest;
    rest.condition = compare(CompareOp::kGt, get(count), make_int(c, 0, at)).expr;
    rest.body = in_block(c, [&] {
      set(x, get(high));
      pop(y);
      add_exactly();
      when(compare(CompareOp::kNe, get(low), number(0.0)), [&] { emit(c, ir::Break{}, at); });
    });
    emit(c, std::move(rest), at);
    when(compare(CompareOp::kGt, get(count), make_int(c, 0, at)), [&] { round_tie(); });
  }

  // A rest of half a unit was rounded to even; what follows it may decide otherwise.
  void round_tie() {
    set(x, partial(subtract(get(count), one())));
    auto sign = [&](CompareOp op) {
      return both(compare(op, get(low), number(0.0)), compare(op, get(x), number(0.0)));
    };
    when(either(sign(CompareOp::kLt), sign(CompareOp::kGt)), [&] {
      set(y, binary(BinaryOp::kMul, get(low), number(2.0)));
      set(x, add(get(high), get(y)));
      Value exact = compare(CompareOp::kEq, get(y), subtract(get(x), get(high)));
      when(exact, [&] { set(high, get(x)); });
    });
  }

  Value end() {
    set(high, number(0.0));
    when(
        compare(CompareOp::kNe, get(special), number(0.0)),
        [&] {
          when(call("math.isnan", get(infinities), Kind::kBool),
               [&] { raise("ValueError", "-inf + inf in fsum"); });
          set(high, get(special));
        },
        [&] {
          when(compare(CompareOp::kGt, get(count), make_int(c, 0, at)), [&] {
            pop(high);
            round();
          });
        });
    return get(high);
  }
};

}  // namespace

Value call_fsum(Context& c, const CallSite& site) {
  if (site.node->args.size() != 1 || !site.node->keywords.empty()) {
    return wrong_arguments(c, site, "math.fsum takes one iterable");
  }
  syntax::ExprId arg = site.node->args[0];
  NameSet none(c.env.names.size());
  std::optional<Items> items = is_display(c, arg) ? items_of(c, float_sequence(c, site, arg), none)
                                                  : check_iterable(c, arg, none);
  if (!items) return make_error(c, site.range);
  Fold fold{c, site, std::move(*items)};
  ExactSum sum{c, site.range, {}, {}, {}, {}, {}, {}, {}, {}};
  sum.begin();
  bool fits = true;
  fold.loop([&](const Value& item) {
    Value value = to_float(c, site, item);
    fits = !is_error(c, value);
    if (fits) sum.add_item(value);
  });
  return fits ? sum.end() : make_error(c, site.range);
}

}  // namespace parc::check
