#include "ir/analysis/sharing.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "ir/analysis/source_test_support.h"

namespace parc::ir {
namespace {

const char* spelling(ReductionOp op) {
  constexpr const char* kNames[] = {"+", "*", "&", "|", "^", "min", "max", "and", "or"};
  return kNames[static_cast<int>(op)];
}

std::string describe_reduction(const Function& function, const Reduction& reduction) {
  std::string text = concat(function[reduction.variable].name, " ", spelling(reduction.op));
  if (reduction.op == ReductionOp::kMin || reduction.op == ReductionOp::kMax) {
    constexpr const char* kRules[] = {"", "r", "p", "i"};
    text += concat(spelling(reduction.extreme.compare),
                   kRules[static_cast<int>(reduction.extreme.nan)]);
  }
  for (LocalId companion : reduction.extreme.companions) text += " " + function[companion].name;
  return text;
}

// What the first par loop makes of the named variables: "i private, s + reduction; …", or the
// errors.
std::string classes(const std::string& source) {
  CheckedSource checked(source);
  if (checked.diagnostics.has_errors()) return checked.errors();
  const Function* function = nullptr;
  const LoopFacts* loop = checked.first_loop(&function);
  if (!loop) return "no loop";
  std::set<std::string> found;
  for (const VariableFact& fact : loop->variables) {
    const Local& local = (*function)[fact.local];
    if (local.name.empty() || local.role == LocalRole::kBoundFlag) continue;
    std::string copied = fact.copy_in ? " copied in" : "";
    if (fact.sharing == Sharing::kPrivate) found.insert(local.name + " private" + copied);
    if (fact.sharing == Sharing::kLastValue) found.insert(local.name + " last" + copied);
  }
  for (const Reduction& reduction : loop->reductions) {
    found.insert(describe_reduction(*function, reduction));
  }
  std::string text;
  for (const std::string& one : found) text += (text.empty() ? "" : ", ") + one;
  if (loop->has_break) text += " +break";
  if (loop->has_return) text += " +return";
  return text;
}

// A function over arrays with this body in `for i in par(range(n))`, `before` and `after` around
// it.
std::string in_loop(const std::string& body, const std::string& before = "",
                    const std::string& after = "") {
  std::string text =
      "def f(xs: NDArray[np.float64], ks: NDArray[np.int64], out: NDArray[np.float64], n: int, m: "
      "int, c: bool):\n";
  auto add = [&](const std::string& lines, const char* indent) {
    std::string line;
    for (char at : lines + "\n") {
      line += at;
      if (at != '\n') continue;
      if (line != "\n") text += indent + line;
      line.clear();
    }
  };
  add(before, "    ");
  text += "    for i in par(range(n)):\n";
  add(body, "        ");
  add(after, "    ");
  return classes(text);
}

TEST(Private, AssignedFirst) {
  EXPECT_EQ(in_loop("t = xs[i]\nout[i] = t * t"), "i private, t private");
  EXPECT_EQ(in_loop("t = xs[i]\nout[i] = t * t", "t = 0.0", "return t"), "i private, t last");
}

TEST(Private, SameConditionTwice) {
  EXPECT_EQ(in_loop("if xs[i] > 0:\n    t = xs[i]\nif xs[i] > 0:\n    out[i] = t", "t = 1.0"),
            "i private, t private");
  EXPECT_EQ(in_loop("if i > m:\n    t = xs[i]\nif not i > m:\n    continue\nout[i] = t",
                    "t = np.float64(1.0)"),
            "i private, t private");
  EXPECT_EQ(in_loop("if i > m:\n    t = xs[i]\nif i >= m:\n    out[i] = t", "t = np.float64(1.0)"),
            "PAR0503 `t`");
}

TEST(Private, ConditionThatItsBranchChanges) {
  EXPECT_EQ(
      in_loop("go = xs[i] > 0\nif go:\n    t = xs[i] + 1\n    go = t > 3\nif go:\n    out[i] = t",
              "t = np.float64(1.0)"),
      "go private, i private, t private");
}

TEST(Private, InnerLoops) {
  EXPECT_EQ(in_loop("for j in range(m):\n    t = xs[j]\nout[i] = t", "t = np.float64(1.0)"),
            "i private, j private, t private copied in");
  EXPECT_EQ(in_loop("for j in range(i):\n    t = xs[j]\nout[i] = t", "t = np.float64(1.0)"),
            "PAR0503 `t`");
  EXPECT_EQ(in_loop("for j in range(3):\n    t = xs[j]\nout[i] = t", "t = np.float64(1.0)"),
            "i private, j private, t private");
  EXPECT_EQ(in_loop("s = 0.0\nfor j in range(m):\n    s += xs[j]\nout[i] = s"),
            "i private, j private, s private");
}

TEST(LastValue, ConditionalAssignment) {
  EXPECT_EQ(in_loop("if xs[i] > 0.0:\n    last = i", "last = -1", "return last"),
            "i private, last last");
  EXPECT_EQ(in_loop("if xs[i] > 0.0:\n    found = True", "found = False", "return found"),
            "found last, i private");
  EXPECT_EQ(in_loop("last = i", "", "return last"), "i private, last last");
}

TEST(Sum, Spellings) {
  EXPECT_EQ(in_loop("s += xs[i]", "s = 0.0", "return s"), "i private, s +");
  EXPECT_EQ(in_loop("s += xs[i]", "s = 0", "return s"), "i private, s +");
  EXPECT_EQ(in_loop("s = s + xs[i] - out[i]", "s = 0.0", "return s"), "i private, s +");
  EXPECT_EQ(in_loop("s = xs[i] + s", "s = 0.0", "return s"), "i private, s +");
  EXPECT_EQ(in_loop("s += xs[i]\ns -= out[i]", "s = 0.0", "return s"), "i private, s +");
  EXPECT_EQ(in_loop("for j in range(m):\n    if c:\n        s += ks[j]", "s = 0", "return s"),
            "j private, s +");
}

TEST(Product, Spellings) {
  EXPECT_EQ(in_loop("p *= xs[i]", "p = 1.0", "return p"), "i private, p *");
  EXPECT_EQ(in_loop("p *= xs[i]\np /= 3.0", "p = 1.0", "return p"), "i private, p *");
  EXPECT_EQ(in_loop("p = xs[i] / p", "p = 1.0", "return p"), "PAR0505 `p = xs[i] / p`");
}

TEST(Kinds, OfTotals) {
  EXPECT_EQ(in_loop("s += xs[i] if c else 1.0", "s = 0.0", "return s"), "i private, s +");
  EXPECT_EQ(in_loop("s += ks[i] if c else 0", "s = 0", "return s"), "i private, s +");
  EXPECT_EQ(in_loop("s *= ks[i] if c else 1", "s = 1", "return s"),
            "PAR0505 `s *= ks[i] if c else 1`");
  EXPECT_EQ(in_loop("s |= ks[i] if c else 1", "s = 0", "return s"), "i private, s |");
  EXPECT_EQ(in_loop("s += np.float32(1) if c else 0.1", "s = 0.0", "return s"),
            "PAR0505 `s += np.float32(1) if c else 0.1`");
  EXPECT_EQ(in_loop("p *= xs[i]\np /= float(ks[i])", "p = 1.0", "return p"),
            "PAR0505 `p *= xs[i]`");
  EXPECT_EQ(in_loop("s += np.int8(i) if c else m", "s = 0", "return s"),
            "PAR0505 `s += np.int8(i) if c else m`");
}

TEST(Bits, Spellings) {
  EXPECT_EQ(in_loop("b |= ks[i]", "b = np.int64(0)", "return b"), "b |, i private");
  EXPECT_EQ(in_loop("b ^= i", "b = 0", "return b"), "b ^, i private");
  EXPECT_EQ(in_loop("b <<= 1", "b = 1", "return b"), "PAR0505 `b <<= 1`");
}

TEST(Extremes, ByBuiltin) {
  EXPECT_EQ(in_loop("t = max(t, xs[i])", "t = xs[0]", "return t"), "i private, t max>");
  EXPECT_EQ(in_loop("t = max(xs[i], t)", "t = xs[0]", "return t"), "i private, t max>=r");
  EXPECT_EQ(in_loop("t = min(t, xs[i], out[i])", "t = xs[0]", "return t"), "i private, t min<");
  EXPECT_EQ(in_loop("t = max(t, xs[i], out[i])", "t = 0", "return t"), "i private, t max>");
  EXPECT_EQ(in_loop("t = max(t, xs[i])", "t = 0.0", "return t"), "i private, t max>");
  EXPECT_EQ(in_loop("t = np.maximum(t, xs[i])", "t = xs[0]", "return t"), "i private, t max>p");
}

TEST(Extremes, ByComparison) {
  EXPECT_EQ(in_loop("if xs[i] > t:\n    t = xs[i]", "t = xs[0]", "return t"), "i private, t max>");
  EXPECT_EQ(in_loop("if t < xs[i]:\n    t = xs[i]", "t = xs[0]", "return t"), "i private, t max>");
  EXPECT_EQ(in_loop("if xs[i] <= t:\n    t = xs[i]", "t = xs[0]", "return t"),
            "i private, t min<=");
  EXPECT_EQ(in_loop("if not xs[i] <= t:\n    t = xs[i]", "t = xs[0]", "return t"),
            "i private, t max>r");
  EXPECT_EQ(in_loop("t = xs[i] if xs[i] > t else t", "t = xs[0]", "return t"), "i private, t max>");
  EXPECT_EQ(in_loop("t = t if t > xs[i] else xs[i]", "t = xs[0]", "return t"),
            "i private, t max>=r");
  EXPECT_EQ(in_loop("if ks[i] > t:\n    t = int(ks[i])", "t = -1", "return t"),
            "i private, t max>");
  EXPECT_EQ(in_loop("if c and xs[i] > t:\n    t = xs[i]", "t = 0.0", "return t"),
            "i private, t max>");
}

TEST(Extremes, Companions) {
  EXPECT_EQ(
      in_loop("v = xs[i]\nif v > t:\n    t = v\n    at = i", "t = xs[0]\nat = 0", "return t, at"),
      "i private, t max> at, v private");
  EXPECT_EQ(in_loop("if xs[i] > t:\n    t = xs[i]\n    at = i\nout[i] = at", "t = xs[0]\nat = 0",
                    "return t, at"),
            "PAR0504 `at`");
  EXPECT_EQ(in_loop("if xs[i] > t:\n    t = xs[i]\n    k += 1", "t = xs[0]\nk = 0", "return t, k"),
            "PAR0503 `t`");
  EXPECT_EQ(
      in_loop("if xs[i] > t:\n    t = xs[i]\nelse:\n    k = i", "t = xs[0]\nk = 0", "return t, k"),
      "PAR0503 `t`");
}

TEST(Logic, Spellings) {
  EXPECT_EQ(in_loop("ok = ok and xs[i] > 0.0", "ok = True", "return ok"), "i private, ok and");
  EXPECT_EQ(in_loop("ok = xs[i] > 0.0 or ok", "ok = False", "return ok"), "i private, ok or");
  EXPECT_EQ(in_loop("if xs[i] < 0.0:\n    ok = False", "ok = True", "return ok"),
            "i private, ok last");
}

TEST(Logic, OperandsOfStatements) {
  EXPECT_EQ(in_loop("ok = ok and max(xs[i], 1, out[i]) > 0.0", "ok = True", "return ok"),
            "i private, ok and");
  EXPECT_EQ(
      in_loop("if ok:\n    v = xs[i] * 2.0\n    ok = v > 0.0", "ok = np.bool_(True)", "return ok"),
      "i private, ok and, v private");
  EXPECT_EQ(in_loop("if ok:\n    v = xs[i] * 2.0\n    ok = v > 0.0", "ok = np.bool_(True)\nv = 0.0",
                    "return ok, v"),
            "PAR0503 `ok`");
}

TEST(Refused, Scalars) {
  EXPECT_EQ(in_loop("out[i] = prev\nprev = xs[i]", "prev = np.float64(0.0)"), "PAR0503 `prev`");
  EXPECT_EQ(in_loop("out[i] = s\ns += xs[i]", "s = np.float64(0.0)"), "PAR0504 `s`");
  EXPECT_EQ(in_loop("s += s * xs[i]", "s = np.float64(1.0)", "return s"), "PAR0504 `s`");
  EXPECT_EQ(in_loop("s = 2.0 / s", "s = 1.0", "return s"), "PAR0505 `s = 2.0 / s`");
  EXPECT_EQ(in_loop("s = xs[i] - s", "s = np.float64(1.0)", "return s"), "PAR0505 `s = xs[i] - s`");
  EXPECT_EQ(in_loop("s += 1.0\ns *= 2.0", "s = 1.0", "return s"), "PAR0510 `s *= 2.0`");
  EXPECT_EQ(in_loop("out[k] = xs[i]\nk += 1", "k = 0"), "PAR0506 `k`");
  EXPECT_EQ(in_loop("sign = -sign\nout[i] = sign", "sign = 1.0"), "PAR0503 `sign`");
}

TEST(Refused, CountersComeWithAFix) {
  CheckedSource checked(
      "def f(xs: NDArray[np.float64], out: NDArray[np.float64]):\n"
      "    k = 1\n"
      "    for i in par(range(len(xs) // 3)):\n"
      "        out[k] = xs[i]\n"
      "        k += 3\n");
  ASSERT_EQ(checked.errors(), "PAR0506 `k`");
  const Diagnostic& diagnostic = checked.diagnostics.all().front();
  ASSERT_EQ(diagnostic.fixits.size(), 2u);
  EXPECT_EQ(diagnostic.fixits[0].text, "(k + 3 * i)");
  EXPECT_EQ(checked.sources.text(diagnostic.fixits[1].range), "k += 3");
  EXPECT_EQ(diagnostic.fixits[1].text, "pass");
}

TEST(Exits, BreakAndReturn) {
  EXPECT_EQ(in_loop("if xs[i] > 0.0:\n    at = i\n    break", "at = -1", "return at"),
            "at last, i private +break");
  EXPECT_EQ(in_loop("if xs[i] > 0.0:\n    return i", "", "return -1"), "i private +return");
  EXPECT_EQ(in_loop("out[i] = 1.0\nif xs[i] > 0.0:\n    break"), "PAR0508 `break`");
  EXPECT_EQ(in_loop("for j in range(m):\n    if xs[j] > 0.0:\n        break\nout[i] = 1.0"),
            "i private, j private");
}

TEST(Inlined, CallsAreJudgedByTheirBodies) {
  EXPECT_EQ(
      classes("def half(x):\n    if x < 0.0:\n        return 0.0\n    y = x * 0.5\n    return "
              "y\n\n"
              "def f(xs: NDArray[np.float64], out: NDArray[np.float64]):\n"
              "    s = 0.0\n"
              "    for i in par(range(len(xs))):\n"
              "        s += half(xs[i])\n"
              "    return s\n"),
      "i private, s +, x private, y private");
}

}  // namespace
}  // namespace parc::ir
