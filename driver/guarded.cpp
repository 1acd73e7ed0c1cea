#include "driver/guarded.h"

#include <exception>
#include <optional>

#include "driver/phases.h"
#include "support/internal_error.h"
#include "support/text_writer.h"

namespace parc::driver {
namespace {

void report_internal(Report& report, const std::string& path, const std::string& what,
                     const std::optional<SourceRange>& where) {
  auto builder = where ? report.diagnostics.emit(Diag::kInternal, *where, what)
                       : report.diagnostics.emit_global(Diag::kInternal, concat(path, ": ", what));
  builder.note(kHowToReport);
}

}  // namespace

bool guarded(const std::string& path, Report& report, const std::function<bool()>& work) {
  bool ok = false;
  auto catching = [&] {
    try {
      ok = work();
    } catch (const InternalError& error) {
      report_internal(report, path, error.what(), error.where());
    } catch (const std::exception& error) {
      report_internal(report, path, error.what(), std::nullopt);
    }
  };
  if (!native::run_guarded(catching)) {
    report_internal(report, path, "the compiler crashed", std::nullopt);
  }
  report.diagnostics.sort_and_unique();
  return ok && !report.diagnostics.has_errors();
}

}  // namespace parc::driver
