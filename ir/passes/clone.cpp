#include "ir/passes/clone.h"

#include <map>
#include <optional>
#include <set>

#include "ir/builder.h"
#include "ir/walk.h"

namespace parc::ir {
namespace {

bool always_leaves(const Function& function, const Block& block) {
  if (block.empty()) return false;
  const StmtNode& last = function[block.back()].node;
  if (const If* branch = std::get_if<If>(&last)) {
    return always_leaves(function, branch->then_body) && always_leaves(function, branch->else_body);
  }
  return std::holds_alternative<Return>(last) || std::holds_alternative<Raise>(last);
}

bool holds_return(const Function& function, const Block& block) {
  bool found = false;
  walk_stmts(function, block,
             [&](StmtId id) { found = found || stmt_if<Return>(function, id) != nullptr; });
  return found;
}

class Cloner {
 public:
  Cloner(Module& module, Function& caller, ExprId call, LocalId target)
      : module_(module),
        callee_(module[std::get<Call>(caller[call].node).callee]),
        caller_(caller),
        call_(call),
        target_(target) {}

  Block run() {
    add_frames();
    Block before;
    bind_parameters(before);
    bind_locals(before);
    Block body = sequence(callee_.body, 0, {}, true);
    SourceRange range = caller_[call_].range;
    if (label_) {
      body = {add(caller_, Labeled{*label_, std::move(body)}, range, caller_[call_].frame)};
    }
    before.insert(before.end(), body.begin(), body.end());
    return before;
  }

 private:
  void add_frames() {
    frame_base_ = static_cast<FrameId>(caller_.frames.size());
    for (size_t at = 0; at < callee_.frames.size(); ++at) {
      Frame frame = callee_.frames[at];
      if (at == 0) {
        frame.call = caller_[call_].range;
        frame.parent = caller_[call_].frame;
      } else {
        frame.parent += frame_base_;
      }
      caller_.frames.push_back(std::move(frame));
    }
  }
  FrameId frame(FrameId of_callee) const { return frame_base_ + of_callee; }

  void bind_parameters(Block& before) {
    std::set<LocalId> assigned;
    walk_stmts(callee_, callee_.body, [&](StmtId id) {
      if (const Assign* assign = stmt_if<Assign>(callee_, id)) assigned.insert(assign->target);
    });
    std::vector<ExprId> args = std::get<Call>(caller_[call_].node).args;
    for (size_t at = 0; at < args.size(); ++at) {
      LocalId parameter = callee_.parameters[at].local;
      bool fixed = !assigned.count(parameter);
      if (fixed && read_local(caller_, args[at]).valid()) {
        locals_[parameter] = read_local(caller_, args[at]);
      } else if (fixed && expr_if<Const>(caller_, args[at])) {
        constants_[parameter] = args[at];
      } else {
        LocalId copy = copy_local(parameter);
        before.push_back(
            add(caller_, Assign{copy, args[at]}, caller_[args[at]].range, caller_[args[at]].frame));
      }
    }
  }

  // Every call starts with unbound variables; those that may be read so get a value of their own,
  // so that nothing seems to come from the call before.
  void bind_locals(Block& before) {
    std::set<std::string> may_be_unbound;
    for (uint32_t id = 0; id < callee_.locals.size(); ++id) {
      const Local& local = callee_[LocalId{id}];
      if (local.role == LocalRole::kBoundFlag) may_be_unbound.insert(local.name);
    }
    for (uint32_t id = 0; id < callee_.locals.size(); ++id) {
      LocalId local{id};
      if (locals_.count(local) || constants_.count(local)) continue;
      LocalId copy = copy_local(local);
      if (!may_be_unbound.count(callee_[local].name)) continue;
      ExprId start = start_value(callee_[local]);
      if (!start.valid()) continue;
      before.push_back(
          add(caller_, Assign{copy, start}, caller_[call_].range, caller_[call_].frame));
    }
  }
  ExprId start_value(const Local& local) {
    const ScalarType* scalar = module_.types.get<ScalarType>(local.type);
    if (!scalar) return {};
    Const zero;
    if (is_bool(scalar->kind))
      zero.value = false;
    else if (is_unsigned(scalar->kind))
      zero.value = uint64_t{0};
    else if (is_integer(scalar->kind))
      zero.value = int64_t{0};
    else if (is_floating(scalar->kind))
      zero.value = 0.0;
    else
      zero.value = std::complex<double>();
    return add(caller_, zero, local.type, caller_[call_].range, caller_[call_].frame);
  }
  LocalId copy_local(LocalId local) {
    Local copy = callee_[local];
    if (copy.role == LocalRole::kParameter) copy.role = LocalRole::kVariable;
    return locals_[local] = caller_.locals.add(std::move(copy));
  }

