// What native code raised, kept without Python until the call is over. One object a failure, owned
// by the parc_state (or the parc_loop) that points to it.
#pragma once

#include <cstddef>
#include <vector>

#include "runtime/kernel/abi.h"

namespace parc::runtime {

// Beside parc_raise_kind: a Python exception that a signal handler raised.
inline constexpr parc_i32 kRaiseException = 100;

// Of a recursion that failed, the traceback keeps this many entries at each end.
inline constexpr size_t kInnerFrames = 500;
inline constexpr size_t kOuterFrames = 500;

}  // namespace parc::runtime

struct parc_error {
  parc_i32 kind = PARC_RAISE_MEMORY;
  const char* name = nullptr;
  const parc_part* parts = nullptr;
  parc_i32 part_count = 0;
  std::vector<parc_value> values;
  std::vector<const parc_frame*> inner;  // innermost first
  std::vector<const parc_frame*> outer;  // a ring of the last kOuterFrames that did not fit `inner`
  size_t outer_next = 0;
  void* exception = nullptr;  // kRaiseException: the Python object, owned
  bool fixed = false;         // the one that is used when memory is out: never freed
};

namespace parc::runtime {

// A new error, or the fixed MemoryError when there is no memory for one.
parc_error* new_error(parc_i32 kind, const char* name, const parc_frame* frame) noexcept;
// Needs no GIL unless the error holds a Python exception (see signals.h).
void free_error(parc_error* error) noexcept;
// Replaces what the state holds.
void set_error(parc_state* state, parc_error* error) noexcept;
// All places, innermost first, with the callers of inlined code unfolded.
std::vector<const parc_frame*> trace_of(const parc_error& error);

}  // namespace parc::runtime
