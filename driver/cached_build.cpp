#include "driver/cached_build.h"

#include <optional>

#include "driver/build_info.h"
#include "driver/cache/slot.h"
#include "driver/guarded.h"
#include "driver/phase_timer.h"
#include "driver/phases.h"
#include "support/text_writer.h"

namespace parc::driver {
namespace {

// Everything that the module depends on is in its text, in the tools, or here.
std::string key_of(const Compilation& work, const cpp::Printed& printed) {
  return native::blake3_hex(concat(kVersion, "\n", kPythonVersion, "\n", work.name, "\n",
                                   native::toolchain_hash(work.options.native), "\n",
                                   printed.text));
}

void report(const Compilation& work, const cache::Slot& slot) {
  Diagnostics& diagnostics = work.report.diagnostics;
  const cache::Settings& settings = work.options.cache;
  if (!settings.folder.empty() && !settings.wrong_size.empty()) {
    diagnostics
        .emit_global(Diag::kCacheUnusable,
                     concat("PARC_CACHE_MIB cannot be '", settings.wrong_size, "'"))
        .note(concat("it is a whole number above 0, and ", kDefaultCacheMib, " unless given"));
  }
  if (!slot.dropped().empty()) {
    diagnostics.emit_global(Diag::kCacheEntryDropped,
                            concat("the cache entry ", slot.dropped(), ", and is built again"));
  }
  if (!slot.unusable().empty()) {
    diagnostics
        .emit_global(Diag::kCacheUnusable, concat("the cache folder ", settings.folder,
                                                  " cannot be used: ", slot.unusable()))
        .note("modules are compiled in memory; PARC_CACHE_DIR names another folder");
  }
}

}  // namespace

bool build_cached(Compilation& work, const cpp::Printed& printed, Built& built) {
  built.key = key_of(work, printed);
  cache::Slot slot(work.options.cache, built.key);
  built.was_cached = slot.is_found();
  if (!slot.is_found()) {
    std::optional<std::string> module = make_module(work, printed);
    if (!module) return false;
    if (!slot.put(*module)) built.bytes = std::move(*module);
  }
  if (built.bytes.empty()) built.path = slot.path();
  report(work, slot);
  return true;
}

bool build_module(const std::string& path, const Options& options, Report& report, Built& built) {
  return guarded(path, report, [&] {
    PhaseTimer timer(report, "total");
    Compilation work(path, options, report);
    if (!analyse(work) || !can_make_module(work)) return false;
    if (work.module.entries.empty()) return true;  // nothing to be native
    return build_cached(work, generate(work, path), built);
  });
}

}  // namespace parc::driver
