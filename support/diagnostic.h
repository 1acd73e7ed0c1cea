// The user's mistakes: registered kinds, and diagnostics with labelled source ranges.
//
//   diagnostics.emit(Diag::kCarriedElement, where, concat("iteration ", first, " writes ", …))
//       .label(other, "the other write")
//       .note("…")
//       .fixit(range, "0.0");
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/source.h"

namespace parc {

// One enumerator a line of diagnostic_kinds.def: PARC_DIAGNOSTIC(kName, "PAR0101", kError, "title")
enum class Diag : uint16_t {
#define PARC_DIAGNOSTIC(name, code, severity, title) name,
#include "support/diagnostic_kinds.def"
#undef PARC_DIAGNOSTIC
};

enum class Severity : uint8_t { kError, kWarning, kNote };

// "error", "warning", "note".
std::string_view severity_name(Severity severity);

struct DiagnosticInfo {
  std::string_view code;   // "PAR0101", stable for ever
  Severity severity;       // default severity
  std::string_view title;  // short, lower case, for lists
};

const DiagnosticInfo& info(Diag kind);
size_t diagnostic_kind_count();
// The kind with this code ("PAR0101"), if there is one.
std::optional<Diag> find_diagnostic(std::string_view code);

struct Label {
  SourceRange range;
  std::string text;
};

struct FixIt {
  SourceRange range;  // replaced by text; an empty range inserts
  std::string text;
};

struct Diagnostic {
  Diag kind;
  Severity severity;
  SourceRange range;
  std::string message;  // one sentence, lower case, no full stop
  std::vector<Label> labels;
  std::vector<std::string> notes;
  std::vector<FixIt> fixits;
  bool has_range = true;  // false: about the whole file or the command
  std::string file;       // of one without a range that is about a file: its path
};

// Adds detail to a diagnostic that was just emitted.
class DiagnosticBuilder {
 public:
  explicit DiagnosticBuilder(Diagnostic* diagnostic) : diagnostic_(diagnostic) {}
  DiagnosticBuilder& label(SourceRange range, std::string text);
  DiagnosticBuilder& note(std::string text);
  DiagnosticBuilder& fixit(SourceRange range, std::string text);
  DiagnosticBuilder& about_file(std::string path);

 private:
  Diagnostic* diagnostic_;
};

// Collects diagnostics in order of emission. A mark and a rollback serve trial checks.
class Diagnostics {
 public:
  DiagnosticBuilder emit(Diag kind, SourceRange range, std::string message);
  // About the file as a whole or the command line.
  DiagnosticBuilder emit_global(Diag kind, std::string message);
  void add(Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }
  const std::vector<Diagnostic>& all() const { return diagnostics_; }
  bool has_errors() const { return error_count() > 0; }
  size_t error_count() const;
  size_t mark() const { return diagnostics_.size(); }
  void rollback(size_t mark) {
    diagnostics_.erase(diagnostics_.begin() + static_cast<ptrdiff_t>(mark), diagnostics_.end());
  }
  // Sorted by file, position, code; exact repeats removed.
  void sort_and_unique();

 private:
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace parc
