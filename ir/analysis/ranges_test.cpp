#include "ir/analysis/ranges.h"

#include <gtest/gtest.h>

#include "ir/ir_test_support.h"

namespace parc::ir {
namespace {

int64_t floor_div(int64_t a, int64_t b) {
  int64_t quotient = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

// Every pair of values of two small intervals gives a result inside the answer.
template <class Operation, class Exact>
void check_all(Operation operation, Exact exact, bool divides) {
  for (int a = -4; a <= 4; ++a) {
    for (int b = a; b <= 4; ++b) {
      for (int c = -4; c <= 4; ++c) {
        for (int d = c; d <= 4; ++d) {
          Interval result = operation({a, b}, {c, d});
          for (int x = a; x <= b; ++x) {
            for (int y = c; y <= d; ++y) {
              if (divides && y == 0) continue;
              EXPECT_TRUE(result.contains(exact(x, y))) << x << " " << y;
            }
          }
        }
      }
    }
  }
}

TEST(Interval, HoldsEveryResult) {
  check_all([](Interval a, Interval b) { return add(a, b); }, [](int x, int y) { return x + y; },
            false);
  check_all(subtract, [](int x, int y) { return x - y; }, false);
  check_all(multiply, [](int x, int y) { return x * y; }, false);
  check_all(bit_and, [](int x, int y) { return x & y; }, false);
  check_all(bit_or_xor, [](int x, int y) { return x | y; }, false);
  check_all(bit_or_xor, [](int x, int y) { return x ^ y; }, false);
  check_all(floor_divide, [](int x, int y) { return floor_div(x, y); }, true);
  check_all(modulo, [](int x, int y) { return x - y * floor_div(x, y); }, true);
}

// for i in range(start, stop, step): x = i + 1
struct Counted {
  TestFunction f;
  LocalId i, index;
  ExprId next;

  Counted(ExprId start, ExprId stop, int64_t step, TestFunction from) : f(std::move(from)) {
    index = f.index();
    i = f.variable("i", Kind::kInt);
    LocalId x = f.variable("x", Kind::kInt);
    ExprId trip = f.expr(RangeLength{start, stop, f.number(step)}, Kind::kInt);
    ExprId offset = f.binary(BinaryOp::kMul, f.ref(index), f.number(step));
    next = f.binary(BinaryOp::kAdd, f.ref(i), f.number(1));
    f.body({f.loop(index, trip,
                   {f.assign(i, f.binary(BinaryOp::kAdd, start, offset)), f.assign(x, next)})});
  }
};

TEST(Ranges, TargetLiesInsideTheRange) {
  TestFunction f;
  LocalId a = f.array("a", Kind::kF64, 1);
  ExprId stop = f.binary(BinaryOp::kSub, f.expr(ShapeOf{f.ref(a), 0}, Kind::kInt), f.number(1));
  Counted counted(f.number(1), stop, 1, f);
  Ranges ranges(counted.f.module, counted.f.function());
  EXPECT_EQ(ranges.range_of(counted.i), (Interval{1, kLongestAxis - 2}));
}

TEST(Ranges, ParameterBoundsLeaveRoomForOneMore) {
  TestFunction f;
  LocalId lo = f.parameter("lo", Kind::kInt);
  LocalId hi = f.parameter("hi", Kind::kInt);
  Counted counted(f.ref(lo), f.ref(hi), 2, f);
  Ranges ranges(counted.f.module, counted.f.function());
  EXPECT_EQ(ranges.range_of(counted.i), (Interval{INT64_MIN, INT64_MAX - 1}));
}

TEST(Ranges, NegativeStepCountsDown) {
  TestFunction f;
  LocalId hi = f.parameter("hi", Kind::kInt);
  Counted counted(f.ref(hi), f.number(-1), -1, f);
  Ranges ranges(counted.f.module, counted.f.function());
  EXPECT_EQ(ranges.range_of(counted.i), (Interval{0, INT64_MAX}));
}

TEST(Ranges, CountersWiden) {
  TestFunction f;
  LocalId n = f.parameter("n", Kind::kInt);
  LocalId k = f.variable("k", Kind::kInt);
  ExprId next = f.binary(BinaryOp::kAdd, f.ref(k), f.number(1));
  ExprId more = f.compare(CompareOp::kLt, f.ref(k), f.ref(n));
  f.body({f.assign(k, f.number(0)), f.stmt(While{more, {f.assign(k, next)}, {}})});
  Ranges ranges(f.module, f.function());
  EXPECT_EQ(ranges.range_of(k), (Interval{0, INT64_MAX}));
}

TEST(Ranges, NumPyWrapsAndNarrowKindsHaveLimits) {
  TestFunction f;
  LocalId a = f.array("a", Kind::kU8, 1);
  LocalId x = f.variable("x", Kind::kU8);
  LocalId y = f.variable("y", Kind::kInt);
  ExprId sum = f.binary(BinaryOp::kAdd, f.ref(x), f.ref(x));
  ExprId widened = f.expr(Convert{f.ref(x)}, Kind::kInt);
  f.body({f.assign(x, f.load(a, {f.number(0)})), f.assign(x, sum), f.assign(y, widened)});
  Ranges ranges(f.module, f.function());
  EXPECT_EQ(ranges.range_of(sum), (Interval{0, 255}));
  EXPECT_EQ(ranges.range_of(y), (Interval{0, 255}));
}

}  // namespace
}  // namespace parc::ir
