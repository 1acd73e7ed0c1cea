#include "runtime/python/kernel.h"

#include <string>
#include <utility>
#include <vector>

#include "runtime/python/function.h"

namespace parc::runtime {
namespace {

namespace py = pybind11;

py::object bind(const Plan& plan, const py::object& function, const py::sequence& files) {
  if (!PyFunction_Check(function.ptr())) throw py::type_error("a Python function is needed");
  std::vector<std::string> paths;
  for (py::handle file : files) paths.push_back(py::str(file));
  PyObject* native = new_native_function(function.ptr(), plan, std::move(paths));
  if (!native) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(native);
}

}  // namespace

void offer_binding(py::module_& module, const std::vector<Plan>& plans) {
  const Plan& plan = plans.front();
  module.def("bind", [&plan](const py::object& function, const py::sequence& files) {
    return bind(plan, function, files);
  });
}

}  // namespace parc::runtime
