// Types along the flow of control: what a variable is where values of several kinds meet.
#include <gtest/gtest.h>

#include "frontend/check/check.h"
#include "frontend/syntax/syntax.h"
#include "ir/ir.h"

namespace parc::check {
namespace {

constexpr std::string_view kHeader =
    "import numpy as np\n"
    "from numpy.typing import NDArray\n"
    "from parc import par\n";

// The dump of the functions of a module without errors.
std::string checked(std::string_view body) {
  SourceMap sources;
  Diagnostics diagnostics;
  FileId file = sources.add("m.py", std::string(kHeader) + std::string(body));
  syntax::Tree tree = syntax::parse(sources, file, diagnostics);
  ir::Module module = check(tree, "m", sources, {}, {}, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.all()) ADD_FAILURE() << diagnostic.message;
  ir::verify(module);
  return ir::dump(module);
}

bool contains(const std::string& text, std::string_view part) {
  if (text.find(part) != std::string::npos) return true;
  ADD_FAILURE() << "no `" << part << "` in\n" << text;
  return false;
}

TEST(Flow, AStartOfZeroTakesTheKindOfTheItemsBesideItsOwn) {
  std::string ir = checked(
      "def f(x: NDArray[np.float64]):\n"
      "    s = 0\n"
      "    for i in par(range(len(x))):\n"
      "        s += x[i]\n"
      "    return s\n");
  EXPECT_TRUE(contains(ir, "-> int|np.float64:"));
  EXPECT_TRUE(contains(ir, "s: int|np.float64 = coerce<int|np.float64>(0)"));
  EXPECT_TRUE(contains(ir, "s: int|np.float64 = coerce<int|np.float64>(s + x[i])"));
}

TEST(Flow, VersionsThatNeverMeetKeepTheirTypes) {
  std::string ir = checked(
      "def f(x: NDArray[np.float64], y: NDArray[np.float64]):\n"
      "    for i in par(range(len(x))):\n"
      "        v = x[i]\n"
      "        v = float(v)\n"
      "        y[i] = v\n");
  EXPECT_TRUE(contains(ir, ": np.float64 = x[i]"));
  EXPECT_TRUE(contains(ir, ": float = convert<float>(v"));
}

TEST(Flow, ANameThatMayBeUnboundHasAFlag) {
  std::string ir = checked(
      "def f(n: int) -> int:\n"
      "    for i in par(range(n)):\n"
      "        pass\n"
      "    return i\n");
  EXPECT_TRUE(contains(ir, "check_bound"));
  ir = checked(
      "def f(n: int) -> int:\n"
      "    for i in par(range(4)):\n"
      "        pass\n"
      "    return i\n");
  EXPECT_EQ(ir.find("check_bound"), std::string::npos);
}

TEST(Flow, RecursionStartsFromTheWayWithoutACall) {
  std::string ir = checked(
      "def f(n: int) -> int:\n"
      "    s = 0\n"
      "    for i in par(range(n)):\n"
      "        s += fib(i)\n"
      "    return s\n"
      "def fib(n):\n"
      "    return n if n < 2 else fib(n - 1) + fib(n - 2)\n");
  EXPECT_TRUE(contains(ir, "(n: int) -> int:"));
}

TEST(Flow, RanksFollowFromUse) {
  std::string ir = checked(
      "def f(m: NDArray[np.float64], v: NDArray[np.int32], z: NDArray[np.float32]):\n"
      "    for i in par(range(m.shape[0])):\n"
      "        fill(m[i], v[i])\n"
      "        z[i][0][1] = 1.0\n"
      "def fill(row, k):\n"
      "    for j in range(len(row)):\n"
      "        row[j] = k\n");
  EXPECT_TRUE(contains(ir, "(m: np.float64[2], v: np.int32[1], z: np.float32[3])"));
}

TEST(Flow, AnElseClauseOfAParLoopStandsBehindIt) {
  std::string ir = checked(
      "def f(a: NDArray[np.int64], key: int) -> int:\n"
      "    n = -5\n"
      "    for i in par(range(len(a))):\n"
      "        if a[i] == key:\n"
      "            n = i\n"
      "            break\n"
      "    else:\n"
      "        n = -1\n"
      "    return n\n");
  EXPECT_TRUE(contains(ir, "  if not %"));
}

}  // namespace
}  // namespace parc::check
