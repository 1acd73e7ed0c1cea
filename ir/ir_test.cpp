#include <gtest/gtest.h>

#include "ir/ir_test_support.h"
#include "ir/structure.h"
#include "runtime/kernel/abi.h"
#include "support/internal_error.h"

namespace parc::ir {
namespace {

static_assert(kMostAxes == PARC_MAX_RANK && kLongestAxis == PARC_LONGEST_AXIS);

TEST(Types, AreInternedAndSpelt) {
  TypeTable types;
  EXPECT_EQ(types.array(Kind::kF64, 2), types.array(Kind::kF64, 2));
  EXPECT_EQ(types.scalar(Kind::kInt).value, static_cast<uint32_t>(Kind::kInt));
  TypeId mixed = types.mixed({Kind::kF64, Kind::kInt});
  EXPECT_EQ(mixed, types.mixed({Kind::kInt, Kind::kF64}));
  EXPECT_EQ(types.spell(mixed), "int or np.float64");
  EXPECT_EQ(types.descriptor(mixed), "int|np.float64");
  EXPECT_EQ(types.mixed({Kind::kInt, Kind::kInt}), types.scalar(Kind::kInt));
  TypeId tuple = types.tuple({types.scalar(Kind::kBool), types.array(Kind::kU8, 1)});
  EXPECT_EQ(types.spell(tuple), "tuple[bool, np.uint8 array of 1 axis]");
  EXPECT_EQ(types.descriptor(tuple), "(bool,np.uint8[1])");
  EXPECT_EQ(types.descriptor(types.list(types.scalar(Kind::kFloat))), "list[float]");
}

TEST(Types, AreReadFromDescriptors) {
  TypeTable types;
  for (const char* text :
       {"int", "np.bool", "np.float64[0]", "list[list[float]]", "(bool,np.uint8[1])", "()",
        "int|np.float64", "None", "((int,int),np.complex64[8])"}) {
    std::optional<TypeId> type = types.from_descriptor(text);
    ASSERT_TRUE(type) << text;
    EXPECT_EQ(types.descriptor(*type), text);
  }
  for (const char* text : {"", "dict", "np.float64[9]", "np.float64[", "int[1]", "list[int", "(int",
                           "(int,)x", "int|", "int ", "list[]"}) {
    EXPECT_FALSE(types.from_descriptor(text)) << text;
  }
  EXPECT_FALSE(types.from_descriptor(std::string(100000, '(')));
}

TEST(Dump, ShowsStatementsAndExpressions) {
  TestFunction f("scale");
  LocalId a = f.array("a", Kind::kF64, 1);
  LocalId k = f.index();
  LocalId i = f.variable("i", Kind::kInt);
  ExprId trip = f.expr(ShapeOf{f.ref(a), 0}, Kind::kInt);
  ExprId doubled = f.expr(Binary{BinaryOp::kMul, f.load(a, {f.ref(i)}), f.real(2)}, Kind::kF64);
  StmtId inside = f.store(a, {f.ref(i)}, doubled);
  StmtId stop = f.branch(f.compare(CompareOp::kGt, f.ref(i), f.number(3)), {f.stmt(Break{})});
  f.body({f.par(k, trip, {f.assign(i, f.ref(k)), inside, stop})});
  EXPECT_EQ(dump(f.module, f.id),
            "func scale(a: np.float64[1]) -> None:\n"
            "  par %1 in 0..shape(a, 0):\n"
            "    i: int = %1\n"
            "    a[i] = a[i] * 2.0\n"
            "    if i > 3:\n"
            "      break\n");
  EXPECT_NO_THROW(verify(f.module));
}

TEST(Verify, FindsATypeThatChanges) {
  TestFunction f;
  LocalId x = f.variable("x", Kind::kFloat);
  f.body({f.assign(x, f.number(1))});
  EXPECT_THROW(verify(f.module), InternalError);
}

TEST(Verify, FindsJumpsOutOfPlace) {
  TestFunction f;
  f.body({f.stmt(Break{})});
  EXPECT_THROW(verify(f.module), InternalError);
  TestFunction g;
  LabelId label = add_label(g.function());
  g.body({g.stmt(Leave{label})});
  EXPECT_THROW(verify(g.module), InternalError);
  g.body({g.stmt(Labeled{label, {g.stmt(Leave{label})}})});
  EXPECT_NO_THROW(verify(g.module));
}

TEST(Verify, FindsAStatementInTwoPlaces) {
  TestFunction f;
  LocalId x = f.variable("x", Kind::kInt);
  StmtId twice = f.assign(x, f.number(1));
  f.body({twice, twice});
  EXPECT_THROW(verify(f.module), InternalError);
}

TEST(Structure, ComparesExpressionsByShape) {
  TestFunction f;
  LocalId a = f.array("a", Kind::kF64, 1);
  LocalId i = f.parameter("i", Kind::kInt);
  LocalId j = f.parameter("j", Kind::kInt);
  ExprId first = f.load(a, {f.ref(i)});
  EXPECT_TRUE(same_structure(f.function(), first, f.load(a, {f.ref(i)})));
  EXPECT_FALSE(same_structure(f.function(), first, f.load(a, {f.ref(j)})));
  EXPECT_TRUE(touches_memory(f.function(), first));
  EXPECT_EQ(count_reads(f.function(), first, i), 1);
}

}  // namespace
}  // namespace parc::ir
