#include "codegen/cpp/print.h"

#include "codegen/cpp/pragma.h"
#include "codegen/cpp/print_expr.h"
#include "codegen/legalize/c_build.h"
#include "support/text_writer.h"

namespace parc::cpp {
namespace {

using namespace lower;

struct Output : TextWriter {
  LineDirectives directives = LineDirectives::kYes;
  std::vector<PrintedLoop> loops;

  void line_directive(std::string_view place) {
    if (directives == LineDirectives::kYes) flush_left("#line ", place);
  }
  // The next line is the first of the loop.
  void begin_loop(const std::optional<LoopOrigin>& origin) {
    if (origin) loops.push_back({static_cast<uint32_t>(line_count() + 1), *origin});
  }
};

void print_block(Output& out, const CBlock& block);

const char* hint_macro(Hint hint) {
  switch (hint) {
    case Hint::kNone:
      return "";
    case Hint::kLikely:
      return "PARC_LIKELY";
    case Hint::kUnlikely:
      return "PARC_UNLIKELY";
  }
  __builtin_unreachable();
}

void print_for(Output& out, const CFor& loop) {
  const std::string step = literal(loop.step) && *literal(loop.step) == 1
                               ? concat("++", loop.index)
                               : concat(loop.index, " += ", spell(loop.step));
  out.begin_loop(loop.origin);
  out.line("for (parc_i64 ", loop.index, " = ", spell(loop.begin), "; ", loop.index, " < ",
           spell(loop.end), "; ", step, ") {");
  print_block(out, loop.body);
  out.line("}");
}

struct StatementPrinter {
  Output& out;

  void operator()(const CDeclare& node) const {
    if (node.init) {
      out.line(node.type, " ", node.name, " = ", spell(node.init), ";");
    } else {
      out.line(node.type, " ", node.name, ";");
    }
  }
  void operator()(const CAssign& node) const {
    out.line(spell(node.target), " = ", spell(node.value), ";");
  }
  void operator()(const CEvaluate& node) const { out.line(spell(node.value), ";"); }
  void operator()(const CIf& node) const {
    const char* macro = hint_macro(node.hint);
    out.line("if (", macro, *macro ? "(" : "", spell(node.condition), *macro ? ")" : "", ") {");
    print_block(out, node.then_body);
    if (!node.else_body.empty()) {
      out.line("} else {");
      print_block(out, node.else_body);
    }
    out.line("}");
  }
  void operator()(const CFor& node) const { print_for(out, node); }
  void operator()(const CForever& node) const {
    out.begin_loop(node.origin);
    out.line("for (;;) {");
    print_block(out, node.body);
    out.line("}");
  }
  void operator()(const CBreak&) const { out.line("break;"); }
  void operator()(const CContinue&) const { out.line("continue;"); }
  void operator()(const CGoto& node) const { out.line("goto ", node.label, ";"); }
  void operator()(const CLabel& node) const { out.line(node.label, ":;"); }
  void operator()(const CReturn& node) const {
    if (node.value) {
      out.line("return ", spell(node.value), ";");
    } else {
      out.line("return;");
    }
  }
  void operator()(const CScope& node) const {
    out.line("{");
    print_block(out, node.body);
    out.line("}");
  }
  void operator()(const CLine& node) const { out.line_directive(concat(node.line)); }
  void operator()(const CReassociate& node) const {
    out.line("{");
    {
      auto indent = out.indent();
      out.line(kReassociate);
    }
    print_block(out, node.body);
    out.line("}");
  }
  void operator()(const CParallelFor& node) const {
    out.flush_left(parallel_pragma(node));
    out.line("{");
    {
      auto indent = out.indent();
      for (const CStmt& stmt : node.prologue) std::visit(*this, stmt->node);
      out.flush_left(for_pragma(node));
      print_for(out, node.loop);
      for (const CStmt& stmt : node.epilogue) std::visit(*this, stmt->node);
    }
    out.line("}");
  }
};

void print_block(Output& out, const CBlock& block) {
  auto indent = out.indent();
  for (const CStmt& stmt : block) std::visit(StatementPrinter{out}, stmt->node);
}

std::string head(const CFunction& function) {
  std::string parameters;
  for (const CParameter& parameter : function.parameters) {
    if (!parameters.empty()) parameters += ", ";
    parameters += concat(parameter.type, " ", parameter.name);
  }
  const char* linkage =
      function.exported ? "extern \"C\" __attribute__((visibility(\"default\"))) " : "static ";
  const char* hint = "";
  switch (function.hint) {
    case FunctionHint::kNone:
      break;
    case FunctionHint::kInline:
      hint = "inline ";
      break;
    case FunctionHint::kNoInline:
      hint = "__attribute__((noinline)) ";
      break;
    case FunctionHint::kCold:
      hint = "PARC_COLD ";
      break;
    case FunctionHint::kLarge:
      hint = "PARC_LARGE ";
      break;
  }
  return concat(linkage, hint, function.result, " ", function.name, "(", parameters, ")");
}

struct DeclarationPrinter {
  Output& out;

  void operator()(const CStruct& node) const {
    out.line("struct ", node.name, " {");
    {
      auto indent = out.indent();
      for (const CField& field : node.fields) out.line(field.type, " ", field.name, ";");
    }
    out.line("};");
  }
  void operator()(const CConstant& node) const {
    out.line("static const ", node.type, " ", node.name, node.is_array ? "[]" : "", " = ",
             spell(node.init), ";");
  }
  void operator()(const CFunction& node) const {
    out.line();
    if (!node.comment.empty()) out.line("// ", node.comment);
    out.line(head(node), " {");
    print_block(out, node.body);
    out.line("}");
  }
};

// Structs and prototypes come first, so that functions may call each other in any order.
void print_prototypes(Output& out, const Program& program) {
  for (const CDeclaration& declaration : program.declarations) {
    const auto* function = std::get_if<CFunction>(&declaration);
    if (function && !function->exported) out.line(head(*function), ";");
  }
}

}  // namespace

Printed print(const Program& program, LineDirectives directives) {
  Output out;
  out.directives = directives;
  out.line("// ", program.comment);
  for (const std::string& header : program.headers) out.line("#include ", quote(header));
  out.line();
  for (const CDeclaration& declaration : program.declarations) {
    if (const auto* node = std::get_if<CStruct>(&declaration)) DeclarationPrinter{out}(*node);
  }
  print_prototypes(out, program);
  for (const CDeclaration& declaration : program.declarations) {
    if (const auto* node = std::get_if<CConstant>(&declaration)) DeclarationPrinter{out}(*node);
  }
  if (!program.source_name.empty()) out.line_directive(concat("1 ", quote(program.source_name)));
  for (const CDeclaration& declaration : program.declarations) {
    if (const auto* node = std::get_if<CFunction>(&declaration)) DeclarationPrinter{out}(*node);
  }
  return {out.take(), std::move(out.loops)};
}

}  // namespace parc::cpp
