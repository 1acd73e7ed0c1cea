// Loops that accumulate in elements of arrays and lists: how they do it, and the copies that parts
// of a loop accumulate in.
//
// The way depends on the amount of work and on sizes, never on the number of threads. Where copies
// and the array itself give the same bits (integers), one thread spares the copies.
#pragma once

#include "array.h"
#include "loop.h"

enum parc_way_kind : parc_i32 {
  PARC_IN_PLACE,  // in serial order, in the array itself
  PARC_COPIES,    // a copy for every group of blocks, merged in the order of the groups
  PARC_SORTED     // updates are written down, sorted by place, and then made in serial order
};

// What is known when the loop is compiled.
enum parc_way_trait : parc_i32 {
  PARC_ORDERED = 1,  // the order of updates shows: no copies
  PARC_EXACT = 2,    // copies give the bits that the serial order gives
  PARC_WIDE = 4,     // a copy at least: it holds more than the elements (sums of Python ints)
  PARC_SORTS = 8     // the loop has what PARC_SORTED takes
};

struct parc_way {
  parc_i32 kind;
  parc_i64 groups;  // PARC_COPIES
  parc_i64 slots;   // PARC_SORTED: blocks whose updates are written down at a time
};

enum : parc_i64 { PARC_ROUND_UPDATES = 1 << 18 };  // written down at a time, about

extern "C" {
// `trip`, `block` and `weight` as in parc_loop_begin; `elements` and `bytes` of all targets
// together; `serial`: because of a check.
parc_way parc_choose_way(parc_i64 trip, parc_i64 block, parc_i64 weight, parc_i32 serial,
                         parc_i64 elements, parc_i64 bytes, parc_i32 traits);
// Folds wide copies into the list (which may be one itself); true when a total does not fit.
bool parc_merge_items(const parc_list* list, const parc_i128* copies, parc_i64 groups,
                      bool product);
}

// Whether the loop runs on the calling thread because of its way.
PARC_INLINE bool parc_way_is_serial(const parc_way* way) {
  return way->kind == PARC_IN_PLACE || (way->kind == PARC_COPIES && way->groups == 1);
}

// Once it is known how many threads there are.
PARC_INLINE void parc_settle_way(parc_way* way, const parc_loop* loop, parc_i32 traits) {
  if (loop->threads > 1) return;
  if (way->kind == PARC_SORTED) way->kind = traits & PARC_WIDE ? PARC_COPIES : PARC_IN_PLACE;
  if (!(way->kind == PARC_COPIES && traits & PARC_EXACT)) return;
  if (traits & PARC_WIDE)
    way->groups = 1;
  else
    way->kind = PARC_IN_PLACE;
}

// ---- copies ----

// Elements from the start of one copy to that of the next: they share no cache line.
template <class T>
PARC_INLINE parc_i64 parc_copy_stride(parc_i64 elements) {
  const parc_i64 line = 128 / (parc_i64)sizeof(T);
  return (elements + 2 * line - 1) / line * line;
}

// Room for the copies of one target, which `keep` takes over; null with an error recorded.
template <class T>
static T* parc_copies_new(parc_state* st, parc_ref* keep, parc_i64 elements, parc_i64 groups,
                          const parc_frame* frame) {
  parc_i64 bytes;
  if (__builtin_mul_overflow(parc_copy_stride<T>(elements), groups * (parc_i64)sizeof(T), &bytes))
    bytes = -1;
  parc_base* base = parc_block_new(st, bytes, 0, frame);
  keep->take(base);
  return base ? (T*)base->memory : nullptr;
}

// Copy number `group`, not filled yet.
template <class T, int R>
PARC_INLINE parc_view<T, R> parc_copy_of(const parc_view<T, R>& target, T* copies, parc_i64 group) {
  parc_view<T, R> copy;
  copy.data = copies + group * parc_copy_stride<T>(parc_array_size(target));
  copy.base = nullptr;
  parc_i64 stride = sizeof(T);
  for (int axis = R - 1; axis >= 0; --axis) {
    copy.shape[axis] = target.shape[axis];
    copy.stride[axis] = stride;
    stride *= target.shape[axis];
  }
  return copy;
}

template <class T, int R>
static void parc_copy_fill(const parc_view<T, R>& copy, T value) {
  const parc_i64 size = parc_array_size(copy);
  for (parc_i64 k = 0; k < size; ++k) copy.data[k] = value;
}

// A list's items as an array.
template <class T>
PARC_INLINE parc_view<T, 1> parc_list_view(const parc_list* list) {
  return {(T*)list->items, nullptr, {list->length}, {(parc_i64)sizeof(T)}};
}
PARC_INLINE parc_list parc_list_with(const parc_list* list, void* items, bool wide) {
  return {items, list->length, nullptr, 0, wide};
}

