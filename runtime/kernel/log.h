// Updates of elements that are written down, sorted by place, and made afterwards: each element
// then sees its updates in serial order, whatever the number of threads.
//
// A round takes some blocks. In a first region every block writes its updates into a log of its own
// and sorts them by bucket, a stretch of the target; in a second one every bucket is brought up to
// date by one thread, block after block.
#pragma once

#include "elements.h"

// The weight of a bucket: that of a round, shared out.
enum : parc_i64 {
  PARC_MOST_BUCKETS = 128,
  PARC_BUCKET_WEIGHT = 4 * PARC_ROUND_UPDATES / PARC_MOST_BUCKETS
};

// R: what one update needs; R::key is its place, from 0 to the span of the target.
template <class R>
struct parc_log {
  R *records, *sorted;
  parc_i64 count, room;
  parc_i32* ends;  // by bucket, in `sorted`
};

template <class R>
struct parc_logs {
  parc_log<R>* slots = nullptr;
  parc_i64 count = 0, buckets = 0;
  parc_i32 shift = 0;  // of a key, to its bucket
  parc_logs() = default;
  parc_logs(const parc_logs&) = delete;
  parc_logs& operator=(const parc_logs&) = delete;
  ~parc_logs() {
    for (parc_i64 k = 0; k < count; ++k) {
      parc_scratch_free(slots[k].records);
      parc_scratch_free(slots[k].sorted);
    }
    parc_scratch_free(slots);
  }
};

// Logs for a target whose keys go up to `span`, exclusive; true when memory is out.
template <class R>
static bool parc_logs_begin(parc_state* st, parc_logs<R>* logs, parc_i64 slots, parc_i64 span,
                            const parc_frame* frame) {
  while (span >> logs->shift >= PARC_MOST_BUCKETS) ++logs->shift;
  logs->buckets = (span >> logs->shift) + 1;
  const parc_i64 ends = (logs->buckets * (parc_i64)sizeof(parc_i32) + 63) / 64 * 64;
  char* memory =
      (char*)parc_scratch_new(st, slots * ((parc_i64)sizeof(parc_log<R>) + ends + 64), frame);
  if (!memory) return true;
  logs->slots = (parc_log<R>*)memory;
  logs->count = slots;
  char* next = memory + (slots * (parc_i64)sizeof(parc_log<R>) + 63) / 64 * 64;
  for (parc_i64 k = 0; k < slots; ++k, next += ends) logs->slots[k].ends = (parc_i32*)next;
  return false;
}

// An empty log for a block.
template <class R>
PARC_INLINE parc_log<R>* parc_log_of(const parc_logs<R>* logs, parc_i64 slot) {
  logs->slots[slot].count = 0;
  return logs->slots + slot;
}

template <class R>
static PARC_COLD bool parc_log_grow(parc_state* st, parc_log<R>* log, const parc_frame* frame) {
  const parc_i64 room = log->room ? 2 * log->room : 1024;
  const parc_i64 bytes = room > 1 << 30 ? -1 : room * (parc_i64)sizeof(R);  // `ends` is 32 bits
  void* records = parc_scratch_grow(st, log->records, bytes, frame);
  if (!records) return true;
  log->records = (R*)records;
  parc_scratch_free(log->sorted);
  log->sorted = nullptr;
  log->room = room;
  return false;
}

// The end of a log that a block writes to; its own variables stay in registers.
template <class R>
struct parc_log_end {
  parc_log<R>* log;
  R *next, *end;
  parc_log_end(parc_log<R>* of) : log(of), next(of->records), end(of->records + of->room) {}
  parc_log_end(const parc_log_end&) = delete;
  parc_log_end& operator=(const parc_log_end&) = delete;
  ~parc_log_end() { log->count = next - log->records; }
  // The place of one more record; null with an error recorded when memory is out.
  inline __attribute__((always_inline)) R* add(parc_state* st, const parc_frame* frame) {
    if (PARC_UNLIKELY(next == end)) {
      const parc_i64 used = next - log->records;
      if (parc_log_grow(st, log, frame)) return nullptr;
      next = log->records + used;
      end = log->records + log->room;
    }
    return next++;
  }
};

// Sorts by bucket what a block has written down; records of a bucket keep their order. True when
// memory is out.
template <class R>
static bool parc_log_sort(parc_state* st, const parc_logs<R>* logs, parc_i64 slot,
                          const parc_frame* frame) {
  parc_log<R>* log = logs->slots + slot;
  parc_i32* ends = log->ends;
  for (parc_i64 b = 0; b < logs->buckets; ++b) ends[b] = 0;
  if (log->count == 0) return false;
  if (!log->sorted) {
    log->sorted = (R*)parc_scratch_grow(st, nullptr, log->room * (parc_i64)sizeof(R), frame);
    if (!log->sorted) return true;
  }
  const R *first = log->records, *last = first + log->count;
  for (const R* r = first; r < last; ++r) ++ends[r->key >> logs->shift];
  parc_i32 start = 0;
  for (parc_i64 b = 0; b < logs->buckets; ++b) {
    const parc_i32 size = ends[b];
    ends[b] = start;
    start += size;
  }
  for (const R* r = first; r < last; ++r) log->sorted[ends[r->key >> logs->shift]++] = *r;
  return false;
}

// The same for a block of the loop, which fails when it fails.
template <class R>
PARC_INLINE void parc_sort_block(parc_loop* loop, parc_state* worker, const parc_logs<R>* logs,
                                 parc_i64 slot, parc_i64 block, const parc_frame* frame) {
  if (PARC_UNLIKELY(parc_log_sort(worker, logs, slot, frame)))
    parc_loop_event(loop, worker, block * loop->block, PARC_EVENT_ERROR);
}

// Makes the updates of one bucket. `apply` makes those of one log; when one of them fails, it gives
// an event and the number of the update in its block.
template <class R, class Target,
          parc_i32 (*apply)(parc_state*, Target, const R*, parc_i64 count, parc_i64* at)>
PARC_INLINE void parc_apply_bucket(parc_loop* loop, parc_state* worker, const parc_logs<R>* logs,
                                   parc_i64 used_slots, parc_i64 bucket, Target target) {
  for (parc_i64 slot = 0; slot < used_slots; ++slot) {
    const parc_log<R>* log = logs->slots + slot;
    const parc_i64 first = bucket ? log->ends[bucket - 1] : 0;
    const parc_i64 count = log->ends[bucket] - first;
    parc_i64 at = 0;
    if (count == 0) continue;
    if (PARC_UNLIKELY(apply(worker, target, log->sorted + first, count, &at))) {
      parc_loop_event(loop, worker, parc_applied_place(slot, at), PARC_EVENT_ERROR);
      return;
    }
  }
}
