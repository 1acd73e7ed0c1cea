#include "driver/stub/types.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace parc::stub {
namespace {

using namespace syntax;

const std::set<std::string> kMakers = {"TypeVar",       "ParamSpec",  "TypeVarTuple", "NewType",
                                       "TypeAliasType", "NamedTuple", "TypedDict",    "namedtuple",
                                       "Enum",          "IntEnum",    "StrEnum",      "Flag",
                                       "IntFlag"};

const std::set<std::string> kBuiltinTypes = {
    "bool", "bytearray", "bytes", "complex", "dict",  "float", "frozenset", "int",
    "list", "object",    "range", "set",     "slice", "str",   "tuple",     "type"};

// Generic types of libraries that are written in lower case.
const std::set<std::string> kLowerCaseGenerics = {"ndarray", "dtype", "deque", "defaultdict",
                                                  "partial"};

bool is_generic_name(const std::string& name) {
  return !name.empty() && (std::isupper(static_cast<unsigned char>(name[0])) ||
                           kBuiltinTypes.contains(name) || kLowerCaseGenerics.contains(name));
}

bool is_type_name(const Tree& tree, const ModuleNames& names, ExprId id) {
  std::string root = root_name(tree, id);
  if (names.types.contains(root)) return true;
  return get<Name>(tree, id) && kBuiltinTypes.contains(root) && !names.bound.contains(root);
}

bool is_argument(const Tree& tree, const ModuleNames& names, ExprId id) {
  if (get<StringLiteral>(tree, id) || get<NoneLiteral>(tree, id) ||
      get<EllipsisLiteral>(tree, id) || get<Slice>(tree, id)) {
    return true;
  }
  auto is_each = [&](const std::vector<ExprId>& parts) {
    return std::all_of(parts.begin(), parts.end(),
                       [&](ExprId part) { return is_argument(tree, names, part); });
  };
  if (const auto* list = get<List>(tree, id)) return is_each(list->elements);
  if (const auto* tuple = get<Tuple>(tree, id)) return is_each(tuple->elements);
  if (const auto* starred = get<Starred>(tree, id)) return is_argument(tree, names, starred->value);
  return is_type_name(tree, names, id) || is_type(tree, names, id);
}

}  // namespace

bool is_literal(const Tree& tree, ExprId value) {
  if (const auto* unary = get<Unary>(tree, value)) {
    bool is_sign = unary->op == UnaryOp::kMinus || unary->op == UnaryOp::kPlus;
    return is_sign && !get<Unary>(tree, unary->operand) && is_literal(tree, unary->operand);
  }
  return get<IntLiteral>(tree, value) || get<FloatLiteral>(tree, value) ||
         get<ImaginaryLiteral>(tree, value) || get<BoolLiteral>(tree, value) ||
         get<NoneLiteral>(tree, value) || get<EllipsisLiteral>(tree, value) ||
         get<StringLiteral>(tree, value);
}

bool is_literal_display(const Tree& tree, ExprId value) {
  const std::vector<ExprId>* elements = nullptr;
  if (const auto* tuple = get<Tuple>(tree, value)) elements = &tuple->elements;
  if (const auto* list = get<List>(tree, value)) elements = &list->elements;
  if (const auto* set = get<SetDisplay>(tree, value)) elements = &set->elements;
  if (!elements) return is_literal(tree, value);
  return std::all_of(elements->begin(), elements->end(),
                     [&](ExprId element) { return is_literal_display(tree, element); });
}

bool is_type(const Tree& tree, const ModuleNames& names, ExprId value) {
  if (const auto* either = get<Binary>(tree, value)) {
    return either->op == BinaryOp::kOr && is_argument(tree, names, either->left) &&
           is_argument(tree, names, either->right);
  }
  const auto* subscript = get<Subscript>(tree, value);
  if (!subscript || !is_type_name(tree, names, subscript->value)) return false;
  std::string name = last_name(tree, subscript->value);
  if (name == "Literal" || name == "Annotated") return true;
  auto is_slice = [&](ExprId index) { return get<Slice>(tree, index) != nullptr; };
  const auto& indices = subscript->indices;
  bool is_array = std::all_of(indices.begin(), indices.end(), is_slice);
  auto is_each = [&](ExprId index) { return is_argument(tree, names, index); };
  return (is_generic_name(name) || is_array) &&
         std::all_of(indices.begin(), indices.end(), is_each);
}

bool makes_type(const Tree& tree, ExprId value) {
  const auto* call = get<Call>(tree, value);
  return call && kMakers.contains(last_name(tree, call->callee));
}

}  // namespace parc::stub
