#include "report/combine.h"

#include <gtest/gtest.h>

namespace parc::report {
namespace {

// A report on a piece of "cell", which imports `module`.
driver::Report piece(const char* module, uint32_t begin) {
  driver::Report report;
  const FileId cell = report.sources.add("cell", "one\ntwo\n");
  const FileId other = report.sources.add(module, "text\n");
  for (const FileId file : {cell, other}) {
    const SourceRange range{file, begin, begin + 3};
    report.loops.push_back({"f", range, range, "parallel", {}, false, {}});
    report.diagnostics.emit(Diag::kNoEffect, range, module);
  }
  report.diagnostics.emit_global(Diag::kCacheUnusable, module);
  return report;
}

TEST(CombineTest, KeepsTheFirstAndWhatOthersSayOfTheText) {
  const driver::Report first = piece("a.py", 4), second = piece("b.py", 0);
  const driver::Report all = combine({&first, &second});
  EXPECT_EQ(all.sources.size(), 2u);
  EXPECT_EQ(all.sources.file(FileId{1}).path(), "a.py");
  ASSERT_EQ(all.loops.size(), 3u);
  EXPECT_EQ(all.loops[2].range.begin, 0u);
  ASSERT_EQ(all.diagnostics.all().size(), 4u);
  size_t of_second = 0;
  for (const Diagnostic& diagnostic : all.diagnostics.all()) {
    if (diagnostic.message == "b.py") ++of_second;
  }
  EXPECT_EQ(of_second, 1u);
}

TEST(CombineTest, SaysOnceWhatTwoPiecesSay) {
  const driver::Report first = piece("a.py", 0);
  const driver::Report all = combine({&first, &first});
  EXPECT_EQ(all.diagnostics.all().size(), first.diagnostics.all().size());
}

}  // namespace
}  // namespace parc::report
