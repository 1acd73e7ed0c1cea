// What Python can call: entry functions that read arguments from slots, and the tables that
// describe them.
#include "codegen/legalize/c_types.h"
#include "codegen/legalize/functions.h"
#include "codegen/legalize/operators.h"
#include "ir/analysis/effects.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

// A scalar kept in a slot, as its C type.
CExpr scalar_from_slot(ir::Kind kind, const CExpr& slot) {
  if (ir::is_complex(kind)) {
    const CExpr value = member(slot, "c");
    const std::string part = kind == ir::Kind::kC64 ? "parc_f32" : "parc_f64";
    return init(c_type(kind), {cast(part, member(value, "re")), cast(part, member(value, "im"))});
  }
  if (ir::is_floating(kind)) return cast(c_type(kind), member(slot, "d"));
  if (ir::is_bool(kind)) return infix("!=", member(slot, "i"), integer(0));
  return cast(c_type(kind), member(slot, ir::is_unsigned(kind) ? "u" : "i"));
}

void scalar_to_slot(CBlock& body, ir::Kind kind, const CExpr& slot, const CExpr& value) {
  const auto assign = [&](CExpr target, CExpr source) {
    body.push_back(statement(CAssign{std::move(target), std::move(source)}));
  };
  if (ir::is_complex(kind)) {
    assign(member(member(slot, "c"), "re"), member(value, "re"));
    assign(member(member(slot, "c"), "im"), member(value, "im"));
  } else if (ir::is_floating(kind)) {
    assign(member(slot, "d"), value);
  } else {
    assign(member(slot, ir::is_unsigned(kind) ? "u" : "i"), value);
  }
}

// The value of the type from consecutive slots.
CExpr from_slots(ModuleContext& context, ir::TypeId type, int& at) {
  const ir::TypeTable& types = context.module.types;
  if (const auto* tuple = types.get<ir::TupleType>(type)) {
    std::vector<CExpr> fields;
    for (const ir::TypeId item : tuple->elements) fields.push_back(from_slots(context, item, at));
    return init(c_type(context, type), std::move(fields));
  }
  const CExpr slot = element(name("args"), integer(at++));
  if (types.is_scalar(type)) return scalar_from_slot(types.kind(type), slot);
  if (const auto* mixed = types.get<ir::MixedType>(type)) {
    return init(c_type(context, type),
                {scalar_from_slot(mixed->carrier, slot), cast("parc_i32", member(slot, "tag"))});
  }
  if (const auto* array = types.get<ir::ArrayType>(type)) {
    return call(concat("parc_slot_view<", element_type(array->elem), ", ",
                       static_cast<int>(array->rank), ">"),
                {slot});
  }
  return cast("parc_list*", member(slot, "p"));
}

void to_slots(ModuleContext& context, CBlock& body, ir::TypeId type, const CExpr& value, int& at) {
  const ir::TypeTable& types = context.module.types;
  if (const auto* tuple = types.get<ir::TupleType>(type)) {
    for (size_t k = 0; k < tuple->elements.size(); ++k) {
      to_slots(context, body, tuple->elements[k], member(value, concat("e", k)), at);
    }
    return;
  }
  if (slot_count(types, type) == 0) return;
  const CExpr slot = element(name("result"), integer(at++));
  if (types.is_scalar(type)) {
    scalar_to_slot(body, types.kind(type), slot, value);
  } else if (const auto* mixed = types.get<ir::MixedType>(type)) {
    scalar_to_slot(body, mixed->carrier, slot, member(value, "value"));
    body.push_back(statement(CAssign{member(slot, "tag"), member(value, "tag")}));
  } else if (types.get<ir::ArrayType>(type)) {
    body.push_back(statement(CEvaluate{call("parc_slot_store", {slot, value})}));
  } else {
    body.push_back(statement(CAssign{member(slot, "p"), value}));
  }
}

