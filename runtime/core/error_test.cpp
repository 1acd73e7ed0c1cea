#include "runtime/core/error.h"

#include <gtest/gtest.h>

namespace parc::runtime {
namespace {

const parc_frame kCaller = {"caller", "a.py", 9, nullptr};
const parc_frame kInlined = {"inlined", "a.py", 2, &kCaller};
const parc_frame kOuter = {"outer", "a.py", 20, nullptr};

TEST(Error, KeepsValuesAndUnfoldsInlinedFrames) {
  parc_state state = {};
  parc_site site = {PARC_RAISE_REPLAY, "operator.add", &kInlined, nullptr, 0};
  parc_value values[] = {{PARC_INT, {.i = 3}}, {PARC_FLOAT, {.d = 0.5}}};
  parc_raise(&state, &site, values, 2);
  parc_trace(&state, &kOuter);
  ASSERT_NE(state.error, nullptr);
  EXPECT_EQ(state.error->values.size(), 2u);
  std::vector<const parc_frame*> places = trace_of(*state.error);
  EXPECT_EQ(places, (std::vector<const parc_frame*>{&kInlined, &kCaller, &kOuter}));
  free_error(state.error);
}

TEST(Error, DeepTracebacksKeepBothEnds) {
  parc_state state = {};
  parc_site site = {PARC_RAISE_RECURSION, nullptr, &kCaller, nullptr, 0};
  parc_raise(&state, &site, nullptr, 0);
  for (int k = 0; k < 100'000; ++k) parc_trace(&state, &kCaller);
  parc_trace(&state, &kOuter);
  std::vector<const parc_frame*> places = trace_of(*state.error);
  EXPECT_EQ(places.size(), kInnerFrames + kOuterFrames);
  EXPECT_EQ(places.front(), &kCaller);
  EXPECT_EQ(places.back(), &kOuter);
  free_error(state.error);
}

TEST(Error, ASecondErrorReplacesTheFirst) {
  parc_state state = {};
  parc_site site = {PARC_RAISE_MEMORY, nullptr, &kCaller, nullptr, 0};
  parc_raise(&state, &site, nullptr, 0);
  site.kind = PARC_RAISE_OVERFLOW;
  parc_raise(&state, &site, nullptr, 0);
  EXPECT_EQ(state.error->kind, PARC_RAISE_OVERFLOW);
  free_error(state.error);
}

TEST(Blocks, AreAlignedAndCounted) {
  parc_state state = {};
  for (parc_i64 bytes : {parc_i64{0}, parc_i64{100}, parc_i64{9} << 20}) {
    parc_base* base = parc_block_new(&state, bytes, 1, &kCaller);
    ASSERT_NE(base, nullptr);
    EXPECT_EQ(base->count, 1);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(base->memory) % 64, 0u);
    for (parc_i64 k = 0; k < bytes; k += 4096) EXPECT_EQ(static_cast<char*>(base->memory)[k], 0);
    parc_block_free(base);
  }
  EXPECT_EQ(parc_block_new(&state, parc_i64{1} << 60, 0, &kCaller), nullptr);
  EXPECT_EQ(state.error->kind, PARC_RAISE_MEMORY);
  EXPECT_EQ(parc_block_new(&state, -8, 0, &kCaller), nullptr);
  free_error(state.error);
}

}  // namespace
}  // namespace parc::runtime
