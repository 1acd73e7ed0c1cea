// Par loops in generated code: blocks, events, the long-run check, and the arithmetic of exact totals.
#pragma once

#include "abi.h"

// Events that a block returns.
enum { PARC_EVENT_NONE = 0, PARC_EVENT_ERROR = 1, PARC_EVENT_BREAK = 2, PARC_EVENT_RETURN = 3, PARC_EVENT_STOP = 4 };
// Innermost loops are run in strips of so many iterations, with a look at signals in between.
enum { PARC_STRIP = 65536 };

// After a block of about `weight` units of work (an innermost iteration is one): looks at signals when due.
PARC_INLINE bool parc_due(parc_state* st, parc_i64 weight) {
  st->budget -= weight;
  return PARC_UNLIKELY(st->budget < 0) && parc_tick(st, &st->budget) != 0;
}

// What follows a block: its event, if any, is kept when it is the lowest.
PARC_INLINE void parc_block_done(parc_loop* loop, parc_state* worker, parc_i32 event, parc_i64 at, parc_i64 weight) {
  if (PARC_UNLIKELY(event != PARC_EVENT_NONE)) parc_loop_event(loop, worker, at, event);
  else if (parc_due(worker, weight)) parc_loop_event(loop, worker, at, PARC_EVENT_STOP);
}

// Blocks whose results count: those up to the one that left the loop.
PARC_INLINE parc_i64 parc_blocks_that_count(const parc_loop* loop) {
  const parc_i64 last = loop->cut / (loop->block ? loop->block : 1);
  return last < loop->blocks ? last + 1 : loop->blocks;
}

PARC_INLINE parc_i64 parc_min(parc_i64 a, parc_i64 b) { return a < b ? a : b; }

PARC_INLINE bool parc_fits(parc_i128 value) { return value == (parc_i128)(parc_i64)value; }

// Saturating product of Python ints: |value| above 2^100 stays there; a zero clears it.
PARC_INLINE parc_i128 parc_exact_product(parc_i128 a, parc_i128 b) {
  const parc_i128 limit = (parc_i128)1 << 100;
  parc_i128 out;
  if (a == 0 || b == 0) return 0;
  if (__builtin_mul_overflow(a, b, &out) || out > limit || out < -limit) return (a < 0) != (b < 0) ? -limit : limit;
  return out;
}
