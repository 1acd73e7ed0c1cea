#include <gtest/gtest.h>

#include "support/render_json.h"
#include "support/render_text.h"

namespace parc {
namespace {

// A source with one diagnostic, built by marking words of the text.
struct Case {
  explicit Case(std::string text) { file = sources.add("heat.py", std::move(text)); }
  SourceRange find(std::string_view word, size_t from = 0) const {
    auto at = static_cast<uint32_t>(sources.file(file).text().find(word, from));
    return {file, at, at + static_cast<uint32_t>(word.size())};
  }
  SourceMap sources;
  FileId file;
  Diagnostics diagnostics;
};

TEST(RenderText, PointsAtThePlace) {
  Case c("a = 1\nb = nope + 2\n");
  c.diagnostics.emit(Diag::kUnknownName, c.find("nope"), "unknown name 'nope'");
  EXPECT_EQ(render_text(c.sources, c.diagnostics), R"(error[PAR0201]: unknown name 'nope'
 --> heat.py:2:5
  |
2 | b = nope + 2
  |     ^^^^
)");
}

TEST(RenderText, LabelsOnOneLine) {
  Case c("for i in r:\n    a[i] = a[i - 1] + a[i]\n");
  c.diagnostics.emit(Diag::kCarriedElement, c.find("a[i] ="), "iterations 0 and 1 collide on 'a'")
      .label(c.find("a[i] ="), "written here")
      .label(c.find("a[i - 1]"), "read here")
      .label(c.find("a[i]", 33), "and here");
  EXPECT_EQ(render_text(c.sources, c.diagnostics),
            R"(error[PAR0501]: iterations 0 and 1 collide on 'a'
 --> heat.py:2:5
  |
2 |     a[i] = a[i - 1] + a[i]
  |     ^^^^^^ --------   ---- and here
  |     |      |
  |     |      read here
  |     written here
)");
}

TEST(RenderText, LabelsOnSeveralLines) {
  std::string text = "s = 0\n";
  for (int i = 0; i < 8; ++i) text += "pass\n";
  Case c(text + "s = s / 2\npass\nprint(s)\n");
  c.diagnostics.emit(Diag::kCarriedScalar, c.find("s /"), "'s' is carried")
      .label(c.find("s = 0"), "starts here")
      .label(c.find("print"), "read after")
      .note("first line\nsecond line")
      .fixit(c.find("0"), "0.0");
  EXPECT_EQ(render_text(c.sources, c.diagnostics), R"(error[PAR0503]: 's' is carried
  --> heat.py:10:5
   |
1  | s = 0
   | ----- starts here
...
10 | s = s / 2
   |     ^^^
11 | pass
12 | print(s)
   | ----- read after
   |
   = note: first line
           second line
   = help: write '0.0' in place of '0'
)");
}

TEST(RenderText, CaretsStandBehindTabsAndWideCharacters) {
  Case c(
      "\tx = \"\xE6\xB0\xB4"
      "e\xCC\x81\" + y\n");
  c.diagnostics.emit(Diag::kUnknownName, c.find("y"), "unknown name 'y'");
  EXPECT_EQ(render_text(c.sources, c.diagnostics),
            "error[PAR0201]: unknown name 'y'\n"
            " --> heat.py:1:14\n"
            "  |\n"
            "1 |     x = \"\xE6\xB0\xB4"
            "e\xCC\x81\" + y\n"
            "  |                 ^\n");
}

TEST(RenderText, EmptyAndLongRanges) {
  Case c("if x\n    pass\n");
  c.diagnostics.emit(Diag::kSyntaxError, {c.file, 4, 4}, "a ':' must end this line")
      .fixit({c.file, 4, 4}, ":");
  c.diagnostics.emit(Diag::kSyntaxError, {c.file, 0, 13}, "over two lines");
  EXPECT_EQ(render_text(c.sources, c.diagnostics), R"(error[PAR0101]: a ':' must end this line
 --> heat.py:1:5
  |
1 | if x
  |     ^
  |
  = help: insert ':' at line 1, column 5

error[PAR0101]: over two lines
 --> heat.py:1:1
  |
1 | if x
  | ^^^^
)");
}

TEST(RenderText, OtherFilesAndNoFile) {
  Case c("import b\n");
  FileId other = c.sources.add("b.py", "x = 1\n");
  c.diagnostics.emit(Diag::kGlobalRebound, c.find("b"), "'x' is bound twice")
      .label({other, 0, 1}, "here");
  c.diagnostics.emit_global(Diag::kFileNotFound, "c.py does not exist").note("look");
  EXPECT_EQ(render_text(c.sources, c.diagnostics), R"(error[PAR0214]: 'x' is bound twice
 --> heat.py:1:8
  |
1 | import b
  |        ^
 ::: b.py:1:1
  |
1 | x = 1
  | - here

error[PAR0001]: c.py does not exist
  = note: look
)");
}

TEST(RenderText, Color) {
  Case c("x\n");
  c.diagnostics.emit(Diag::kRunsAsPython, c.find("x"), "runs as Python");
  std::string text = render_text(c.sources, c.diagnostics, {.color = true});
  EXPECT_NE(text.find("\x1b[1;33mwarning[PAR0706]\x1b[0m"), text.npos);
  EXPECT_NE(text.find("\x1b[1;33m^\x1b[0m"), text.npos);
}

TEST(RenderText, CutsVeryLongLines) {
  Case c("x = " + std::string(5000, 'a') + " + y\n");
  c.diagnostics.emit(Diag::kUnknownName, c.find("x"), "unknown name 'x'");
  EXPECT_LT(render_text(c.sources, c.diagnostics).size(), 400u);
}

TEST(RenderJson, OneObjectALine) {
  Case c("b = nope\n");
  c.diagnostics.emit(Diag::kUnknownName, c.find("nope"), "unknown name 'nope'")
      .label(c.find("b"), "bound here")
      .note("names are case-sensitive")
      .fixit(c.find("nope"), "hope");
  c.diagnostics.emit_global(Diag::kFileNotFound, "c.py does not exist");
  EXPECT_EQ(render_json(c.sources, c.diagnostics),
            R"({"kind": "diagnostic", "severity": "error", "code": "PAR0201", )"
            R"("message": "unknown name 'nope'", "file": "heat.py", "line": 1, "column": 5, )"
            R"("end_line": 1, "end_column": 9, "labels": [{"message": "bound here", )"
            R"("file": "heat.py", "line": 1, "column": 1, "end_line": 1, "end_column": 2}, )"
            R"({"message": "names are case-sensitive", "file": "heat.py", "line": 1, "column": 5, )"
            R"("end_line": 1, "end_column": 9}], "fixits": [{"text": "hope", "file": "heat.py", )"
            R"("line": 1, "column": 5, "end_line": 1, "end_column": 9}]})"
            "\n"
            R"({"kind": "diagnostic", "severity": "error", "code": "PAR0001", )"
            R"("message": "c.py does not exist", "file": null, "line": null, "column": null, )"
            R"("end_line": null, "end_column": null, "labels": [], "fixits": []})"
            "\n");
}

}  // namespace
}  // namespace parc
