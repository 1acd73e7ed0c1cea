// Arrays of any element type: memory, copies, and whether they share memory.
#include <string.h>

#include <algorithm>
#include <numeric>

#include "runtime/kernel/array.h"

namespace parc::runtime {
namespace {

struct Extent {
  char* low;
  char* high;  // past the end; an empty array has high <= low
};

Extent extent(const parc_layout& a) {
  char* low = static_cast<char*>(a.data);
  char* high = low + a.item;
  for (int axis = 0; axis < a.rank; ++axis) {
    if (a.shape[axis] == 0) return {low, low};
    const parc_i64 span = (a.shape[axis] - 1) * a.stride[axis];
    (span < 0 ? low : high) += span;
  }
  return {low, high};
}

// Whether two arrays are offset by something that no difference of indices reaches: interleaved
// views such as x[::2] and x[1::2].
bool interleaved(const parc_layout& a, const parc_layout& b) {
  if (a.rank != b.rank || a.item != b.item) return false;
  const parc_i64 offset = static_cast<char*>(b.data) - static_cast<char*>(a.data);
  parc_i64 step = 0;
  for (int axis = 0; axis < a.rank; ++axis) {
    step = std::gcd(step, std::gcd(a.stride[axis], b.stride[axis]));
  }
  if (step < a.item) return false;
  const parc_i64 rest = (offset < 0 ? -offset : offset) % step;
  return rest >= a.item && step - rest >= a.item;
}

// Moves `from` on to the next row, the last axis left alone; false after the last one.
bool next_row(const parc_layout& from, parc_i64* index, char** at) {
  for (int axis = from.rank - 2; axis >= 0; --axis) {
    *at += from.stride[axis];
    if (++index[axis] < from.shape[axis]) return true;
    *at -= index[axis] * from.stride[axis];
    index[axis] = 0;
  }
  return false;
}

template <size_t N>
char* copy_row(char* to, const char* from, parc_i64 stride, parc_i64 count) {
  for (parc_i64 k = 0; k < count; ++k, to += N) memcpy(to, from + k * stride, N);
  return to;
}

char* copy_row(char* to, const char* from, parc_i64 stride, parc_i64 count, parc_i32 item) {
  if (stride == item) {
    memcpy(to, from, count * item);
    return to + count * item;
  }
  switch (item) {
    case 1:
      return copy_row<1>(to, from, stride, count);
    case 2:
      return copy_row<2>(to, from, stride, count);
    case 4:
      return copy_row<4>(to, from, stride, count);
    case 8:
      return copy_row<8>(to, from, stride, count);
    default:
      return copy_row<16>(to, from, stride, count);
  }
}

}  // namespace
}  // namespace parc::runtime

using namespace parc::runtime;

extern "C" parc_base* parc_array_memory(parc_state* state, const parc_i64* shape, parc_i64* stride,
                                        parc_i32 rank, parc_i32 item, parc_i32 zero,
                                        const parc_frame* frame) {
  parc_i64 bytes = item;
  bool overflow = false, empty = false;
  for (int axis = rank - 1; axis >= 0; --axis) {
    stride[axis] = bytes;
    empty |= shape[axis] == 0;
    overflow |= __builtin_mul_overflow(bytes, std::max<parc_i64>(shape[axis], 1), &bytes);
  }
  return parc_block_new(state, empty ? 0 : overflow ? -1 : bytes, zero, frame);
}

extern "C" void parc_gather(void* to, const parc_layout* from) {
  for (int axis = 0; axis < from->rank; ++axis) {
    if (from->shape[axis] == 0) return;
  }
  const int last = from->rank - 1;
  const parc_i64 count = last < 0 ? 1 : from->shape[last];
  const parc_i64 stride = last < 0 ? from->item : from->stride[last];
  parc_i64 index[PARC_MAX_RANK] = {};
  char* next = static_cast<char*>(to);
  char* row = static_cast<char*>(from->data);
  do {
    next = copy_row(next, row, stride, count, from->item);
  } while (next_row(*from, index, &row));
}

extern "C" bool parc_layouts_meet(const parc_layout* a, const parc_layout* b) {
  const Extent first = extent(*a), second = extent(*b);
  if (first.low >= first.high || second.low >= second.high || first.high <= second.low ||
      second.high <= first.low) {
    return false;
  }
  return !interleaved(*a, *b);
}

extern "C" parc_i64 parc_layout_span(const parc_layout* a, char** low) {
  const Extent found = extent(*a);
  *low = found.low;
  return found.high - found.low;
}

extern "C" bool parc_layout_folds(const parc_layout* a) {
  parc_i64 stride[PARC_MAX_RANK], shape[PARC_MAX_RANK];
  int n = 0;
  for (int axis = 0; axis < a->rank; ++axis) {
    if (a->shape[axis] == 0) return false;
    if (a->shape[axis] == 1) continue;
    const parc_i64 width = a->stride[axis] < 0 ? -a->stride[axis] : a->stride[axis];
    int at = n++;
    for (; at > 0 && stride[at - 1] > width; --at) {
      stride[at] = stride[at - 1];
      shape[at] = shape[at - 1];
    }
    stride[at] = width;
    shape[at] = a->shape[axis];
  }
  parc_i64 span = a->item;
  for (int k = 0; k < n; ++k) {
    if (stride[k] < span) return true;
    span += (shape[k] - 1) * stride[k];
  }
  return false;
}
