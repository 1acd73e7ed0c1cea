#include "ir/analysis/liveness.h"

#include "ir/structure.h"
#include "ir/walk.h"

namespace parc::ir {

// Walks blocks backwards; `live_` is the set at the current point.
class LivenessBuilder {
 public:
  LivenessBuilder(const Function& function, Liveness& result)
      : function_(function), result_(result) {}

  void run() { block(function_.body); }

  void operator()(const Assign& node) {
    live_.erase(node.target);
    reads(node.value);
  }
  void operator()(const If& node) {
    LocalSet after = live_;
    block(node.else_body);
    std::swap(after, live_);
    block(node.then_body);
    live_.unite(after);
    reads(node.condition);
  }
  void operator()(const While& node) {
    loop(node.body, node.orelse, [&] { reads(node.condition); });
  }
  void operator()(const Loop& node) {
    loop(node.body, node.orelse, [&] { live_.erase(node.index); });
    reads(node.trip);
  }
  void operator()(const Break&) { live_ = break_; }
  void operator()(const Continue&) { live_ = continue_; }
  void operator()(const Return& node) {
    live_ = LocalSet();
    reads(node.value);
  }
  void operator()(const Raise& node) {
    live_ = LocalSet();
    for_each_expr(node, [&](ExprId id) { reads(id); });
  }
  void operator()(const CheckBound& node) { live_.insert(node.flag); }
  void operator()(const Labeled& node) {
    labels_[node.label] = live_;
    block(node.body);
  }
  void operator()(const Leave& node) { live_ = labels_[node.label]; }
  // Statements that only read.
  template <class T>
  void operator()(const T& node) {
    for_each_expr(node, [&](ExprId id) { reads(id); });
  }

 private:
  void block(const Block& body) {
    for (size_t at = body.size(); at-- > 0;) {
      result_.after_[body[at]] = live_;
      stmt_ = body[at];
      std::visit(*this, function_[body[at]].node);
    }
  }

  // Runs the body backwards until the set at the head is stable; `head` is what stands before it.
  template <class Head>
  void loop(const Block& body, const Block& orelse, Head head) {
    StmtId loop_id = stmt_;
    LocalSet after = live_;
    block(orelse);
    LocalSet exit = live_;
    LocalSet outer_break = std::exchange(break_, after);
    LocalSet outer_continue = continue_;
    head();
    LocalSet at_head = live_;
    while (true) {
      continue_ = at_head;
      live_ = at_head;
      block(body);
      live_.unite(exit);
      head();
      if (!at_head.unite(live_)) break;
    }
    result_.heads_[loop_id] = at_head;
    live_ = at_head;
    break_ = outer_break;
    continue_ = outer_continue;
  }

  void reads(ExprId root) {
    for_each_read(function_, root, [&](LocalId local) { live_.insert(local); });
  }

  const Function& function_;
  Liveness& result_;
  StmtId stmt_;  // being visited
  LocalSet live_, break_, continue_;
  std::map<LabelId, LocalSet> labels_;
};

Liveness::Liveness(const Function& function) { LivenessBuilder(function, *this).run(); }

const LocalSet& Liveness::live_after(StmtId statement) const {
  auto found = after_.find(statement);
  return found == after_.end() ? empty_ : found->second;
}

const LocalSet& Liveness::live_at_head(StmtId loop) const {
  auto found = heads_.find(loop);
  return found == heads_.end() ? empty_ : found->second;
}

}  // namespace parc::ir
