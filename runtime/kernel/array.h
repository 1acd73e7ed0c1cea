// Arrays in generated code: element addresses, references that keep memory alive, overlap tests.
#pragma once

#include "abi.h"

// One of several scalar kinds: the value in a type that holds all, and which one it is.
template <class T>
struct parc_mixed {
  T value;
  parc_i32 tag;
};

// Counts one reference to a native block for as long as it lives; arguments are not counted.
namespace {  // of one version of a module: others are for other CPUs
struct parc_ref {
  parc_base* base = nullptr;
  parc_ref() = default;
  parc_ref(const parc_ref&) = delete;
  parc_ref& operator=(const parc_ref&) = delete;
  ~parc_ref() { drop(); }
  static bool counted(const parc_base* b) { return b && b->kind == 0; }
  static void retain(parc_base* b) {
    if (counted(b)) __atomic_fetch_add(&b->count, 1, __ATOMIC_RELAXED);
  }
  static void release(parc_base* b) {
    if (counted(b) && __atomic_sub_fetch(&b->count, 1, __ATOMIC_ACQ_REL) == 0) parc_block_free(b);
  }
  void drop() {
    release(base);
    base = nullptr;
  }
  // Takes over a reference that the caller owns.
  void take(parc_base* b) {
    drop();
    base = b;
  }
  // Shares a reference that somebody else owns.
  void share(parc_base* b) {
    retain(b);
    take(b);
  }
};
}  // namespace

// Address of an element: `offset` in bytes.
template <class T>
PARC_INLINE T* parc_element(T* data, parc_i64 offset) {
  return (T*)((char*)data + offset);
}

template <class T, int R>
PARC_INLINE parc_i64 parc_array_size(const parc_view<T, R>& a) {
  parc_i64 size = 1;
  for (int axis = 0; axis < R; ++axis) size *= a.shape[axis];
  return size;
}

// The slot's words as a view.
template <class T, int R>
PARC_INLINE parc_view<T, R> parc_slot_view(const parc_slot& slot) {
  parc_view<T, R> view;
  __builtin_memcpy(&view, slot.words, sizeof view);
  return view;
}
template <class T, int R>
PARC_INLINE void parc_slot_store(parc_slot& slot, const parc_view<T, R>& view) {
  __builtin_memcpy(slot.words, &view, sizeof view);
}

// Where the elements of an array are, for functions that are compiled once for all types.
struct parc_layout {
  void* data;
  const parc_i64* shape;
  const parc_i64* stride;
  parc_i32 rank;
  parc_i32 item;  // bytes of an element
};
extern "C" {
// Memory for a C-contiguous array of that shape, null when it failed (size, memory): the caller
// raises for negative dimensions before. Fills `stride`. The reference is the caller's.
parc_base* parc_array_memory(parc_state*, const parc_i64* shape, parc_i64* stride, parc_i32 rank,
                             parc_i32 item, parc_i32 zero, const parc_frame*);
// Copies the elements in C order to contiguous memory.
void parc_gather(void* to, const parc_layout* from);
// Whether two arrays may share memory: false only when they certainly do not.
bool parc_layouts_meet(const parc_layout*, const parc_layout*);
// Whether two index tuples may name the same memory (stride 0, sliding windows): false only when
// each axis steps over all that the narrower ones span.
bool parc_layout_folds(const parc_layout*);
// Bytes from the lowest address that the elements touch, which `low` gets, to the highest.
parc_i64 parc_layout_span(const parc_layout*, char** low);
// Whether two lists (of lists, so many levels deep) have a list in common. True also when there is
// no memory to find out.
bool parc_lists_meet(const parc_list* a, parc_i64 a_depth, const parc_list* b, parc_i64 b_depth);
// Whether a list of lists holds a list of its lowest level twice; the same.
bool parc_list_repeats(const parc_list*, parc_i64 depth);
}

// Before a store to the list. Every thread of a loop may say so: only the first time takes the
// cache line from the others.
PARC_INLINE void parc_list_written(parc_list* list) {
  if (PARC_LIKELY(__atomic_load_n(&list->written, __ATOMIC_RELAXED))) return;
  __atomic_store_n(&list->written, 1, __ATOMIC_RELAXED);
}

// The view is a copy in these functions: the address of the caller's own does not escape.
template <class T, int R>
PARC_INLINE parc_layout parc_layout_of(const parc_view<T, R>& a) {
  return {(void*)a.data, a.shape, a.stride, R, (parc_i32)sizeof(T)};
}

// A new array; true when it failed.
template <class T, int R>
PARC_INLINE bool parc_array_new(parc_state* st, const parc_i64* shape, parc_i32 zero,
                                const parc_frame* frame, parc_view<T, R>* out) {
  parc_view<T, R> made;
  for (int axis = 0; axis < R; ++axis) made.shape[axis] = shape[axis];
  made.base = parc_array_memory(st, made.shape, made.stride, R, sizeof(T), zero, frame);
  if (!made.base) return true;
  made.data = (T*)made.base->memory;
  *out = made;
  return false;
}

