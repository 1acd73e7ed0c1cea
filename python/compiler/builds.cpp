#include "python/compiler/builds.h"

#include <pybind11/stl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "driver/cached_build.h"
#include "driver/kernel.h"
#include "python/compiler/options.h"

namespace parc::binding {
namespace {

namespace py = pybind11;
using driver::Report;

// A module that was built, for Python: where it can be loaded from.
struct BuiltView {
  std::string key, path;
  bool was_cached = false;
  std::shared_ptr<Report> report;
};

// Raises the OSError of the last call. Needs the GIL.
[[noreturn]] void fail_with_errno() {
  PyErr_SetFromErrno(PyExc_OSError);
  throw py::error_already_set();
}

// The path of a file in memory. It stays open for the rest of the process: the loader knows a
// module by its path, which no other may have.
std::string memory_path(const std::string& bytes) {
  const int descriptor = memfd_create("parc-module", MFD_CLOEXEC);
  if (descriptor < 0) fail_with_errno();
  for (size_t done = 0; done < bytes.size();) {
    const ssize_t count = write(descriptor, bytes.data() + done, bytes.size() - done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      const int error = errno;
      close(descriptor);
      errno = error;
      fail_with_errno();
    }
    done += static_cast<size_t>(count);
  }
  return "/proc/self/fd/" + std::to_string(descriptor);
}

// The compiler works for one thread at a time, and without the GIL.
template <class Work>
auto alone(Work work) {
  static std::mutex mutex;
  py::gil_scoped_release release;
  std::lock_guard lock(mutex);
  return work();
}

template <class Build>
BuiltView build(Build build) {
  BuiltView view;
  view.report = std::make_shared<Report>();
  driver::Built built;
  const bool ok = alone([&] { return build(*view.report, built); });
  if (!ok || (built.path.empty() && built.bytes.empty())) return view;
  view.key = built.key;
  view.was_cached = built.was_cached;
  view.path = built.path.empty() ? memory_path(built.bytes) : built.path;
  return view;
}

using Text = std::pair<std::string, std::string>;  // path, text

driver::KernelRequest read_request(const Text& source, const std::map<std::string, Text>& imports,
                                   const std::string& function, uint32_t line,
                                   const std::vector<std::string>& types, const py::dict& loops,
                                   const std::optional<std::tuple<bool, uint32_t, uint32_t>>& code,
                                   const std::optional<std::string>& shown) {
  driver::KernelRequest request;
  request.shown = shown;
  request.source = {source.first, source.second};
  for (const auto& [name, text] : imports) request.imports[name] = {text.first, text.second};
  request.function = {function, line, types};
  request.loops = read_loop_options(loops);
  if (code) {
    const auto [is_expression, begin, end] = *code;
    request.outlined = {
        is_expression ? syntax::Outlined::kExpression : syntax::Outlined::kStatement, begin, end};
  }
  return request;
}

std::pair<std::string, std::shared_ptr<Report>> emit(const driver::KernelRequest& request,
                                                     const std::string& stage,
                                                     const py::dict& options) {
  auto report = std::make_shared<Report>();
  std::string text;
  if (stage != "ir" && stage != "cpp") throw py::value_error("there is no stage '" + stage + "'");
  const driver::Stage which = stage == "ir" ? driver::Stage::kIr : driver::Stage::kCpp;
  const driver::Options read = read_options(options);
  alone([&] { return driver::emit_kernel(request, which, read, *report, text); });
  return {text, report};
}

}  // namespace

void define_builds(py::module_& module) {
  py::class_<driver::KernelRequest>(module, "KernelRequest",
                                    "One function of a text, for given types of its parameters.")
      .def(py::init(&read_request), py::kw_only(), py::arg("source"), py::arg("imports"),
           py::arg("function"), py::arg("line"), py::arg("types"), py::arg("loops"),
           py::arg("outlined") = std::nullopt, py::arg("shown") = std::nullopt);
  py::class_<BuiltView>(module, "Built", "A module, and where it can be loaded from.")
      .def_readonly("key", &BuiltView::key)
      .def_readonly("path", &BuiltView::path)
      .def_readonly("was_cached", &BuiltView::was_cached)
      .def_readonly("report", &BuiltView::report);
  module.def("build_kernel", [](const driver::KernelRequest& request, const py::kwargs& options) {
    const driver::Options read = read_options(options);
    return build([&](Report& report, driver::Built& built) {
      return driver::build_kernel(request, read, report, built);
    });
  });
  module.def("emit_kernel",
             [](const driver::KernelRequest& request, const std::string& stage,
                const py::kwargs& options) { return emit(request, stage, options); });
  module.def("build_module", [](const std::string& path, const py::kwargs& options) {
    const driver::Options read = read_options(options);
    return build([&](Report& report, driver::Built& built) {
      return driver::build_module(path, read, report, built);
    });
  });
}

}  // namespace parc::binding