// Runs group number `group` of `groups`: blocks that follow one another.
template <class Env, class Out>
PARC_INLINE void parc_run_group(parc_loop* loop, parc_state* worker, parc_i64 group,
                                parc_i64 groups, const Env* env, Out* parts,
                                parc_block_function<Env, Out> block) {
  const parc_i64 last = (parc_i64)((parc_i128)loop->blocks * (group + 1) / groups);
  for (parc_i64 k = (parc_i64)((parc_i128)loop->blocks * group / groups); k < last; ++k)
    parc_run_block(loop, worker, k, env, parts, block);
}

// ---- merging ----

enum : parc_i64 { PARC_MERGE_PIECE = 8192 };

PARC_INLINE parc_i64 parc_merge_weight(parc_i64 groups) { return groups * PARC_MERGE_PIECE / 2; }
PARC_INLINE parc_i64 parc_merge_pieces(parc_i64 elements) {
  return (elements + PARC_MERGE_PIECE - 1) / PARC_MERGE_PIECE;
}

// `count` elements from number `first` on, in a row of the target.
template <class T, T (*combine)(T, T)>
PARC_INLINE void parc_merge_row(T* row, parc_i64 stride, const T* copies, parc_i64 copy_stride,
                                parc_i64 groups, parc_i64 first, parc_i64 count) {
  for (parc_i64 group = 0; group < groups; ++group) {
    const T* from = copies + group * copy_stride + first;
    if (stride == (parc_i64)sizeof(T)) {
      for (parc_i64 k = 0; k < count; ++k) row[k] = combine(row[k], from[k]);
    } else {
      for (parc_i64 k = 0; k < count; ++k) {
        T* p = parc_element(row, k * stride);
        *p = combine(*p, from[k]);
      }
    }
  }
}

template <class T, int R>
PARC_INLINE bool parc_is_contiguous(const parc_view<T, R>& a) {
  parc_i64 stride = sizeof(T);
  bool same = true;
  for (int axis = R - 1; axis >= 0; --axis) {
    same &= a.shape[axis] == 1 || a.stride[axis] == stride;
    stride *= a.shape[axis];
  }
  return same;
}

// Folds piece number `piece` of the copies into the target, in the order of the groups.
template <class T, int R, T (*combine)(T, T)>
static void parc_merge(const parc_view<T, R>& target, const T* copies, parc_i64 groups,
                       parc_i64 piece) {
  const parc_i64 size = parc_array_size(target), stride = parc_copy_stride<T>(size);
  parc_i64 first = piece * PARC_MERGE_PIECE;
  const parc_i64 last = parc_end_of(first, PARC_MERGE_PIECE, size);
  if (R == 0 || parc_is_contiguous(target)) {
    parc_merge_row<T, combine>(target.data + first, sizeof(T), copies, stride, groups, first,
                               last - first);
    return;
  }
  while (first < last) {
    parc_i64 rest = first, offset = 0;
    const parc_i64 at = rest % target.shape[R - 1];
    for (int axis = R - 1; axis >= 0; --axis) {
      offset += rest % target.shape[axis] * target.stride[axis];
      rest /= target.shape[axis];
    }
    const parc_i64 row = target.shape[R - 1] - at;
    const parc_i64 count = row < last - first ? row : last - first;
    parc_merge_row<T, combine>(parc_element(target.data, offset), target.stride[R - 1], copies,
                               stride, groups, first, count);
    first += count;
  }
}

// ---- sums and products of Python ints in lists ----

// The accumulating item: 128 bits in a copy, in the list itself checked; true when it does not fit.
PARC_INLINE bool parc_item_add(const parc_list* list, parc_i64 at, parc_i128 term) {
  if (list->wide) {
    ((parc_i128*)list->items)[at] += term;
    return false;
  }
  parc_i64* item = (parc_i64*)list->items + at;
  const parc_i128 sum = *item + term;
  *item = (parc_i64)sum;
  return !parc_fits(sum);
}
PARC_INLINE bool parc_item_multiply(const parc_list* list, parc_i64 at, parc_i128 factor) {
  if (list->wide) {
    parc_i128* item = (parc_i128*)list->items + at;
    *item = parc_exact_product(*item, factor);
    return false;
  }
  parc_i64* item = (parc_i64*)list->items + at;
  const parc_i128 product = parc_exact_product(*item, factor);
  *item = (parc_i64)product;
  return !parc_fits(product);
}
