#include "ir/analysis/element_updates.h"

#include <algorithm>

#include "ir/builder.h"
#include "ir/structure.h"

namespace parc::ir {
namespace {

bool reduces(BinaryOp op) {
  switch (op) {
    case BinaryOp::kAdd:
    case BinaryOp::kSub:
    case BinaryOp::kMul:
    case BinaryOp::kAnd:
    case BinaryOp::kOr:
    case BinaryOp::kXor:
      return true;
    case BinaryOp::kDiv:
    case BinaryOp::kFloorDiv:
    case BinaryOp::kMod:
    case BinaryOp::kPow:
    case BinaryOp::kShl:
    case BinaryOp::kShr:
      return false;
  }
  return false;
}

// Through the conversion to the kind of the element.
ExprId strip_convert(const Function& function, ExprId id) {
  id = strip_coerce(function, id);
  const Convert* convert = expr_if<Convert>(function, id);
  return convert ? strip_convert(function, convert->operand) : id;
}

// Whether the value is that element, as the store will change it: the load, or none.
ExprId load_of(const Function& function, ExprId id, const Store& store) {
  id = strip_convert(function, id);
  const Load* load = expr_if<Load>(function, id);
  if (!load || load->indices.size() != store.indices.size()) return {};
  bool same = same_structure(function, load->array, store.array);
  for (size_t at = 0; at < store.indices.size(); ++at) {
    same = same && same_structure(function, load->indices[at], store.indices[at]);
  }
  return same ? id : ExprId{};
}

// The load of the old value when the statement is an update; else none.
ExprId updated_load(const Function& function, StmtId id) {
  const Store* store = stmt_if<Store>(function, id);
  if (!store) return {};
  ExprId value = strip_convert(function, store->value);
  std::vector<ExprId> operands;
  if (const CallBuiltin* call = expr_if<CallBuiltin>(function, value)) {
    std::string_view name = info(call->builtin).name;
    bool extreme = name == "min" || name == "max" || name == "np.minimum" || name == "np.maximum";
    if (extreme) operands = call->args;
  } else if (const Binary* binary = expr_if<Binary>(function, value)) {
    if (reduces(binary->op)) operands.push_back(binary->left);
    if (reduces(binary->op) && binary->op != BinaryOp::kSub) operands.push_back(binary->right);
  }
  for (ExprId operand : operands) {
    ExprId load = load_of(function, operand, *store);
    if (load.valid()) return load;
  }
  return {};
}

// Whether the access is the store or the load of an update.
bool belongs_to_update(const Function& function, const Access& access) {
  ExprId load = updated_load(function, access.stmt);
  if (access.kind != AccessKind::kElement || !load.valid()) return false;
  return access.is_write || access.range == function[load].range;
}

}  // namespace

bool is_element_reduction(const AnalysisContext& context, const LoopAccesses& accesses,
                          const Access& a, const Access& b) {
  if (!context.module.types.get<ArrayType>(accesses.roots[a.root].type)) return false;
  return a.root == b.root &&
         std::all_of(accesses.accesses.begin(), accesses.accesses.end(), [&](const Access& other) {
           return other.root != a.root || belongs_to_update(context.function, other);
         });
}

}  // namespace parc::ir
