// Random nests of affine loops: the verdict against all pairs of iterations for small values of the
// parameters. A loop that is accepted must have no collision among those that its conditions let
// through.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <numeric>
#include <random>
#include <tuple>
#include <vector>

#include "ir/analysis/entry_test_support.h"
#include "ir/analysis/source_test_support.h"

namespace parc::ir {
namespace {

struct Values {
  int64_t i = 0, j = 0, n = 0, k = 0, length = 0;
  std::vector<int64_t> p = {};
};

int64_t floor_div(int64_t a, int64_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }

// An expression as text and as a function.
struct Expression {
  std::string text;
  std::function<int64_t(const Values&)> value;
};
struct Condition {
  std::string text;
  std::function<bool(const Values&)> value;
};

// Where a view begins and how it goes on, as Python resolves the slice.
struct Slice {
  int64_t first = 0, step = 1, count = 0;
};

struct ArrayName {
  std::string text;
  std::function<Slice(const Values&)> places;
};

struct Access {
  ArrayName array;
  Expression index;
  bool is_write;
};

struct Program {
  Expression start, stop, step;
  bool has_inner = false;
  Expression inner_start, inner_stop;
  int64_t inner_step = 1;
  bool has_view = false;
  ArrayName view;
  std::string view_text;
  std::vector<Condition> guards;
  std::vector<std::vector<Access>> statements;

  std::string text() const;
  int64_t trip(const Values& values) const;
  bool collides(Values values) const;
};

// Where a subscript that raises leads: to no element.
constexpr int64_t kNowhere = INT64_MIN / 4;

enum class Shape : uint8_t {
  kAffine,
  kProducts,  // also products of two unknowns, and //, % and steps by one
  kItems,     // also items of an index array
};

class Generator {
 public:
  Generator(uint32_t seed, Shape shape)
      : random_(seed),
        has_products_(shape == Shape::kProducts),
        has_items_(shape == Shape::kItems) {}

  Program program() {
    Program made;
    made.start = pick<Expression>({constant(0), constant(0), constant(1), symbol('k')});
    made.stop = pick<Expression>({symbol('n'), symbol('l'), symbol('l'), constant(6)});
    int64_t step = pick<int64_t>({1, 1, 1, 2, 3, -1});
    made.step = constant(step);
    if (step < 0) std::swap(made.start, made.stop);
    if (has_products_ && chance(4)) made.step = symbol('k');
    made.has_inner = chance(2);
    if (made.has_inner) {
      made.inner_start = pick<Expression>({constant(0), symbol('i'), symbol('k')});
      made.inner_stop = pick<Expression>({symbol('n'), constant(3), symbol('i'), symbol('l')});
      made.inner_step = pick<int64_t>({1, 1, 2});
    }
    if (made.has_inner && has_items_ && chance(2)) {
      made.inner_start = item(symbol('i'));
      made.inner_stop = item(binary("+", symbol('i'), constant(1)));
    }
    inner_ = made.has_inner;
    made.has_view = chance(4);
    if (made.has_view) add_view(made);
    while (chance(3)) made.guards.push_back(guard());
    int statements = chance(2) ? 1 : 2;
    for (int at = 0; at < statements; ++at) {
      std::vector<Access> accesses{access(made, true)};
      if (chance(2)) accesses.push_back(access(made, false));
      made.statements.push_back(std::move(accesses));
    }
    return made;
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<uint32_t>(limit)); }
  bool chance(int one_in) { return below(one_in) == 0; }
  template <class T>
  T pick(std::vector<T> from) {
    return from[static_cast<size_t>(below(static_cast<int>(from.size())))];
  }

  Expression constant(int64_t value) {
    return {concat(value), [value](const Values&) { return value; }};
  }
  Expression symbol(char name) {
    switch (name) {
      case 'i':
        return {"i", [](const Values& v) { return v.i; }};
      case 'j':
        return {"j", [](const Values& v) { return v.j; }};
      case 'n':
        return {"n", [](const Values& v) { return v.n; }};
      case 'k':
        return {"k", [](const Values& v) { return v.k; }};
      default:
        return {"len(a)", [](const Values& v) { return v.length; }};
    }
  }

