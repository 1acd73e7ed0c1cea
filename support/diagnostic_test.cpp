#include "support/diagnostic.h"

#include <gtest/gtest.h>

#include <set>

namespace parc {
namespace {

TEST(Registry, CodesAreWellFormedAndUnique) {
  std::set<std::string_view> codes;
  for (size_t i = 0; i < diagnostic_kind_count(); ++i) {
    const DiagnosticInfo& kind = info(static_cast<Diag>(i));
    EXPECT_EQ(kind.code.size(), 7u) << kind.code;
    EXPECT_TRUE(kind.code.starts_with("PAR0")) << kind.code;
    EXPECT_EQ(kind.code.find_first_not_of("0123456789", 3), kind.code.npos) << kind.code;
    EXPECT_TRUE(codes.insert(kind.code).second) << kind.code;
    EXPECT_FALSE(kind.title.empty());
    EXPECT_NE(kind.title.back(), '.') << kind.code;
  }
}

TEST(Registry, FindsACode) {
  EXPECT_EQ(find_diagnostic("PAR0101"), Diag::kSyntaxError);
  EXPECT_EQ(find_diagnostic("PAR9999"), std::nullopt);
}

TEST(Diagnostics, TakesSeverityFromTheKind) {
  Diagnostics diagnostics;
  diagnostics.emit(Diag::kNoParLoops, {}, "no par loop");
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.emit_global(Diag::kFileNotFound, "a.py does not exist");
  EXPECT_EQ(diagnostics.error_count(), 1u);
  EXPECT_FALSE(diagnostics.all().back().has_range);
}

TEST(Diagnostics, RollsBackToAMark) {
  Diagnostics diagnostics;
  diagnostics.emit(Diag::kSyntaxError, {}, "first");
  size_t mark = diagnostics.mark();
  diagnostics.emit(Diag::kSyntaxError, {}, "second");
  diagnostics.rollback(mark);
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all().front().message, "first");
}

TEST(Diagnostics, SortsByPlaceAndDropsRepeats) {
  Diagnostics diagnostics;
  diagnostics.emit_global(Diag::kUnwritable, "cannot write");
  diagnostics.emit(Diag::kUnknownName, {{}, 9, 10}, "later");
  diagnostics.emit(Diag::kUnknownName, {{}, 2, 3}, "earlier");
  diagnostics.emit(Diag::kUnknownName, {{}, 9, 10}, "later");
  diagnostics.sort_and_unique();
  ASSERT_EQ(diagnostics.all().size(), 3u);
  EXPECT_EQ(diagnostics.all()[0].message, "earlier");
  EXPECT_EQ(diagnostics.all()[1].message, "later");
  EXPECT_EQ(diagnostics.all()[2].message, "cannot write");
}

}  // namespace
}  // namespace parc
