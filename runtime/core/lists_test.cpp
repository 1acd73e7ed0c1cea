#include <gtest/gtest.h>

#include <vector>

#include "runtime/kernel/kernel.h"

namespace {

// A list of lists.
struct Rows {
  explicit Rows(std::vector<parc_list*> held) : items(std::move(held)) {
    list = {items.data(), static_cast<parc_i64>(items.size()), nullptr, 0, 0};
  }
  std::vector<parc_list*> items;
  parc_list list;
};

bool repeats(const Rows& rows, parc_i64 depth) { return parc_list_repeats(&rows.list, depth); }

TEST(Lists, Repeats) {
  std::vector<parc_list> numbers(1000);
  std::vector<parc_list*> each;
  for (parc_list& one : numbers) each.push_back(&one);
  Rows all(each), none({});
  EXPECT_FALSE(repeats(all, 2));
  EXPECT_FALSE(repeats(none, 2));
  each.back() = each.front();
  Rows twice(each);
  EXPECT_TRUE(repeats(twice, 2));
}

TEST(Lists, RepeatsAtTheLowestLevelCount) {
  parc_list a = {}, b = {};
  Rows first({&a}), second({&b}), empty({});
  EXPECT_FALSE(repeats(Rows({&first.list, &second.list}), 3));
  EXPECT_FALSE(repeats(Rows({&empty.list, &empty.list, &second.list}), 3));
  EXPECT_TRUE(repeats(Rows({&first.list, &first.list}), 3));
  Rows also_first({&b, &a});
  EXPECT_TRUE(repeats(Rows({&first.list, &also_first.list}), 3));
}

TEST(Lists, Meet) {
  parc_list a = {}, b = {}, c = {};
  Rows left({&a, &b}), right({&c}), both({&c, &b});
  EXPECT_TRUE(parc_lists_meet(&a, 1, &a, 1));
  EXPECT_FALSE(parc_lists_meet(&a, 1, &b, 1));
  EXPECT_TRUE(parc_lists_meet(&left.list, 2, &b, 1));
  EXPECT_FALSE(parc_lists_meet(&c, 1, &left.list, 2));
  EXPECT_FALSE(parc_lists_meet(&left.list, 2, &right.list, 2));
  EXPECT_TRUE(parc_lists_meet(&left.list, 2, &both.list, 2));
  EXPECT_TRUE(parc_lists_meet(&left.list, 2, &left.list, 2));
}

}  // namespace
