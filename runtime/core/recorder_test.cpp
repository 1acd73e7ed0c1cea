#include "runtime/core/recorder.h"

#include <gtest/gtest.h>

namespace parc::runtime {
namespace {

std::vector<Collision> found;

class Recorder : public testing::Test {
 protected:
  Recorder() {
    found.clear();
    set_recorder_sinks(
        {.collision = [](const Collision& collision) { found.push_back(collision); }});
  }
  ~Recorder() override { set_recorder_sinks({}); }

  template <class T>
  void touch(parc_view<T, 1> array, parc_i64 at, parc_i32 write, const parc_frame& place,
             parc_i64 skip = 0) {
    const auto* element = reinterpret_cast<const char*>(array.data) + at * array.stride[0];
    parc_record_element(&state, array, element, "a", write, &place, skip);
  }

  parc_state state = {};
  // Places are told apart by their address; each test has its own loop, since a pair of places is
  // reported once.
  parc_frame loop = {"f", "f.py", 1, nullptr}, first = {"f", "f.py", 2, nullptr},
             second = {"f", "f.py", 3, nullptr};
  double data[8] = {};
  parc_view<double, 1> view{data, nullptr, {8}, {8}};
};

TEST_F(Recorder, AccessesOfOneIterationNeverCollide) {
  parc_recording recording(&state, &loop, "i");
  for (parc_i64 i = 0; i < 8; ++i) {
    parc_record_iteration(recording.recorder, i);
    touch(view, i, PARC_READ, first);
    touch(view, i, PARC_WRITE, second);
    touch(view, i, PARC_READ, first);
  }
  EXPECT_TRUE(found.empty());
}

TEST_F(Recorder, ReadOfWhatAnEarlierIterationWrote) {
  static const parc_frame here = loop;
  parc_recording recording(&state, &here, "i");
  for (parc_i64 i = 0; i < 3; ++i) {
    parc_record_iteration(recording.recorder, i);
    parc_record_value(recording.recorder, 10 * i);
    if (i > 0) touch(view, i - 1, PARC_READ, first);
    touch(view, i, PARC_WRITE, second);
  }
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].variable, "i");
  EXPECT_EQ(found[0].subscripts, (std::vector<parc_i64>{0}));
  EXPECT_TRUE(found[0].first.write);
  EXPECT_FALSE(found[0].second.write);
  EXPECT_EQ(found[0].first.value, 0);
  EXPECT_EQ(found[0].second.value, 10);
  EXPECT_EQ(found[0].second.iteration, 1);
  EXPECT_EQ(found[0].second.frame, &first);
}

TEST_F(Recorder, AWriteAfterReadsOfSeveralIterationsAndItsOwn) {
  static const parc_frame here = loop;
  parc_recording recording(&state, &here, "");
  for (parc_i64 i = 0; i < 3; ++i) {
    parc_record_iteration(recording.recorder, i);
    touch(view, 5, PARC_READ, first);
    if (i == 2) touch(view, 5, PARC_WRITE, second);
  }
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].first.iteration, 1);
  EXPECT_EQ(found[0].second.iteration, 2);
}

TEST_F(Recorder, GranulesOfDifferentSizesMeet) {
  static const parc_frame here = loop;
  parc_view<parc_u8, 1> bytes{reinterpret_cast<parc_u8*>(data), nullptr, {64}, {1}};
  parc_recording recording(&state, &here, "i");
  parc_record_iteration(recording.recorder, 0);
  touch(view, 2, PARC_WRITE, first);
  parc_record_iteration(recording.recorder, 1);
  touch(bytes, 15, PARC_WRITE, second);
  touch(bytes, 24, PARC_WRITE, second);
  EXPECT_TRUE(found.empty());
  touch(bytes, 19, PARC_READ, second);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].subscripts, (std::vector<parc_i64>{19}));
}

TEST_F(Recorder, NestedLoopsAndSkips) {
  static const parc_frame outer_place = loop, inner_place = loop;
  parc_recording outer(&state, &outer_place, "i");
  for (parc_i64 i = 0; i < 2; ++i) {
    parc_record_iteration(outer.recorder, i);
    parc_recording inner(&state, &inner_place, "j");
    for (parc_i64 j = 0; j < 2; ++j) {
      parc_record_iteration(inner.recorder, j);
      touch(view, j, PARC_WRITE, first);         // collides in the outer loop only
      touch(view, 7, PARC_WRITE, second, 0b10);  // looked at in the inner loop only
    }
  }
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].loop, &inner_place);
  EXPECT_EQ(found[0].subscripts, (std::vector<parc_i64>{7}));
  EXPECT_EQ(found[1].loop, &outer_place);
  EXPECT_EQ(found[1].subscripts, (std::vector<parc_i64>{0}));
}

TEST_F(Recorder, SubscriptsOfTwoAxesBackwards) {
  static const parc_frame here = loop;
  // a[::-1, ::2] of a 2 x 4 array
  parc_view<double, 2> array{data + 4, nullptr, {2, 2}, {-32, 16}};
  parc_recording recording(&state, &here, "i");
  for (parc_i64 i = 0; i < 2; ++i) {
    parc_record_iteration(recording.recorder, i);
    parc_record_element(&state, array, data + 2, "a", PARC_WRITE, &first, 0);
  }
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].subscripts, (std::vector<parc_i64>{1, 1}));
}

TEST_F(Recorder, WholeViews) {
  static const parc_frame here = loop;
  parc_view<double, 1> low{data, nullptr, {3}, {8}}, high{data + 3, nullptr, {3}, {8}};
  parc_recording recording(&state, &here, "i");
  parc_record_iteration(recording.recorder, 0);
  parc_record_view(&state, low, "low", PARC_WRITE, &first, 0);
  parc_record_iteration(recording.recorder, 1);
  parc_record_view(&state, high, "high", PARC_READ, &second, 0);
  EXPECT_TRUE(found.empty());
  parc_record_view(&state, low, "low", PARC_READ, &second, 0);
  EXPECT_EQ(found.size(), 1u);
}

}  // namespace
}  // namespace parc::runtime