// Calls f(pointer to the row's first element, byte stride, count) … for every element in order.
template <class T, int R, class F>
PARC_INLINE void parc_for_each(const parc_view<T, R>& a, F f) {
  if (parc_array_size(a) == 0) return;
  parc_i64 index[R ? R : 1] = {};
  char* p = (char*)a.data;
  for (;;) {
    const parc_i64 count = R ? a.shape[R - 1] : 1;
    for (parc_i64 k = 0; k < count; ++k) f((T*)(p + (R ? k * a.stride[R - 1] : 0)));
    int axis = R - 2;
    for (; axis >= 0; --axis) {
      p += a.stride[axis];
      if (++index[axis] < a.shape[axis]) break;
      p -= index[axis] * a.stride[axis];
      index[axis] = 0;
    }
    if (axis < 0) return;
  }
}

template <class T, int R>
static void parc_array_fill(const parc_view<T, R>& a, T value) {
  parc_for_each(a, [value](T* p) { *p = value; });
}

// Elements of `from` in C order into the new contiguous array `to`.
template <class T, int R>
PARC_INLINE void parc_array_copy(const parc_view<T, R>& to, parc_view<T, R> from) {
  const parc_layout layout = parc_layout_of(from);
  parc_gather(to.data, &layout);
}

template <class T, int R, class U, int S>
PARC_ONCE bool parc_may_overlap(const parc_view<T, R>& a, const parc_view<U, S>& b) {
  const parc_layout first = parc_layout_of(a), second = parc_layout_of(b);
  return parc_layouts_meet(&first, &second);
}

// The very same elements under the same indices.
template <class T, int R, class U, int S>
PARC_ONCE bool parc_same_view(const parc_view<T, R>& a, const parc_view<U, S>& b) {
  if (R != S || sizeof(T) != sizeof(U) || (void*)a.data != (void*)b.data) return false;
  for (int axis = 0; axis < R && axis < S; ++axis) {
    if (a.shape[axis] != b.shape[axis] || (a.shape[axis] > 1 && a.stride[axis] != b.stride[axis]))
      return false;
  }
  return true;
}

template <class T, int R>
PARC_ONCE bool parc_self_overlap(const parc_view<T, R>& a) {
  const parc_layout layout = parc_layout_of(a);
  return parc_layout_folds(&layout);
}

template <class T, int R>
PARC_INLINE parc_i64 parc_span(parc_view<T, R> a, char** low) {
  const parc_layout layout = parc_layout_of(a);
  return parc_layout_span(&layout, low);
}

// The bounds of a slice that are left out, as numbers beyond every axis.
PARC_INLINE parc_i64 parc_slice_lower(parc_i64 step) { return step < 0 ? 0x7fffffffffffffffLL : 0; }
PARC_INLINE parc_i64 parc_slice_upper(parc_i64 step) {
  return step < 0 ? -0x7fffffffffffffffLL - 1 : 0x7fffffffffffffffLL;
}

// A slice lower:upper:step of an axis of `n` elements as Python resolves it. Gives the first index
// and the number of elements.
PARC_INLINE void parc_slice(parc_i64 n, parc_i64 lower, parc_i64 upper, parc_i64 step,
                            parc_i64* first, parc_i64* count) {
  const parc_i64 low = step < 0 ? -1 : 0, high = step < 0 ? n - 1 : n;
  parc_i64 from = lower < 0 ? lower + n : lower;
  parc_i64 to = upper < 0 ? upper + n : upper;
  from = from < low ? low : from > high ? high : from;
  to = to < low ? low : to > high ? high : to;
  if (step > 0)
    *count = to > from ? (parc_i64)(((parc_u64)to - (parc_u64)from - 1) / (parc_u64)step + 1) : 0;
  else
    *count =
        from > to ? (parc_i64)(((parc_u64)from - (parc_u64)to - 1) / (0 - (parc_u64)step) + 1) : 0;
  *first = from;
}

// len(range(start, stop, step)); true when it does not fit 64 bits. Step is not 0.
PARC_INLINE bool parc_range_length(parc_i64 start, parc_i64 stop, parc_i64 step, parc_i64* out) {
  parc_u64 count = 0;
  if (step > 0 && start < stop) count = ((parc_u64)stop - (parc_u64)start - 1) / (parc_u64)step + 1;
  if (step < 0 && start > stop)
    count = ((parc_u64)start - (parc_u64)stop - 1) / (0 - (parc_u64)step) + 1;
  *out = (parc_i64)count;
  return count > 0x7fffffffffffffffULL;
}
