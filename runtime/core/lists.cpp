// Lists of lists: whether they hold one and the same list.
#include <bit>
#include <cstdint>
#include <memory>
#include <new>

#include "runtime/kernel/array.h"

namespace {

// f(list) for the list and those that it holds, `depth` levels in all, while f gives true.
template <class F>
bool for_each_list(const parc_list* list, parc_i64 depth, const F& f) {
  if (!f(list, depth)) return false;
  for (parc_i64 k = 0; depth > 1 && k < list->length; ++k) {
    if (!for_each_list(static_cast<parc_list**>(list->items)[k], depth - 1, f)) return false;
  }
  return true;
}

// A set of lists, by address, for a number of them that is known before.
class ListSet {
 public:
  explicit ListSet(size_t count)
      : mask_(std::bit_ceil(2 * count + 1) - 1),
        places_(new(std::nothrow) const parc_list*[mask_ + 1]()) {}

  bool has_memory() const { return places_ != nullptr; }
  bool contains(const parc_list* list) const { return *place(list) != nullptr; }
  // Whether it is new.
  bool insert(const parc_list* list) {
    const parc_list** at = place(list);
    if (*at) return false;
    *at = list;
    return true;
  }

 private:
  // Where the list is, or would be.
  const parc_list** place(const parc_list* list) const {
    constexpr uint64_t kSpread = 0x9e3779b97f4a7c15;  // 2^64 / golden ratio
    size_t at = (reinterpret_cast<uintptr_t>(list) * kSpread >> 32) & mask_;
    while (places_[at] && places_[at] != list) at = (at + 1) & mask_;
    return &places_[at];
  }

  size_t mask_;
  std::unique_ptr<const parc_list*[]> places_;
};

size_t count_lists(const parc_list* list, parc_i64 depth) {
  size_t count = 0;
  for_each_list(list, depth, [&](const parc_list*, parc_i64) { return ++count > 0; });
  return count;
}

bool holds(const parc_list* list, parc_i64 depth, const parc_list* wanted) {
  return !for_each_list(list, depth,
                        [&](const parc_list* held, parc_i64) { return held != wanted; });
}

}  // namespace

extern "C" {

bool parc_lists_meet(const parc_list* a, parc_i64 a_depth, const parc_list* b, parc_i64 b_depth) {
  if (b_depth == 1) return holds(a, a_depth, b);
  if (a_depth == 1) return holds(b, b_depth, a);
  ListSet lists(count_lists(a, a_depth));
  if (!lists.has_memory()) return true;
  for_each_list(a, a_depth, [&](const parc_list* list, parc_i64) {
    lists.insert(list);
    return true;
  });
  return !for_each_list(b, b_depth,
                        [&](const parc_list* list, parc_i64) { return !lists.contains(list); });
}

bool parc_list_repeats(const parc_list* list, parc_i64 depth) {
  ListSet lists(count_lists(list, depth));
  if (!lists.has_memory()) return true;
  return !for_each_list(list, depth, [&](const parc_list* held, parc_i64 level) {
    return level > 1 || lists.insert(held);
  });
}

}  // extern "C"
