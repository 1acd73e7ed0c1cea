// How far par loops are that were asked to show it (`progress=True`): the iterations are counted by
// all threads and shown by the one that called. Python does the showing, through hooks that
// runtime/python installs.
#pragma once

#include "runtime/kernel/abi.h"

namespace parc::runtime {

// All are called by the thread that called from Python, without the GIL, and give back the
// exception that was raised (owned), or null.
struct ProgressHooks {
  // Shows that none of `trip` iterations is done; `*bar` becomes the object that goes on.
  void* (*begin)(void** bar, const parc_frame& place, parc_i64 trip);
  void* (*update)(void* bar, parc_i64 done);
  void* (*end)(void* bar, parc_i64 done);  // gives `bar` up
};
void install_progress_hooks(const ProgressHooks& hooks);

// The thread that shows the loop's progress is the one with this state. No effect, as all of these,
// on a loop that was not asked.
void show_progress_on(parc_loop* loop, parc_state* worker);
// Shows it when some time has passed since the last time; true when that raised: the error is in
// the state.
bool look_at_progress(parc_loop* loop, parc_state* worker);
// Shows it for the last time; the exception, or null.
void* end_progress(parc_loop* loop);

}  // namespace parc::runtime
