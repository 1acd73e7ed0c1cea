#include "support/explain.h"

namespace parc {

std::string_view explain(Diag kind) { return explain(info(kind).code); }

std::string_view explain(std::string_view code) {
  for (const ExplainPage& page : explain_pages()) {
    if (page.code == code) return page.text;
  }
  return {};
}

}  // namespace parc