void write_entry(ModuleContext& context, const ir::Function& function,
                 const std::string& entry_name) {
  CFunction out;
  out.result = "bool";
  out.name = entry_name;
  out.parameters = {{"parc_state*", "st"}, {"const parc_slot*", "args"}, {"parc_slot*", "result"}};
  std::vector<CExpr> args{name("st")};
  int at = 0;
  for (const ir::Parameter& parameter : function.parameters) {
    args.push_back(from_slots(context, function[parameter.local].type, at));
  }
  out.body.push_back(statement(CDeclare{c_type(context, function.result), "value", nullptr}));
  args.push_back(address(name("value")));
  out.body.push_back(statement(CIf{call(function.symbol, std::move(args)),
                                   Hint::kUnlikely,
                                   {statement(CReturn{boolean(true)})},
                                   {}}));
  at = 0;
  to_slots(context, out.body, function.result, name("value"), at);
  out.body.push_back(statement(CReturn{boolean(false)}));
  context.program.declarations.emplace_back(std::move(out));
}

// Declares a constant table of structs; null when it is empty.
CExpr table(ModuleContext& context, const std::string& type, const std::string& table_name,
            std::vector<CExpr> rows) {
  if (rows.empty()) return null();
  context.program.declarations.emplace_back(
      CConstant{type, table_name, true, init("", std::move(rows))});
  return name(table_name);
}

// One row of the signature table.
CExpr signature(ModuleContext& context, const ir::Entry& entry, const ir::Effects& effects,
                size_t number) {
  const ir::Function& function = context.module[entry.function];
  const ir::TypeTable& types = context.module.types;
  const std::string entry_name = concat("entry", number);
  write_entry(context, function, entry_name);
  std::vector<CExpr> parameters;
  for (size_t k = 0; k < function.parameters.size(); ++k) {
    const bool written = effects[entry.function].writes[k];
    const std::string dims = k < entry.dims.size() ? entry.dims[k] : "";
    parameters.push_back(
        init("", {string(function.parameters[k].name),
                  string(types.descriptor(function[function.parameters[k].local].type)),
                  integer(written ? 1 : 0), string(dims)}));
  }
  const CExpr parameter_table =
      table(context, "parc_parameter", concat("parameters", number), std::move(parameters));
  const auto line = context.sources.begin(function.range).line;
  return init("", {string(entry.name), string(types.descriptor(function.result)), parameter_table,
                   integer(static_cast<int64_t>(function.parameters.size())), name(entry_name),
                   integer(slot_count(types, function.result)), integer(entry.annotated ? 1 : 0),
                   integer(entry.has_par ? 1 : 0), integer(line)});
}

}  // namespace

void lower_entries(ModuleContext& context) {
  const ir::Effects effects(context.module);
  std::vector<CExpr> rows;
  for (size_t k = 0; k < context.module.entries.size(); ++k) {
    rows.push_back(signature(context, context.module.entries[k], effects, k));
  }
  const ModuleInfo& info = context.info;
  std::vector<CExpr> files;
  for (const SourceFile& file : info.imported)
    files.push_back(init("", {string(file.path), string(file.hash)}));
  const auto count = static_cast<int64_t>(rows.size());
  const auto file_count = static_cast<int64_t>(files.size());
  const CExpr signatures = table(context, "parc_signature", "signatures", std::move(rows));
  const CExpr imported = table(context, "parc_source_file", "imported", std::move(files));
  context.program.declarations.emplace_back(CConstant{
      "parc_module_info", "module_info", false,
      init("",
           {name("PARC_ABI_VERSION"), string(context.module.name), string(info.source_path),
            string(info.masked_source), integer(static_cast<int64_t>(info.masked_source.size())),
            string(info.source_hash), string(info.python), string(info.cpu_features),
            string(info.parc_version), signatures, integer(count), imported, integer(file_count),
            integer(info.is_kernel ? 1 : 0)})});
  CFunction init_function;
  init_function.result = "void*";
  init_function.name = concat("PyInit_", context.module.name);
  init_function.exported = true;
  init_function.body.push_back(
      statement(CReturn{call("parc_module_init", {address(name("module_info"))})}));
  context.program.declarations.emplace_back(std::move(init_function));
}

}  // namespace parc::lower
