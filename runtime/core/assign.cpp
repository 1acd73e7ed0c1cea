// How arrays are stored to views of other arrays (runtime/kernel/assign.h).
//
// Where memory is shared, the order of the elements shows. NumPy goes through the axes of the
// target from its smallest step to its largest, each upwards in memory, and copies the source
// before if it meets the target. Only in one dimension, with steps of equal sign, it makes no copy
// but starts at the end of the two if the target is the one that is higher in memory.
#include "runtime/kernel/assign.h"

#include <string.h>

#include <algorithm>
#include <cstdlib>

namespace parc::runtime {
namespace {

bool is_empty(const parc_layout& a) {
  return std::any_of(a.shape, a.shape + a.rank, [](parc_i64 size) { return size == 0; });
}

bool is_same(const parc_layout& a, const parc_layout& b) {
  return a.data == b.data && a.rank == b.rank && a.item == b.item &&
         std::equal(a.shape, a.shape + a.rank, b.shape) &&
         std::equal(a.stride, a.stride + a.rank, b.stride);
}

bool needs_copy(const parc_layout& to, const parc_layout& from) {
  if (to.rank == 0 || from.rank == 0) return false;
  const bool is_opposite =
      (to.stride[0] < 0 && from.stride[0] > 0) || (to.stride[0] > 0 && from.stride[0] < 0);
  return (to.rank > 1 || is_opposite) && parc_layouts_meet(&to, &from);
}

// Makes `from` a contiguous copy of itself, with its steps in `stride`; false when memory is out.
bool copy(parc_state* state, parc_layout& from, parc_i64* stride, const parc_frame* frame,
          parc_lines* lines) {
  parc_i64 bytes = from.item;
  for (int axis = from.rank - 1; axis >= 0; --axis) {
    stride[axis] = bytes;
    if (__builtin_mul_overflow(bytes, from.shape[axis], &bytes)) bytes = -1;
  }
  lines->copy = parc_scratch_grow(state, nullptr, bytes, frame);
  if (!lines->copy) return false;
  parc_gather(lines->copy, &from);
  from.data = lines->copy;
  from.stride = stride;
  return true;
}

void add_line(parc_lines* lines, parc_i64 count, parc_i64 to_step, parc_i64 from_step) {
  if (to_step < 0) {
    lines->to += (count - 1) * to_step;
    lines->from += (count - 1) * from_step;
    to_step = -to_step;
    from_step = -from_step;
  }
  int at = lines->rank++;
  // Among equal steps the last axis is the innermost, as the caller gives the last one first.
  for (; at > 0 && lines->to_step[at - 1] > to_step; --at) {
    lines->count[at] = lines->count[at - 1];
    lines->to_step[at] = lines->to_step[at - 1];
    lines->from_step[at] = lines->from_step[at - 1];
  }
  lines->count[at] = count;
  lines->to_step[at] = to_step;
  lines->from_step[at] = from_step;
}

void start_at_the_end(parc_lines* lines) {
  const parc_i64 last = lines->count[0] - 1;
  if (lines->from >= lines->to || lines->from + (last + 1) * lines->from_step[0] <= lines->to) {
    return;
  }
  lines->to += last * lines->to_step[0];
  lines->from += last * lines->from_step[0];
  lines->to_step[0] = -lines->to_step[0];
  lines->from_step[0] = -lines->from_step[0];
}

template <size_t N>
void copy_line(const parc_lines& lines) {
  char* to = lines.to;
  const char* from = lines.from;
  for (parc_i64 k = 0; k < lines.count[0]; ++k) {
    char element[N];
    memcpy(element, from, N);
    memcpy(to, element, N);
    to += lines.to_step[0];
    from += lines.from_step[0];
  }
}

void copy_line(const parc_lines& lines, parc_i32 item) {
  if (lines.to_step[0] == lines.from_step[0] && std::abs(lines.to_step[0]) == item) {
    const parc_i64 lowest = lines.to_step[0] < 0 ? (lines.count[0] - 1) * lines.to_step[0] : 0;
    memmove(lines.to + lowest, lines.from + lowest, lines.count[0] * item);
    return;
  }
  switch (item) {
    case 1:
      return copy_line<1>(lines);
    case 2:
      return copy_line<2>(lines);
    case 4:
      return copy_line<4>(lines);
    case 8:
      return copy_line<8>(lines);
    default:
      return copy_line<16>(lines);
  }
}

}  // namespace
}  // namespace parc::runtime

using namespace parc::runtime;

extern "C" bool parc_line_up(parc_state* state, const parc_layout* to, const parc_layout* from,
                             const parc_frame* frame, parc_lines* lines) {
  lines->rank = 0;
  lines->copy = nullptr;
  if (is_empty(*to)) return false;
  parc_layout source = *from;
  parc_i64 stride[PARC_MAX_RANK];
  if (needs_copy(*to, source) && !copy(state, source, stride, frame, lines)) return true;
  lines->to = static_cast<char*>(to->data);
  lines->from = static_cast<const char*>(source.data);
  const int missing = to->rank - source.rank;
  for (int axis = to->rank - 1; axis >= 0; --axis) {
    const bool is_one = axis < missing || source.shape[axis - missing] == 1;
    add_line(lines, to->shape[axis], to->stride[axis], is_one ? 0 : source.stride[axis - missing]);
  }
  if (to->rank == 0) add_line(lines, 1, 0, 0);
  if (to->rank == 1) start_at_the_end(lines);
  return false;
}

extern "C" bool parc_next_line(parc_lines* lines, parc_i64* index) {
  for (int axis = 1; axis < lines->rank; ++axis) {
    lines->to += lines->to_step[axis];
    lines->from += lines->from_step[axis];
    if (++index[axis] < lines->count[axis]) return true;
    lines->to -= index[axis] * lines->to_step[axis];
    lines->from -= index[axis] * lines->from_step[axis];
    index[axis] = 0;
  }
  return false;
}

extern "C" bool parc_assign_same(parc_state* state, const parc_layout* to, const parc_layout* from,
                                 const parc_frame* frame) {
  if (is_same(*to, *from)) return false;
  parc_lines lines;
  if (parc_line_up(state, to, from, frame, &lines)) return true;
  if (lines.rank == 0) return false;
  parc_i64 index[PARC_MAX_RANK] = {};
  do {
    copy_line(lines, to->item);
  } while (parc_next_line(&lines, index));
  parc_scratch_free(lines.copy);
  return false;
}
