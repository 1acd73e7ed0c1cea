#include "runtime/core/error.h"

#include <iterator>
#include <new>

#include "runtime/core/signals.h"
#include "runtime/kernel/loop.h"

namespace parc::runtime {
namespace {

parc_error* fixed_memory_error() {
  static parc_error error;
  error.fixed = true;
  return &error;
}

void add_frame(parc_error& error, const parc_frame* frame) {
  if (!frame) return;
  if (error.inner.size() < kInnerFrames) {
    error.inner.push_back(frame);
  } else if (error.outer.size() < kOuterFrames) {
    error.outer.push_back(frame);
  } else {
    error.outer[error.outer_next] = frame;
    error.outer_next = (error.outer_next + 1) % kOuterFrames;
  }
}

}  // namespace

parc_error* new_error(parc_i32 kind, const char* name, const parc_frame* frame) noexcept {
  parc_error* error = new (std::nothrow) parc_error;
  if (!error) return fixed_memory_error();
  error->kind = kind;
  error->name = name;
  try {
    add_frame(*error, frame);
  } catch (const std::bad_alloc&) {
    free_error(error);
    return fixed_memory_error();
  }
  return error;
}

void free_error(parc_error* error) noexcept {
  if (!error || error->fixed) return;
  if (error->exception) drop_exception(error->exception);
  delete error;
}

void set_error(parc_state* state, parc_error* error) noexcept {
  if (state->error != error) free_error(state->error);
  state->error = error;
}

std::vector<const parc_frame*> trace_of(const parc_error& error) {
  std::vector<const parc_frame*> places;
  auto unfold = [&](const parc_frame* frame) {
    for (; frame; frame = frame->outer) places.push_back(frame);
  };
  for (const parc_frame* frame : error.inner) unfold(frame);
  for (size_t k = 0; k < error.outer.size(); ++k) {
    unfold(error.outer[(error.outer_next + k) % error.outer.size()]);
  }
  return places;
}

}  // namespace parc::runtime

using namespace parc::runtime;

extern "C" void parc_raise(parc_state* state, const parc_site* site, const parc_value* values,
                           parc_i32 count) {
  parc_error* error = new_error(site->kind, site->name, site->frame);
  if (!error->fixed) {
    error->parts = site->parts;
    error->part_count = site->part_count;
    try {
      error->values.assign(values, values + count);
    } catch (const std::bad_alloc&) {
      error->kind = PARC_RAISE_MEMORY;
    }
  }
  set_error(state, error);
}

extern "C" void parc_raise_ints(parc_state* state, const parc_site* site, parc_i32 count,
                                parc_i64 first, parc_i64 second, parc_i64 third) {
  const parc_i64 ints[] = {first, second, third};
  parc_value values[std::size(ints)];
  for (int k = 0; k < count; ++k) values[k] = parc_value_int(PARC_INT, ints[k]);
  parc_raise(state, site, values, count);
}

extern "C" void parc_trace(parc_state* state, const parc_frame* frame) {
  if (!state->error || state->error->fixed) return;
  try {
    add_frame(*state->error, frame);
  } catch (const std::bad_alloc&) {
    // A shorter traceback is all that is lost.
  }
}
