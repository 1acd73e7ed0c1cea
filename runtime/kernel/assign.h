// Storing an array to a view, `to[...] = from`, as NumPy does it: `from` is broadcast, its elements
// are cast, and where the two share memory the elements are those of before.
#pragma once

#include "broadcast.h"
#include "convert.h"

// Two arrays lined up axis by axis, in the order in which NumPy goes through them: innermost first.
// The order shows where elements of `to` share memory.
struct parc_lines {
  char* to;
  const char* from;
  parc_i64 count[PARC_MAX_RANK];  // at least one axis, none of them empty
  parc_i64 to_step[PARC_MAX_RANK];
  parc_i64 from_step[PARC_MAX_RANK];  // 0 along an axis that is broadcast
  parc_i32 rank;
  void* copy;  // of `from`, to be freed (parc_scratch_free); null when there is none
};
extern "C" {
// Lines the arrays up; `from` broadcasts to the shape of `to`. rank 0: there is nothing to store.
// True when memory for the copy is out: recorded in the state.
bool parc_line_up(parc_state*, const parc_layout* to, const parc_layout* from, const parc_frame*,
                  parc_lines*);
// Moves on to the next row, all axes but the innermost; false behind the last one. `index` starts
// with zeros.
bool parc_next_line(parc_lines*, parc_i64* index);
// The store between arrays of one element type.
bool parc_assign_same(parc_state*, const parc_layout* to, const parc_layout* from,
                      const parc_frame*);
}

// Elements as the kinds To and From: an array of bools is one of bytes.
template <class To, class From, class T, int R, class U, int S>
PARC_ONCE bool parc_array_assign(parc_state* st, const parc_frame* frame, parc_view<T, R> to,
                                 parc_view<U, S> from) {
  const parc_layout target = parc_layout_of(to), source = parc_layout_of(from);
  if constexpr (__is_same(To, From) && R == 1 && S == 1) {
    const parc_i64 count = to.shape[0], item = sizeof(T);
    if (from.shape[0] == count && from.stride[0] == item && to.stride[0] == item) {
      __builtin_memmove(to.data, from.data, count * item);
      return false;
    }
  }
  if constexpr (__is_same(To, From)) {
    return parc_assign_same(st, &target, &source, frame);
  } else {
    parc_lines lines;
    if (parc_line_up(st, &target, &source, frame, &lines)) return true;
    if (lines.rank == 0) return false;
    parc_i64 index[PARC_MAX_RANK] = {};
    do {
      const parc_i64 count = lines.count[0], step = lines.to_step[0], stride = lines.from_step[0];
      char* p = lines.to;
      const char* q = lines.from;
      for (parc_i64 k = 0; k < count; ++k, p += step, q += stride) {
        *(T*)p = (T)parc_cast<To>((From) * (const U*)q);
      }
    } while (parc_next_line(&lines, index));
    parc_scratch_free(lines.copy);
    return false;
  }
}
