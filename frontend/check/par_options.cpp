#include "frontend/check/par_options.h"

#include "frontend/check/emit.h"
#include "frontend/check/jit_decorator.h"
#include "frontend/check/module_constants.h"
#include "support/spelling.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using syntax::ExprId;

const std::vector<std::string> kOptions = {"schedule", "chunk",  "threads",
                                           "check",    "reduce", "progress"};

void report(Context& c, Diag kind, SourceRange range, std::string message, std::string note) {
  c.diagnostics.emit(kind, range, std::move(message)).note(std::move(note));
}

// A string literal, or a module constant bound to one.
std::optional<std::string> constant_text(Context& c, ExprId id) {
  if (const auto* text = syntax::get<syntax::StringLiteral>(c.tree(), id)) return text->value;
  Symbol symbol = resolve(c, id);
  if (symbol.kind != SymbolKind::kValue || symbol.global->bindings != 1) return std::nullopt;
  const auto* text = syntax::get<syntax::StringLiteral>(*symbol.module->tree, symbol.global->value);
  if (!text) return std::nullopt;
  return text->value;
}

// The index of the option's value among the choices.
std::optional<size_t> choose(Context& c, const syntax::Keyword& keyword,
                             const std::vector<std::string>& choices) {
  std::optional<std::string> text = constant_text(c, keyword.value);
  SourceRange range = range_of(c, keyword.value);
  std::string all;
  for (const std::string& choice : choices) all += (all.empty() ? "\"" : ", \"") + choice + "\"";
  if (!text) {
    report(c, Diag::kOptionNotConstant, range, concat(keyword.name, "= takes a constant string"),
           concat("one of ", all));
    return std::nullopt;
  }
  for (size_t at = 0; at < choices.size(); ++at) {
    if (choices[at] == *text) return at;
  }
  auto diagnostic = c.diagnostics.emit(
      Diag::kBadOption, range, concat("\"", *text, "\" is no value of ", keyword.name, "="));
  diagnostic.note(concat("one of ", all));
  if (auto near = nearest(*text, choices)) diagnostic.fixit(range, concat("\"", *near, "\""));
  return std::nullopt;
}

std::optional<int64_t> positive_int(Context& c, const syntax::Keyword& keyword) {
  SourceRange range = range_of(c, keyword.value);
  size_t mark = c.diagnostics.mark();
  Value value = check_constant_expr(c, *c.module, keyword.value, range, Diag::kOptionNotConstant,
                                    concat(keyword.name, "= takes a constant int"));
  std::optional<int64_t> number = known_int(c, value);
  if (!number || value.type != c.types().scalar(ir::Kind::kInt)) {
    c.diagnostics.rollback(mark);
    report(c, Diag::kOptionNotConstant, range, concat(keyword.name, "= takes a constant int"),
           "a literal, or a constant of the module");
    return std::nullopt;
  }
  if (*number < 1) {
    report(c, Diag::kBadOption, range, concat(keyword.name, "= must be at least 1"),
           concat("it is ", *number));
    return std::nullopt;
  }
  return number;
}

// True or False, or a module constant bound to one.
bool constant_bool(Context& c, const syntax::Keyword& keyword) {
  SourceRange range = range_of(c, keyword.value);
  const std::string message = concat(keyword.name, "= takes True or False");
  size_t mark = c.diagnostics.mark();
  Value value =
      check_constant_expr(c, *c.module, keyword.value, range, Diag::kOptionNotConstant, message);
  std::optional<ir::Const> constant = known_constant(c, value.expr);
  const bool* truth = constant ? std::get_if<bool>(&constant->value) : nullptr;
  if (truth) return *truth;
  c.diagnostics.rollback(mark);
  report(c, Diag::kOptionNotConstant, range, message, "a literal, or a constant of the module");
  return false;
}

void read_option(Context& c, const syntax::Keyword& keyword, ir::ParOptions& options) {
  if (keyword.name == "schedule") {
    if (auto at = choose(c, keyword, {"static", "dynamic", "guided"})) {
      options.schedule = static_cast<ir::Schedule>(*at);
    }
  } else if (keyword.name == "chunk") {
    options.chunk = positive_int(c, keyword).value_or(0);
  } else if (keyword.name == "threads") {
    options.threads = positive_int(c, keyword).value_or(0);
  } else if (keyword.name == "check") {
    options.trust = choose(c, keyword, {"prove", "trust"}) == 1;
  } else if (keyword.name == "reduce") {
    options.fast_reduce = choose(c, keyword, {"exact", "fast"}) == 1;
  } else if (keyword.name == "progress") {
    options.progress = constant_bool(c, keyword);
  } else {
    auto diagnostic =
        c.diagnostics.emit(Diag::kUnknownParOption, keyword.range,
                           keyword.name.empty() ? std::string("par takes no `**` arguments")
                                                : concat("par has no option ", keyword.name, "="));
    if (auto near = nearest(keyword.name, kOptions)) {
      diagnostic.note(concat("did you mean ", *near, "=?"));
    } else {
      diagnostic.note("the options are schedule=, chunk=, threads=, check=, reduce= and progress=");
    }
  }
}

}  // namespace

const syntax::Call* par_call(Program& program, const ModuleScope& module, const Scope* scope,
                             ExprId id) {
  const auto* call = syntax::get<syntax::Call>(*module.tree, id);
  if (!call) return nullptr;
  Symbol symbol = resolve(program, module, scope, call->callee);
  bool is_par = symbol.kind == SymbolKind::kLibrary && symbol.path == "parc.par";
  return is_par ? call : nullptr;
}

ir::ParOptions default_options(Context& c) {
  if (c.program.options) return *c.program.options;
  ir::ParOptions options;
  for (const syntax::Keyword* keyword : jit_loop_options(*c.instance.source)) {
    read_option(c, *keyword, options);
  }
  return options;
}

std::optional<ParHeader> check_par_call(Context& c, const syntax::Call& call, SourceRange range) {
  ParHeader header{{}, default_options(c)};
  for (const syntax::Keyword& keyword : call.keywords) {
    read_option(c, keyword, header.options);
  }
  if (call.args.size() != 1 || syntax::get<syntax::Starred>(c.tree(), call.args[0])) {
    report(c, Diag::kParArguments, range, concat("par takes one iterable, not ", call.args.size()),
           "options go by keyword");
    return std::nullopt;
  }
  header.iterable = call.args[0];
  return header;
}

}  // namespace parc::check
