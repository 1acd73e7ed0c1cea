// The verifier of statements, functions and modules; expressions are in verify_expr.cpp.
#include "ir/verify.h"

#include <set>

#include "ir/builder.h"
#include "ir/ir.h"
#include "ir/walk.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::ir {
namespace {

class FunctionVerifier {
 public:
  FunctionVerifier(const Module& module, const Function& function)
      : module_(module), function_(function) {}

  void run() {
    if (function_.frames.empty()) fail("function without a frame");
    for (size_t id = 1; id < function_.frames.size(); ++id) {
      if (function_.frames[id].parent >= id) fail("frame is not after its parent");
    }
    for (const Parameter& parameter : function_.parameters) check_local(parameter.local);
    check_type(function_.result);
    for (uint32_t id = 0; id < function_.locals.size(); ++id) {
      const Local& local = function_[LocalId{id}];
      check_type(local.type);
      if (local.role == LocalRole::kBoundFlag) expect_kind(local.type, Kind::kBool, "bound flag");
    }
    block(function_.body);
  }

  void operator()(const Assign& node) {
    check_local(node.target);
    if (function_[node.target].type != expr(node.value)) fail("assignment changes the type");
  }
  void operator()(const Store& node) {
    require_scalar(expr(node.value), "stored value");
    const ArrayType* array = require_array(expr(node.array));
    if (node.indices.size() != array->rank) fail("store with a wrong number of indices");
    for (ExprId index : node.indices) require_integer(expr(index));
  }
  void operator()(const StoreView& node) {
    TypeId value = expr(node.value);
    const ArrayType* view = require_array(expr(node.view));
    const ArrayType* source = module_.types.get<ArrayType>(value);
    if (!source) require_scalar(value, "value of a slice");
    if (source && source->rank > view->rank) fail("source of a slice has more axes");
  }
  void operator()(const ListSet& node) {
    TypeId value = expr(node.value);
    const ListType* list = module_.types.get<ListType>(expr(node.list));
    if (!list) fail("list store to no list");
    if (list->elem != value) fail("list store changes the element type");
    require_integer(expr(node.index));
  }
  void operator()(const Evaluate& node) { expr(node.value); }
  void operator()(const If& node) {
    expect_kind(expr(node.condition), Kind::kBool, "condition");
    block(node.then_body);
    block(node.else_body);
  }
  void operator()(const While& node) {
    expect_kind(expr(node.condition), Kind::kBool, "condition");
    ++loop_depth_;
    block(node.body);
    --loop_depth_;
    block(node.orelse);
  }
  void operator()(const Loop& node) {
    check_local(node.index);
    expect_kind(function_[node.index].type, Kind::kInt, "loop index");
    expect_kind(expr(node.trip), Kind::kInt, "trip count");
    if (!indices_.insert(node.index.value).second) fail("two loops share an index");
    if (node.par && !node.orelse.empty()) fail("par loop with an else clause");
    ++loop_depth_;
    block(node.body);
    --loop_depth_;
    block(node.orelse);
  }
  void operator()(const Break&) {
    if (loop_depth_ == 0) fail("break outside a loop");
  }
  void operator()(const Continue&) {
    if (loop_depth_ == 0) fail("continue outside a loop");
  }
  void operator()(const Return& node) {
    TypeId type = expr(node.value);
    if (type != function_.result) fail("result has a wrong type");
  }
  void operator()(const Raise& node) {
    for (const RaiseArgument& argument : node.args) {
      for (const MessagePart& part : argument.parts) {
        if (part.value.valid()) expr(part.value);
      }
      if (argument.value.valid()) expr(argument.value);
    }
  }
  void operator()(const CheckBound& node) {
    check_local(node.flag);
    expect_kind(function_[node.flag].type, Kind::kBool, "bound flag");
  }
  void operator()(const Labeled& node) {
    if (node.label.value >= function_.label_count) fail("unknown label");
    if (!open_labels_.insert(node.label.value).second) fail("label inside itself");
    block(node.body);
    open_labels_.erase(node.label.value);
  }
  void operator()(const Leave& node) {
    if (!open_labels_.count(node.label.value)) fail("leave outside its label");
  }

 private:
  void block(const Block& body) {
    for (StmtId id : body) {
      if (id.value >= function_.stmts.size()) fail("unknown statement");
      if (!seen_.insert(id.value).second) fail("statement stands in two places");
      const Stmt& stmt = function_[id];
      SourceRange outer = std::exchange(where_, stmt.range);
      if (stmt.frame >= function_.frames.size()) fail("unknown frame");
      std::visit(*this, stmt.node);
      where_ = outer;
    }
  }
  TypeId expr(ExprId id) { return verify_expr({module_, function_}, id, where_); }
  void check_type(TypeId id) { verify_type({module_, function_}, id, where_); }
  void check_local(LocalId id) {
    if (id.value >= function_.locals.size()) fail("unknown local");
  }
  void expect_kind(TypeId type, Kind kind, const char* what) {
    if (type != module_.types.scalar(kind)) fail(concat(what, " is no ", kind_name(kind)));
  }
  void require_scalar(TypeId type, const char* what) {
    if (!is_scalar_or_mixed(module_.types, type)) fail(concat(what, " is no scalar"));
  }
  void require_integer(TypeId type) {
    if (!is_index_type(module_.types, type)) fail("index is no integer");
  }
  const ArrayType* require_array(TypeId type) {
    const ArrayType* array = module_.types.get<ArrayType>(type);
    if (!array) fail("array expected");
    return array;
  }
  [[noreturn]] void fail(const std::string& what) {
    internal_error(concat("IR of ", function_.symbol, ": ", what), where_);
  }

  const Module& module_;
  const Function& function_;
  SourceRange where_ = function_.range;
  int loop_depth_ = 0;
  std::set<uint32_t> open_labels_, seen_, indices_;
};

}  // namespace

void verify(const Module& module) {
  for (const Entry& entry : module.entries) {
    if (entry.function.value >= module.functions.size()) {
      internal_error(concat("entry ", entry.name, " names no function"));
    }
  }
  for (uint32_t id = 0; id < module.functions.size(); ++id) {
    FunctionVerifier(module, module[FunctionId{id}]).run();
  }
}

}  // namespace parc::ir
