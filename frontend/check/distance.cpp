// math.dist: of two tuples the coordinates are given to one function; other sequences are run over
// twice, for the largest difference and for the sum of squares that is scaled by it.
#include "frontend/check/expressions.h"
#include "frontend/check/folds.h"
#include "ir/builtins.h"

namespace parc::check {
namespace {

using ir::CompareOp;
using ir::Kind;
using ir::LocalId;
using ir::TypeId;

Value builtin(Context& c, const char* name, std::vector<ir::ExprId> args, TypeId type,
              SourceRange at) {
  return make(c, ir::CallBuiltin{*ir::find_builtin(name), std::move(args)}, type, at);
}

struct Distance {
  Context& c;
  const CallSite& site;
  Items first, second;
  SourceRange at = site.range;
  TypeId float_type = c.types().scalar(Kind::kFloat);
  bool failed = false;

  Value get(LocalId local) { return read_local(c, local, at); }
  LocalId variable(const Value& start) {
    LocalId local = new_temporary(c, start.type, at);
    emit(c, ir::Assign{local, start.expr}, at);
    return local;
  }
  Value coordinate(const Items& point, const Value& index) {
    Value value = to_float(c, site, point.item(index));
    failed = failed || is_error(c, value);
    return value;
  }

  // `body` gets the difference of each pair of coordinates.
  template <class F>
  void loop(F&& body) {
    ir::Loop loop;
    loop.index = ir::add_local(c.fn, "", c.types().scalar(Kind::kInt), ir::LocalRole::kIndex, at);
    loop.trip = again(c, first.count).expr;
    loop.header = at;
    loop.body = in_block(c, [&] {
      Value index = read_local(c, loop.index, at);
      Value left = coordinate(first, index);
      Value right = coordinate(second, again(c, index));
      if (!failed) body(apply_binary(c, ir::BinaryOp::kSub, left, right, at));
    });
    emit(c, std::move(loop), at);
  }

  void check_lengths() {
    first.count = to_temporary(c, first.count);
    Value differ = apply_compare(c, CompareOp::kNe, first.count, second.count, at);
    ir::Block fail = in_block(c, [&] {
      ir::Raise raise{"ValueError", {ir::RaiseArgument{}}};
      raise.args[0].parts.push_back(
          {"both points must have the same number of dimensions", {}, 0, ""});
      emit(c, std::move(raise), at);
    });
    emit(c, ir::If{differ.expr, std::move(fail), {}}, at);
  }

  // The largest difference; a NaN stays, but for infinity.
  LocalId find_largest() {
    LocalId largest = variable(make_float(c, 0.0, at));
    loop([&](const Value& difference) {
      Value larger =
          builtin(c, "math.dist larger", {get(largest).expr, difference.expr}, float_type, at);
      emit(c, ir::Assign{largest, larger.expr}, at);
    });
    return largest;
  }

  // The scaled sum of squares starts at 1, with three sums of what rounding lost.
  Value norm(LocalId largest) {
    LocalId sum[4];
    for (LocalId& part : sum) part = variable(make_float(c, &part == sum ? 1.0 : 0.0, at));
    std::vector<TypeId> parts(4, float_type);
    TypeId tuple = c.types().tuple(parts);
    auto with_sum = [&](ir::ExprId last) {
      std::vector<ir::ExprId> args;
      for (LocalId part : sum) args.push_back(get(part).expr);
      args.push_back(last);
      args.push_back(get(largest).expr);
      return args;
    };
    loop([&](const Value& difference) {
      Value next =
          to_temporary(c, builtin(c, "math.dist step", with_sum(difference.expr), tuple, at));
      for (uint32_t part = 0; part < 4; ++part) {
        Value value = make(c, ir::TupleGet{again(c, next).expr, part}, float_type, at);
        emit(c, ir::Assign{sum[part], value.expr}, at);
      }
    });
    Value count = make(c, ir::Convert{again(c, first.count).expr}, float_type, at);
    return builtin(c, "math.dist end", with_sum(count.expr), float_type, at);
  }
};

// The coordinates of both points one after the other; nothing unless both are tuples of one length.
std::optional<std::vector<Value>> flat_points(Context& c, const std::vector<Value>& points) {
  std::vector<Value> flat;
  size_t sizes[2] = {0, 0};
  for (size_t at = 0; at < 2; ++at) {
    const auto* tuple = c.types().get<ir::TupleType>(points[at].type);
    if (!tuple || tuple->elements.empty() || tuple->elements.size() > 16) return std::nullopt;
    std::vector<TypeId> types = tuple->elements;
    sizes[at] = types.size();
    Value whole = reusable(c, points[at]);
    for (uint32_t element = 0; element < types.size(); ++element) {
      flat.push_back(
          make(c, ir::TupleGet{again(c, whole).expr, element}, types[element], whole.range));
    }
  }
  if (sizes[0] != sizes[1]) return std::nullopt;
  return flat;
}

Value dist_of_tuples(Context& c, const CallSite& site, const std::vector<Value>& coordinates) {
  std::vector<ir::ExprId> args;
  for (const Value& coordinate : coordinates) {
    Value value = to_float(c, site, coordinate);
    if (is_error(c, value)) return value;
    args.push_back(value.expr);
  }
  return builtin(c, "math.dist", std::move(args), c.types().scalar(Kind::kFloat), site.range);
}

}  // namespace

Value call_dist(Context& c, const CallSite& site) {
  if (site.node->args.size() != 2 || !site.node->keywords.empty()) {
    return wrong_arguments(c, site, "math.dist takes two points");
  }
  Operands operands(c);
  for (syntax::ExprId arg : site.node->args)
    operands.add([&] { return float_sequence(c, site, arg); });
  std::vector<Value> points = operands.values();
  if (is_error(c, points[0]) || is_error(c, points[1])) return make_error(c, site.range);
  if (auto coordinates = flat_points(c, points)) return dist_of_tuples(c, site, *coordinates);
  NameSet none(c.env.names.size());
  std::optional<Items> first = items_of(c, points[0], none), second = items_of(c, points[1], none);
  if (!first || !second) return make_error(c, site.range);
  Distance distance{c, site, std::move(*first), std::move(*second)};
  distance.check_lengths();
  LocalId largest = distance.find_largest();
  return distance.failed ? make_error(c, site.range) : distance.norm(largest);
}

}  // namespace parc::check
