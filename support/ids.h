// Typed indices into arenas, and the arena itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace parc {

// An index into an Arena<T>. The default value is "none".
template <class Tag>
struct Id {
  static constexpr uint32_t kNone = UINT32_MAX;
  uint32_t value = kNone;
  bool valid() const { return value != kNone; }
  explicit operator bool() const { return valid(); }
  friend auto operator<=>(Id, Id) = default;
};

// Nodes that are only ever added; ids stay valid.
template <class T, class IdType>
class Arena {
 public:
  IdType add(T node) {
    nodes_.push_back(std::move(node));
    return IdType{static_cast<uint32_t>(nodes_.size() - 1)};
  }
  T& operator[](IdType id) { return nodes_[id.value]; }
  const T& operator[](IdType id) const { return nodes_[id.value]; }
  size_t size() const { return nodes_.size(); }

 private:
  std::vector<T> nodes_;
};

}  // namespace parc

template <class Tag>
struct std::hash<parc::Id<Tag>> {
  size_t operator()(parc::Id<Tag> id) const noexcept { return id.value; }
};
