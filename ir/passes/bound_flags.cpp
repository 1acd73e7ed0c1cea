#include "ir/passes/bound_flags.h"

#include "ir/analysis/local_set.h"
#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

// Flags known to be set at a point; nothing is known to be unreachable but what follows a jump.
struct Known {
  bool reachable = true;
  LocalSet set;
};

Known join(const Known& a, const Known& b) {
  if (!a.reachable) return b;
  if (!b.reachable) return a;
  Known result = a;
  result.set.intersect(b.set);
  return result;
}

class FlagRemover {
 public:
  explicit FlagRemover(Function& function) : function_(function) {}

  void block(Block& body) {
    std::erase_if(body, [&](StmtId id) { return !keep(id); });
  }

 private:
  bool is_flag(LocalId local) const { return function_[local].role == LocalRole::kBoundFlag; }

  // Walks the statement; whether it has to stay.
  bool keep(StmtId id) {
    StmtNode& node = function_[id].node;
    if (const CheckBound* check = std::get_if<CheckBound>(&node)) return set(check->flag);
    if (const Assign* assign = std::get_if<Assign>(&node)) {
      if (!is_flag(assign->target)) return true;
      if (constant_int(function_, assign->value) == 1) return set(assign->target);
      known_.set.erase(assign->target);
    } else if (If* branch = std::get_if<If>(&node)) {
      Known before = known_;
      block(branch->then_body);
      Known after = std::exchange(known_, before);
      block(branch->else_body);
      known_ = join(after, known_);
    } else if (std::holds_alternative<Break>(node) || std::holds_alternative<Continue>(node) ||
               std::holds_alternative<Return>(node) || std::holds_alternative<Raise>(node) ||
               std::holds_alternative<Leave>(node)) {
      known_.reachable = false;
    } else {
      // A loop may run never, and be left from anywhere; so may a label be.
      for_each_block(node, [&](Block& inner) {
        forget_cleared(inner);
        Known before = known_;
        block(inner);
        known_ = before;
      });
    }
    return true;
  }

  // Whether setting the flag (or testing it) is news.
  bool set(LocalId flag) {
    if (!known_.reachable) return true;
    bool news = !known_.set.contains(flag);
    known_.set.insert(flag);
    return news;
  }

  void forget_cleared(const Block& body) {
    walk_stmts(function_, body, [&](StmtId id) {
      const Assign* assign = stmt_if<Assign>(function_, id);
      if (assign && is_flag(assign->target) && constant_int(function_, assign->value) != 1) {
        known_.set.erase(assign->target);
      }
    });
  }

  Function& function_;
  Known known_;
};

}  // namespace

void remove_known_flags(Module& module) {
  for (uint32_t id = 0; id < module.functions.size(); ++id) {
    Function& function = module[FunctionId{id}];
    FlagRemover(function).block(function.body);
  }
}

}  // namespace parc::ir
