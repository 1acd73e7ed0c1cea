#include "driver/stub/context.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "frontend/syntax/walk.h"
#include "support/text_writer.h"

namespace parc::stub {
namespace {

using namespace syntax;

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80) != 0;
}

void add_words(std::string_view text, std::vector<std::string>& words) {
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && is_word(text[end])) ++end;
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
}

// NumPy's name of the element of `f64[:, :]`.
std::optional<std::string> array_element(const Context& context, ExprId id) {
  const auto* subscript = get<Subscript>(context.tree, id);
  if (!subscript || subscript->indices.empty()) return std::nullopt;
  auto is_slice = [&](ExprId index) { return get<Slice>(context.tree, index) != nullptr; };
  bool all = std::all_of(subscript->indices.begin(), subscript->indices.end(), is_slice);
  if (!all) return std::nullopt;
  const auto& types = context.names.parc_types;
  if (const auto* name = get<Name>(context.tree, subscript->value)) {
    auto found = types.find(name->id);
    return found == types.end() ? std::nullopt : std::optional(found->second);
  }
  const auto* member = get<Attribute>(context.tree, subscript->value);
  const auto* module = member ? get<Name>(context.tree, member->value) : nullptr;
  if (!module || !context.names.parc_modules.contains(module->id)) return std::nullopt;
  auto found = types.find(concat("parc.", member->name));
  return found == types.end() ? std::nullopt : std::optional(found->second);
}

// In the file's own names of NumPy, when it has both.
std::string array_text(Context& context, const std::string& element) {
  const std::string& numpy = context.names.numpy;
  const std::string& ndarray = context.names.ndarray;
  if (!numpy.empty() && !ndarray.empty()) {
    context.uses.insert(context.uses.end(), {numpy, ndarray});
    return concat(ndarray, "[", numpy, ".", element, "]");
  }
  context.uses.insert(context.uses.end(), {"numpy.typing", "numpy"});
  return concat("numpy.typing.NDArray[numpy.", element, "]");
}

struct Change {
  SourceRange range;
  std::string text;
};

// In source order; notes the names in what stays, and the words of strings, which may be quoted
// annotations.
void collect_changes(Context& context, ExprId id, std::vector<Change>& changes) {
  if (std::optional<std::string> element = array_element(context, id)) {
    changes.push_back({context.tree[id].range, array_text(context, *element)});
    return;
  }
  if (const auto* name = get<Name>(context.tree, id)) context.uses.push_back(name->id);
  if (const auto* quoted = get<StringLiteral>(context.tree, id)) {
    add_words(quoted->value, context.uses);
  }
  for (ExprId part : children_of(context.tree, id).exprs) collect_changes(context, part, changes);
}

// Whether a line may end in the middle of it only because it stands in brackets.
bool needs_brackets(const Tree& tree, ExprId id) {
  bool has_own = get<List>(tree, id) || get<DictDisplay>(tree, id) || get<SetDisplay>(tree, id) ||
                 get<Call>(tree, id) || get<Subscript>(tree, id) || get<Comprehension>(tree, id);
  return !has_own && !get<Starred>(tree, id);
}

}  // namespace

std::string_view Context::source(SourceRange range) const {
  return std::string_view(tree.masked_text).substr(range.begin, range.end - range.begin);
}

std::string Context::text(ExprId id) {
  std::vector<Change> changes;
  collect_changes(*this, id, changes);
  SourceRange range = tree[id].range;
  std::string result;
  for (const Change& change : changes) {
    result += source({range.file, range.begin, change.range.begin});
    result += change.text;
    range.begin = change.range.end;
  }
  result += source(range);
  bool is_long = result.find('\n') != std::string::npos;
  if (is_long && result[0] != '(' && needs_brackets(tree, id)) return concat("(", result, ")");
  return result;
}

std::string Context::text(SourceRange range) {
  add_words(source(range), uses);
  return std::string(source(range));
}

Item Context::item(Item::Kind kind, std::vector<std::string> lines) {
  return {kind, std::move(lines), std::exchange(uses, {})};
}

std::string last_name(const Tree& tree, ExprId id) {
  if (const auto* name = get<Name>(tree, id)) return name->id;
  if (const auto* member = get<Attribute>(tree, id)) return member->name;
  return "";
}

std::string root_name(const Tree& tree, ExprId id) {
  while (const auto* member = get<Attribute>(tree, id)) id = member->value;
  const auto* name = get<Name>(tree, id);
  return name ? name->id : "";
}

}  // namespace parc::stub
