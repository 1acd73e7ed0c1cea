#include "frontend/syntax/dump.h"

#include "frontend/syntax/dump_expr.h"
#include "support/text_writer.h"

namespace parc::syntax {

namespace {

class StmtDump {
 public:
  StmtDump(const Tree& tree, DumpOptions options) : tree_(tree), options_(options) {}

  std::string run() {
    lines(tree_.body);
    return out_.take();
  }

  void operator()(const FunctionDef& node) {
    for (ExprId decorator : node.decorators) line("@" + text(decorator));
    std::string head = node.is_async ? "AsyncFunctionDef " : "FunctionDef ";
    head += node.name + dump_parameters(tree_, node.parameters, options_);
    if (node.returns) head += " -> " + text(node.returns);
    if (node.is_generator) head += " generator";
    if (node.type_parameters) head += " generic";
    statement(head);
    block(node.body);
  }
  void operator()(const ClassDef& node) {
    for (ExprId decorator : node.decorators) line("@" + text(decorator));
    std::string arguments = list(node.bases);
    for (const Keyword& keyword : node.keywords) {
      if (!arguments.empty()) arguments += ", ";
      arguments += dump_keyword(tree_, keyword, options_);
    }
    statement(concat("ClassDef ", node.name, "(", arguments, ")"));
    block(node.body);
  }
  void operator()(const Return& node) { statement("Return " + text(node.value)); }
  void operator()(const Delete& node) { statement("Delete " + list(node.targets)); }
  void operator()(const Assign& node) {
    std::string head = "Assign ";
    for (ExprId target : node.targets) head += text(target) + " = ";
    statement(head + text(node.value));
  }
  void operator()(const AugAssign& node) {
    statement(
        concat("AugAssign ", text(node.target), " ", spelling(node.op), "= ", text(node.value)));
  }
  void operator()(const AnnAssign& node) {
    statement(concat("AnnAssign ", text(node.target), ": ", text(node.annotation), " = ",
                     text(node.value)));
  }
  void operator()(const For& node) {
    std::string head = node.is_async ? "AsyncFor " : node.is_par ? "ForPar " : "For ";
    statement(head + text(node.target) + " in " + text(node.iter));
    block(node.body);
    block("else", node.orelse);
  }
  void operator()(const While& node) {
    statement("While " + text(node.test));
    block(node.body);
    block("else", node.orelse);
  }
  void operator()(const If& node) {
    statement("If " + text(node.test));
    block(node.body);
    block("else", node.orelse);
  }
  void operator()(const With& node) {
    std::string items;
    for (const WithItem& item : node.items) {
      if (!items.empty()) items += ", ";
      items += text(item.context);
      if (item.target) items += " as " + text(item.target);
    }
    statement((node.is_async ? "AsyncWith " : "With ") + items);
    block(node.body);
  }
  void operator()(const Raise& node) {
    statement(concat("Raise ", text(node.exception), " from ", text(node.cause)));
  }
  void operator()(const Assert& node) {
    statement(concat("Assert ", text(node.test), ", ", text(node.message)));
  }
  void operator()(const Import& node) { statement("Import " + names(node.names)); }
  void operator()(const ImportFrom& node) {
    std::string module = std::string(static_cast<size_t>(node.level), '.') + node.module;
    statement(concat("ImportFrom ", module, " ", names(node.names)));
  }
  void operator()(const Global& node) { statement("Global " + names(node.names)); }
  void operator()(const Nonlocal& node) { statement("Nonlocal " + names(node.names)); }
  void operator()(const ExprStmt& node) { statement("Expr " + text(node.value)); }
  void operator()(const Pass&) { statement("Pass"); }
  void operator()(const Break&) { statement("Break"); }
  void operator()(const Continue&) { statement("Continue"); }
  void operator()(const Try& node) {
    statement("Try");
    block(node.body);
    for (const Body& handler : node.handlers) block("except", handler);
    if (!node.handler_types.empty()) line("types " + list(node.handler_types));
    if (!node.bound_names.empty()) line("binds " + names(node.bound_names));
    block("else", node.orelse);
    block("finally", node.finally);
  }
  void operator()(const UnsupportedStmt& node) {
    statement(concat("Unsupported ", quoted(node.what), " ", list(node.parts)));
    if (!node.bound_names.empty()) line("binds " + names(node.bound_names));
    for (const Body& body : node.bodies) block("case", body);
  }
  void operator()(const ErrorStmt&) { statement("Error"); }

 private:
  std::string text(ExprId id) const { return dump_expr(tree_, id, options_); }
  std::string list(const std::vector<ExprId>& ids) const {
    std::string parts;
    for (ExprId id : ids) {
      if (!parts.empty()) parts += ", ";
      parts += text(id);
    }
    return parts;
  }
  static std::string names(const std::vector<std::string>& names) {
    std::string parts;
    for (const std::string& name : names) parts += (parts.empty() ? "" : ", ") + name;
    return parts;
  }
  static std::string names(const std::vector<ImportName>& names) {
    std::string parts;
    for (const ImportName& name : names) {
      if (!parts.empty()) parts += ", ";
      parts += name.name;
      if (!name.as_name.empty()) parts += " as " + name.as_name;
    }
    return parts;
  }

  void line(std::string_view text) { out_.line(text); }
  // The line of the statement itself.
  void statement(const std::string& text) { out_.line(text, dump_range(range_, options_)); }
  void lines(const Body& body) {
    for (StmtId id : body) {
      range_ = tree_[id].range;
      std::visit(*this, tree_[id].node);
    }
  }
  void block(const Body& body) {
    auto indent = out_.indent();
    lines(body);
  }
  void block(std::string_view word, const Body& body) {
    if (body.empty()) return;
    line(word);
    block(body);
  }

  const Tree& tree_;
  DumpOptions options_;
  TextWriter out_;
  SourceRange range_;
};

}  // namespace

std::string dump(const Tree& tree, DumpOptions options) { return StmtDump(tree, options).run(); }

std::string_view spelling(BinaryOp op) {
  constexpr std::string_view kWords[] = {"+", "-",  "*",  "/", "//", "%", "**",
                                         "@", "<<", ">>", "&", "|",  "^"};
  return kWords[static_cast<size_t>(op)];
}

std::string_view spelling(UnaryOp op) {
  constexpr std::string_view kWords[] = {"+", "-", "~", "not"};
  return kWords[static_cast<size_t>(op)];
}

std::string_view spelling(CompareOp op) {
  constexpr std::string_view kWords[] = {
      "<", "<=", ">", ">=", "==", "!=", "is", "is not", "in", "not in"};
  return kWords[static_cast<size_t>(op)];
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += concat("\\x", "0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]);
    } else {
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace parc::syntax
