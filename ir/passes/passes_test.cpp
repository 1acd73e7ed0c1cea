#include "ir/passes/passes.h"

#include <gtest/gtest.h>

#include "ir/ir_test_support.h"

namespace parc::ir {
namespace {

std::string after_passes(TestFunction& f, FunctionId id) {
  f.module.entries.push_back({f.module[id].name, id, true, true, {}});
  run_passes(f.module, {.verify = true, .after = {}});
  return dump(f.module, f.module.entries.back().function);
}

// def clamp(x): if x < 0: return 0; y = x; return y
FunctionId add_clamp(TestFunction& f) {
  FunctionId clamp = f.next("clamp", f.scalar(Kind::kInt));
  LocalId x = f.parameter("x", Kind::kInt);
  LocalId y = f.variable("y", Kind::kInt);
  StmtId negative =
      f.branch(f.compare(CompareOp::kLt, f.ref(x), f.number(0)), {f.stmt(Return{f.number(0)})});
  f.body({negative, f.assign(y, f.ref(x)), f.stmt(Return{f.ref(y)})});
  return clamp;
}

TEST(Inline, EarlyReturnMovesTheRestToTheOtherBranch) {
  TestFunction f("caller");
  FunctionId caller = f.id;
  FunctionId clamp = add_clamp(f);
  f.id = caller;
  LocalId a = f.array("a", Kind::kI64, 1);
  LocalId k = f.index();
  ExprId call = f.expr(Call{clamp, {f.ref(k)}}, Kind::kInt);
  f.body({f.par(k, f.number(9), {f.store(a, {f.ref(k)}, call)})});
  EXPECT_EQ(after_passes(f, caller),
            "func caller(a: np.int64[1]) -> None:\n"
            "  par %1 in 0..9:\n"
            "    if %1 < 0:\n"
            "      %2: int = 0\n"
            "    else:\n"
            "      y: int = %1\n"
            "      %2: int = y\n"
            "    a[%1] = %2\n");
  EXPECT_EQ(f.module.functions.size(), 1u);
}

TEST(Inline, ReturnFromALoopLeavesALabel) {
  TestFunction f("caller");
  FunctionId caller = f.id;
  FunctionId search = f.next("search", f.scalar(Kind::kInt));
  LocalId x = f.parameter("x", Kind::kInt);
  LocalId j = f.index();
  StmtId found =
      f.branch(f.compare(CompareOp::kEq, f.ref(j), f.ref(x)), {f.stmt(Return{f.ref(j)})});
  f.body({f.loop(j, f.number(5), {found}), f.stmt(Return{f.number(-1)})});
  f.id = caller;
  LocalId a = f.array("a", Kind::kI64, 1);
  LocalId k = f.index();
  ExprId call = f.expr(Call{search, {f.ref(k)}}, Kind::kInt);
  f.body({f.par(k, f.number(9), {f.store(a, {f.ref(k)}, call)})});
  EXPECT_EQ(after_passes(f, caller),
            "func caller(a: np.int64[1]) -> None:\n"
            "  par %1 in 0..9:\n"
            "    label L0:\n"
            "      for %3 in 0..5:\n"
            "        if %3 == %1:\n"
            "          %2: int = %3\n"
            "          leave L0\n"
            "      %2: int = -1\n"
            "    a[%1] = %2\n");
}

TEST(Inline, LazyOperandsStayLazy) {
  TestFunction f("caller");
  FunctionId caller = f.id;
  FunctionId clamp = add_clamp(f);
  f.id = caller;
  LocalId k = f.index();
  LocalId x = f.variable("x", Kind::kBool);
  ExprId call = f.expr(Call{clamp, {f.ref(k)}}, Kind::kInt);
  ExprId right = f.compare(CompareOp::kEq, call, f.number(3));
  ExprId left = f.compare(CompareOp::kLt, f.ref(k), f.number(5));
  ExprId both = f.expr(Logic{true, left, right}, Kind::kBool);
  f.function().result = f.scalar(Kind::kBool);
  f.body({f.assign(x, f.truth(false)), f.par(k, f.number(9), {f.assign(x, both)}),
          f.stmt(Return{f.ref(x)})});
  EXPECT_EQ(after_passes(f, caller),
            "func caller() -> bool:\n"
            "  x: bool = False\n"
            "  par %0 in 0..9:\n"
            "    %2: bool = %0 < 5\n"
            "    if %2:\n"
            "      if %0 < 0:\n"
            "        %3: int = 0\n"
            "      else:\n"
            "        y: int = %0\n"
            "        %3: int = y\n"
            "      %2: bool = %3 == 3\n"
            "    x: bool = %2\n"
            "  return x\n");
}

TEST(Fold, RemovesBranchesThatAreNeverTaken) {
  TestFunction f;
  LocalId a = f.array("a", Kind::kI64, 1);
  ExprId never =
      f.compare(CompareOp::kGt, f.binary(BinaryOp::kMul, f.number(2), f.number(3)), f.number(6));
  f.body({f.branch(never, {f.store(a, {f.number(0)}, f.number(1))},
                   {f.store(a, {f.number(1)}, f.number(2))})});
  EXPECT_EQ(after_passes(f, f.id), "func f(a: np.int64[1]) -> None:\n  a[1] = 2\n");
}

TEST(BoundFlags, KnownOnesGo) {
  TestFunction f;
  LocalId x = f.variable("x", Kind::kInt);
  LocalId flag = f.flag("x");
  LocalId k = f.index();
  StmtId update = f.assign(x, f.binary(BinaryOp::kAdd, f.ref(x), f.number(1)));
  f.body({f.assign(flag, f.truth(false)), f.assign(x, f.number(0)), f.assign(flag, f.truth(true)),
          f.par(k, f.number(9),
                {f.stmt(CheckBound{flag, "x"}), update, f.assign(flag, f.truth(true))}),
          f.stmt(CheckBound{flag, "x"}),
          f.stmt(Evaluate{f.binary(BinaryOp::kAdd, f.ref(x), f.ref(x))})});
  EXPECT_EQ(after_passes(f, f.id),
            "func f() -> None:\n"
            "  x: int = 0\n"
            "  par %2 in 0..9:\n"
            "    x: int = x + 1\n"
            "  eval x + x\n");
}

TEST(Coalesce, VersionsOfACarriedVariableBecomeOne) {
  TestFunction f;
  LocalId s = f.variable("s", Kind::kInt);
  LocalId other = f.variable("s", Kind::kInt);
  LocalId k = f.index();
  f.function().result = f.scalar(Kind::kInt);
  StmtId first = f.assign(other, f.binary(BinaryOp::kAdd, f.ref(s), f.ref(k)));
  StmtId second = f.assign(s, f.binary(BinaryOp::kSub, f.ref(other), f.number(1)));
  f.body(
      {f.assign(s, f.number(0)), f.par(k, f.number(9), {first, second}), f.stmt(Return{f.ref(s)})});
  std::string text = after_passes(f, f.id);
  EXPECT_NE(text.find("    s.0: int = s.0 + %2\n    s.0: int = s.0 - 1\n"), std::string::npos)
      << text;
}

TEST(Coalesce, VersionsThatAreNeededTogetherStay) {
  TestFunction f;
  LocalId a = f.array("a", Kind::kI64, 1);
  LocalId s = f.variable("s", Kind::kInt);
  LocalId other = f.variable("s", Kind::kInt);
  LocalId k = f.index();
  StmtId first = f.assign(other, f.binary(BinaryOp::kAdd, f.ref(s), f.ref(k)));
  StmtId second = f.assign(s, f.ref(k));
  StmtId third = f.store(a, {f.ref(k)}, f.ref(other));
  f.body({f.assign(s, f.number(0)), f.par(k, f.number(9), {first, second, third})});
  std::string text = after_passes(f, f.id);
  EXPECT_NE(text.find("    s.2: int = s.1 + %3\n    s.1: int = %3\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace parc::ir
