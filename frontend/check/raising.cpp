// raise and assert of built-in exceptions, and the messages they carry.
#include <algorithm>

#include "frontend/check/emit.h"
#include "frontend/check/expressions.h"
#include "frontend/check/statements.h"
#include "frontend/check/symbols.h"
#include "frontend/check/type_join.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using namespace syntax;

constexpr std::string_view kExceptions[] = {
#define PARC_EXCEPTION(name) #name,
#include "frontend/check/exceptions.def"
#undef PARC_EXCEPTION
};

bool is_exception(std::string_view name) {
  return std::find(std::begin(kExceptions), std::end(kExceptions), name) != std::end(kExceptions);
}

// Text made of literals, f-strings, str(x) and `+` of these.
struct Message {
  Context& c;
  std::vector<ir::MessagePart> parts;
  bool failed = false;

  bool is_text(ExprId id) const {
    if (const auto* text = get<StringLiteral>(c.tree(), id)) return !text->is_bytes;
    if (get<FString>(c.tree(), id)) return true;
    if (const auto* call = get<syntax::Call>(c.tree(), id)) {
      return call->args.size() == 1 && call->keywords.empty() &&
             (is_library(c, call->callee, "str") || is_library(c, call->callee, "repr"));
    }
    const auto* sum = get<syntax::Binary>(c.tree(), id);
    return sum && sum->op == syntax::BinaryOp::kAdd && is_text(sum->left) && is_text(sum->right);
  }

  void add(ExprId id) {
    if (const auto* text = get<StringLiteral>(c.tree(), id)) {
      parts.push_back({text->value, {}, 0, ""});
    } else if (const auto* fstring = get<FString>(c.tree(), id)) {
      for (const FormatPart& part : fstring->parts) add_part(part);
    } else if (const auto* call = get<syntax::Call>(c.tree(), id)) {
      add_value(call->args[0], is_library(c, call->callee, "repr") ? 'r' : 's', "");
    } else if (const auto* sum = get<syntax::Binary>(c.tree(), id)) {
      add(sum->left);
      add(sum->right);
    }
  }

  void add_part(const FormatPart& part) {
    if (!part.value) {
      parts.push_back({part.text, {}, 0, ""});
      return;
    }
    if (!part.text.empty()) parts.push_back({part.text, {}, 0, ""});
    if (part.nested_spec) {
      c.diagnostics.emit(Diag::kUnsupportedExpression, range_of(c, part.value),
                         "a format that is computed is not supported in a native function");
      failed = true;
      return;
    }
    if (is_text(part.value) && part.conversion == 0 && part.spec.empty()) {
      add(part.value);
    } else {
      add_value(part.value, part.conversion, part.spec);
    }
  }

  void add_value(ExprId id, char conversion, const std::string& spec) {
    Value value = check_expr(c, id);
    if (c.types().get<ir::TupleType>(value.type) && spec.empty()) return add_tuple(value);
    if (!is_error(c, value) && kinds_of(c.types(), value.type).empty()) return report_value(value);
    failed = failed || is_error(c, value);
    parts.push_back({"", value.expr, conversion, spec});
  }

  // "(1, 2.5)": the elements as repr() writes them.
  void add_tuple(const Value& given) {
    Value tuple = reusable(c, given);
    const std::vector<ir::TypeId> types = c.types().get<ir::TupleType>(tuple.type)->elements;
    parts.push_back({"(", {}, 0, ""});
    for (uint32_t at = 0; at < types.size(); ++at) {
      if (at > 0) parts.push_back({", ", {}, 0, ""});
      ir::ExprId whole = again(c, tuple).expr;
      Value element = make(c, ir::TupleGet{whole, at}, types[at], tuple.range);
      if (c.types().get<ir::TupleType>(types[at])) {
        add_tuple(element);
      } else if (kinds_of(c.types(), types[at]).empty()) {
        report_value(element);
      } else {
        parts.push_back({"", element.expr, 'r', ""});
      }
    }
    parts.push_back({types.size() == 1 ? ",)" : ")", {}, 0, ""});
  }

