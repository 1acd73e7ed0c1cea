// Every program of the run tests and of the samples converts without an error, and its tree holds
// together: children lie inside their parents, statements in the order of the text.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "frontend/syntax/test_helper.h"
#include "frontend/syntax/walk.h"

namespace parc::syntax {
namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void check_expr(const Tree& tree, ExprId id, SourceRange outer) {
  SourceRange range = tree[id].range;
  EXPECT_LE(outer.begin, range.begin) << dump_expr(tree, id);
  EXPECT_GE(outer.end, range.end) << dump_expr(tree, id);
  for (ExprId part : children_of(tree, id).exprs) check_expr(tree, part, range);
}

void check_stmt(const Tree& tree, StmtId id) {
  SourceRange range = tree[id].range;
  Children parts = children_of(tree, id);
  for (ExprId part : parts.exprs) {
    bool decorator = tree[part].range.begin < range.begin;
    if (!decorator) check_expr(tree, part, range);
  }
  uint32_t last = 0;
  for (StmtId part : parts.stmts) {
    EXPECT_LE(last, tree[part].range.begin);
    last = tree[part].range.end;
    EXPECT_LE(last, range.end);
    check_stmt(tree, part);
  }
}

TEST(Programs, ConvertWithoutErrors) {
  std::filesystem::path root = PARC_SOURCE_DIR;
  int count = 0;
  for (const char* folder : {"tests/run/programs", "tests/verdict/programs", "samples"}) {
    if (!std::filesystem::exists(root / folder)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      if (entry.path().extension() != ".py") continue;
      Parsed parsed(read(entry.path()));
      EXPECT_EQ(parsed.messages(), "") << entry.path();
      for (StmtId id : parsed.tree.body) check_stmt(parsed.tree, id);
      ++count;
    }
  }
  EXPECT_GT(count, 10);
}

}  // namespace
}  // namespace parc::syntax
