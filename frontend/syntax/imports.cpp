#include <utility>

#include "frontend/syntax/convert.h"

namespace parc::syntax {

namespace {

// A dotted name without the blanks that may stand around its dots.
std::string dotted_name(const Converter& c, CstId id) {
  std::string result;
  for (CstId part : operands(c, id)) {
    if (!result.empty()) result += '.';
    result += text_of(c, part);
  }
  return result;
}

ImportName import_name(const Converter& c, CstId id) {
  if (kind(c, id) != CstKind::kAliasedImport) return {dotted_name(c, id), "", range_of(c, id)};
  return {dotted_name(c, child(c, id, CstField::kName)),
          std::string(text_of(c, child(c, id, CstField::kAlias))), range_of(c, id)};
}

void read_module(const Converter& c, CstId id, ImportFrom& result) {
  if (kind(c, id) == CstKind::kDottedName) {
    result.module = dotted_name(c, id);
    return;
  }
  for (CstId part : operands(c, id)) {
    if (kind(c, part) == CstKind::kDottedName) {
      result.module = dotted_name(c, part);
    } else {
      for (char character : text_of(c, part)) result.level += character == '.' ? 1 : 0;
    }
  }
}

}  // namespace

StmtNode convert_import(Converter& c, CstId id) {
  std::vector<ImportName> names;
  for (CstId part : operands(c, id)) {
    if (node(c, part).field == CstField::kName) names.push_back(import_name(c, part));
    if (kind(c, part) == CstKind::kWildcardImport) names.push_back({"*", "", range_of(c, part)});
  }
  bool trailing_comma = false;
  for (CstId part : children(c, id)) {
    trailing_comma = kind(c, part) == CstKind::kToken && text_of(c, part) == ",";
  }
  if (trailing_comma) {
    c.diagnostics.emit(Diag::kSyntaxError, range_of(c, id),
                       "a comma at the end of an import needs brackets");
  }
  if (kind(c, id) == CstKind::kImport) return Import{std::move(names)};
  ImportFrom result{"", 0, std::move(names)};
  if (kind(c, id) == CstKind::kFutureImport) {
    result.module = "__future__";
  } else {
    read_module(c, child(c, id, CstField::kModuleName), result);
  }
  return result;
}

}  // namespace parc::syntax
