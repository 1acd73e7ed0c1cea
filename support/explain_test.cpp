#include "support/explain.h"

#include <gtest/gtest.h>

namespace parc {
namespace {

TEST(Explain, EveryKindHasAPage) {
  for (size_t i = 0; i < diagnostic_kind_count(); ++i) {
    const DiagnosticInfo& kind = info(static_cast<Diag>(i));
    std::string_view page = explain(static_cast<Diag>(i));
    EXPECT_FALSE(page.empty()) << "docs/diagnostics/" << kind.code << ".md is missing";
    std::string title = "# " + std::string(kind.code) + ": " + std::string(kind.title) + "\n";
    EXPECT_TRUE(page.starts_with(title)) << "the page should start with " << title;
  }
}

TEST(Explain, EveryPageBelongsToAKindOrACall) {
  for (const ExplainPage& page : explain_pages()) {
    bool of_a_call = page.code.starts_with("PAR09");
    EXPECT_TRUE(of_a_call || find_diagnostic(page.code)) << page.code;
    EXPECT_EQ(page.text.back(), '\n') << page.code;
  }
}

}  // namespace
}  // namespace parc
