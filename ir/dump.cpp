#include "ir/dump_expr.h"
#include "ir/ir.h"
#include "support/text_writer.h"

namespace parc::ir {
namespace {

struct StmtPrinter {
  const Module& module;
  const Function& function;
  TextWriter& out;

  std::string text(ExprId id) const { return dump_expr(module, function, id); }
  std::string name(LocalId id) const { return dump_local(function, id); }
  std::string list(const std::vector<ExprId>& ids) const {
    std::string joined;
    for (ExprId id : ids) joined += (joined.empty() ? "" : ", ") + text(id);
    return joined;
  }

  void statement(StmtId id) const { std::visit(*this, function[id].node); }
  void block(const Block& body) const {
    auto inner = out.indent();
    if (body.empty()) out.line("pass");
    for (StmtId id : body) statement(id);
  }
  void orelse(const Block& body) const {
    if (body.empty()) return;
    out.line("else:");
    block(body);
  }

  void operator()(const Assign& node) const {
    out.line(name(node.target), ": ", module.types.descriptor(function[node.target].type), " = ",
             text(node.value));
  }
  void operator()(const Store& node) const {
    out.line(text(node.array), "[", list(node.indices), "]", node.in_bounds ? "!" : "", " = ",
             text(node.value));
  }
  void operator()(const StoreView& node) const {
    out.line(text(node.view), "[...] = ", text(node.value));
  }
  void operator()(const ListSet& node) const {
    out.line(text(node.list), "[", text(node.index), "] = ", text(node.value));
  }
  void operator()(const Evaluate& node) const { out.line("eval ", text(node.value)); }
  void operator()(const If& node) const {
    out.line("if ", text(node.condition), ":");
    block(node.then_body);
    orelse(node.else_body);
  }
  void operator()(const While& node) const {
    out.line("while ", text(node.condition), ":");
    block(node.body);
    orelse(node.orelse);
  }
  void operator()(const Loop& node) const {
    out.line(node.par ? "par " : "for ", name(node.index), " in 0..", text(node.trip),
             node.par ? options(*node.par) : "", ":");
    block(node.body);
    orelse(node.orelse);
  }
  void operator()(const Break&) const { out.line("break"); }
  void operator()(const Continue&) const { out.line("continue"); }
  void operator()(const Return& node) const { out.line("return ", text(node.value)); }
  void operator()(const Raise& node) const {
    std::string args;
    for (const RaiseArgument& argument : node.args) {
      args += (args.empty() ? "" : ", ") + raise_argument(argument);
    }
    out.line("raise ", node.exception, "(", args, ")");
  }
  void operator()(const CheckBound& node) const {
    out.line("check_bound ", name(node.flag), " \"", node.name, "\"");
  }
  void operator()(const Labeled& node) const {
    out.line("label L", node.label.value, ":");
    block(node.body);
  }
  void operator()(const Leave& node) const { out.line("leave L", node.label.value); }

 private:
  std::string raise_argument(const RaiseArgument& argument) const {
    if (argument.value.valid()) return text(argument.value);
    std::string joined = "f\"";
    for (const MessagePart& part : argument.parts) {
      joined += part.text;
      if (!part.value.valid()) continue;
      joined += "{" + text(part.value);
      if (part.conversion) joined += std::string("!") + part.conversion;
      if (!part.spec.empty()) joined += ":" + part.spec;
      joined += "}";
    }
    return joined + "\"";
  }

  static std::string options(const ParOptions& par) {
    std::string joined;
    if (par.schedule == Schedule::kDynamic) joined += " schedule=dynamic";
    if (par.schedule == Schedule::kGuided) joined += " schedule=guided";
    if (par.chunk) joined += concat(" chunk=", par.chunk);
    if (par.threads) joined += concat(" threads=", par.threads);
    if (par.trust) joined += " check=trust";
    if (par.fast_reduce) joined += " reduce=fast";
    if (par.progress) joined += " progress";
    return joined;
  }
};

void dump_function(const Module& module, const Function& function, TextWriter& out) {
  std::string parameters;
  for (const Parameter& parameter : function.parameters) {
    if (!parameters.empty()) parameters += ", ";
    parameters += concat(dump_local(function, parameter.local), ": ",
                         module.types.descriptor(function[parameter.local].type));
  }
  out.line("func ", function.symbol, "(", parameters, ") -> ",
           module.types.descriptor(function.result), function.is_recursive ? " recursive" : "",
           ":");
  StmtPrinter{module, function, out}.block(function.body);
}

}  // namespace

std::string dump(const Module& module, FunctionId function) {
  TextWriter out;
  dump_function(module, module[function], out);
  return out.take();
}

std::string dump(const Module& module) {
  TextWriter out;
  out.line("module ", module.name);
  for (const Entry& entry : module.entries) {
    out.line("entry ", entry.name, " = ", module[entry.function].symbol,
             entry.annotated ? "" : " by_types", entry.has_par ? " par" : "");
  }
  for (uint32_t id = 0; id < module.functions.size(); ++id) {
    out.line();
    dump_function(module, module[FunctionId{id}], out);
  }
  return out.take();
}

}  // namespace parc::ir