  Expression binary(const char* op, const Expression& a, const Expression& b) {
    std::string text = concat("(", a.text, " ", op, " ", b.text, ")");
    bool is_sum = *op == '+';
    auto f = a.value;
    auto g = b.value;
    return {text, [=](const Values& v) { return is_sum ? f(v) + g(v) : f(v) - g(v); }};
  }
  Expression times(int64_t factor, Expression a) {
    if (factor == 1) return a;
    auto f = a.value;
    return {concat(factor, " * ", a.text), [=](const Values& v) { return factor * f(v); }};
  }
  Expression product(const Expression& a, const Expression& b) {
    auto f = a.value;
    auto g = b.value;
    return {concat(a.text, " * ", b.text), [=](const Values& v) { return f(v) * g(v); }};
  }
  // A multiple of the unknown.
  Expression multiple(char name) {
    if (!has_products_ || !chance(2)) return times(factor(), symbol(name));
    if (chance(8)) {
      Expression next = binary(chance(2) ? "+" : "-", symbol(name), constant(1));
      return product(symbol(name), chance(2) ? symbol(name) : next);
    }
    Expression of = chance(3) ? binary("+", symbol(name), constant(1)) : symbol(name);
    return product(of, symbol(pick<char>({'n', 'n', 'k', 'l'})));
  }

  // A sum of a few unknowns, sometimes under ^ | // % min max abs.
  Expression form(bool with_loops) {
    Expression sum = with_loops && !chance(6) ? multiple('i') : constant(below(4));
    if (with_loops && inner_ && !chance(3)) sum = binary("+", sum, multiple('j'));
    if (chance(3)) sum = binary(chance(2) ? "+" : "-", sum, symbol(pick<char>({'n', 'k', 'l'})));
    if (chance(2)) sum = binary(chance(2) ? "+" : "-", sum, constant(1 + below(3)));
    return chance(3) ? wrapped(sum) : sum;
  }
  int64_t factor() { return pick<int64_t>({1, 1, 1, 2, 3, -1}); }
  Expression wrapped(const Expression& of) {
    auto f = of.value;
    int64_t number = 2 + below(3);
    switch (below(7)) {
      case 5:
        return {concat("(", of.text, " ^ ", number, ")"),
                [=](const Values& v) { return f(v) ^ number; }};
      case 6:
        return {concat("(", of.text, " | ", number, ")"),
                [=](const Values& v) { return f(v) | number; }};
      case 0:
        return {concat(of.text, " // ", number),
                [=](const Values& v) { return floor_div(f(v), number); }};
      case 1:
        return {concat(of.text, " % ", number),
                [=](const Values& v) { return f(v) - number * floor_div(f(v), number); }};
      case 2:
        return {concat("min(", of.text, ", ", number, ")"),
                [=](const Values& v) { return std::min(f(v), number); }};
      case 3:
        return {concat("max(", of.text, ", ", number, ")"),
                [=](const Values& v) { return std::max(f(v), number); }};
      default:
        return {concat("abs(", of.text, ")"), [=](const Values& v) { return std::abs(f(v)); }};
    }
  }

  Expression item(const Expression& index) {
    auto f = index.value;
    return {concat("p[", index.text, "]"), [=](const Values& v) {
              int64_t at = f(v), count = static_cast<int64_t>(v.p.size());
              if (at < 0) at += count;
              return at < 0 || at >= count ? kNowhere : v.p[static_cast<size_t>(at)];
            }};
  }
  Expression divided(const Expression& of) {
    Expression by = symbol(pick<char>({'n', 'k', 'l'}));
    auto f = of.value;
    auto g = by.value;
    bool is_quotient = chance(2);
    return {concat("(", of.text, is_quotient ? ") // " : ") % ", by.text), [=](const Values& v) {
              if (g(v) == 0) return kNowhere;
              int64_t quotient = floor_div(f(v), g(v));
              return is_quotient ? quotient : f(v) - g(v) * quotient;
            }};
  }

  Condition guard() {
    Expression left = form(true);
    Expression right =
        pick<Expression>({symbol('i'), symbol('k'), symbol('n'), constant(below(4))});
    auto f = left.value;
    auto g = right.value;
    switch (below(4)) {
      case 0:
        return {concat(left.text, " == ", right.text),
                [=](const Values& v) { return f(v) == g(v); }};
      case 1:
        return {concat(left.text, " != ", right.text),
                [=](const Values& v) { return f(v) != g(v); }};
      case 2:
        return {concat(left.text, " < ", right.text), [=](const Values& v) { return f(v) < g(v); }};
      default:
        return {concat(left.text, " >= ", right.text),
                [=](const Values& v) { return f(v) >= g(v); }};
    }
  }

  Access access(const Program& program, bool is_write) {
    ArrayName whole{"a", [](const Values& v) { return Slice{0, 1, v.length}; }};
    bool by_view = program.has_view && chance(2);
    Expression index = form(true);
    if (has_products_ && chance(6)) index = divided(index);
    if (has_items_ && chance(2)) {
      index = item(chance(3) ? index : chance(2) ? symbol('i') : times(2, symbol('i')));
      if (chance(6)) index = binary("+", index, constant(1));
    }
    return {by_view ? program.view : whole, index, is_write};
  }

