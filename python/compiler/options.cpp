#include "python/compiler/options.h"

#include <string>

#include "python/compiler/syntax_check.h"

namespace parc::binding {
namespace {

namespace py = pybind11;

void read_option(const std::string& name, const py::handle& value, driver::Options& options) {
  if (name == "cpu") {
    options.native.cpu = value.cast<std::string>();
    if (!native::is_known_cpu(options.native.cpu)) {
      throw py::value_error("cpu= cannot be '" + options.native.cpu + "'");
    }
  } else if (name == "output") {
    options.output = value.cast<std::string>();
  } else if (name == "out_dir") {
    options.out_dir = value.cast<std::string>();
  } else if (name == "explain") {
    options.explain = value.cast<bool>();
  } else if (name == "record") {
    options.record = value.cast<bool>();
  } else if (name == "cache") {
    if (!value.cast<bool>()) options.cache.folder.clear();
  } else if (name == "force") {
    options.cache.rebuild = value.cast<bool>();
  } else {
    throw py::type_error("there is no option " + name + "=");
  }
}

}  // namespace

driver::Options read_options(const py::dict& options) {
  driver::Options result = driver::options_from_environment();
  result.python.clear();
  result.python_here = check_syntax;
  for (auto [name, value] : options) read_option(name.cast<std::string>(), value, result);
  return result;
}

ir::ParOptions read_loop_options(const py::dict& options) {
  ir::ParOptions result;
  for (auto [key, value] : options) {
    const std::string name = key.cast<std::string>();
    if (name == "schedule") {
      const std::string text = value.cast<std::string>();
      result.schedule = text == "dynamic"  ? ir::Schedule::kDynamic
                        : text == "guided" ? ir::Schedule::kGuided
                                           : ir::Schedule::kStatic;
    } else if (name == "chunk") {
      result.chunk = value.cast<int64_t>();
    } else if (name == "threads") {
      result.threads = value.cast<int64_t>();
    } else if (name == "check") {
      result.trust = value.cast<std::string>() == "trust";
    } else if (name == "reduce") {
      result.fast_reduce = value.cast<std::string>() == "fast";
    } else if (name == "progress") {
      result.progress = value.cast<bool>();
    }
  }
  return result;
}

}  // namespace parc::binding
