// Arrays broadcast to the shape of others, by NumPy's rules: axes are matched from the last one,
// and one of length 1, or a missing one, repeats its element.
#pragma once

#include "array.h"

// Whether two arrays have a common shape.
template <class T, int R, class U, int S>
PARC_INLINE bool parc_shapes_fit(const parc_view<T, R>& to, const parc_view<U, S>& from) {
  static_assert(S <= R, "more axes than there are to fill");
  bool fits = true;
  for (int axis = 0; axis < S; ++axis) {
    const parc_i64 size = to.shape[R - S + axis];
    fits &= from.shape[axis] == size || from.shape[axis] == 1 || size == 1;
  }
  return fits;
}

// Whether `from` has the shape of `to`, axes of length 1 and missing ones aside.
template <class T, int R, class U, int S>
PARC_INLINE bool parc_broadcasts(const parc_view<T, R>& to, const parc_view<U, S>& from) {
  static_assert(S <= R, "more axes than there are to fill");
  bool fits = true;
  for (int axis = 0; axis < S; ++axis) {
    fits &= from.shape[axis] == 1 || from.shape[axis] == to.shape[R - S + axis];
  }
  return fits;
}

// What `target op= from` reads, in the shape of `target`: `from` itself, or a copy where the two
// share memory other than element by element. Gives the caller a reference to its memory; true when
// memory for the copy is out.
template <class T, int R, class U, int S>
PARC_ONCE bool parc_broadcast_for(parc_state* st, const parc_frame* frame, parc_view<T, R> target,
                                  parc_view<U, S> from, parc_view<U, R>* out) {
  parc_view<U, S> source = from;
  if (!parc_same_view(target, from) && parc_may_overlap(target, from)) {
    if (parc_array_new(st, from.shape, 0, frame, &source)) return true;
    parc_array_copy(source, from);
  } else {
    parc_ref::retain(source.base);
  }
  out->data = source.data;
  out->base = source.base;
  for (int axis = 0; axis < R; ++axis) {
    const int at = axis - (R - S);
    out->shape[axis] = target.shape[axis];
    out->stride[axis] = at < 0 || source.shape[at] == 1 ? 0 : source.stride[at];
  }
  return false;
}
