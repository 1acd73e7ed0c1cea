// Verdicts and messages of the element proof, from Python source.
#include "ir/analysis/dependence.h"

#include <gtest/gtest.h>

#include "ir/analysis/verdict_test_support.h"

namespace parc::ir {
namespace {

TEST(Dependence, OwnElement) {
  EXPECT_EQ(vector("    for i in par(range(len(a))):\n"
                   "        a[i] = a[i] * 2.0\n"),
            "parallel, self a");
}

TEST(Dependence, FlowToTheNextIteration) {
  EXPECT_EQ(vector("    for i in par(range(1, len(a))):\n"
                   "        a[i] = a[i - 1] * 2.0\n"),
            "PAR0501 iteration i = 1 writes a[1], which iteration i = 2 reads | read after write");
}

TEST(Dependence, TwoIterationsWriteOneElement) {
  EXPECT_EQ(vector("    for i in par(range(len(a))):\n"
                   "        a[i // 2] = 1.0\n"),
            "PAR0507 iterations i = 0 and i = 1 both write a[0] | write after write");
}

TEST(Dependence, ParityKeepsApart) {
  EXPECT_EQ(vector("    for i in par(range(n)):\n"
                   "        a[2 * i] = a[2 * i + 1]\n"),
            "parallel, self a");
}

TEST(Dependence, LastElementByANegativeIndex) {
  EXPECT_EQ(vector("    for i in par(range(len(a))):\n"
                   "        a[i] = a[-1]\n")
                .substr(0, 8),
            "PAR0501 ");
  EXPECT_EQ(vector("    for i in par(range(len(a) - 1)):\n"
                   "        a[i] = a[-1]\n"),
            "parallel, self a");
}

TEST(Dependence, AStartBelowZeroComesAroundAgain) {
  EXPECT_EQ(vector("    for i in par(range(k, len(a))):\n"
                   "        a[i] = 1.0\n"),
            "runtime, `k >= 0`, self a");
  EXPECT_EQ(vector("    assert k < 0\n"
                   "    for i in par(range(k, len(a))):\n"
                   "        a[i] = 1.0\n"),
            "PAR0507 iterations i = -1 and i = 0 both write a[0] | write after write "
            "| for example with k = -3, len(a) = 1");
  EXPECT_EQ(vector("    if k < 0:\n"
                   "        raise ValueError('negative')\n"
                   "    for i in par(range(k, len(a))):\n"
                   "        a[i] = 1.0\n"),
            "parallel, self a");
}

TEST(Dependence, AssertedFactsAreUsed) {
  EXPECT_EQ(vector("    assert k >= n\n"
                   "    for i in par(range(n)):\n"
                   "        a[i] = a[i + k]\n"),
            "parallel, self a");
  EXPECT_EQ(
      vector("    assert 0 < k and k < n\n"
             "    for i in par(range(n)):\n"
             "        a[i] = a[i + k]\n"),
      "PAR0501 iteration i = 0 reads a[1], which iteration i = 1 overwrites | write after read "
      "| for example with k = 1");
}

TEST(Dependence, RowsAndColumns) {
  EXPECT_EQ(matrix("    for i in par(range(m.shape[0])):\n"
                   "        for j in range(1, m.shape[1]):\n"
                   "            m[i, j] = m[i, j - 1]\n"),
            "parallel, self m");
  EXPECT_EQ(matrix("    for j in par(range(m.shape[1])):\n"
                   "        for i in range(1, m.shape[0]):\n"
                   "            m[i, j] = m[i - 1, j]\n"),
            "parallel, self m");
  EXPECT_EQ(matrix("    for i in par(range(m.shape[0])):\n"
                   "        for j in range(m.shape[0]):\n"
                   "            m[i, j] = m[j, i]\n"),
            "PAR0501 iteration i = 0 writes m[0, 1], which iteration i = 1 reads "
            "| read after write");
}

TEST(Dependence, GuardLeavesTheRowOut) {
  std::string inner =
      "                for j in range(n):\n"
      "                    m[i, j] = m[i, k] + m[k, j]\n";
  EXPECT_EQ(matrix("    for k in range(n):\n"
                   "        for i in par(range(n)):\n"
                   "            if i != k:\n" +
                   inner),
            "parallel, self m");
  EXPECT_EQ(matrix("    for k in range(n):\n"
                   "        for i in par(range(n)):\n"
                   "            if i != k + 1:\n" +
                   inner)
                .substr(0, 8),
            "PAR0501 ");
}

TEST(Dependence, ContinueIsAGuard) {
  EXPECT_EQ(vector("    for i in par(range(len(a))):\n"
                   "        if i % 2 == 1:\n"
                   "            continue\n"
                   "        a[i] = a[i + 1]\n"),
            "parallel, self a");
}

TEST(Dependence, TriangleMirrored) {
  EXPECT_EQ(matrix("    for i in par(range(m.shape[0])):\n"
                   "        for j in range(i):\n"
                   "            m[j, i] = m[i, j]\n"),
            "parallel, self m");
}

TEST(Dependence, ViewsAreComposed) {
  EXPECT_EQ(vector("    v = a[1:]\n"
                   "    for i in par(range(len(v))):\n"
                   "        v[i] = a[i]\n"),
            "PAR0501 iteration i = 0 writes a[1], which iteration i = 1 reads | read after write "
            "| for example with len(a) = 3");
  EXPECT_EQ(vector("    v = a[::2]\n"
                   "    w = a[1::2]\n"
                   "    for i in par(range(len(w))):\n"
                   "        v[i] = w[len(w) - 1 - i]\n"),
            "parallel, self a");
  EXPECT_EQ(matrix("    t = m.T\n"
                   "    for i in par(range(len(t))):\n"
                   "        row = t[i]\n"
                   "        for j in range(1, len(row)):\n"
                   "            row[j] = row[j - 1]\n"),
            "parallel, self m");
  EXPECT_EQ(vector("    r = a[::-1]\n"
                   "    for i in par(range(len(a))):\n"
                   "        r[i] = a[i]\n")
                .substr(0, 8),
            "PAR0501 ");
}

TEST(Dependence, AViewThatIsNotAlwaysTheSameIsNotFollowed) {
  EXPECT_EQ(vector("    for i in par(range(len(a) - 2)):\n"
                   "        v = a[1:]\n"
                   "        if a[0] > 0.0:\n"
                   "            v = a[2:]\n"
                   "        v[i] = 1.0\n")
                .substr(0, 8),
            "PAR0502 ");
}

TEST(Dependence, OverlappingArgumentsAreChecked) {
  std::string head = "def f(a: NDArray[np.float64], b: NDArray[np.float64]):\n";
  EXPECT_EQ(judge(head + "    for i in par(range(len(a))):\n"
                         "        b[i] = a[i]\n"),
            "parallel, a may be b, self b");
  EXPECT_EQ(judge(head + "    for i in par(range(1, len(a))):\n"
                         "        b[i] = a[i - 1]\n"),
            "parallel, a apart from b, self b");
  EXPECT_EQ(judge(head + "    for i in par(range(len(a))):\n"
                         "        b[i] = a[i]\n"
                         "        b[i] = a[i - 1]\n"),
            "parallel, a apart from b, self b");
  EXPECT_EQ(judge(head + "    c = a.copy()\n"
                         "    for i in par(range(1, len(a))):\n"
                         "        b[i] = c[i - 1]\n"),
            "parallel, self b");
}

TEST(Dependence, SwappedBuffersAreChecked) {
  EXPECT_EQ(vector("    u = a.copy()\n"
                   "    v = a.copy()\n"
                   "    for t in range(n):\n"
                   "        for i in par(range(1, len(a))):\n"
                   "            v[i] = u[i - 1]\n"
                   "        u, v = v, u\n"),
            "parallel, u apart from v");
}

TEST(Dependence, AnAliasByAFlagDependsOnAValue) {
  EXPECT_EQ(vector("    w = a.copy()\n"
                   "    if k > 0:\n"
                   "        w = a\n"
                   "    for i in par(range(len(a) - 1)):\n"
                   "        w[i] = a[i + 1]\n"),
            "runtime, a apart from w, self w");
}

TEST(Dependence, Lists) {
  std::string head = "def f(xs: list[float], ys: list[float]):\n";
  EXPECT_EQ(judge(head + "    for i in par(range(len(xs))):\n"
                         "        ys[i] = xs[i]\n"),
            "parallel");
  EXPECT_EQ(judge(head + "    for i in par(range(1, len(xs))):\n"
                         "        xs[i] = xs[i - 1]\n"),
            "PAR0501 iteration i = 1 writes xs[1], which iteration i = 2 reads | read after write");
  // The two may be one list, which the call shows.
  EXPECT_EQ(judge(head + "    for i in par(range(1, len(xs))):\n"
                         "        ys[i] = xs[i - 1]\n"),
            "parallel, xs apart from ys");
}

TEST(Dependence, ListsOfLists) {
  auto rows = [](const std::string& body) {
    return judge("def f(m: list[list[float]], n: list[list[float]], xs: list[float], k: int):\n" +
                 body);
  };
  // All rows may be one list.
  EXPECT_EQ(rows("    for i in par(range(len(m))):\n"
                 "        m[i][0] = 1.0\n"),
            "runtime, self m");
  EXPECT_EQ(rows("    for row in par(m):\n"
                 "        row[-1] = row[0]\n"),
            "runtime, self m");
  // Just one of them.
  EXPECT_EQ(rows("    for j in par(range(len(m[k]))):\n"
                 "        m[k][j] += 1.0\n"),
            "parallel");
  EXPECT_EQ(rows("    for j in par(range(1, len(m[k]))):\n"
                 "        m[k][j] = m[k][j - 1]\n")
                .substr(0, 8),
            "PAR0501 ");
  EXPECT_EQ(
      rows("    for i in par(range(1, len(m))):\n"
           "        m[i][0] = m[i - 1][0]\n"),
      "PAR0501 iteration i = 1 writes m[1][0], which iteration i = 2 reads | read after write");
  EXPECT_EQ(rows("    for i in par(range(len(m))):\n"
                 "        m[i][0] = n[i][0]\n"),
            "runtime, m may be n, self m");
  EXPECT_EQ(rows("    for j in par(range(len(m))):\n"
                 "        m[0][j] = n[j + 1][j + 1]\n"),
            "runtime, m may be n, self m");
  EXPECT_EQ(rows("    for i in par(range(len(m))):\n"
                 "        m[i][0] = n[-1 - i][0]\n"),
            "runtime, m apart from n, self m");
  EXPECT_EQ(rows("    for i in par(range(len(m))):\n"
                 "        xs[i] = m[i][0]\n"),
            "parallel, m apart from xs");
  // A row that changes its place is not followed.
  EXPECT_EQ(rows("    for i in par(range(len(m))):\n"
                 "        m[i] = xs\n"
                 "        m[i][0] = 1.0\n")
                .substr(0, 8),
            "PAR0502 ");
  EXPECT_EQ(rows("    for i in par(range(len(m))):\n"
                 "        row = m[i] if k > 0 else m[0]\n"
                 "        row[0] = 1.0\n")
                .substr(0, 8),
            "PAR0502 ");
  EXPECT_EQ(rows("    for i in par(range(k)):\n"
                 "        m[i % 3][0] += 1.0\n")
                .substr(0, 8),
            "PAR0501 ");
}

TEST(Dependence, ListsOfListsOfLists) {
  std::string head = "def f(m: list[list[list[int]]], n: list[list[int]]):\n";
  EXPECT_EQ(judge(head + "    for i in par(range(len(m))):\n"
                         "        for row in m[i]:\n"
                         "            for k in range(len(row)):\n"
                         "                row[k] += 1\n"),
            "runtime, self m");
  EXPECT_EQ(judge(head + "    for j in par(range(len(n))):\n"
                         "        m[0][j][0] = n[j][1]\n"),
            "runtime, m apart from n, self m");
}

TEST(Dependence, AnElementReadElsewhereIsNoReduction) {
  EXPECT_EQ(vector("    for i in par(range(len(a))):\n"
                   "        a[0] += 1.0\n"),
            "parallel, self a");
  EXPECT_EQ(vector("    for i in par(range(1, len(a))):\n"
                   "        a[i] += a[i - 1]\n")
                .substr(0, 8),
            "PAR0501 ");
}

TEST(Dependence, IndexArraysAreTested) {
  std::string head = "def f(a: NDArray[np.float64], p: NDArray[np.int64]):\n";
  EXPECT_EQ(judge(head + "    for i in par(range(len(p))):\n"
                         "        a[p[i]] = 1.0\n"),
            "runtime, a apart from p, `p` has no repeats, self a");
  EXPECT_EQ(judge(head + "    for i in par(range(len(p) - 1)):\n"
                         "        for j in range(p[i], p[i + 1]):\n"
                         "            a[j] = 1.0\n"),
            "runtime, a apart from p, `p` is ascending, self a");
  EXPECT_EQ(judge(head + "    for i in par(range(len(p) - 1)):\n"
                         "        a[p[i]] = a[p[i + 1]]\n")
                .substr(0, 8),
            "PAR0415 ");
  EXPECT_EQ(judge(head + "    for i in par(range(len(p)), check=\"trust\"):\n"
                         "        a[p[i]] = 1.0\n"),
            "parallel, a may be p, self a");
  EXPECT_EQ(judge(head + "    for i in par(range(len(p))):\n"
                         "        a[i] = a[p[i]]\n")
                .substr(0, 8),
            "PAR0502 ");
}

TEST(Dependence, WrappedNumbersAreNotFollowed) {
  EXPECT_EQ(judge("def f(a: NDArray[np.float64], p: NDArray[np.uint8]):\n"
                  "    for i in par(range(1000)):\n"
                  "        j = np.uint8(i % 256) * np.uint8(3)\n"
                  "        a[j] = 1.0\n")
                .substr(0, 8),
            "PAR0502 ");
}

TEST(Dependence, GivesUpAConditionWhoseNumbersGrow) {
  // The numbers of this projection grow to megabytes: found by a random nest.
  std::string source =
      "def f(a: NDArray[np.int64], k: int, p: NDArray[np.int64]):\n"
      "    for i in par(range(len(a), k, -1)):\n"
      "        for j in range(p[i], p[i + 1]):\n"
      "            a[(3 * i - 1) ^ 2] = 1\n";
  EXPECT_EQ(judge(source).substr(0, 8), "PAR0507 ");
}

TEST(Dependence, NestedParLoopsAreBothJudged) {
  EXPECT_EQ(matrix("    for i in par(range(m.shape[0])):\n"
                   "        for j in par(range(1, m.shape[1])):\n"
                   "            m[i, j] = m[i, j - 1]\n"),
            "parallel, self m");
  CheckedSource checked(kMatrix + std::string("    for i in par(range(m.shape[0])):\n"
                                              "        for j in par(range(1, m.shape[1])):\n"
                                              "            m[i, j] = m[i, j - 1]\n"));
  // The outer one is fine, the inner one is not.
  EXPECT_EQ(checked.errors(), "PAR0501 `m[i, j - 1]`");
}

TEST(Dependence, ACalleeIsJudgedAsIfInlined) {
  EXPECT_EQ(vector("    for i in par(range(len(a) - 1)):\n"
                   "        put(a, i)\n"
                   "def put(x, i):\n"
                   "    x[i + 1] = x[i]\n")
                .substr(0, 8),
            "PAR0501 ");
}

TEST(Dependence, ARecursiveCalleeTouchesAllItIsGiven) {
  std::string callee =
      "def fill(x, n):\n"
      "    if n > 0:\n"
      "        x[n - 1] = 0.0\n"
      "        fill(x, n - 1)\n";
  EXPECT_EQ(vector("    for i in par(range(len(a))):\n"
                   "        fill(a, i)\n" +
                   callee)
                .substr(0, 8),
            "PAR0512 ");
  EXPECT_EQ(matrix("    for i in par(range(len(m))):\n"
                   "        row = m[i]\n"
                   "        fill(row, len(row))\n" +
                   callee),
            "parallel, self m");
}

}  // namespace
}  // namespace parc::ir
