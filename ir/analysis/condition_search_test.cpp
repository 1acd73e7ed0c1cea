// Loops that are independent under a condition, from Python source.
#include "ir/analysis/condition_search.h"

#include <gtest/gtest.h>

#include "ir/analysis/verdict_test_support.h"

namespace parc::ir {
namespace {

TEST(Conditions, AnOffsetThatIsNoneOrReachesPastTheLoop) {
  EXPECT_EQ(vector("    assert k >= 0\n"
                   "    for i in par(range(n)):\n"
                   "        a[i] = a[i + k]\n"),
            "runtime, `k <= 0 or k >= n`, self a");
  EXPECT_EQ(vector("    for i in par(range(k, len(a))):\n"
                   "        a[i] = a[i - k]\n"),
            "runtime, `k >= 0 and (2 * k >= len(a) or k <= 0)`, self a");
}

TEST(Conditions, TheLengthAgainstTheTripCount) {
  EXPECT_EQ(vector("    for i in par(range(n)):\n"
                   "        a[i] = a[len(a) - 1 - i]\n"),
            "runtime, `len(a) + 1 >= 2 * n`, self a");
}

TEST(Conditions, AFlag) {
  EXPECT_EQ(judge("def f(a: NDArray[np.float64], on: bool):\n"
                  "    for i in par(range(len(a))):\n"
                  "        a[i] = 1.0\n"
                  "        if on:\n"
                  "            a[0] = 2.0\n"),
            "runtime, `not on`, self a");
}

TEST(Conditions, ARemainder) {
  EXPECT_EQ(vector("    for i in par(range(len(a) - 1, -1, -3)):\n"
                   "        a[i] = a[i - 1]\n"),
            "runtime, `(len(a) + 2) % 3 >= 1`, self a");
}

TEST(Conditions, OfAnOuterLoop) {
  EXPECT_EQ(vector("    for t in range(n):\n"
                   "        for i in par(range(k)):\n"
                   "            a[i] = a[i + t]\n"),
            "runtime, `t <= 0 or t >= k`, self a");
}

TEST(Conditions, OfALocalVariable) {
  EXPECT_EQ(vector("    s = k * k\n"
                   "    for i in par(range(n)):\n"
                   "        for j in range(s):\n"
                   "            a[4 * i + j] = 1.0\n"),
            "runtime, `s <= 4`, self a");
}

TEST(Conditions, ThatTheLoopIsShortIsNone) {
  for (const char* body : {
           "    for i in par(range(n)):\n"
           "        a[i] = a[i + 5]\n",
           "    for i in par(range(min(n, 100))):\n"
           "        a[i] = a[i + 50]\n",
           "    for i in par(range(n)):\n"
           "        for j in range(k):\n"
           "            a[j] = 1.0\n",
           "    for i in par(range(len(a))):\n"
           "        if i <= k:\n"
           "            a[i] = a[i + k]\n",
       }) {
    EXPECT_EQ(vector(body).substr(0, 6), "PAR050") << body;
  }
}

TEST(Conditions, ThatRuleEachOtherOutAreNone) {
  EXPECT_EQ(judge("def f(a: NDArray[np.float64], on: bool):\n"
                  "    for i in par(range(len(a))):\n"
                  "        a[i] = 1.0\n"
                  "        if on:\n"
                  "            a[0] = 2.0\n"
                  "        else:\n"
                  "            a[1] = 2.0\n")
                .substr(0, 7),
            "PAR0507");
}

TEST(Conditions, OnWhatTheBodyReadsAreNone) {
  EXPECT_EQ(judge("def f(a: NDArray[np.float64], p: NDArray[np.int64]):\n"
                  "    for i in par(range(len(p))):\n"
                  "        a[i] = a[i + p[0]]\n")
                .substr(0, 8),
            "PAR0502 ");
}

}  // namespace
}  // namespace parc::ir
