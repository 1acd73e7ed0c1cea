// Reading type descriptors; their grammar is in runtime/kernel/abi.h.
#include <string_view>

#include "ir/types.h"

namespace parc::ir {
namespace {

class Reader {
 public:
  Reader(TypeTable& types, std::string_view text) : types_(types), rest_(text) {}

  std::optional<TypeId> whole() {
    std::optional<TypeId> type = read(0);
    return rest_.empty() ? type : std::nullopt;
  }

 private:
  static constexpr int kDeepest = 64;

  bool take(std::string_view prefix) {
    if (!rest_.starts_with(prefix)) return false;
    rest_.remove_prefix(prefix.size());
    return true;
  }

  std::optional<TypeId> read(int depth) {
    if (depth > kDeepest) return std::nullopt;
    if (take("None")) return types_.none();
    if (take("list[")) {
      std::optional<TypeId> element = read(depth + 1);
      return element && take("]") ? std::optional(types_.list(*element)) : std::nullopt;
    }
    if (take("(")) return tuple(depth);
    return scalar_or_array();
  }

  std::optional<TypeId> tuple(int depth) {
    std::vector<TypeId> elements;
    while (!take(")")) {
      if (!elements.empty() && !take(",")) return std::nullopt;
      std::optional<TypeId> element = read(depth + 1);
      if (!element) return std::nullopt;
      elements.push_back(*element);
    }
    return types_.tuple(std::move(elements));
  }

  std::optional<Kind> kind() {
    const std::string_view name = rest_.substr(0, rest_.find_first_of("[](),|"));
    for (int number = 0; number < kKindCount; ++number) {
      const auto kind = static_cast<Kind>(number);
      if (name != kind_name(kind)) continue;
      rest_.remove_prefix(name.size());
      return kind;
    }
    return std::nullopt;
  }

  std::optional<TypeId> scalar_or_array() {
    std::optional<Kind> first = kind();
    if (!first) return std::nullopt;
    if (take("[")) {
      const int rank = rest_.empty() ? -1 : rest_.front() - '0';
      if (rank < 0 || rank > kMostAxes || is_python(*first)) return std::nullopt;
      rest_.remove_prefix(1);
      return take("]") ? std::optional(types_.array(*first, rank)) : std::nullopt;
    }
    std::vector<Kind> kinds = {*first};
    while (take("|")) {
      std::optional<Kind> next = kind();
      if (!next) return std::nullopt;
      kinds.push_back(*next);
    }
    return types_.mixed(std::move(kinds));
  }

  TypeTable& types_;
  std::string_view rest_;
};

}  // namespace

std::optional<TypeId> TypeTable::from_descriptor(std::string_view text) {
  return Reader(*this, text).whole();
}

}  // namespace parc::ir
