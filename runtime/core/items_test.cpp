#include "runtime/kernel/items.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>
#include <vector>

namespace {

constexpr parc_frame kFrame = {"f", "f.py", 1, nullptr};

template <class T>
parc_view<T, 1> view(std::vector<T>& items) {
  return {items.data(), nullptr, {static_cast<parc_i64>(items.size())}, {sizeof(T)}};
}

// All items that an array of so many has.
parc_items all(size_t count) {
  return parc_items_and(parc_no_items(), 0, 1, static_cast<parc_i64>(count));
}

template <class T>
bool differ(std::vector<T> items, parc_items among, parc_i64 length) {
  parc_state state = {};
  return parc_items_differ(&state, view(items), among, length, &kFrame);
}
template <class T>
bool differ(std::vector<T> items) {
  parc_state state = {};
  return parc_items_differ(&state, view(items), all(items.size()), &kFrame);
}
template <class T>
bool ascend(std::vector<T> items, parc_items among) {
  parc_state state = {};
  return parc_items_ascend(&state, view(items), among);
}

std::vector<parc_i64> numbers(size_t count) {
  std::vector<parc_i64> items(count);
  std::iota(items.begin(), items.end(), 0);
  return items;
}

TEST(Items, MeanTheSameElementModuloTheLength) {
  using Items = std::vector<parc_i64>;
  EXPECT_TRUE(differ(Items{0, 3, -1}, all(3), 5));
  EXPECT_FALSE(differ(Items{0, 4, -1}, all(3), 5));
  EXPECT_FALSE(differ(Items{0, -5}, all(2), 5));
  EXPECT_FALSE(differ(Items{1, 2, 1}, all(3), 5));
  EXPECT_FALSE(differ(Items{0, 1}, all(2), 0));
  EXPECT_TRUE(differ(Items{7}, all(1), 0));
  EXPECT_TRUE(differ(Items{}, all(0), 0));
  EXPECT_FALSE(differ(Items{INT64_MIN, INT64_MIN}, all(2), INT64_MAX));
}

TEST(Items, WithoutAnAxisTheyAreNumbers) {
  EXPECT_TRUE(differ(std::vector<parc_i64>{4, -1, 0}));
  EXPECT_FALSE(differ(std::vector<parc_i64>{4, -1, 4}));
  EXPECT_TRUE(differ(std::vector<parc_u8>{255, 0, 127}));
  // The distance of these two does not fit: nothing is known of them.
  EXPECT_FALSE(differ(std::vector<parc_i64>{INT64_MIN, INT64_MAX}));
}

TEST(Items, FewOnALongAxisAreSorted) {
  std::vector<parc_i64> items = numbers(1000);
  for (parc_i64& item : items) item *= 1'000'000'007;
  EXPECT_TRUE(differ(items, all(items.size()), parc_i64{1} << 60));
  items.back() = items.front();
  EXPECT_FALSE(differ(items, all(items.size()), parc_i64{1} << 60));
}

TEST(Items, ManyAreLookedAtByAllThreads) {
  std::vector<parc_i64> items = numbers(1'000'000);
  EXPECT_TRUE(differ(items, all(items.size()), 1'000'000));
  EXPECT_TRUE(ascend(items, all(items.size())));
  items[999'999] = 3;
  EXPECT_FALSE(differ(items, all(items.size()), 1'000'000));
  EXPECT_FALSE(ascend(items, all(items.size())));
}

TEST(Items, OnlyThoseThatTheLoopReadsCount) {
  const std::vector<parc_i64> items{5, 1, 2, 3, 5, 0};
  const parc_items middle = parc_items_and(parc_no_items(), 1, 1, 3);
  EXPECT_TRUE(differ(items, middle, 9));
  EXPECT_TRUE(ascend(items, middle));
  EXPECT_FALSE(differ(items, parc_items_and(middle, 4, -4, 2), 9));
  // Beyond the end the loop raises before it stores.
  EXPECT_TRUE(differ(items, parc_items_and(parc_no_items(), 2, 1, 3), 9));
  EXPECT_TRUE(differ(items, parc_items_and(parc_no_items(), 4, 1, 100), 9));
  EXPECT_FALSE(differ(items, parc_items_and(parc_no_items(), -1, 1, 3), 9));
  EXPECT_TRUE(differ(items, parc_items_and(parc_no_items(), -1, 1, 0), 9));
}

TEST(Items, AscendFromZeroOrMore) {
  EXPECT_TRUE(ascend(std::vector<parc_i32>{0, 0, 7}, all(3)));
  EXPECT_FALSE(ascend(std::vector<parc_i32>{-1, 0, 7}, all(3)));
  EXPECT_FALSE(ascend(std::vector<parc_i32>{0, 7, 6}, all(3)));
  EXPECT_TRUE(ascend(std::vector<parc_i32>{}, all(0)));
}

TEST(Items, AlongAnAxisOfMore) {
  std::vector<parc_i64> table = numbers(12);  // 3 rows of 4
  const parc_view<parc_i64, 2> rows{table.data(), nullptr, {3, 4}, {32, 8}};
  const parc_view<parc_i64, 1> column = parc_items_along<0>(rows, parc_i64{0}, parc_i64{2});
  EXPECT_EQ(column.shape[0], 3);
  EXPECT_EQ(parc_item(column, 2), parc_i128{10});
  const parc_view<parc_i64, 1> row = parc_items_along<1>(rows, parc_i64{1}, parc_i64{0});
  EXPECT_EQ(row.shape[0], 4);
  EXPECT_EQ(parc_item(row, 3), parc_i128{7});
  EXPECT_EQ(parc_items_along<0>(rows, parc_i64{0}, parc_i64{4}).shape[0], 0);
}

}  // namespace