  void report_value(const Value& value) {
    c.diagnostics.emit(Diag::kUnsupportedExpression, value.range,
                       concat(spell(c, value.type), " in a message is not supported"));
    failed = true;
  }
};

// Merges neighbouring pieces of text.
std::vector<ir::MessagePart> merged(const std::vector<ir::MessagePart>& parts) {
  std::vector<ir::MessagePart> out;
  for (const ir::MessagePart& part : parts) {
    bool text = !part.value.valid();
    if (text && !out.empty() && !out.back().value.valid()) {
      out.back().text += part.text;
    } else {
      out.push_back(part);
    }
  }
  return out;
}

std::optional<ir::RaiseArgument> check_argument(Context& c, ExprId id) {
  Message message{c, {}};
  ir::RaiseArgument argument;
  if (message.is_text(id)) {
    message.add(id);
    if (message.failed) return std::nullopt;
    argument.parts = merged(message.parts);
    if (argument.parts.empty()) argument.parts.push_back({});
    return argument;
  }
  Value value = check_expr(c, id);
  if (is_error(c, value)) return std::nullopt;
  if (kinds_of(c.types(), value.type).empty()) {
    c.diagnostics.emit(
        Diag::kUnsupportedRaise, value.range,
        concat("an exception carries text or numbers here, not ", spell(c, value.type)));
    return std::nullopt;
  }
  argument.value = value.expr;
  return argument;
}

void report_exception(Context& c, ExprId id, const Symbol& symbol) {
  std::string text = "only built-in exceptions can be raised in a native function";
  if (symbol.kind == SymbolKind::kLibrary && is_builtin_name(symbol.path)) {
    text = concat("'", symbol.path, "' cannot be raised in a native function");
  }
  c.diagnostics.emit(Diag::kUnsupportedRaise, range_of(c, id), text)
      .note("for example ValueError(\"text\")");
}

}  // namespace

void check_raise(Context& c, StmtId id) {
  const auto& node = *get<syntax::Raise>(c.tree(), id);
  SourceRange range = range_of(c, id);
  c.env.reachable = false;
  if (!node.exception) {
    c.diagnostics.emit(Diag::kUnsupportedRaise, range,
                       "`raise` without an exception is not supported");
    return;
  }
  if (node.cause && !get<NoneLiteral>(c.tree(), node.cause)) {
    c.diagnostics.emit(Diag::kUnsupportedRaise, range_of(c, node.cause),
                       "`raise … from` is not supported in a native function");
    return;
  }
  const auto* call = get<syntax::Call>(c.tree(), node.exception);
  ExprId type = call ? call->callee : node.exception;
  Symbol symbol = resolve(c, type);
  if (symbol.kind != SymbolKind::kLibrary || !is_exception(symbol.path)) {
    report_exception(c, type, symbol);
    return;
  }
  ir::Raise raise{symbol.path, {}};
  if (call) {
    if (!call->keywords.empty()) {
      c.diagnostics.emit(Diag::kUnsupportedRaise, range, "an exception takes no keywords here");
      return;
    }
    for (ExprId arg : call->args) {
      std::optional<ir::RaiseArgument> argument = check_argument(c, arg);
      if (!argument) return;
      raise.args.push_back(std::move(*argument));
    }
  }
  emit(c, std::move(raise), range);
}

void check_assert(Context& c, StmtId id) {
  const auto& node = *get<Assert>(c.tree(), id);
  SourceRange range = range_of(c, id);
  Value condition = check_condition(c, node.test);
  bool valid = !is_error(c, condition);
  Environment after = c.env;
  ir::Block failure = in_block(c, [&] {
    ir::Raise raise{"AssertionError", {}};
    if (node.message) {
      std::optional<ir::RaiseArgument> argument = check_argument(c, node.message);
      valid = valid && argument;
      if (argument) raise.args.push_back(std::move(*argument));
    }
    emit(c, std::move(raise), range);
  });
  c.env = std::move(after);
  if (!valid) return;
  if (known_int(c, condition) == 0) c.env.reachable = false;
  Value stop = make(c, ir::Not{condition.expr}, condition.type, range);
  emit(c, ir::If{stop.expr, std::move(failure), {}}, range);
}

}  // namespace parc::check