  // The statements from `at` on, then `rest`. At a tail nothing of the callee follows them.
  Block sequence(const Block& body, size_t at, const Block& rest, bool tail) {
    Block result;
    for (; at < body.size(); ++at) {
      const Stmt& stmt = callee_[body[at]];
      if (const Return* leave = std::get_if<Return>(&stmt.node)) {
        return_value(*leave, stmt, tail, result);
        return result;
      }
      const If* branch = std::get_if<If>(&stmt.node);
      if (branch && tail && holds_return(callee_, {body[at]})) {
        if (split(*branch, stmt, body, at, rest, result)) return result;
      }
      bool last = at + 1 == body.size() && rest.empty();
      result.push_back(statement(body[at], tail && last));
    }
    if (!rest.empty()) {
      Block following = sequence(rest, 0, {}, tail);
      result.insert(result.end(), following.begin(), following.end());
    }
    return result;
  }

  // A branch that always leaves takes the place of a jump: what follows goes to the other one.
  bool split(const If& branch, const Stmt& stmt, const Block& body, size_t at, const Block& rest,
             Block& result) {
    bool then_leaves = always_leaves(callee_, branch.then_body);
    bool else_leaves = always_leaves(callee_, branch.else_body);
    if (!then_leaves && !else_leaves) return false;
    Block following(body.begin() + static_cast<ptrdiff_t>(at) + 1, body.end());
    following.insert(following.end(), rest.begin(), rest.end());
    ExprId condition = expression(branch.condition);
    Block none;
    Block then_body = sequence(branch.then_body, 0, then_leaves ? none : following, true);
    bool to_else = then_leaves && !else_leaves;
    Block else_body = sequence(branch.else_body, 0, to_else ? following : none, true);
    result.push_back(add(caller_, If{condition, std::move(then_body), std::move(else_body)},
                         stmt.range, frame(stmt.frame)));
    return true;
  }

  void return_value(const Return& leave, const Stmt& stmt, bool tail, Block& result) {
    ExprId value = expression(leave.value);
    FrameId at = frame(stmt.frame);
    if (target_.valid()) {
      result.push_back(add(caller_, Assign{target_, value}, stmt.range, at));
    } else if (!expr_if<NoneValue>(caller_, value)) {
      result.push_back(add(caller_, Evaluate{value}, stmt.range, at));
    }
    if (tail) return;
    if (!label_) label_ = add_label(caller_);
    result.push_back(add(caller_, Leave{*label_}, stmt.range, at));
  }

  StmtId statement(StmtId id, bool tail) {
    Stmt copy = callee_[id];
    copy.frame = frame(copy.frame);
    for_each_expr(copy.node, [&](ExprId& root) { root = expression(root); });
    bool loop = std::holds_alternative<Loop>(copy.node) || std::holds_alternative<While>(copy.node);
    if (Loop* counted = std::get_if<Loop>(&copy.node)) {
      counted->index = locals_.at(counted->index);
      if (holds_return(callee_, counted->body)) counted->par.reset();
    }
    if (Assign* assign = std::get_if<Assign>(&copy.node)) {
      assign->target = locals_.at(assign->target);
    }
    if (CheckBound* check = std::get_if<CheckBound>(&copy.node)) {
      check->flag = locals_.at(check->flag);
    }
    if (Labeled* labeled = std::get_if<Labeled>(&copy.node)) labeled->label = label(labeled->label);
    if (Leave* leave = std::get_if<Leave>(&copy.node)) leave->label = label(leave->label);
    for_each_block(copy.node, [&](Block& inner) { inner = sequence(inner, 0, {}, tail && !loop); });
    return caller_.stmts.add(std::move(copy));
  }

  ExprId expression(ExprId id) {
    const LocalRef* ref = expr_if<LocalRef>(callee_, id);
    auto constant = ref ? constants_.find(ref->local) : constants_.end();
    Expr copy = constant != constants_.end() ? caller_[constant->second] : callee_[id];
    if (constant != constants_.end()) {
      copy.range = callee_[id].range;
      copy.frame = callee_[id].frame;
    }
    copy.frame = frame(copy.frame);
    if (LocalRef* local = std::get_if<LocalRef>(&copy.node)) {
      local->local = locals_.at(local->local);
    }
    for_each_operand(copy.node, [&](ExprId& operand) { operand = expression(operand); });
    return caller_.exprs.add(std::move(copy));
  }

  LabelId label(LabelId of_callee) {
    auto [place, added] = labels_.try_emplace(of_callee);
    if (added) place->second = add_label(caller_);
    return place->second;
  }

  Module& module_;
  const Function& callee_;
  Function& caller_;
  ExprId call_;
  LocalId target_;
  FrameId frame_base_ = 0;
  std::map<LocalId, LocalId> locals_;
  std::map<LocalId, ExprId> constants_;
  std::map<LabelId, LabelId> labels_;
  std::optional<LabelId> label_;
};

}  // namespace

Block clone_callee(Module& module, Function& caller, ExprId call, LocalId target) {
  return Cloner(module, caller, call, target).run();
}

}  // namespace parc::ir
