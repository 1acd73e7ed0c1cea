#include "support/source.h"

#include <gtest/gtest.h>

namespace parc {
namespace {

TEST(SourceFile, CountsLinesAndCharacters) {
  SourceFile file("a.py", "x = 1\r\n\xC3\xA9 = 2\ry\n");
  EXPECT_EQ(file.line_count(), 4u);
  EXPECT_EQ(file.line(1), "x = 1");
  EXPECT_EQ(file.line(2), "\xC3\xA9 = 2");
  EXPECT_EQ(file.line(3), "y");
  EXPECT_EQ(file.line(4), "");
  LineColumn behind_accent = file.position(9);
  EXPECT_EQ(behind_accent.line, 2u);
  EXPECT_EQ(behind_accent.column, 2u);
}

TEST(SourceFile, PositionsBehindTheEndAreTheEnd) {
  SourceFile file("a.py", "ab");
  EXPECT_EQ(file.position(99).column, 3u);
}

TEST(SourceMap, CutsTextAtTheEnd) {
  SourceMap sources;
  FileId file = sources.add("a.py", "hello");
  EXPECT_EQ(sources.text({file, 1, 3}), "el");
  EXPECT_EQ(sources.text({file, 3, 99}), "lo");
  EXPECT_EQ(sources.text({file, 99, 99}), "");
}

}  // namespace
}  // namespace parc
