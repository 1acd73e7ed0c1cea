// The extension module parc._compiler: the compiler in the process that asks for it.
#include <dlfcn.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "driver/cache/entry.h"
#include "driver/par_loops.h"
#include "driver/read_source.h"
#include "driver/resources.h"
#include "frontend/syntax/mask.h"
#include "frontend/syntax/syntax.h"
#include "python/compiler/builds.h"
#include "python/compiler/reports.h"
#include "python/compiler/syntax_check.h"

namespace parc::binding {
namespace {

namespace py = pybind11;

// The text with every `par` of the language written as `for`, and the offsets of these in bytes.
std::pair<std::string, std::vector<uint32_t>> mask(const std::string& text) {
  Diagnostics ignored;
  syntax::Masked masked = syntax::mask_par(text, syntax::tokenize(text, FileId{}, ignored));
  return {std::move(masked.text), std::move(masked.offsets)};
}

// Whether a file uses par; None when it cannot be read as Python.
std::optional<bool> uses_par(const std::string& path) {
  SourceMap sources;
  Diagnostics diagnostics;
  const auto read = driver::read_source(path, sources, diagnostics);
  if (!read) return std::nullopt;
  const syntax::Tree tree = syntax::parse(sources, read->file, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  return driver::uses_par(tree);
}

// Loads libomp under its own name, so that modules in the cache, which have none beside them, find
// it.
void load_openmp() {
  const std::string path = driver::resource_folder() + "/" + native::kOpenmpLibrary;
  if (!dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)) throw py::import_error(dlerror());
}

// The path of a sound entry of the cache, or None.
std::optional<std::string> find_cached(const std::string& key) {
  const driver::cache::Settings settings = driver::options_from_environment().cache;
  if (!driver::cache::find_entry(settings.folder, key)) return std::nullopt;
  return driver::cache::entry_path(settings.folder, key);
}

int run_command(const std::vector<std::string>& words) {
  py::gil_scoped_release release;
  return cli::run(words, {.check_syntax = check_syntax, .executable = ""});
}

}  // namespace
}  // namespace parc::binding

// The builds take turns (builds.cpp), a report is never changed once Python has it.
PYBIND11_MODULE(_compiler, module, pybind11::mod_gil_not_used()) {
  using namespace parc::binding;
  module.doc() = "The compiler of parc. Internal: use parc.jit, parc.importer, parc.build.";
  define_reports(module);
  define_builds(module);
  module.def("mask", mask);
  module.def("uses_par", uses_par);
  module.def("load_openmp", load_openmp);
  module.def("find_cached", find_cached);
  module.def("run_command", run_command);
}
