// The set-up of a compiled module: checks what it needs, then runs its Python source with native
// functions.
#include <pybind11/pybind11.h>

#include <string>
#include <vector>

#include "runtime/core/cpu_features.h"
#include "runtime/core/threads.h"
#include "runtime/python/call.h"
#include "runtime/python/cpu_version.h"
#include "runtime/python/function.h"
#include "runtime/python/kernel.h"
#include "runtime/python/numpy.h"
#include "runtime/python/place.h"
#include "runtime/python/plan.h"
#include "runtime/python/progress.h"
#include "runtime/python/races.h"
#include "runtime/python/source.h"
#include "runtime/python/standin.h"

namespace parc::runtime {
namespace {

namespace py = pybind11;

// One runtime is linked into one module.
const parc_module_info* info_ = nullptr;

const std::vector<Plan>& plans() {
  static const std::vector<Plan> made = make_plans(*info_);
  return made;
}

void check_process() {
  if (PyInterpreterState_Get() != PyInterpreterState_Main()) {
    throw py::import_error(std::string(info_->name) +
                           " is a compiled parc module, which works in the main interpreter only "
                           "(as NumPy does)");
  }
  std::string missing = missing_cpu_features(info_->cpu_features);
  if (!missing.empty()) {
    throw py::import_error(
        std::string(info_->name) + " was compiled for a CPU with " + missing +
        ", which this machine does not have; compile it here, or with --cpu for an "
        "older one");
  }
}

py::dict native_functions() {
  py::dict all;
  for (const Plan& plan : plans()) {
    py::dict one;
    one["signatures"] = py::reinterpret_steal<py::object>(signature_texts(plan));
    one["file"] = absolute_path(info_->source_path);
    one["line"] = plan.line;
    all[py::str(plan.name.data(), plan.name.size())] = one;
  }
  return all;
}

void set_up(py::module_ module) {
  check_process();
  load_numpy();
  set_module_file(py::str(module.attr("__file__")));
  if (!make_function_type()) throw py::error_already_set();
  install_python_signals();
  install_progress_bars();
  prepare_process();
  provide_parc();
  // The module stands in a folder that is not the user's.
  if (info_->is_kernel) {
    offer_binding(module, plans());
    return;
  }
  if (report_races()) module.attr("__file__") = absolute_path(info_->source_path);
  module.attr("__parc_native__") = is_disabled() ? py::dict() : native_functions();
  if (chosen_cpu()) module.attr("__parc_cpu__") = chosen_cpu();
  run_source(module, *info_, plans());
}

int execute(PyObject* module) {
  try {
    set_up(py::reinterpret_borrow<py::module_>(module));
    return 0;
  } catch (py::error_already_set& raised) {
    raised.restore();
  } catch (const py::import_error& failed) {
    PyErr_SetString(PyExc_ImportError, failed.what());
  } catch (const std::exception& failed) {
    PyErr_SetString(PyExc_SystemError, failed.what());
  }
  return -1;
}

PyModuleDef_Slot slots_[] = {
    {Py_mod_exec, reinterpret_cast<void*>(execute)},
#if PY_VERSION_HEX >= 0x030C0000
    {Py_mod_multiple_interpreters, Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED},
#endif
#if PY_VERSION_HEX >= 0x030D0000
    // What a module has is fixed at import, but for the files of a kernel (place.cpp); a call keeps
    // what it reads of lists (ListItem). Arrays are read without the GIL anyway.
    {Py_mod_gil, Py_MOD_GIL_NOT_USED},
#endif
    {0, nullptr}};

// A byte of state, so that importlib.reload gives the module unchanged instead of running it again.
PyModuleDef definition_ = {
    PyModuleDef_HEAD_INIT, nullptr, nullptr, 1, nullptr, slots_, nullptr, nullptr, nullptr};

// "3.11" of "3.11.2 (main, …".
std::string running_python() {
  std::string version = Py_GetVersion();
  return version.substr(0, version.find('.', version.find('.') + 1));
}

}  // namespace
}  // namespace parc::runtime

using namespace parc::runtime;

extern "C" void* parc_module_init(const parc_module_info* info) {
  if (info->abi != PARC_ABI_VERSION) {
    PyErr_Format(PyExc_ImportError, "%s was compiled by another version of parc; compile it again",
                 info->name);
    return nullptr;
  }
  if (running_python() != info->python) {
    PyErr_Format(PyExc_ImportError,
                 "%s was compiled for CPython %s, this is CPython %s; compile it again", info->name,
                 info->python, running_python().c_str());
    return nullptr;
  }
  info_ = info;
  definition_.m_name = info->name;
  return PyModuleDef_Init(&definition_);
}
