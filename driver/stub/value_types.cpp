// type_of(): the types of literals, and of operations on them.
#include <algorithm>
#include <set>

#include "driver/stub/types.h"
#include "support/text_writer.h"

namespace parc::stub {
namespace {

using namespace syntax;

constexpr char kUnknown[] = "Incomplete";

const std::set<std::string> kScalarCalls = {"bool",  "bytes", "bytearray", "complex",
                                            "float", "int",   "range",     "str"};

int rank_of(const std::string& type) {
  if (type == "bool") return 0;
  if (type == "int") return 1;
  if (type == "float") return 2;
  return type == "complex" ? 3 : -1;
}

class Reader {
 public:
  Reader(Context& context, const ParameterTypes& parameters)
      : context_(context), parameters_(parameters) {}

  std::string type(ExprId id) {
    const Tree& tree = context_.tree;
    if (get<IntLiteral>(tree, id)) return "int";
    if (get<FloatLiteral>(tree, id)) return "float";
    if (get<ImaginaryLiteral>(tree, id)) return "complex";
    if (get<BoolLiteral>(tree, id)) return "bool";
    if (get<FString>(tree, id)) return "str";
    if (const auto* node = get<StringLiteral>(tree, id)) return node->is_bytes ? "bytes" : "str";
    if (const auto* node = get<Name>(tree, id)) return parameter(node->id);
    if (const auto* node = get<Unary>(tree, id)) return unary(*node);
    if (const auto* node = get<Binary>(tree, id)) return binary(*node);
    if (const auto* node = get<Compare>(tree, id)) return compare(*node);
    if (const auto* node = get<Conditional>(tree, id)) return joined({node->body, node->orelse});
    if (const auto* node = get<BoolOp>(tree, id)) return joined(node->values);
    if (const auto* node = get<Call>(tree, id)) return call(*node);
    return container(id);
  }

 private:
  std::string container(ExprId id) {
    const Tree& tree = context_.tree;
    if (const auto* node = get<List>(tree, id)) return concat("list[", joined(node->elements), "]");
    if (const auto* node = get<SetDisplay>(tree, id)) {
      return concat("set[", joined(node->elements), "]");
    }
    if (const auto* node = get<DictDisplay>(tree, id)) return dict(*node);
    if (const auto* node = get<Tuple>(tree, id)) return tuple(*node);
    if (const auto* node = get<Comprehension>(tree, id)) {
      if (node->kind == ComprehensionKind::kList) return "list[Incomplete]";
      if (node->kind == ComprehensionKind::kSet) return "set[Incomplete]";
      if (node->kind == ComprehensionKind::kDict) return "dict[Incomplete, Incomplete]";
    }
    return kUnknown;
  }

  std::string parameter(const std::string& name) {
    auto found = parameters_.find(name);
    return found == parameters_.end() ? kUnknown : found->second;
  }

  std::string unary(const Unary& node) {
    if (node.op == UnaryOp::kNot) return "bool";
    std::string operand = type(node.operand);
    if (rank_of(operand) < 0) return kUnknown;
    return operand == "bool" ? "int" : operand;
  }

  std::string binary(const Binary& node) {
    std::string left = type(node.left), right = type(node.right);
    int rank = std::max(rank_of(left), rank_of(right));
    bool is_text = left == "str" && (right == "str" || node.op == BinaryOp::kMod);
    if (is_text && (node.op == BinaryOp::kAdd || node.op == BinaryOp::kMod)) return "str";
    if (rank_of(left) < 0 || rank_of(right) < 0 || node.op == BinaryOp::kMatMul) return kUnknown;
    if (node.op == BinaryOp::kDiv) return rank < 3 ? "float" : "complex";
    if (node.op == BinaryOp::kPow) return power(node, left, rank);
    if (rank == 3) return "complex";
    return rank == 2 ? "float" : "int";
  }

  // A negative exponent makes a float of ints, a negative base with a float may make a complex.
  std::string power(const Binary& node, const std::string& left, int rank) {
    if (rank == 3) return "complex";
    bool is_plain = get<IntLiteral>(context_.tree, node.right) != nullptr;
    if (!is_plain) return kUnknown;
    return left == "float" ? "float" : "int";
  }

  std::string compare(const Compare& node) {
    bool is_known = type(node.left) != kUnknown;
    for (ExprId right : node.rights) is_known = is_known && type(right) != kUnknown;
    bool is_test = std::all_of(node.ops.begin(), node.ops.end(), [](CompareOp op) {
      return op == CompareOp::kIs || op == CompareOp::kIsNot || op == CompareOp::kIn ||
             op == CompareOp::kNotIn;
    });
    return is_known || is_test ? "bool" : kUnknown;
  }

  std::string call(const Call& node) {
    const auto* callee = get<Name>(context_.tree, node.callee);
    if (!callee) return kUnknown;
    if (context_.names.classes.contains(callee->id)) {
      context_.uses.push_back(callee->id);
      return callee->id;
    }
    if (context_.names.bound.contains(callee->id)) return kUnknown;
    if (kScalarCalls.contains(callee->id)) return callee->id;
    if (callee->id == "len") return "int";
    if (callee->id == "dict") return "dict[Incomplete, Incomplete]";
    if (callee->id == "tuple") return "tuple[Incomplete, ...]";
    bool is_set = callee->id == "list" || callee->id == "set" || callee->id == "frozenset";
    return is_set ? concat(callee->id, "[Incomplete]") : kUnknown;
  }

  std::string dict(const DictDisplay& node) {
    bool unpacks = std::any_of(node.keys.begin(), node.keys.end(), [](ExprId key) { return !key; });
    if (unpacks) return "dict[Incomplete, Incomplete]";
    return concat("dict[", joined(node.keys), ", ", joined(node.values), "]");
  }

  std::string tuple(const Tuple& node) {
    if (node.elements.empty()) return "tuple[()]";
    std::string types;
    for (ExprId element : node.elements) {
      if (get<Starred>(context_.tree, element)) return "tuple[Incomplete, ...]";
      types += (types.empty() ? "" : ", ") + whole(element);
    }
    return concat("tuple[", types, "]");
  }

  // The type that all have; numbers meet in the widest.
  std::string joined(const std::vector<ExprId>& parts) {
    std::string result;
    for (ExprId part : parts) {
      if (get<Starred>(context_.tree, part)) return kUnknown;
      std::string next = whole(part);
      bool widens = rank_of(result) > 0 && rank_of(next) > rank_of(result);
      bool fits = rank_of(result) > 1 && rank_of(next) > 0 && rank_of(next) < rank_of(result);
      if (result.empty() || widens) {
        result = next;
      } else if (next != result && !fits) {
        return kUnknown;
      }
    }
    return result.empty() ? kUnknown : result;
  }

  std::string whole(ExprId id) { return get<NoneLiteral>(context_.tree, id) ? "None" : type(id); }

  Context& context_;
  const ParameterTypes& parameters_;
};

}  // namespace

std::string type_of(Context& context, ExprId value, const ParameterTypes& parameters) {
  std::string type = kUnknown;
  if (value) type = Reader(context, parameters).type(value);
  if (get<NoneLiteral>(context.tree, value)) type = "Incomplete | None";
  if (type.find(kUnknown) != std::string::npos) context.uses.push_back(kUnknown);
  return type;
}

}  // namespace parc::stub
