// What a module made for `parc race` calls: it runs its par loops in serial order and tells the
// runtime which elements each iteration reads and writes.
#pragma once

#include "array.h"

struct parc_recorder;
enum : parc_i32 { PARC_READ = 0, PARC_WRITE = 1 };

// One element of an array: its array's name and layout turn the address into subscripts.
struct parc_touched {
  const void* element;
  const char* name;
  parc_layout array;
  const parc_frame* frame;
};

extern "C" {
// A par loop starts, inside those that are recorded already. `variable`: the user's loop variable,
// or "".
parc_recorder* parc_record_begin(parc_state*, const parc_frame* loop, const char* variable);
void parc_record_iteration(parc_recorder*, parc_i64 iteration);
// The value of the loop variable in this iteration.
void parc_record_value(parc_recorder*, parc_i64 value);
void parc_record_end(parc_state*, parc_recorder*);
// An access by the current iteration of every loop that is being recorded. `skip`: bit k leaves out
// the k-th loop, counted from the innermost.
void parc_record(parc_state*, const parc_touched*, parc_i32 write, parc_i64 skip);
// Forgets what was recorded of the array's memory.
void parc_record_forget(parc_state*, const parc_layout*);
// The same for all elements of the array; `element` is not used.
void parc_record_all(parc_state*, const parc_touched*, parc_i32 write, parc_i64 skip);
}

// Records one execution of a par loop, however it is left.
struct parc_recording {
  parc_state* st;
  parc_recorder* recorder;
  parc_recording(parc_state* state, const parc_frame* loop, const char* variable)
      : st(state), recorder(parc_record_begin(state, loop, variable)) {}
  parc_recording(const parc_recording&) = delete;
  parc_recording& operator=(const parc_recording&) = delete;
  ~parc_recording() { parc_record_end(st, recorder); }
};

template <class T, int R>
PARC_INLINE void parc_record_element(parc_state* st, parc_view<T, R> array, const void* element,
                                     const char* name, parc_i32 write, const parc_frame* frame,
                                     parc_i64 skip) {
  const parc_touched touched = {element, name, parc_layout_of(array), frame};
  parc_record(st, &touched, write, skip);
}
template <class T, int R>
PARC_INLINE void parc_record_view(parc_state* st, parc_view<T, R> array, const char* name,
                                  parc_i32 write, const parc_frame* frame, parc_i64 skip) {
  const parc_touched touched = {nullptr, name, parc_layout_of(array), frame};
  parc_record_all(st, &touched, write, skip);
}
template <class T, int R>
PARC_INLINE void parc_record_new(parc_state* st, parc_view<T, R> array) {
  const parc_layout layout = parc_layout_of(array);
  parc_record_forget(st, &layout);
}
template <class T>
PARC_INLINE void parc_record_item(parc_state* st, const parc_list* list, const T* item,
                                  const char* name, parc_i32 write, const parc_frame* frame,
                                  parc_i64 skip) {
  const parc_i64 stride = sizeof(T);
  const parc_touched touched = {
      item, name, {list->items, &list->length, &stride, 1, (parc_i32)sizeof(T)}, frame};
  parc_record(st, &touched, write, skip);
}
