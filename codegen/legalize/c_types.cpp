#include "codegen/legalize/c_types.h"

#include "codegen/legalize/operators.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

std::string tuple_struct(ModuleContext& context, ir::TypeId id, const ir::TupleType& type) {
  if (auto found = context.tuple_structs.find(id); found != context.tuple_structs.end())
    return found->second;
  CStruct declaration;
  for (size_t k = 0; k < type.elements.size(); ++k) {
    declaration.fields.push_back({c_type(context, type.elements[k]), concat("e", k)});
  }
  if (declaration.fields.empty()) declaration.fields.push_back({"char", "unused"});
  declaration.name = concat("parc_tuple", context.tuple_structs.size());
  context.tuple_structs[id] = declaration.name;
  const std::string name = declaration.name;
  context.program.declarations.emplace_back(std::move(declaration));
  return name;
}

}  // namespace

std::string c_type(ModuleContext& context, ir::TypeId id) {
  const ir::TypeTable& types = context.module.types;
  struct Visitor {
    ModuleContext& context;
    ir::TypeId id;
    std::string operator()(const ir::ScalarType& type) const {
      return std::string(lower::c_type(type.kind));
    }
    std::string operator()(const ir::MixedType& type) const {
      return concat("parc_mixed<", lower::c_type(type.carrier), ">");
    }
    std::string operator()(const ir::TupleType& type) const {
      return tuple_struct(context, id, type);
    }
    std::string operator()(const ir::ArrayType& type) const {
      return concat("parc_view<", element_type(type.elem), ", ", static_cast<int>(type.rank), ">");
    }
    std::string operator()(const ir::ListType&) const { return "parc_list*"; }
    std::string operator()(const ir::NoneType&) const { return "parc_none"; }
    std::string operator()(const ir::NeverType&) const { return "parc_none"; }
    std::string operator()(const ir::ErrorType&) const {
      internal_error("an error type reached code generation");
    }
  };
  return std::visit(Visitor{context, id}, types[id]);
}

std::string element_type(ir::Kind kind) {
  return ir::is_bool(kind) ? "parc_u8" : std::string(lower::c_type(kind));
}

std::string list_item_type(ModuleContext& context, ir::TypeId item) {
  const ir::TypeTable& types = context.module.types;
  return types.is_scalar(item) ? element_type(types.kind(item)) : c_type(context, item);
}

const char* value_kind(ir::Kind kind) {
  static const char* const kNames[ir::kKindCount] = {
      "PARC_BOOL",  "PARC_INT",   "PARC_FLOAT", "PARC_COMPLEX", "PARC_NPBOOL", "PARC_NPI8",
      "PARC_NPI16", "PARC_NPI32", "PARC_NPI64", "PARC_NPU8",    "PARC_NPU16",  "PARC_NPU32",
      "PARC_NPU64", "PARC_NPF32", "PARC_NPF64", "PARC_NPC64",   "PARC_NPC128"};
  return kNames[static_cast<int>(kind)];
}

int slot_count(const ir::TypeTable& types, ir::TypeId type) {
  if (const auto* tuple = types.get<ir::TupleType>(type)) {
    int count = 0;
    for (const ir::TypeId element : tuple->elements) count += slot_count(types, element);
    return count;
  }
  return types.get<ir::NoneType>(type) || types.get<ir::NeverType>(type) ? 0 : 1;
}

}  // namespace parc::lower
