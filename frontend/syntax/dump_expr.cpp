#include "frontend/syntax/dump_expr.h"

#include <charconv>

#include "support/text_writer.h"

namespace parc::syntax {

namespace {

std::string number_text(double value) {
  char buffer[32];
  auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  (void)error;  // the shortest spelling of a double has at most 24 characters
  return std::string(buffer, end);
}

std::string_view name_of(ComprehensionKind kind) {
  switch (kind) {
    case ComprehensionKind::kList:
      return "ListComp";
    case ComprehensionKind::kSet:
      return "SetComp";
    case ComprehensionKind::kDict:
      return "DictComp";
    case ComprehensionKind::kGenerator:
      return "GeneratorExp";
  }
  return "";
}

class ExprDump {
 public:
  ExprDump(const Tree& tree, DumpOptions options) : tree_(tree), options_(options) {}

  std::string text(ExprId id) const {
    if (!id) return "_";
    const Expr& expr = tree_[id];
    return std::visit(*this, expr.node) + dump_range(expr.range, options_);
  }

  std::string operator()(const Name& node) const { return node.id; }
  std::string operator()(const IntLiteral& node) const { return call("Int", node.digits); }
  std::string operator()(const FloatLiteral& node) const {
    return call("Float", number_text(node.value));
  }
  std::string operator()(const ImaginaryLiteral& node) const {
    return call("Imaginary", number_text(node.value));
  }
  std::string operator()(const BoolLiteral& node) const { return node.value ? "True" : "False"; }
  std::string operator()(const NoneLiteral&) const { return "None"; }
  std::string operator()(const EllipsisLiteral&) const { return "Ellipsis"; }
  std::string operator()(const StringLiteral& node) const {
    return call(node.is_bytes ? "Bytes" : "Str", quoted(node.value));
  }
  std::string operator()(const FString& node) const {
    std::string parts;
    for (const FormatPart& part : node.parts) join(parts, format_part(part));
    return call("FString", parts);
  }
  std::string operator()(const Unary& node) const {
    return call("Unary", spelling(node.op), text(node.operand));
  }
  std::string operator()(const Binary& node) const {
    return call("Binary", spelling(node.op), text(node.left), text(node.right));
  }
  std::string operator()(const BoolOp& node) const {
    return call(node.is_and ? "And" : "Or", list(node.values));
  }
  std::string operator()(const Compare& node) const {
    std::string parts = text(node.left);
    for (size_t i = 0; i < node.ops.size(); ++i) {
      join(parts, spelling(node.ops[i]));
      join(parts, text(node.rights[i]));
    }
    return call("Compare", parts);
  }
  std::string operator()(const Conditional& node) const {
    return call("Conditional", text(node.test), text(node.body), text(node.orelse));
  }
  std::string operator()(const NamedExpr& node) const {
    return call("Named", text(node.target), text(node.value));
  }
  std::string operator()(const Call& node) const {
    std::string parts = text(node.callee);
    for (ExprId argument : node.args) join(parts, text(argument));
    for (const Keyword& keyword : node.keywords) {
      join(parts, dump_keyword(tree_, keyword, options_));
    }
    return call("Call", parts);
  }
  std::string operator()(const Attribute& node) const {
    return call("Attribute", text(node.value), node.name);
  }
  std::string operator()(const Subscript& node) const {
    std::string indices = list(node.indices);
    return call("Subscript", text(node.value), node.is_tuple ? call("Tuple", indices) : indices);
  }
  std::string operator()(const Slice& node) const {
    return call("Slice", text(node.lower), text(node.upper), text(node.step));
  }
  std::string operator()(const Starred& node) const { return "*" + text(node.value); }
  std::string operator()(const Tuple& node) const { return call("Tuple", list(node.elements)); }
  std::string operator()(const List& node) const { return call("List", list(node.elements)); }
  std::string operator()(const SetDisplay& node) const { return call("Set", list(node.elements)); }
  std::string operator()(const DictDisplay& node) const {
    std::string parts;
    for (size_t i = 0; i < node.values.size(); ++i) {
      std::string value = text(node.values[i]);
      join(parts, node.keys[i] ? concat(text(node.keys[i]), ": ", value) : "**" + value);
    }
    return call("Dict", parts);
  }
  std::string operator()(const Lambda& node) const {
    return call("Lambda", dump_parameters(tree_, node.parameters, options_), text(node.body));
  }
  std::string operator()(const Comprehension& node) const {
    std::string parts = text(node.element);
    if (node.value) parts += ": " + text(node.value);
    for (const Generator& generator : node.generators) {
      std::string clause = text(generator.target);
      join(clause, text(generator.iter));
      for (ExprId condition : generator.conditions) join(clause, text(condition));
      join(parts, call(generator.is_par ? "par" : "for", clause));
    }
    return call(name_of(node.kind), parts);
  }
  std::string operator()(const UnsupportedExpr& node) const {
    std::string parts = quoted(node.what);
    for (ExprId part : node.parts) join(parts, text(part));
    return call("Unsupported", parts);
  }
  std::string operator()(const ErrorExpr&) const { return "Error"; }

 private:
  static void join(std::string& out, std::string_view part) {
    if (!out.empty()) out += ", ";
    out += part;
  }
  template <class... Parts>
  static std::string call(std::string_view name, const Parts&... parts) {
    std::string inner;
    (join(inner, parts), ...);
    return concat(name, "(", inner, ")");
  }
  std::string list(const std::vector<ExprId>& ids) const {
    std::string parts;
    for (ExprId id : ids) join(parts, text(id));
    return parts;
  }
  std::string format_part(const FormatPart& part) const {
    if (!part.value) return quoted(part.text);
    std::string result = "{" + text(part.value);
    if (part.conversion != 0) result += std::string("!") + part.conversion;
    if (!part.spec.empty()) result += ":" + quoted(part.spec);
    return result + "}";
  }

  const Tree& tree_;
  DumpOptions options_;
};

std::string_view prefix(ParameterKind kind) {
  switch (kind) {
    case ParameterKind::kPositionalOnly:
      return "posonly ";
    case ParameterKind::kPlain:
      return "";
    case ParameterKind::kVarArgs:
      return "*";
    case ParameterKind::kKeywordOnly:
      return "kwonly ";
    case ParameterKind::kKwArgs:
      return "**";
  }
  return "";
}

}  // namespace

std::string dump_expr(const Tree& tree, ExprId id, DumpOptions options) {
  return ExprDump(tree, options).text(id);
}

std::string dump_parameters(const Tree& tree, const Parameters& parameters, DumpOptions options) {
  std::string result;
  for (const Parameter& parameter : parameters.all) {
    if (!result.empty()) result += ", ";
    result += concat(prefix(parameter.kind), parameter.name, dump_range(parameter.range, options));
    if (parameter.annotation) result += ": " + dump_expr(tree, parameter.annotation, options);
    if (parameter.default_value) {
      result += " = " + dump_expr(tree, parameter.default_value, options);
    }
  }
  return "[" + result + "]";
}

std::string dump_keyword(const Tree& tree, const Keyword& keyword, DumpOptions options) {
  std::string value = dump_expr(tree, keyword.value, options);
  return keyword.name.empty() ? "**" + value : keyword.name + "=" + value;
}

std::string dump_range(SourceRange range, DumpOptions options) {
  return options.ranges ? concat("@", range.begin, ":", range.end) : std::string();
}

}  // namespace parc::syntax