  void add_view(Program& program) {
    Expression lower = form(false);
    Expression upper = form(false);
    int64_t step = pick<int64_t>({1, 1, 2, -1, -2});
    program.view_text = concat("a[", lower.text, ":", upper.text, ":", step, "]");
    auto from = lower.value;
    auto to = upper.value;
    program.view = {"v", [=](const Values& v) {
                      int64_t least = step > 0 ? 0 : -1;
                      int64_t most = step > 0 ? v.length : v.length - 1;
                      auto bound = [&](int64_t at) {
                        return std::clamp(at < 0 ? at + v.length : at, least,
                                          std::max(least, most));
                      };
                      int64_t first = bound(from(v));
                      int64_t last = bound(to(v));
                      int64_t span = step > 0 ? last - first : first - last;
                      int64_t width = std::abs(step);
                      return Slice{first, step, std::max<int64_t>(0, (span + width - 1) / width)};
                    }};
  }

  std::mt19937 random_;
  bool has_products_, has_items_;
  bool inner_ = false;
};

std::string Program::text() const {
  std::string out = "def f(a: NDArray[np.int64], n: int, k: int, p: NDArray[np.int64]):\n";
  if (has_view) out += concat("    v = ", view_text, "\n");
  out += concat("    for i in par(range(", start.text, ", ", stop.text, ", ", step.text, ")):\n");
  std::string indent = "        ";
  if (has_inner) {
    out += concat(indent, "for j in range(", inner_start.text, ", ", inner_stop.text, ", ",
                  inner_step, "):\n");
    indent += "    ";
  }
  for (const Condition& guard : guards) {
    out += concat(indent, "if ", guard.text, ":\n");
    indent += "    ";
  }
  for (const std::vector<Access>& accesses : statements) {
    out += concat(indent, accesses[0].array.text, "[", accesses[0].index.text, "] = ");
    out += accesses.size() == 1 ? "1"
                                : concat(accesses[1].array.text, "[", accesses[1].index.text, "]");
    out += "\n";
  }
  return out;
}

int64_t Program::trip(const Values& values) const {
  int64_t by = step.value(values), span = stop.value(values) - start.value(values);
  if (by == 0 || (span < 0) != (by < 0)) return 0;
  return (std::abs(span) + std::abs(by) - 1) / std::abs(by);
}

// Whether two iterations meet at an element that one of them writes.
bool Program::collides(Values v) const {
  struct Touched {
    int64_t iteration;
    bool written, shared;
  };
  std::map<int64_t, Touched> elements;
  bool found = false;
  auto touch = [&](const Access& access) {
    Slice places = access.array.places(v);
    int64_t at = access.index.value(v);
    if (at < 0) at += places.count;
    if (at < 0 || at >= places.count) return;
    auto [place, is_new] =
        elements.try_emplace(places.first + at * places.step, Touched{v.i, access.is_write, false});
    if (is_new) return;
    Touched& other = place->second;
    other.shared = other.shared || other.iteration != v.i;
    other.written = other.written || access.is_write;
    found = found || (other.shared && other.written);
  };
  auto run_body = [&] {
    for (const Condition& guard : guards) {
      if (!guard.value(v)) return;
    }
    for (const std::vector<Access>& accesses : statements) {
      for (const Access& access : accesses) touch(access);
    }
  };
  int64_t first = start.value(v);
  int64_t last = stop.value(v);
  int64_t by = step.value(v);
  if (by == 0) return false;
  for (v.i = first; by > 0 ? v.i < last : v.i > last; v.i += by) {
    if (!has_inner) {
      run_body();
      continue;
    }
    int64_t inner_first = inner_start.value(v), inner_last = inner_stop.value(v);
    if (inner_first == kNowhere || inner_last == kNowhere) continue;
    for (v.j = inner_first; v.j < inner_last; v.j += inner_step) run_body();
  }
  return found;
}

// Whether the conditions of the loop, if any, let it run in parallel for these values.
bool may_run(const Program& program, const Function& function, const LoopFacts& facts,
             const Values& values) {
  EntryLookup lookup;
  lookup.value = [&](LocalId local) {
    const std::string& name = function[local].name;
    EXPECT_TRUE(name == "n" || name == "k") << name;
    return name == "n" ? values.n : values.k;
  };
  lookup.length = [&](LocalId local, uint8_t) {
    const std::string& name = function[local].name;
    return name == "v"   ? program.view.places(values).count
           : name == "p" ? static_cast<int64_t>(values.p.size())
                         : values.length;
  };
  lookup.items = [&](const ItemLine&) { return values.p; };
  lookup.trip = program.trip(values);
  auto holds = [&](const auto& condition) { return EntryEvaluation(lookup).holds(condition); };
  return std::all_of(facts.conditions.begin(), facts.conditions.end(), holds) &&
         std::all_of(facts.index_checks.begin(), facts.index_checks.end(), holds);
}

// Items of an index array: of many kinds, the same ones for the same number.
std::vector<int64_t> some_items(int64_t number, int64_t length) {
  std::mt19937 random(static_cast<uint32_t>(number));
  std::vector<int64_t> items(random() % 9);
  std::iota(items.begin(), items.end(), static_cast<int64_t>(random() % 3));
  const uint32_t kind = random() % 6;
  if (kind == 1) std::shuffle(items.begin(), items.end(), random);
  for (int64_t& item : items) {
    if (kind == 2) item = static_cast<int64_t>(random() % 7) - 2;
    if (kind == 3) item -= static_cast<int64_t>(random() % 2) * length;
    if (kind == 4) item *= 2;
  }
  if (kind == 5) std::reverse(items.begin(), items.end());
  return items;
}

// Of the values that are tried: how many let the loop run, and with a collision.
struct Trials {
  int all = 0, run = 0, colliding = 0;
};

Trials try_values(const Program& program, const Function& function, const LoopFacts& facts) {
  Trials trials;
  for (int64_t length : {8, 1, 5, 13}) {
    for (int64_t n = 0; n < 9; ++n) {
      for (int64_t k = -2; k < 5; ++k) {
        Values values{0, 0, n, k, length, some_items(trials.all, length)};
        bool runs = may_run(program, function, facts, values);
        ++trials.all;
        trials.run += runs;
        trials.colliding += runs && program.collides(values);
      }
    }
  }
  return trials;
}

// Each part tries programs of its own, so that no test takes long; more of them with
// PARC_RANDOM_PROGRAMS, for each part.
class DependenceRandom : public testing::TestWithParam<std::tuple<Shape, uint32_t>> {};

TEST_P(DependenceRandom, AcceptsNothingThatCollides) {
  const char* asked = std::getenv("PARC_RANDOM_PROGRAMS");
  const uint32_t programs = asked ? static_cast<uint32_t>(std::atoi(asked)) : 120;
  auto [shape, part] = GetParam();
  int accepted = 0, conditional = 0, refused = 0, needlessly = 0, unknown = 0;
  for (uint32_t at = 0; at < programs; ++at) {
    uint32_t seed = part * programs + at;
    Program program = Generator(seed, shape).program();
    CheckedSource checked(program.text());
    const Function* function = nullptr;
    const LoopFacts* facts = checked.first_loop(&function);
    ASSERT_NE(facts, nullptr) << program.text() << checked.errors();
    Trials trials = try_values(program, *function, *facts);
    if (facts->verdict == Verdict::kRefused) {
      ++refused;
      bool proven =
          checked.errors().rfind("PAR0501", 0) == 0 || checked.errors().rfind("PAR0507", 0) == 0;
      if (!proven) ++unknown;
      if (trials.colliding == 0) ++needlessly;
      continue;
    }
    ++(facts->verdict == Verdict::kRuntime ? conditional : accepted);
    ASSERT_EQ(trials.colliding, 0) << "seed " << seed << "\n" << program.text();
  }
  RecordProperty("accepted", accepted);
  RecordProperty("conditional", conditional);
  RecordProperty("refused", refused);
  // Enough of each. Some collisions need larger values than those that are tried here.
  EXPECT_GT(accepted, static_cast<int>(programs / (shape == Shape::kItems ? 16 : 8)));
  if (shape != Shape::kAffine) return;
  EXPECT_GT(conditional, static_cast<int>(programs / 20));
  EXPECT_LT(needlessly * 5, refused) << needlessly << " of " << refused;
  EXPECT_LT(unknown * 20, refused) << unknown << " of " << refused;
}

INSTANTIATE_TEST_SUITE_P(Affine, DependenceRandom,
                         testing::Combine(testing::Values(Shape::kAffine), testing::Range(0u, 6u)));
INSTANTIATE_TEST_SUITE_P(Items, DependenceRandom,
                         testing::Combine(testing::Values(Shape::kItems), testing::Range(0u, 6u)));
INSTANTIATE_TEST_SUITE_P(Products, DependenceRandom,
                         testing::Combine(testing::Values(Shape::kProducts),
                                          testing::Range(0u, 6u)));

}  // namespace
}  // namespace parc::ir
