#include "ir/dump_expr.h"

#include <charconv>

#include "support/text_writer.h"

namespace parc::ir {
namespace {

std::string number(double value) {
  if (value != value) return "nan";
  char buffer[40];
  auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  (void)error;  // 40 characters hold the shortest form of any double
  std::string text(buffer, end);
  if (text.find_first_of(".en") == std::string::npos) text += ".0";
  return text;
}

std::string number(const std::complex<double>& value) {
  return concat("complex(", number(value.real()), ", ", number(value.imag()), ")");
}
std::string number(bool value) { return value ? "True" : "False"; }
std::string number(int64_t value) { return std::to_string(value); }
std::string number(uint64_t value) { return std::to_string(value); }

// Prints one expression; operands of operators stand in brackets when they are operators too.
struct ExprPrinter {
  const Module& module;
  const Function& function;
  TypeId type{};  // of the expression being printed

  std::string text(ExprId id) const {
    if (!id.valid()) return "";
    ExprPrinter inner{module, function, function[id].type};
    return std::visit(inner, function[id].node);
  }
  std::string nested(ExprId id) const {
    const ExprNode& node = function[id].node;
    bool is_operator = std::holds_alternative<Unary>(node) ||
                       std::holds_alternative<Binary>(node) ||
                       std::holds_alternative<Compare>(node) || std::holds_alternative<Not>(node) ||
                       std::holds_alternative<Logic>(node) || std::holds_alternative<Select>(node);
    return is_operator ? "(" + text(id) + ")" : text(id);
  }
  std::string list(const std::vector<ExprId>& ids) const {
    std::string out;
    for (ExprId id : ids) out += (out.empty() ? "" : ", ") + text(id);
    return out;
  }
  std::string typed(const char* what, ExprId operand) const {
    return concat(what, "<", module.types.descriptor(type), ">(", text(operand), ")");
  }

  std::string operator()(const Const& node) const {
    std::string value = std::visit([](auto held) { return number(held); }, node.value);
    const ScalarType* scalar = module.types.get<ScalarType>(type);
    if (scalar && is_python(scalar->kind)) return value;
    return concat(module.types.descriptor(type), "(", value, ")");
  }
  std::string operator()(const NoneValue&) const { return "None"; }
  std::string operator()(const LocalRef& node) const { return dump_local(function, node.local); }
  std::string operator()(const Unary& node) const {
    return spelling(node.op) + nested(node.operand);
  }
  std::string operator()(const Binary& node) const {
    return concat(nested(node.left), " ", spelling(node.op), " ", nested(node.right));
  }
  std::string operator()(const Compare& node) const {
    return concat(nested(node.left), " ", spelling(node.op), " ", nested(node.right));
  }
  std::string operator()(const Truth& node) const { return typed("truth", node.operand); }
  std::string operator()(const Not& node) const { return "not " + nested(node.operand); }
  std::string operator()(const Logic& node) const {
    return concat(nested(node.left), node.is_and ? " and " : " or ", nested(node.right));
  }
  std::string operator()(const Select& node) const {
    return concat(nested(node.then_value), " if ", nested(node.condition), " else ",
                  nested(node.else_value));
  }
  std::string operator()(const Coerce& node) const { return typed("coerce", node.operand); }
  std::string operator()(const Narrow& node) const { return typed("narrow", node.operand); }
  std::string operator()(const Convert& node) const { return typed("convert", node.operand); }
  std::string operator()(const Load& node) const {
    return concat(nested(node.array), "[", list(node.indices), "]", node.in_bounds ? "!" : "");
  }
  std::string operator()(const View& node) const {
    std::string items;
    for (const IndexItem& item : node.items) {
      if (!items.empty()) items += ", ";
      if (const ExprId* index = std::get_if<ExprId>(&item)) {
        items += text(*index);
      } else {
        const SliceItem& slice = std::get<SliceItem>(item);
        items += text(slice.lower) + ":" + text(slice.upper);
        if (slice.step.valid()) items += ":" + text(slice.step);
      }
    }
    return concat("view(", text(node.array), ")[", items, "]");
  }
  std::string operator()(const Transpose& node) const {
    std::string axes;
    for (uint8_t axis : node.axes) axes += ", " + std::to_string(axis);
    return concat("transpose(", text(node.array), axes, ")");
  }
  std::string operator()(const ShapeOf& node) const {
    return concat("shape(", text(node.array), ", ", int{node.axis}, ")");
  }
  std::string operator()(const ArraySize& node) const {
    return concat("size(", text(node.array), ")");
  }
  std::string operator()(const ListLength& node) const {
    return concat("len(", text(node.list), ")");
  }
  std::string operator()(const ListGet& node) const {
    return concat(nested(node.list), "[", text(node.index), "]", node.in_bounds ? "!" : "");
  }
  std::string operator()(const MakeTuple& node) const {
    return concat("(", list(node.elements), node.elements.size() == 1 ? ",)" : ")");
  }
  std::string operator()(const TupleGet& node) const {
    return concat(nested(node.tuple), ".", node.index);
  }
  std::string operator()(const TupleIndex& node) const {
    return concat(nested(node.tuple), "[", text(node.index), "]");
  }
  std::string operator()(const Call& node) const {
    std::string call = concat(module[node.callee].symbol, "(", list(node.args), ")");
    if (!node.combination) return call;
    return concat(call, " combining from ", text(node.combination->identity), " by ",
                  module[node.combination->merge].symbol);
  }
  std::string operator()(const CallBuiltin& node) const {
    return concat(info(node.builtin).name, "<", module.types.descriptor(type), ">(",
                  list(node.args), ")");
  }
  std::string operator()(const NewArray& node) const {
    constexpr const char* kNames[] = {"zeros", "empty", "ones", "full"};
    std::string value = node.value.valid() ? ", " + text(node.value) : "";
    return concat(kNames[static_cast<int>(node.fill)], "<", module.types.descriptor(type), ">((",
                  list(node.shape), ")", value, ")");
  }
  std::string operator()(const CopyArray& node) const {
    return concat("copy(", text(node.array), ")");
  }
  std::string operator()(const BroadcastFor& node) const {
    return concat("broadcast(", text(node.array), " for ", text(node.target), ")");
  }
  std::string operator()(const RangeLength& node) const {
    return concat("range_length(", text(node.start), ", ", text(node.stop), ", ", text(node.step),
                  ")");
  }
};

}  // namespace

std::string dump_local(const Function& function, LocalId id) {
  const Local& local = function[id];
  std::string number = std::to_string(id.value);
  if (local.name.empty() || local.role == LocalRole::kTemporary) return "%" + number;
  if (local.role == LocalRole::kBoundFlag) return concat("bound(", local.name, ").", number);
  for (uint32_t other = 0; other < function.locals.size(); ++other) {
    const Local& candidate = function[LocalId{other}];
    if (other != id.value && candidate.name == local.name &&
        candidate.role != LocalRole::kBoundFlag && candidate.role != LocalRole::kTemporary) {
      return local.name + "." + number;
    }
  }
  return local.name;
}

std::string dump_expr(const Module& module, const Function& function, ExprId expr) {
  return ExprPrinter{module, function}.text(expr);
}

}  // namespace parc::ir
