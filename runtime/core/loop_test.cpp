#include <gtest/gtest.h>
#include <omp.h>

#include <atomic>
#include <vector>

#include "runtime/core/error.h"
#include "runtime/core/signals.h"
#include "runtime/core/stack.h"

namespace parc::runtime {
namespace {

constexpr parc_i64 kHeavy =
    1'000'000;  // nanoseconds an iteration: never below the small-size threshold

// Runs `body(worker, iteration)` as generated code does; gives back the loop's event.
template <class Body>
parc_i32 run(parc_state& state, parc_i64 trip, parc_i64 block, int threads, Body body) {
  parc_loop loop;
  parc_loop_begin(&loop, &state, trip, block, 0, kHeavy, threads, 0);
#pragma omp parallel num_threads(loop.threads)
  {
    parc_state worker;
    parc_worker_begin(&loop, &worker);
#pragma omp for schedule(dynamic, 1) nowait
    for (parc_i64 b = 0; b < loop.blocks; ++b) {
      if (parc_block_skipped(&loop, b * block)) continue;
      for (parc_i64 i = b * block; i < std::min(trip, (b + 1) * block); ++i) {
        if (parc_i32 event = body(worker, i)) {
          parc_loop_event(&loop, &worker, i, event);
          break;
        }
      }
    }
    parc_worker_end(&loop, &worker);
  }
  return parc_loop_end(&loop, &state);
}

parc_state caller() { return {nullptr, stack_limit(), nullptr, 0, 0, 1, nullptr}; }

void fail(parc_state& worker, parc_i64 iteration) {
  static const parc_frame frame = {"f", "a.py", 1, nullptr};
  parc_site site = {PARC_RAISE_MESSAGE, "ValueError", &frame, nullptr, 0};
  parc_value value = {PARC_INT, {.i = iteration}};
  parc_raise(&worker, &site, &value, 1);
}

TEST(Loop, CountsBlocks) {
  parc_state state = caller();
  parc_loop loop;
  parc_loop_begin(&loop, &state, 10, 4, 9, kHeavy, 3, 0);
  EXPECT_EQ(loop.blocks, 3);
  EXPECT_EQ(loop.schedule_blocks, 3);
  EXPECT_EQ(loop.threads, 3);
  parc_loop_begin(&loop, &state, -5, 4, 0, kHeavy, 3, 0);
  EXPECT_EQ(loop.blocks, 0);
  EXPECT_EQ(loop.threads, 1);
  parc_loop_begin(&loop, &state, 10, 4, 0, kHeavy, 3, 1);
  EXPECT_EQ(loop.threads, 1) << "serial by a check";
  parc_loop_begin(&loop, &state, 10, 4, 0, 1, 3, 0);
  EXPECT_EQ(loop.threads, 1) << "small";
  state.parallel = 1;
  parc_loop_begin(&loop, &state, 10, 4, 0, kHeavy, 3, 0);
  EXPECT_EQ(loop.threads, 1) << "nested";
}

TEST(Loop, LowestIterationWins) {
  for (int threads : {1, 2, 7}) {
    for (parc_i64 first : {0, 1, 500, 998}) {
      parc_state state = caller();
      std::vector<int> done(1000);
      parc_i32 event = run(state, 1000, 16, threads, [&](parc_state& worker, parc_i64 i) {
        if (i < first) {
          done[i] = 1;
          return 0;
        }
        fail(worker, i);
        return 1;
      });
      EXPECT_EQ(event, 1);
      EXPECT_EQ(state.error->values[0].i, first);
      for (parc_i64 i = 0; i < first; ++i) EXPECT_EQ(done[i], 1);
      free_error(state.error);
    }
  }
}

TEST(Loop, ABreakHidesErrorsBehindIt) {
  for (int threads : {1, 2, 7}) {
    for (parc_i32 leave : {2, 3}) {
      parc_state state = caller();
      parc_i32 event = run(state, 1000, 8, threads, [&](parc_state& worker, parc_i64 i) {
        if (i == 300) return leave;
        if (i < 301) return 0;
        fail(worker, i);
        return 1;
      });
      EXPECT_EQ(event, leave);
      EXPECT_EQ(state.error, nullptr);
    }
  }
}

TEST(Loop, NestedLoopsRunOnTheirThread) {
  parc_state state = caller();
  std::atomic<parc_i64> sum = 0;
  std::atomic<int> wrong = 0;
  run(state, 100, 1, 4, [&](parc_state& worker, parc_i64) {
    int thread = omp_get_thread_num();
    return run(worker, 10, 1, 4, [&](parc_state& inner, parc_i64 j) {
      wrong += !inner.parallel || (inner.loop->threads != 1) || inner.loop->caller->loop == nullptr;
      wrong += thread < 0;
      sum += j;
      return 0;
    });
  });
  EXPECT_EQ(sum, 4500);
  EXPECT_EQ(wrong, 0);
}

int exception_;  // stands for a Python object
int looks_;
int dropped_;

TEST(Loop, ASignalHandlerThatRaisesStopsEverything) {
  looks_ = dropped_ = 0;
  install_signal_hooks(
      {[]() -> void* { return ++looks_ == 2 ? &exception_ : nullptr; }, [](void*) { ++dropped_; }});
  for (int threads : {1, 2, 5}) {
    looks_ = 0;
    restart_signal_clock();
    parc_state state = caller();
    parc_i32 event =
        run(state, parc_i64{1} << 40, 1 << 20, threads, [&](parc_state& worker, parc_i64) {
          return run(worker, 100, 10, 2, [&](parc_state& inner, parc_i64) {
            for (volatile int k = 0; k < 10000; k = k + 1) {
            }
            parc_i64 budget;
            return parc_tick(&inner, &budget) ? 1 : 0;
          });
        });
    EXPECT_EQ(event, 1);
    ASSERT_NE(state.error, nullptr);
    EXPECT_EQ(state.error->exception, &exception_);
    free_error(state.error);
  }
  EXPECT_EQ(dropped_, 3);
  install_signal_hooks({});
}

TEST(Loop, ThreadZeroLooksAtSignalsWhileItWaits) {
  looks_ = dropped_ = 0;
  install_signal_hooks(
      {[]() -> void* { return ++looks_ == 3 ? &exception_ : nullptr; }, [](void*) { ++dropped_; }});
  restart_signal_clock();
  parc_state state = caller();
  std::atomic<bool> other_is_in = false;
  parc_i32 event = run(state, 2, 1, 2, [&](parc_state& worker, parc_i64) {
    if (worker.calling) {
      while (!other_is_in) {
      }
      return 0;
    }
    other_is_in = true;
    parc_i64 budget;
    for (;;) {
      for (volatile int k = 0; k < 10000; k = k + 1) {
      }
      if (parc_tick(&worker, &budget)) return 1;
    }
  });
  EXPECT_EQ(event, 1);
  EXPECT_GE(looks_, 3);
  free_error(state.error);
  install_signal_hooks({});
}

}  // namespace
}  // namespace parc::runtime
