// Writes small functions for unit tests.
//
//   TestFunction f;
//   LocalId n = f.parameter("n", Kind::kInt);
//   f.body({f.assign(s, f.binary(BinaryOp::kAdd, f.ref(s), f.ref(n)))});
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ir/builder.h"
#include "ir/ir.h"

namespace parc::ir {

class TestFunction {
 public:
  explicit TestFunction(const std::string& name = "f") {
    module.name = "test";
    id = module.functions.add({});
    Function& function = module[id];
    function.name = name;
    function.symbol = name;
    function.result = module.types.none();
    function.frames.push_back({name, FileId{}, SourceRange{}, 0});
  }
  // One more function in the same module, which becomes the one being written.
  FunctionId next(const std::string& name, TypeId result) {
    Function function;
    function.name = name;
    function.symbol = name;
    function.result = result;
    function.frames.push_back({name, FileId{}, SourceRange{}, 0});
    return id = module.functions.add(std::move(function));
  }

  Function& function() { return module[id]; }
  TypeId scalar(Kind kind) const { return module.types.scalar(kind); }

  LocalId parameter(std::string name, TypeId type) {
    LocalId local = add_local(function(), name, type, LocalRole::kParameter, place());
    function().parameters.push_back({local, std::move(name)});
    return local;
  }
  LocalId parameter(std::string name, Kind kind) {
    return parameter(std::move(name), scalar(kind));
  }
  LocalId array(std::string name, Kind elem, int rank) {
    return parameter(std::move(name), module.types.array(elem, rank));
  }
  LocalId variable(std::string name, Kind kind) {
    return add_local(function(), std::move(name), scalar(kind), LocalRole::kVariable, place());
  }
  LocalId index() {
    return add_local(function(), "", scalar(Kind::kInt), LocalRole::kIndex, place());
  }
  LocalId flag(std::string name) {
    return add_local(function(), std::move(name), scalar(Kind::kBool), LocalRole::kBoundFlag,
                     place());
  }

  ExprId expr(ExprNode node, TypeId type) {
    return add(function(), std::move(node), type, place());
  }
  ExprId expr(ExprNode node, Kind kind) { return expr(std::move(node), scalar(kind)); }
  ExprId ref(LocalId local) { return local_ref(function(), local, place()); }
  ExprId number(int64_t value) { return const_int(function(), module.types, value, place()); }
  ExprId real(double value) { return const_float(function(), module.types, value, place()); }
  ExprId truth(bool value) { return const_bool(function(), module.types, value, place()); }
  // Of two operands of one kind.
  ExprId binary(BinaryOp op, ExprId left, ExprId right) {
    return expr(Binary{op, left, right}, function()[left].type);
  }
  ExprId compare(CompareOp op, ExprId left, ExprId right) {
    return expr(Compare{op, left, right}, Kind::kBool);
  }
  ExprId load(LocalId array, std::vector<ExprId> indices) {
    Kind elem = module.types.get<ArrayType>(function()[array].type)->elem;
    return expr(Load{ref(array), std::move(indices)}, elem);
  }

  StmtId stmt(StmtNode node) { return add(function(), std::move(node), place()); }
  StmtId assign(LocalId target, ExprId value) { return stmt(Assign{target, value}); }
  StmtId store(LocalId array, std::vector<ExprId> indices, ExprId value) {
    return stmt(Store{ref(array), std::move(indices), value});
  }
  StmtId branch(ExprId condition, Block then_body, Block else_body = {}) {
    return stmt(If{condition, std::move(then_body), std::move(else_body)});
  }
  StmtId loop(LocalId index, ExprId trip, Block body) {
    return stmt(Loop{index, trip, std::move(body), {}, std::nullopt, place()});
  }
  StmtId par(LocalId index, ExprId trip, Block body) {
    return stmt(Loop{index, trip, std::move(body), {}, ParOptions{}, place()});
  }
  void body(Block block) { function().body = std::move(block); }

  Module module;
  FunctionId id;

 private:
  // Every node has a place of its own, so that diagnostics can be told apart.
  SourceRange place() {
    ++places_;
    return {FileId{}, places_, places_ + 1};
  }
  uint32_t places_ = 0;
};

}  // namespace parc::ir
