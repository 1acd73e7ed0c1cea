// Prints the kind tables, a cell a line, for the comparison with the interpreter.
#include <cstdio>

#include "ir/numeric.h"

using namespace parc::ir;

namespace {

constexpr const char* kBinaryNames[] = {"add", "sub",    "mul",    "truediv", "floordiv", "mod",
                                        "pow", "lshift", "rshift", "and_",    "or_",      "xor"};
constexpr const char* kUnaryNames[] = {"pos", "neg", "invert"};
constexpr const char* kCompareNames[] = {"lt", "le", "gt", "ge", "eq", "ne"};

const char* name(std::optional<Kind> kind) { return kind ? kind_name(*kind) : "-"; }

void print_pair(Kind left, Kind right) {
  for (int op = 0; op < 12; ++op) {
    std::printf("binary %s %s %s %s\n", kBinaryNames[op], kind_name(left), kind_name(right),
                name(binary_kind(static_cast<BinaryOp>(op), left, right)));
  }
  for (int op = 0; op < 6; ++op) {
    std::printf("compare %s %s %s %s\n", kCompareNames[op], kind_name(left), kind_name(right),
                name(compare_kind(static_cast<CompareOp>(op), left, right)));
  }
  std::printf("promote - %s %s %s\n", kind_name(left), kind_name(right),
              name(promote(left, right)));
  std::printf("holds - %s %s %s\n", kind_name(left), kind_name(right),
              holds_exactly(left, right) ? "yes" : "no");
}

}  // namespace

int main() {
  for (int left = 0; left < kKindCount; ++left) {
    auto kind = static_cast<Kind>(left);
    for (int op = 0; op < 3; ++op) {
      std::printf("unary %s %s - %s\n", kUnaryNames[op], kind_name(kind),
                  name(unary_kind(static_cast<UnaryOp>(op), kind)));
    }
    for (int right = 0; right < kKindCount; ++right) print_pair(kind, static_cast<Kind>(right));
  }
}
