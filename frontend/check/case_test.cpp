// The cases of tests/check: each line with mistakes ends in `#! CODE: message` for each of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "frontend/check/check.h"
#include "frontend/syntax/syntax.h"
#include "ir/ir.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

namespace fs = std::filesystem;

struct Case {
  std::string name, text;
};

std::vector<Case> read_cases() {
  std::vector<Case> cases;
  for (const auto& entry :
       fs::directory_iterator(fs::path(PARC_SOURCE_DIR) / "tests/check/cases")) {
    std::ifstream in(entry.path());
    std::stringstream text;
    text << in.rdbuf();
    cases.push_back({entry.path().filename().string(), text.str()});
  }
  std::sort(cases.begin(), cases.end(), [](auto& a, auto& b) { return a.name < b.name; });
  return cases;
}

// "12 PAR0208: message" for each expectation.
std::vector<std::string> expected(const SourceFile& file) {
  std::vector<std::string> out;
  for (uint32_t line = 1; line <= file.line_count(); ++line) {
    std::string_view text = file.line(line);
    size_t at = text.find("#! ");
    while (at != std::string_view::npos) {
      size_t next = text.find(" #! ", at + 3);
      out.push_back(concat(line, " ", text.substr(at + 3, next - at - 3)));
      at = next == std::string_view::npos ? next : next + 1;
    }
  }
  return out;
}

std::vector<std::string> found(const SourceMap& sources, const Diagnostics& diagnostics) {
  std::vector<std::string> out;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    out.push_back(concat(sources.begin(diagnostic.range).line, " ", info(diagnostic.kind).code,
                         ": ", diagnostic.message));
  }
  return out;
}

TEST(CheckCases, GiveTheMessagesBesideTheirLines) {
  for (const Case& test : read_cases()) {
    SCOPED_TRACE(test.name);
    SourceMap sources;
    Diagnostics diagnostics;
    syntax::Tree tree = syntax::parse(sources, sources.add(test.name, test.text), diagnostics);
    ir::Module module = check(tree, "case", sources, {}, {}, diagnostics);
    diagnostics.sort_and_unique();
    EXPECT_EQ(found(sources, diagnostics), expected(sources.file(tree.file)));
    ir::verify(module);
  }
}

// A case for every kind of the phase: names and types, annotations, language, options.
TEST(CheckCases, CoverEveryKind) {
  std::string all;
  for (const Case& test : read_cases()) all += test.text;
  // Said by the proof of independence; and PAR0202, for types of a function that do not settle,
  // which no program is known to bring about.
  const std::set<std::string_view> without = {"PAR0202", "PAR0415"};
  const std::set<char> phases = {'2', '3', '4', '6'};
  for (uint16_t at = 0; at < diagnostic_kind_count(); ++at) {
    std::string_view code = info(static_cast<Diag>(at)).code;
    if (!phases.count(code[4]) || without.count(code)) continue;
    EXPECT_NE(all.find(concat("#! ", code, ":")), std::string::npos) << code;
  }
}

}  // namespace
}  // namespace parc::check
