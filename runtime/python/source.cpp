#include "runtime/python/source.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <optional>
#include <string>

#include "runtime/core/sha256.h"
#include "runtime/python/function.h"
#include "runtime/python/place.h"

namespace parc::runtime {
namespace {

namespace py = pybind11;

constexpr const char* kBinder = "__parc_bind__";

bool is_set(const char* variable, const char* value) {
  const char* found = getenv(variable);
  return found && strcmp(found, value) == 0;
}

// The bytes of a file, nothing when it cannot be read.
std::optional<std::string> read_bytes(const std::string& path) {
  int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  std::string bytes;
  char buffer[16384];
  ssize_t count;
  while ((count = read(file, buffer, sizeof buffer)) > 0) bytes.append(buffer, count);
  close(file);
  if (count < 0) return std::nullopt;
  return bytes;
}

// The text inside the module, as str: whatever the file's encoding was, it is UTF-8 here.
py::object embedded_text(const parc_module_info& info) {
  return py::str(info.source, static_cast<size_t>(info.source_size));
}

// Whether the file is there and is not the one with that hash.
bool is_edited(const std::string& path, const char* hash) {
  std::optional<std::string> bytes = read_bytes(path);
  return bytes && sha256_hex(*bytes) != hash;
}

py::import_error stale(const std::string& edited, const std::string& source) {
  return py::import_error(edited + " was edited after " + module_file() +
                          " was compiled from it; run `parc compile " + source +
                          "` (or set PARC_STALE=ignore)");
}

// What to run: the text inside the module, or with PARC_DISABLE=1 the bytes of the edited file.
py::object choose_text(const parc_module_info& info, const std::string& path, bool disabled) {
  if (!disabled || !*info.source_hash) return embedded_text(info);
  std::optional<std::string> bytes = read_bytes(path);
  if (!bytes || sha256_hex(*bytes) == info.source_hash) return embedded_text(info);
  return py::bytes(*bytes);
}

// Throws when a file that native code was made of is there and was edited.
void check_files(const parc_module_info& info, const std::string& path) {
  if (!*info.source_hash || is_set("PARC_STALE", "ignore")) return;
  if (is_edited(path, info.source_hash)) throw stale(path, path);
  for (parc_i32 k = 0; k < info.imported_count; ++k) {
    std::string imported = absolute_path(info.imported[k].path);
    if (is_edited(imported, info.imported[k].hash)) throw stale(imported, path);
  }
}

const Plan* plan_of(const py::handle& node, const std::vector<Plan>& plans) {
  std::string name = py::str(node.attr("name"));
  for (const Plan& plan : plans) {
    if (plan.name == name && plan.line == node.attr("lineno").cast<int>()) return &plan;
  }
  return nullptr;
}

// Puts the binder below the decorators of native functions (`parc.jit`): of the definitions at
// module level, also those under `if`, `try` and `with`.
void decorate(const py::handle& statements, const std::vector<Plan>& plans,
              const py::module_& ast) {
  for (py::handle node : statements) {
    if (py::isinstance(node, ast.attr("FunctionDef"))) {
      if (!plan_of(node, plans)) continue;
      py::object binder = ast.attr("Name")(kBinder, ast.attr("Load")());
      for (const char* place : {"lineno", "col_offset"}) {
        binder.attr(place) = node.attr(place);
        binder.attr((std::string("end_") + place).c_str()) = node.attr(place);
      }
      node.attr("decorator_list").attr("append")(binder);
      continue;
    }
    if (py::isinstance(node, ast.attr("ClassDef"))) continue;
    if (py::isinstance(node, ast.attr("AsyncFunctionDef"))) continue;
    for (const char* block : {"body", "orelse", "handlers", "finalbody"}) {
      if (py::hasattr(node, block)) decorate(node.attr(block), plans, ast);
    }
  }
}

// The decorator itself: `capsule` holds the plans.
PyObject* bind_native(PyObject* capsule, PyObject* function) {
  auto* plans = static_cast<const std::vector<Plan>*>(PyCapsule_GetPointer(capsule, nullptr));
  PyObject* name = plans ? PyObject_GetAttrString(function, "__name__") : nullptr;
  if (!name) return nullptr;
  const Plan* found = nullptr;
  for (const Plan& plan : *plans) {
    if (PyUnicode_CompareWithASCIIString(name, std::string(plan.name).c_str()) == 0) found = &plan;
  }
  Py_DECREF(name);
  return found && PyFunction_Check(function) ? new_native_function(function, *found)
                                             : Py_NewRef(function);
}

PyMethodDef bind_method_ = {kBinder, bind_native, METH_O, nullptr};

}  // namespace

bool is_disabled() { return is_set("PARC_DISABLE", "1"); }

void run_source(py::module_& module, const parc_module_info& info, const std::vector<Plan>& plans) {
  constexpr int kOnlyTree = 0x400;  // ast.PyCF_ONLY_AST
  const bool disabled = is_disabled();
  std::string path = absolute_path(info.source_path);
  py::object compile = py::module_::import("builtins").attr("compile");
  py::object file = py::reinterpret_steal<py::object>(PyUnicode_DecodeFSDefault(path.c_str()));
  if (!disabled) check_files(info, path);
  py::object code = choose_text(info, path, disabled);
  py::object globals = module.attr("__dict__");
  if (!disabled) {
    code = compile(code, file, "exec", kOnlyTree, true);
    decorate(code.attr("body"), plans, py::module_::import("_ast"));
    py::capsule holder(&plans);
    globals[kBinder] =
        py::reinterpret_steal<py::object>(PyCFunction_New(&bind_method_, holder.ptr()));
  }
  code = compile(code, file, "exec", 0, true);
  py::module_::import("builtins").attr("exec")(code, globals);
  if (!disabled) globals.attr("pop")(kBinder, py::none());
}

}  // namespace parc::runtime
