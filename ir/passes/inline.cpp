#include "ir/passes/inline.h"

#include "ir/builder.h"
#include "ir/passes/clone.h"
#include "ir/passes/flatten.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

constexpr size_t kLargestCallee = 4000;   // expressions
constexpr size_t kLargestGrowth = 40000;  // expressions added to one function
constexpr int kDeepest = 24;              // calls in inlined calls

class Inliner {
 public:
  Inliner(Module& module, FunctionId id)
      : module_(module), function_(module[id]), limit_(function_.exprs.size() + kLargestGrowth) {}

  void outside_par(Block& body) {
    for (StmtId id : body) {
      const Loop* loop = stmt_if<Loop>(function_, id);
      bool par = loop && loop->par;
      in_blocks(id, [&](Block& inner) { par ? inside_par(inner, 0) : outside_par(inner); });
    }
  }

 private:
  // Blocks are moved out while they are rewritten: adding statements moves the arena.
  template <class F>
  void in_blocks(StmtId id, F&& f) {
    std::vector<Block> blocks;
    for_each_block(function_[id].node, [&](Block& inner) { blocks.push_back(std::move(inner)); });
    for (Block& block : blocks) f(block);
    size_t at = 0;
    for_each_block(function_[id].node, [&](Block& inner) { inner = std::move(blocks[at++]); });
  }

  void inside_par(Block& body, int depth) {
    Block result;
    for (StmtId id : body) statement(id, depth, result);
    body = std::move(result);
  }

  void statement(StmtId id, int depth, Block& result) {
    auto wanted = [&](const Call& call) { return can_inline(call, depth); };
    for (StmtId piece : flatten_calls(module_, function_, id, wanted)) {
      ExprId call = lone_call(piece);
      if (call.valid() && can_inline(std::get<Call>(function_[call].node), depth)) {
        replace(piece, call, depth, result);
      } else {
        // A test that moved into a while loop is seen here, too.
        in_blocks(piece, [&](Block& inner) { inside_par(inner, depth); });
        result.push_back(piece);
      }
    }
  }

  ExprId lone_call(StmtId id) const {
    ExprId value;
    if (const Assign* assign = stmt_if<Assign>(function_, id)) value = assign->value;
    if (const Evaluate* evaluate = stmt_if<Evaluate>(function_, id)) value = evaluate->value;
    return value.valid() && expr_if<Call>(function_, value) ? value : ExprId{};
  }

  void replace(StmtId id, ExprId call, int depth, Block& result) {
    const Assign* assign = stmt_if<Assign>(function_, id);
    Block body = clone_callee(module_, function_, call, assign ? assign->target : LocalId{});
    inside_par(body, depth + 1);
    result.insert(result.end(), body.begin(), body.end());
  }

  bool can_inline(const Call& call, int depth) const {
    const Function& callee = module_[call.callee];
    if (call.combination) return false;  // the analysis looks for it
    // A result that never comes has no place in an expression.
    bool returns = callee.result != module_.types.never();
    return returns && !callee.is_recursive && depth < kDeepest && &callee != &function_ &&
           callee.exprs.size() <= kLargestCallee &&
           function_.exprs.size() + callee.exprs.size() <= limit_;
  }

  Module& module_;
  Function& function_;
  size_t limit_;
};

}  // namespace

void inline_calls(Module& module) {
  for (uint32_t id = 0; id < module.functions.size(); ++id) {
    Block body = std::move(module[FunctionId{id}].body);
    Inliner(module, FunctionId{id}).outside_par(body);
    module[FunctionId{id}].body = std::move(body);
  }
}

}  // namespace parc::ir
