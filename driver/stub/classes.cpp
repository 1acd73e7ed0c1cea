#include <algorithm>
#include <set>

#include "driver/stub/declarations.h"
#include "frontend/syntax/walk.h"
#include "support/text_writer.h"

namespace parc::stub {
namespace {

using namespace syntax;

const std::set<std::string> kEnums = {"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum"};
// In a class with such a decorator or base, an annotated name of the body is a field.
const std::set<std::string> kRecordMakers = {"dataclass", "define", "frozen", "mutable", "attrs"};
const std::set<std::string> kRecordBases = {"NamedTuple", "TypedDict"};

bool has_name_in(const Tree& tree, const std::vector<ExprId>& parts,
                 const std::set<std::string>& names) {
  return std::any_of(parts.begin(), parts.end(), [&](ExprId part) {
    const auto* call = get<Call>(tree, part);
    return names.contains(last_name(tree, call ? call->callee : part));
  });
}

bool is_record(const Tree& tree, const ClassDef& node) {
  return has_name_in(tree, node.decorators, kRecordMakers) ||
         has_name_in(tree, node.bases, kRecordBases);
}

std::string head_of(Context& context, const ClassDef& node) {
  std::string head = concat("class ", node.name);
  if (node.type_parameters) head += context.text(*node.type_parameters);
  std::string bases;
  for (ExprId base : node.bases) bases += (bases.empty() ? "" : ", ") + context.text(base);
  for (const Keyword& keyword : node.keywords) {
    if (keyword.name.empty()) continue;
    bases += concat(bases.empty() ? "" : ", ", keyword.name, "=", context.text(keyword.value));
  }
  return bases.empty() ? head : concat(head, "(", bases, ")");
}

bool has_members(const Items& items) {
  return std::any_of(items.begin(), items.end(), [](const Item& item) {
    return item.kind == Item::Kind::kVariable && item.lines[0].find(" = ") != std::string::npos;
  });
}

class SelfAttributes {
 public:
  SelfAttributes(Context& context, Scope& scope, const FunctionDef& method, Items& out)
      : context_(context), scope_(scope), out_(out), self_(method.parameters.all.front().name) {
    for (const Parameter& parameter : method.parameters.all) {
      bool is_one =
          parameter.kind != ParameterKind::kVarArgs && parameter.kind != ParameterKind::kKwArgs;
      if (is_one && parameter.annotation) annotations_[parameter.name] = parameter.annotation;
    }
    scan(method.body);
  }

 private:
  void scan(const Body& body) {
    for (StmtId id : body) {
      if (get<FunctionDef>(context_.tree, id) || get<ClassDef>(context_.tree, id)) continue;
      if (const auto* node = get<AnnAssign>(context_.tree, id)) add_annotated(*node);
      if (const auto* node = get<Assign>(context_.tree, id)) {
        for (ExprId target : node->targets) {
          for (const Binding& pair : bindings(context_.tree, target, node->value)) add(pair);
        }
      }
      scan(children_of(context_.tree, id).stmts);
    }
  }

  // The name when the target is `self.name`.
  std::string attribute(ExprId target) const {
    const auto* member = get<Attribute>(context_.tree, target);
    const auto* object = member ? get<Name>(context_.tree, member->value) : nullptr;
    return object && object->id == self_ ? member->name : "";
  }

  void add_annotated(const AnnAssign& node) {
    std::string name = attribute(node.target);
    if (!name.empty() && scope_.declare(name)) declare(name, context_.text(node.annotation));
  }

  void add(const Binding& pair) {
    std::string name = attribute(pair.target);
    if (name.empty() || !scope_.declare(name)) return;
    const auto* parameter = pair.value ? get<Name>(context_.tree, pair.value) : nullptr;
    auto found = parameter ? annotations_.find(parameter->id) : annotations_.end();
    bool is_typed = found != annotations_.end();
    declare(name, is_typed ? context_.text(found->second) : type_of(context_, pair.value));
  }

  void declare(const std::string& name, const std::string& type) {
    out_.push_back(context_.item(Item::Kind::kVariable, {concat(name, ": ", type)}));
  }

  Context& context_;
  Scope& scope_;
  Items& out_;
  std::string self_;
  std::map<std::string, ExprId> annotations_;
};

}  // namespace

void add_self_attributes(Context& context, Scope& scope, const Body& body, Items& out) {
  for (StmtId id : body) {
    const auto* method = get<FunctionDef>(context.tree, id);
    if (!method || method->parameters.all.empty()) continue;
    if (has_name_in(context.tree, method->decorators, {"staticmethod", "classmethod"})) continue;
    SelfAttributes(context, scope, *method, out);
  }
}

void add_class(Context& context, Scope& scope, const ClassDef& node, Items& out) {
  if (!scope.declare(node.name)) return;
  std::vector<std::string> lines;
  for (ExprId decorator : node.decorators) lines.push_back(concat("@", context.text(decorator)));
  lines.push_back(head_of(context, node));
  Item item = context.item(Item::Kind::kClass, std::move(lines));
  Scope inner;
  inner.is_class = true;
  inner.is_enum = has_name_in(context.tree, node.bases, kEnums) ||
                  has_name_in(context.tree, node.bases, context.enums);
  if (inner.is_enum) context.enums.insert(node.name);
  Items members;
  add_body(context, inner, node.body, members);
  // The attribute of a record that is no field cannot be told from one that is.
  if (!is_record(context.tree, node)) add_self_attributes(context, inner, node.body, item.body);
  item.body.insert(item.body.end(), members.begin(), members.end());
  // mypy takes an enumeration for a mistake in a stub when it has no members.
  if (inner.is_enum && !has_members(item.body)) item.comment = "type: ignore[misc]";
  out.push_back(std::move(item));
}

}  // namespace parc::stub
