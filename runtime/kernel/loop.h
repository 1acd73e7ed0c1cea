// Par loops in generated code: blocks, events, the long-run check, and the arithmetic of exact
// totals.
#pragma once

#include "abi.h"

// The value of a function that gives None.
struct parc_none {};

// Events that a block returns.
enum {
  PARC_EVENT_NONE = 0,
  PARC_EVENT_ERROR = 1,
  PARC_EVENT_BREAK = 2,
  PARC_EVENT_RETURN = 3,
  PARC_EVENT_STOP = 4
};
// Innermost loops are run in strips of so many iterations, with a look at signals in between.
enum { PARC_STRIP = 65536 };

// After a block of about `weight` units of work (an innermost iteration is one): looks at signals
// when due.
PARC_INLINE bool parc_due(parc_state* st, parc_i64 weight) {
  st->budget -= weight;
  return PARC_UNLIKELY(st->budget < 0) && parc_tick(st, &st->budget) != 0;
}

// Whether a recursive function has used up the stack.
PARC_INLINE bool parc_stack_is_low(const parc_state* st) {
  return (char*)__builtin_frame_address(0) < st->stack_limit;
}

PARC_INLINE void parc_spent(parc_state* st, parc_i64 weight) { st->budget -= weight; }

// The rough cost of an iteration, and the number of iterations that make a block: never from the
// number of threads.
PARC_INLINE parc_i64 parc_weight(parc_i128 cost) {
  const parc_i128 most = (parc_i128)1 << 40;
  return (parc_i64)(cost < 1 ? 1 : cost > most ? most : cost);
}
PARC_INLINE parc_i64 parc_block_size(parc_i64 weight) {
  parc_i64 size = 1024;
  while (size > 1 && size * weight > 8192) size /= 2;
  return size;
}
// Iterations in a block that would otherwise have `size`. There are at most so many blocks, as each
// costs a look at whether it still counts, also behind the iteration that left the loop.
enum { PARC_MOST_BLOCKS = 1 << 26 };
PARC_INLINE parc_i64 parc_bounded_size(parc_i64 size, parc_i64 trip, parc_i64 most) {
  while (trip > 0 && (trip - 1) / size >= most) size *= 2;
  return size;
}
// Iterations in a block that hands a part back, for blocks that would otherwise have `size`: parts
// take memory and are put together one after the other, so there are at most so many of them. That
// is still enough to share out evenly.
enum { PARC_MOST_PARTS = 16384 };
PARC_INLINE parc_i64 parc_part_size(parc_i64 size, parc_i64 trip) {
  return parc_bounded_size(size, trip, PARC_MOST_PARTS);
}
// Where the block or strip of `size` iterations ends that starts at `first`.
PARC_INLINE parc_i64 parc_end_of(parc_i64 first, parc_i64 size, parc_i64 last) {
  return last - first > size ? first + size : last;
}

// The loop runs in serial order because of a check: a warning, unless it would have been serial
// anyway.
PARC_INLINE void parc_loop_warn(const parc_loop* loop, parc_state* st, parc_i64 weight,
                                const parc_frame* frame, const char* reason) {
  if (loop->trip > 1 && !parc_loop_is_small(loop->trip, weight)) {
    parc_serial_warning(st, frame, reason);
  }
}

// What follows a block: its event, if any, is kept when it is the lowest.
PARC_INLINE void parc_block_done(parc_loop* loop, parc_state* worker, parc_i32 event, parc_i64 at,
                                 parc_i64 weight) {
  if (PARC_UNLIKELY(event != PARC_EVENT_NONE))
    parc_loop_event(loop, worker, at, event);
  else if (parc_due(worker, weight))
    parc_loop_event(loop, worker, at, PARC_EVENT_STOP);
}

// Whether an iteration has left the loop, or it is stopping.
PARC_INLINE bool parc_loop_is_cut(const parc_loop* loop) {
  return loop->event != PARC_EVENT_NONE || loop->stop != 0;
}

// How a block function leaves at an iteration.
PARC_INLINE parc_i32 parc_leave(parc_i64* at, parc_i64 iteration, parc_i32 event) {
  *at = iteration;
  return event;
}

