// Tests of the items of an index array, made right before a loop whose iterations use different
// elements only if the items have no repeats, or ascend. One pass over the items, on the loop's
// threads. Repeats take memory: a bit for every element of the axis, or for few items on a long
// axis 8 bytes for each, which one thread sorts. Where no axis is known, a pass for the range of
// the items comes first.
#pragma once

#include "array.h"
#include "loop.h"

// Numbers of the first and the last item that a loop reads; none when first > last. A loop that
// also counts from the end, with negative numbers, fails its test.
struct parc_items {
  parc_i128 first, last;
};

PARC_INLINE bool parc_items_count_from_end(parc_items items) {
  return items.first <= items.last && items.first < 0;
}

// No items of an array, and the items at first, first + step, … besides others.
PARC_INLINE parc_items parc_no_items() { return {(parc_i128)1 << 100, -((parc_i128)1 << 100)}; }
PARC_INLINE parc_items parc_items_and(parc_items items, parc_i128 first, parc_i64 step,
                                      parc_i64 trip) {
  if (trip <= 0) return items;
  const parc_i128 last = first + (parc_i128)step * (trip - 1);
  return {parc_lesser(items.first, parc_lesser(first, last)),
          parc_greater(items.last, parc_greater(first, last))};
}

// A list of numbers as an array.
template <class T>
PARC_INLINE parc_view<T, 1> parc_items_of(const parc_list* list) {
  return {(T*)list->items, nullptr, {list->length}, {(parc_i64)sizeof(T)}};
}

// The items of an array along one axis, at these places of the others; none when there is no such
// place.
template <int AXIS, class T, int R, class... At>
PARC_INLINE parc_view<T, 1> parc_items_along(const parc_view<T, R>& array, At... places) {
  const parc_i64 at[R] = {places...};
  parc_view<T, 1> line = {array.data, nullptr, {array.shape[AXIS]}, {array.stride[AXIS]}};
  for (int axis = 0; axis < R; ++axis) {
    if (axis != AXIS && at[axis] >= array.shape[axis]) line.shape[0] = 0;
  }
  for (int axis = 0; axis < R && line.shape[0] > 0; ++axis)
    line.data = parc_element(line.data, at[axis] * array.stride[axis]);
  return line;
}

extern "C" {
// Whether all are different; sorts them.
bool parc_sorted_distinct(parc_i64* values, parc_i64 count);
}

// Whether piece(first, last) holds for all parts of 0 … count, on the threads of a loop of that
// size; false as well when it is interrupted, which leaves an error in the state.
template <class Piece>
static bool parc_holds_throughout(parc_state* st, parc_i64 count, const Piece& piece) {
  enum : parc_i64 { BLOCK = 1 << 15, WEIGHT = 2 };
  parc_i32 fails = 0;
  parc_loop loop;
  parc_loop_begin(&loop, st, count, BLOCK, 0, WEIGHT, 0, 0);
  const auto run = [&](parc_state* worker, parc_i64 number) {
    const parc_i64 first = number * BLOCK;
    if (__atomic_load_n(&fails, __ATOMIC_RELAXED) || parc_block_skipped(&loop, first)) return;
    if (!piece(first, parc_end_of(first, BLOCK, count)))
      __atomic_store_n(&fails, 1, __ATOMIC_RELAXED);
    parc_block_done(&loop, worker, PARC_EVENT_NONE, first, BLOCK * WEIGHT);
  };
  if (loop.threads > 1) {
#pragma omp parallel num_threads(loop.threads)
    {
      parc_state worker;
      parc_worker_begin(&loop, &worker);
#pragma omp for schedule(static) nowait
      for (parc_i64 number = 0; number < loop.blocks; ++number) run(&worker, number);
      parc_worker_end(&loop, &worker);
    }
  } else {
    for (parc_i64 number = 0; number < loop.blocks; ++number) run(st, number);
  }
  return parc_loop_end(&loop, st) == PARC_EVENT_NONE && !fails;
}

// The items of the array among `items`.
template <class T>
PARC_INLINE parc_view<T, 1> parc_cut_items(const parc_view<T, 1>& all, parc_items items) {
  const parc_i128 first = parc_greater(items.first, 0);
  const parc_i128 last = parc_lesser(items.last, (parc_i128)all.shape[0] - 1);
  if (first > last) return {all.data, nullptr, {0}, {all.stride[0]}};
  return {parc_element(all.data, (parc_i64)first * all.stride[0]),
          nullptr,
          {(parc_i64)(last - first) + 1},
          {all.stride[0]}};
}

