#include "runtime/python/numpy.h"

#include <algorithm>
#include <string>

namespace parc::runtime {
namespace {

NumPy loaded;

// NumPy's type numbers on this platform, where `long` has 64 bits.
constexpr int kTypeNumbers[kKinds] = {-1, -1, -1, -1, 0, 1, 3, 5, 7, 2, 4, 6, 8, 11, 12, 14, 15};

PyTypeObject* type_named(const py::module_& module, const char* name) {
  return reinterpret_cast<PyTypeObject*>(py::object(module.attr(name)).release().ptr());
}

}  // namespace

void load_numpy() {
  if (loaded.api) return;
  py::module_ module = py::module_::import("numpy");
  std::string version = py::str(module.attr("__version__"));
  if (std::stoi(version) < 2) {
    throw py::import_error("this module needs NumPy 2 or later; installed is NumPy " + version);
  }
  const auto& api = py::detail::npy_api::get();
  for (int kind = PARC_NPBOOL; kind < kKinds; ++kind) {
    loaded.dtypes[kind] = api.PyArray_DescrFromType_(kTypeNumbers[kind]);
    loaded.scalars[kind] =
        reinterpret_cast<PyTypeObject*>(api.PyArray_TypeObjectFromType_(kTypeNumbers[kind]));
  }
  loaded.long_long = type_named(module, "longlong");
  loaded.unsigned_long_long = type_named(module, "ulonglong");
  loaded.floating = type_named(module, "floating");
  loaded.integer = type_named(module, "integer");
  loaded.complexfloating = type_named(module, "complexfloating");
  loaded.memmap = type_named(module, "memmap");
  loaded.api = &api;
}

const NumPy& numpy() { return loaded; }

parc_i32 kind_of_scalar(PyTypeObject* type) {
  for (int kind = PARC_NPBOOL; kind < kKinds; ++kind) {
    if (loaded.scalars[kind] == type) return kind;
  }
  if (type == loaded.long_long) return PARC_NPI64;
  if (type == loaded.unsigned_long_long) return PARC_NPU64;
  return -1;
}

parc_i32 kind_of_dtype(PyObject* dtype) {
  for (int kind = PARC_NPBOOL; kind < kKinds; ++kind) {
    if (loaded.dtypes[kind] == dtype) return kind;
  }
  auto* fields = reinterpret_cast<py::detail::PyArrayDescr_Proxy*>(dtype);
  if (fields->byteorder == '>') return -1;
  for (int kind = PARC_NPBOOL; kind < kKinds; ++kind) {
    // A dtype with metadata, or np.longlong: another object, the same elements.
    if (loaded.api->PyArray_EquivTypes_(loaded.dtypes[kind], dtype)) return kind;
  }
  return -1;
}

}  // namespace parc::runtime
