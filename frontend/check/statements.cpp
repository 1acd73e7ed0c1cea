#include "frontend/check/statements.h"

#include "frontend/check/ast_walk.h"
#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"
#include "frontend/check/symbols.h"
#include "frontend/check/type_join.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using namespace syntax;

// What a refused statement binds is bound to something unknown, at every depth.
void bind_unknown(Context& c, StmtId id) {
  for_each_binding(c.tree(), id, [&](const std::string& text) {
    const NameId* name = c.scope->find(text);
    if (!name) return;
    Binding& binding = c.env.names[*name];
    binding = Binding{};
    binding.bound = Bound::kYes;
    binding.type = c.types().error();
    binding.range = range_of(c, id);
  });
  for_each_body(c.tree()[id], false, [&](const Body& body) {
    for (StmtId inner : body) bind_unknown(c, inner);
  });
}

void unsupported(Context& c, StmtId id, std::string message, std::string note = "") {
  auto diagnostic =
      c.diagnostics.emit(Diag::kUnsupportedStatement, range_of(c, id), std::move(message));
  if (!note.empty()) diagnostic.note(std::move(note));
  bind_unknown(c, id);
}

void check_if(Context& c, StmtId id) {
  const auto& node = *get<If>(c.tree(), id);
  Value condition = check_condition(c, node.test);
  Environment before = c.env;
  ir::Block then_body = in_block(c, [&] { check_body(c, node.body); });
  Environment after_then = std::exchange(c.env, std::move(before));
  ir::Block else_body = in_block(c, [&] { check_body(c, node.orelse); });
  c.env = join(c.flow(), after_then, c.env, c.liveness.after.at(id));
  if (is_error(c, condition)) return;
  emit(c, ir::If{condition.expr, std::move(then_body), std::move(else_body)}, range_of(c, id));
}

void check_return(Context& c, StmtId id) {
  const auto& node = *get<syntax::Return>(c.tree(), id);
  SourceRange range = range_of(c, id);
  Value value = node.value ? check_expr(c, node.value) : make_none(c, range);
  c.env.reachable = false;
  if (is_error(c, value)) return;
  std::optional<ir::TypeId> type = join_types(c.types(), c.returned, value.type);
  if (!type) {
    c.diagnostics
        .emit(Diag::kCannotJoin, value.range,
              concat("this returns ", spell(c, value.type), ", elsewhere the function returns ",
                     spell(c, c.returned)))
        .label(c.returned_range, spell(c, c.returned));
    return;
  }
  if (c.returned == c.types().never()) c.returned_range = value.range;
  c.returned = *type;
  if (c.returned_origin == kNoOrigin) c.returned_origin = value.origin;
  emit(c, ir::Return{coerce(c, value, c.instance.result)}, range);
}

bool is_docstring(const Context& c, ExprId value) {
  const auto* text = get<StringLiteral>(c.tree(), value);
  return text || get<EllipsisLiteral>(c.tree(), value);
}

bool is_print(const Context& c, ExprId value) {
  const auto* call = get<syntax::Call>(c.tree(), value);
  return call && is_library(c, call->callee, "print");
}

void check_expr_stmt(Context& c, StmtId id) {
  const auto& node = *get<ExprStmt>(c.tree(), id);
  if (is_docstring(c, node.value)) return;
  if (is_print(c, node.value)) {
    c.diagnostics
        .emit(Diag::kUnsupportedCall, range_of(c, id),
              "print is not supported in a native function")
        .note("return the values and print them outside the loop");
    return;
  }
  Value value = check_expr(c, node.value);
  if (get<Name>(c.tree(), node.value) || get<Compare>(c.tree(), node.value) ||
      get<syntax::Binary>(c.tree(), node.value)) {
    c.diagnostics.emit(Diag::kNoEffect, range_of(c, id), "this statement has no effect")
        .note("did you mean an assignment?");
  }
  if (!is_error(c, value)) emit(c, ir::Evaluate{value.expr}, range_of(c, id));
}

struct Dispatch {
  Context& c;
  StmtId id;

  void operator()(const FunctionDef&) {
    unsupported(c, id, "an inner function is not supported in a native function yet",
                "write it as a function of the module");
  }
  void operator()(const ClassDef&) {
    unsupported(c, id, "a class is not supported in a native function");
  }
  void operator()(const syntax::Return&) { check_return(c, id); }
  void operator()(const Delete&) {
    unsupported(c, id, "`del` is not supported in a native function");
  }
  void operator()(const syntax::Assign&) { check_assign(c, id); }
  void operator()(const AugAssign&) { check_augmented(c, id); }
  void operator()(const AnnAssign&) { check_annotated(c, id); }
  void operator()(const For&) { check_for(c, id); }
  void operator()(const syntax::While&) { check_while(c, id); }
  void operator()(const syntax::If&) { check_if(c, id); }
  void operator()(const With& node) {
    for (const WithItem& item : node.items) {
      if (!is_library(c, item.context, "parc.par")) continue;
      c.diagnostics.emit(Diag::kWithParUnsupported, node.header,
                         "`with par:` is not supported yet");
      bind_unknown(c, id);
      return;
    }
    unsupported(c, id, "`with` is not supported in a native function");
  }
  void operator()(const syntax::Raise&) { check_raise(c, id); }
  void operator()(const Assert&) { check_assert(c, id); }
  void operator()(const Import&) {
    unsupported(c, id, "an import is not supported in a native function",
                "import at the top of the file");
  }
  void operator()(const ImportFrom&) {
    unsupported(c, id, "an import is not supported in a native function",
                "import at the top of the file");
  }
  void operator()(const syntax::Global& node) {
    unsupported(c, id, concat("`global ", node.names.front(), "` is not supported"),
                "pass the value as a parameter and return the new one");
  }
  void operator()(const Nonlocal&) { unsupported(c, id, "`nonlocal` is not supported"); }
  void operator()(const ExprStmt&) { check_expr_stmt(c, id); }
  void operator()(const Pass&) {}
  void operator()(const syntax::Break&) { check_break(c, id); }
  void operator()(const syntax::Continue&) { check_continue(c, id); }
  void operator()(const Try&) {
    unsupported(c, id, "`try` is not supported in a native function yet",
                "let the exception reach the Python caller");
  }
  void operator()(const UnsupportedStmt& node) {
    unsupported(c, id, concat(node.what, " is not supported in a native function"));
  }
  void operator()(const ErrorStmt&) {}
};

}  // namespace

void check_body(Context& c, const Body& body) {
  for (StmtId id : body) {
    if (!c.env.reachable) {
      // What Python never reaches is not looked at, as Python does not.
      c.diagnostics.emit(Diag::kUnreachable, range_of(c, id), "this is never reached");
      return;
    }
    check_stmt(c, id);
  }
}

void check_stmt(Context& c, StmtId id) { std::visit(Dispatch{c, id}, c.tree()[id].node); }

}  // namespace parc::check
