#include "support/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace parc {

namespace {

constexpr DiagnosticInfo kInfos[] = {
#define PARC_DIAGNOSTIC(name, code, severity, title) {code, Severity::severity, title},
#include "support/diagnostic_kinds.def"
#undef PARC_DIAGNOSTIC
};

auto sort_key(const Diagnostic& d) {
  return std::make_tuple(!d.has_range, d.range.file.value, d.range.begin, d.range.end,
                         info(d.kind).code, std::string_view(d.message));
}

bool same(const Diagnostic& a, const Diagnostic& b) {
  return a.kind == b.kind && a.severity == b.severity && a.has_range == b.has_range &&
         a.range == b.range && a.message == b.message;
}

}  // namespace

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNote:
      return "note";
  }
  return "";
}

const DiagnosticInfo& info(Diag kind) { return kInfos[static_cast<size_t>(kind)]; }

size_t diagnostic_kind_count() { return std::size(kInfos); }

std::optional<Diag> find_diagnostic(std::string_view code) {
  for (size_t i = 0; i < std::size(kInfos); ++i) {
    if (kInfos[i].code == code) return static_cast<Diag>(i);
  }
  return std::nullopt;
}

DiagnosticBuilder& DiagnosticBuilder::label(SourceRange range, std::string text) {
  if (diagnostic_) diagnostic_->labels.push_back({range, std::move(text)});
  return *this;
}

DiagnosticBuilder& DiagnosticBuilder::note(std::string text) {
  if (diagnostic_) diagnostic_->notes.push_back(std::move(text));
  return *this;
}

DiagnosticBuilder& DiagnosticBuilder::fixit(SourceRange range, std::string text) {
  if (diagnostic_) diagnostic_->fixits.push_back({range, std::move(text)});
  return *this;
}

DiagnosticBuilder& DiagnosticBuilder::about_file(std::string path) {
  if (diagnostic_) diagnostic_->file = std::move(path);
  return *this;
}

DiagnosticBuilder Diagnostics::emit(Diag kind, SourceRange range, std::string message) {
  diagnostics_.push_back(
      {kind, info(kind).severity, range, std::move(message), {}, {}, {}, true, {}});
  return DiagnosticBuilder(&diagnostics_.back());
}

DiagnosticBuilder Diagnostics::emit_global(Diag kind, std::string message) {
  diagnostics_.push_back(
      {kind, info(kind).severity, {}, std::move(message), {}, {}, {}, false, {}});
  return DiagnosticBuilder(&diagnostics_.back());
}

size_t Diagnostics::error_count() const {
  return static_cast<size_t>(
      std::count_if(diagnostics_.begin(), diagnostics_.end(),
                    [](const Diagnostic& d) { return d.severity == Severity::kError; }));
}

void Diagnostics::sort_and_unique() {
  std::sort(diagnostics_.begin(), diagnostics_.end(),
            [](const Diagnostic& a, const Diagnostic& b) { return sort_key(a) < sort_key(b); });
  diagnostics_.erase(std::unique(diagnostics_.begin(), diagnostics_.end(), same),
                     diagnostics_.end());
}

}  // namespace parc
