#include "codegen/legalize/large_functions.h"

namespace parc::lower {
namespace {

constexpr size_t kLargest = 2500;  // statements: a second or two of optimisation

size_t count(const CBlock& block);

struct Counter {
  size_t operator()(const CIf& node) const { return count(node.then_body) + count(node.else_body); }
  size_t operator()(const CFor& node) const { return count(node.body); }
  size_t operator()(const CForever& node) const { return count(node.body); }
  size_t operator()(const CScope& node) const { return count(node.body); }
  size_t operator()(const CReassociate& node) const { return count(node.body); }
  size_t operator()(const CParallelFor& node) const {
    return count(node.prologue) + count(node.loop.body) + count(node.epilogue);
  }
  template <class T>  // no statements inside
  size_t operator()(const T&) const {
    return 0;
  }
};

size_t count(const CBlock& block) {
  size_t total = block.size();
  for (const CStmt& stmt : block) total += std::visit(Counter{}, stmt->node);
  return total;
}

}  // namespace

void mark_large_functions(Program& program) {
  for (CDeclaration& declaration : program.declarations) {
    auto* function = std::get_if<CFunction>(&declaration);
    if (function && count(function->body) > kLargest) function->hint = FunctionHint::kLarge;
  }
}

}  // namespace parc::lower
