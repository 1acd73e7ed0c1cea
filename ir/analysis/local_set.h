// A set of locals of one function.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ir/expr.h"

namespace parc::ir {

class LocalSet {
 public:
  LocalSet() = default;
  explicit LocalSet(size_t locals) : words_((locals + 63) / 64, 0) {}

  bool contains(LocalId id) const {
    size_t word = id.value / 64;
    return word < words_.size() && (words_[word] >> (id.value % 64) & 1) != 0;
  }
  void insert(LocalId id) {
    grow(id.value / 64 + 1);
    words_[id.value / 64] |= uint64_t{1} << (id.value % 64);
  }
  void erase(LocalId id) {
    if (id.value / 64 < words_.size()) words_[id.value / 64] &= ~(uint64_t{1} << (id.value % 64));
  }
  // Adds all of `other`; whether that changed anything.
  bool unite(const LocalSet& other) {
    grow(other.words_.size());
    bool changed = false;
    for (size_t at = 0; at < other.words_.size(); ++at) {
      uint64_t joined = words_[at] | other.words_[at];
      changed = changed || joined != words_[at];
      words_[at] = joined;
    }
    return changed;
  }
  void intersect(const LocalSet& other) {
    for (size_t at = 0; at < words_.size(); ++at) {
      words_[at] &= at < other.words_.size() ? other.words_[at] : 0;
    }
  }
  // f(LocalId) in ascending order.
  template <class F>
  void for_each(F&& f) const {
    for (size_t at = 0; at < words_.size(); ++at) {
      for (uint64_t rest = words_[at]; rest != 0; rest &= rest - 1) {
        f(LocalId{static_cast<uint32_t>(at * 64) + static_cast<uint32_t>(__builtin_ctzll(rest))});
      }
    }
  }
  friend bool operator==(const LocalSet&, const LocalSet&) = default;

 private:
  void grow(size_t words) {
    if (words > words_.size()) words_.resize(words, 0);
  }
  std::vector<uint64_t> words_;
};

}  // namespace parc::ir
