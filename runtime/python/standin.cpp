#include "runtime/python/standin.h"

#include <pybind11/pybind11.h>

#include <string_view>

namespace parc::runtime {

namespace py = pybind11;

// The text of python/parc/_plain.py, defined by the build.
std::string_view plain_parc_text();

namespace {

// A folder without __init__.py that happens to be called parc does not count.
bool is_installed() {
  if (py::dict(py::module_::import("sys").attr("modules")).contains("parc")) return true;
  py::object spec = py::module_::import("importlib.util").attr("find_spec")("parc");
  return !spec.is_none() && !spec.attr("origin").is_none();
}

}  // namespace

void provide_parc() {
  if (is_installed()) return;
  py::module_ module = py::module_::import("types").attr("ModuleType")("parc");
  std::string_view text = plain_parc_text();
  py::module_::import("builtins")
      .attr("exec")(py::str(text.data(), text.size()), module.attr("__dict__"));
  py::module_::import("sys").attr("modules")["parc"] = module;
}

}  // namespace parc::runtime
