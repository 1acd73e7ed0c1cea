#include "frontend/syntax/walk.h"

namespace parc::syntax {

namespace {

// Collects the children of one node; one overload for each alternative, so that a new one does not
// compile until it is thought of.
class Collector {
 public:
  Children result;

  // Leaves.
  void operator()(const Name&) {}
  void operator()(const IntLiteral&) {}
  void operator()(const FloatLiteral&) {}
  void operator()(const ImaginaryLiteral&) {}
  void operator()(const BoolLiteral&) {}
  void operator()(const NoneLiteral&) {}
  void operator()(const EllipsisLiteral&) {}
  void operator()(const StringLiteral&) {}
  void operator()(const ErrorExpr&) {}
  void operator()(const Import&) {}
  void operator()(const ImportFrom&) {}
  void operator()(const Global&) {}
  void operator()(const Nonlocal&) {}
  void operator()(const Pass&) {}
  void operator()(const Break&) {}
  void operator()(const Continue&) {}
  void operator()(const ErrorStmt&) {}

  // Expressions.
  void operator()(const FString& node) {
    for (const FormatPart& part : node.parts) {
      add(part.value);
      add(part.spec_fields);
    }
  }
  void operator()(const Unary& node) { add(node.operand); }
  void operator()(const Binary& node) { add(node.left), add(node.right); }
  void operator()(const BoolOp& node) { add(node.values); }
  void operator()(const Compare& node) { add(node.left), add(node.rights); }
  void operator()(const Conditional& node) { add(node.body), add(node.test), add(node.orelse); }
  void operator()(const NamedExpr& node) { add(node.target), add(node.value); }
  void operator()(const Call& node) {
    add(node.callee), add(node.args);
    add(node.keywords);
  }
  void operator()(const Attribute& node) { add(node.value); }
  void operator()(const Subscript& node) { add(node.value), add(node.indices); }
  void operator()(const Slice& node) { add(node.lower), add(node.upper), add(node.step); }
  void operator()(const Starred& node) { add(node.value); }
  void operator()(const Tuple& node) { add(node.elements); }
  void operator()(const List& node) { add(node.elements); }
  void operator()(const SetDisplay& node) { add(node.elements); }
  void operator()(const DictDisplay& node) {
    for (size_t i = 0; i < node.values.size(); ++i) add(node.keys[i]), add(node.values[i]);
  }
  void operator()(const Lambda& node) { add(node.parameters), add(node.body); }
  void operator()(const Comprehension& node) {
    add(node.element), add(node.value);
    for (const Generator& generator : node.generators) {
      add(generator.target), add(generator.iter), add(generator.conditions);
    }
  }
  void operator()(const UnsupportedExpr& node) { add(node.parts); }

  // Statements.
  void operator()(const FunctionDef& node) {
    add(node.decorators), add(node.parameters), add(node.returns), add(node.body);
  }
  void operator()(const ClassDef& node) {
    add(node.decorators), add(node.bases);
    add(node.keywords);
    add(node.body);
  }
  void operator()(const Return& node) { add(node.value); }
  void operator()(const Delete& node) { add(node.targets); }
  void operator()(const Assign& node) { add(node.targets), add(node.value); }
  void operator()(const AugAssign& node) { add(node.target), add(node.value); }
  void operator()(const AnnAssign& node) {
    add(node.target), add(node.annotation), add(node.value);
  }
  void operator()(const For& node) {
    add(node.target), add(node.iter), add(node.body), add(node.orelse);
  }
  void operator()(const While& node) { add(node.test), add(node.body), add(node.orelse); }
  void operator()(const If& node) { add(node.test), add(node.body), add(node.orelse); }
  void operator()(const With& node) {
    for (const WithItem& item : node.items) add(item.context), add(item.target);
    add(node.body);
  }
  void operator()(const Raise& node) { add(node.exception), add(node.cause); }
  void operator()(const Assert& node) { add(node.test), add(node.message); }
  void operator()(const ExprStmt& node) { add(node.value); }
  void operator()(const Try& node) {
    add(node.body), add(node.handler_types);
    for (const Body& handler : node.handlers) add(handler);
    add(node.orelse), add(node.finally);
  }
  void operator()(const UnsupportedStmt& node) {
    add(node.parts);
    for (const Body& body : node.bodies) add(body);
  }

 private:
  void add(ExprId id) {
    if (id) result.exprs.push_back(id);
  }
  void add(const std::vector<ExprId>& ids) {
    result.exprs.insert(result.exprs.end(), ids.begin(), ids.end());
  }
  void add(const Body& body) { result.stmts.insert(result.stmts.end(), body.begin(), body.end()); }
  void add(const std::vector<Keyword>& keywords) {
    for (const Keyword& keyword : keywords) add(keyword.value);
  }
  void add(const Parameters& parameters) {
    for (const Parameter& parameter : parameters.all) {
      add(parameter.annotation), add(parameter.default_value);
    }
  }
};

}  // namespace

Children children_of(const Tree& tree, ExprId id) {
  Collector collector;
  std::visit(collector, tree[id].node);
  return std::move(collector.result);
}

Children children_of(const Tree& tree, StmtId id) {
  Collector collector;
  std::visit(collector, tree[id].node);
  return std::move(collector.result);
}

void collect_target_names(const Tree& tree, ExprId target, std::vector<std::string>& names) {
  if (const auto* name = get<Name>(tree, target)) {
    names.push_back(name->id);
  } else if (const auto* starred = get<Starred>(tree, target)) {
    collect_target_names(tree, starred->value, names);
  } else if (const auto* tuple = get<Tuple>(tree, target)) {
    for (ExprId element : tuple->elements) collect_target_names(tree, element, names);
  } else if (const auto* list = get<List>(tree, target)) {
    for (ExprId element : list->elements) collect_target_names(tree, element, names);
  }
}

}  // namespace parc::syntax
