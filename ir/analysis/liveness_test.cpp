#include "ir/analysis/liveness.h"

#include <gtest/gtest.h>

#include "ir/ir_test_support.h"

namespace parc::ir {
namespace {

TEST(Liveness, AfterALoopIsWhatIsReadLater) {
  TestFunction f;
  LocalId n = f.parameter("n", Kind::kInt);
  LocalId s = f.variable("s", Kind::kInt);
  LocalId t = f.variable("t", Kind::kInt);
  LocalId k = f.index();
  f.function().result = f.scalar(Kind::kInt);
  StmtId loop = f.loop(k, f.ref(n), {f.assign(t, f.ref(k)), f.assign(s, f.ref(t))});
  f.body({f.assign(s, f.number(0)), loop, f.stmt(Return{f.ref(s)})});
  Liveness liveness(f.function());
  EXPECT_TRUE(liveness.live_after(loop).contains(s));
  EXPECT_FALSE(liveness.live_after(loop).contains(t));
}

TEST(Liveness, GoesAroundLoops) {
  TestFunction f;
  LocalId n = f.parameter("n", Kind::kInt);
  LocalId s = f.variable("s", Kind::kInt);
  LocalId k = f.index();
  LocalId j = f.index();
  StmtId inner =
      f.loop(j, f.ref(n), {f.assign(s, f.binary(BinaryOp::kAdd, f.ref(s), f.number(1)))});
  f.body({f.assign(s, f.number(0)), f.loop(k, f.ref(n), {inner})});
  Liveness liveness(f.function());
  // The next round of the outer loop reads it.
  EXPECT_TRUE(liveness.live_after(inner).contains(s));
}

TEST(Liveness, BreakSkipsWhatFollows) {
  TestFunction f;
  LocalId n = f.parameter("n", Kind::kInt);
  LocalId s = f.variable("s", Kind::kInt);
  LocalId k = f.index();
  StmtId set = f.assign(s, f.number(1));
  StmtId read = f.stmt(Evaluate{f.ref(s)});
  f.body({f.loop(k, f.ref(n), {set, f.stmt(Break{}), read})});
  Liveness liveness(f.function());
  EXPECT_FALSE(liveness.live_after(set).contains(s));
}

}  // namespace
}  // namespace parc::ir