template <class T>
PARC_INLINE parc_i128 parc_item(const parc_view<T, 1>& items, parc_i64 at) {
  return *parc_element(items.data, at * items.stride[0]);
}

// Whether none of the items is negative and none is less than the one before it.
template <class T>
static bool parc_items_ascend(parc_state* st, const parc_view<T, 1>& all, parc_items among) {
  if (parc_items_count_from_end(among)) return false;
  const parc_view<T, 1> items = parc_cut_items(all, among);
  if (items.shape[0] == 0) return true;
  if (parc_item(items, 0) < 0) return false;
  return parc_holds_throughout(st, items.shape[0] - 1, [&](parc_i64 first, parc_i64 last) {
    bool ascend = true;
    for (parc_i64 k = first; k < last; ++k) {
      ascend &= *parc_element(items.data, k * items.stride[0]) <=
                *parc_element(items.data, (k + 1) * items.stride[0]);
    }
    return ascend;
  });
}

// What an item is as an index: on an axis of `length` elements -1 is the last one.
PARC_INLINE parc_i64 parc_resolved_item(parc_i128 item, parc_i64 length) {
  if (item >= 0 && item < length) return (parc_i64)item;
  const parc_i128 rest = item % length;
  return (parc_i64)(rest < 0 ? rest + length : rest);
}

// Whether all of them are different, among 0 … length - 1; each is item(k).
template <class Item>
static bool parc_all_differ(parc_state* st, parc_i64 count, parc_i64 length,
                            const parc_frame* frame, const Item& item) {
  enum : parc_i64 { ELEMENTS_FOR_ITEM = 64, FEW_ELEMENTS = 1 << 20 };
  if (count > length) return false;
  const bool sorts = length > FEW_ELEMENTS && length / ELEMENTS_FOR_ITEM > count;
  const parc_i64 words = sorts ? count : length / 64 + 1;
  parc_u64* const memory = (parc_u64*)parc_scratch_new(st, words * 8, frame);
  if (!memory) return false;
  bool differ;
  if (sorts) {
    for (parc_i64 k = 0; k < count; ++k) ((parc_i64*)memory)[k] = item(k);
    differ = parc_sorted_distinct((parc_i64*)memory, count);
  } else {
    differ = parc_holds_throughout(st, count, [&](parc_i64 first, parc_i64 last) {
      parc_u64 repeats = 0;
      for (parc_i64 k = first; k < last; ++k) {
        const parc_i64 at = item(k);
        const parc_u64 bit = (parc_u64)1 << (at & 63);
        repeats |= __atomic_fetch_or(&memory[at >> 6], bit, __ATOMIC_RELAXED) & bit;
      }
      return repeats == 0;
    });
  }
  parc_scratch_free(memory);
  return differ;
}

// Whether no two of the items mean the same element of an axis of `length` elements.
template <class T>
static bool parc_items_differ(parc_state* st, const parc_view<T, 1>& all, parc_items among,
                              parc_i128 length, const parc_frame* frame) {
  if (parc_items_count_from_end(among)) return false;
  const parc_view<T, 1> items = parc_cut_items(all, among);
  if (items.shape[0] < 2) return true;
  if (length <= 0) return false;
  const parc_i64 axis = (parc_i64)length;
  return parc_all_differ(st, items.shape[0], axis, frame,
                         [&](parc_i64 k) { return parc_resolved_item(parc_item(items, k), axis); });
}

// Whether no two of the items are equal.
template <class T>
static bool parc_items_differ(parc_state* st, const parc_view<T, 1>& all, parc_items among,
                              const parc_frame* frame) {
  if (parc_items_count_from_end(among)) return false;
  const parc_view<T, 1> items = parc_cut_items(all, among);
  if (items.shape[0] < 2) return true;
  parc_i128 least = parc_item(items, 0), most = least;
  for (parc_i64 k = 1; k < items.shape[0]; ++k) {
    least = parc_lesser(least, parc_item(items, k));
    most = parc_greater(most, parc_item(items, k));
  }
  if (!parc_fits(most - least + 1)) return false;
  return parc_all_differ(st, items.shape[0], (parc_i64)(most - least + 1), frame,
                         [&](parc_i64 k) { return (parc_i64)(parc_item(items, k) - least); });
}
