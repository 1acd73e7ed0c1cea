// `parc explain`: the pages on diagnostics.
#include "support/explain.h"

#include <algorithm>

#include "cli/commands.h"
#include "cli/messages.h"
#include "support/spelling.h"
#include "support/text_writer.h"

namespace parc::cli {
namespace {

int list_codes() {
  for (size_t i = 0; i < diagnostic_kind_count(); ++i) {
    const DiagnosticInfo& row = info(static_cast<Diag>(i));
    print_output(concat(row.code, "  ", row.title, "\n"));
  }
  return kDone;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

}  // namespace

int run_explain(const Invocation& invocation) {
  if (invocation.arguments.empty()) return list_codes();
  for (const std::string& word : invocation.arguments) {
    std::string_view page = explain(upper(word));
    if (page.empty()) {
      std::vector<std::string> codes;
      for (size_t i = 0; i < diagnostic_kind_count(); ++i) {
        codes.emplace_back(info(static_cast<Diag>(i)).code);
      }
      std::optional<std::string> near = nearest(upper(word), codes);
      return fail_usage(
          invocation, Diag::kUnknownCode, concat("there is no code ", word),
          near ? concat("did you mean ", *near, "?") : "`parc explain` lists all codes");
    }
    print_output(std::string(page));
  }
  return kDone;
}

}  // namespace parc::cli