// What block number `index` contributes to; nothing when blocks contribute nothing.
template <class Out>
PARC_INLINE Out* parc_part_of(Out* parts, parc_i64 index) {
  return parts + index;
}
PARC_INLINE void* parc_part_of(void*, parc_i64) { return nullptr; }

template <class Env, class Out>
using parc_block_function = parc_i32 (*)(parc_state*, const Env*, parc_i64 first, parc_i64 last,
                                         Out*, parc_i64* at);

// Runs block number `index`, unless an earlier iteration has left the loop.
template <class Env, class Out>
PARC_INLINE void parc_run_block(parc_loop* loop, parc_state* worker, parc_i64 index, const Env* env,
                                Out* parts, parc_block_function<Env, Out> block) {
  const parc_i64 first = index * loop->block;
  if (PARC_UNLIKELY(parc_block_skipped(loop, first))) return;
  const parc_i64 last = parc_end_of(first, loop->block, loop->trip);
  parc_i64 at = first;
  const parc_i32 event = block(worker, env, first, last, parc_part_of(parts, index), &at);
  parc_block_done(loop, worker, event, at, loop->block);
  if (PARC_UNLIKELY(loop->progress.bar) && parc_progress_made(loop, worker, last - first))
    parc_loop_event(loop, worker, at, PARC_EVENT_STOP);
}

// Values of error messages.
PARC_INLINE parc_value parc_value_int(parc_i32 kind, parc_i64 value) {
  parc_value v;
  v.kind = kind;
  v.i = value;
  return v;
}
PARC_INLINE parc_value parc_value_unsigned(parc_i32 kind, parc_u64 value) {
  parc_value v;
  v.kind = kind;
  v.u = value;
  return v;
}
PARC_INLINE parc_value parc_value_float(parc_i32 kind, parc_f64 value) {
  parc_value v;
  v.kind = kind;
  v.d = value;
  return v;
}
PARC_INLINE parc_value parc_value_complex(parc_i32 kind, parc_f64 re, parc_f64 im) {
  parc_value v;
  v.kind = kind;
  v.c.re = re;
  v.c.im = im;
  return v;
}

// Blocks whose results count: those up to the one that left the loop.
PARC_INLINE parc_i64 parc_blocks_that_count(const parc_loop* loop) {
  const parc_i64 last = loop->cut / (loop->block ? loop->block : 1);
  return last < loop->blocks ? last + 1 : loop->blocks;
}

PARC_INLINE bool parc_fits(parc_i128 value) { return value == (parc_i128)(parc_i64)value; }

// Saturating product of Python ints: |value| above 2^100 stays there; a zero clears it.
PARC_INLINE parc_i128 parc_exact_product(parc_i128 a, parc_i128 b) {
  const parc_i128 limit = (parc_i128)1 << 100;
  parc_i128 out;
  if (a == 0 || b == 0) return 0;
  if (__builtin_mul_overflow(a, b, &out) || out > limit || out < -limit)
    return (a < 0) != (b < 0) ? -limit : limit;
  return out;
}

// Bounds of subscripts before a loop, in 128 bits.
PARC_INLINE parc_i128 parc_lesser(parc_i128 a, parc_i128 b) { return a < b ? a : b; }
PARC_INLINE parc_i128 parc_greater(parc_i128 a, parc_i128 b) { return a > b ? a : b; }
PARC_INLINE parc_i128 parc_least(parc_i128 a, parc_i128 b, parc_i128 c, parc_i128 d) {
  return parc_lesser(parc_lesser(a, b), parc_lesser(c, d));
}
PARC_INLINE parc_i128 parc_greatest(parc_i128 a, parc_i128 b, parc_i128 c, parc_i128 d) {
  return parc_greater(parc_greater(a, b), parc_greater(c, d));
}
// Floor division by a positive number.
PARC_INLINE parc_i128 parc_wide_floor_quotient(parc_i128 a, parc_i128 b) {
  return a >= 0 ? a / b : -((-a + b - 1) / b);
}
// A product of quantities known at loop entry; `lost` is set when it does not fit 64 bits.
PARC_INLINE parc_i128 parc_entry_product(parc_i128 a, parc_i128 b, bool* lost) {
  parc_i128 product;
  if (!__builtin_mul_overflow(a, b, &product) && parc_fits(product)) return product;
  *lost = true;
  return 0;
}
