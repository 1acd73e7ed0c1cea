#include "python/compiler/reports.h"

#include <pybind11/stl.h>

#include <memory>
#include <string>
#include <vector>

#include "report/combine.h"
#include "report/html.h"
#include "report/text.h"
#include "support/render_text.h"

namespace parc::binding {
namespace {

namespace py = pybind11;
using driver::LoopReport;
using driver::Report;

// What Python sees of a diagnostic. Lines and columns count from 1, 0 where there is no place.
struct DiagnosticView {
  std::string code, severity, message, file;
  uint32_t line = 0, column = 0, end_line = 0, end_column = 0;
  std::vector<std::string> notes;
};

DiagnosticView view_of(const Report& report, const Diagnostic& diagnostic) {
  DiagnosticView view;
  view.code = info(diagnostic.kind).code;
  view.severity = severity_name(diagnostic.severity);
  view.message = diagnostic.message;
  view.file = diagnostic.file;
  view.notes = diagnostic.notes;
  if (!diagnostic.has_range) return view;
  const LineColumn begin = report.sources.begin(diagnostic.range);
  const LineColumn end = report.sources.end(diagnostic.range);
  view.file = report.sources.file(diagnostic.range.file).path();
  view.line = begin.line, view.column = begin.column;
  view.end_line = end.line, view.end_column = end.column;
  return view;
}

std::vector<DiagnosticView> diagnostics_of(const Report& report) {
  std::vector<DiagnosticView> list;
  for (const Diagnostic& diagnostic : report.diagnostics.all()) {
    list.push_back(view_of(report, diagnostic));
  }
  return list;
}

std::vector<std::string> files_of(const Report& report) {
  std::vector<std::string> paths;
  for (uint32_t id = 0; id < report.sources.size(); ++id) {
    paths.push_back(report.sources.file(FileId{id}).path());
  }
  return paths;
}

struct LoopView {
  std::string function, file, verdict;
  uint32_t line = 0;
  std::vector<std::string> reasons;
};

std::vector<LoopView> loops_of(const Report& report) {
  std::vector<LoopView> list;
  for (const LoopReport& loop : report.loops) {
    list.push_back({loop.function, report.sources.file(loop.range.file).path(), loop.verdict,
                    report.sources.begin(loop.range).line, loop.reasons});
  }
  return list;
}

std::string text_of(const Report& report, bool color) {
  return render_text(report.sources, report.diagnostics, {.color = color});
}

std::shared_ptr<Report> combine(const std::vector<std::shared_ptr<Report>>& reports) {
  std::vector<const Report*> all;
  for (const std::shared_ptr<Report>& report : reports) all.push_back(report.get());
  return std::make_shared<Report>(report::combine(all));
}

}  // namespace

void define_reports(py::module_& module) {
  py::class_<DiagnosticView>(module, "Diagnostic", "A message about a place in a source file.")
      .def_readonly("code", &DiagnosticView::code)
      .def_readonly("severity", &DiagnosticView::severity)
      .def_readonly("message", &DiagnosticView::message)
      .def_readonly("file", &DiagnosticView::file)
      .def_readonly("line", &DiagnosticView::line)
      .def_readonly("column", &DiagnosticView::column)
      .def_readonly("end_line", &DiagnosticView::end_line)
      .def_readonly("end_column", &DiagnosticView::end_column)
      .def_readonly("notes", &DiagnosticView::notes)
      .def("__repr__", [](const DiagnosticView& view) {
        return "<Diagnostic " + view.code + ": " + view.message + ">";
      });
  py::class_<LoopView>(module, "Loop", "The verdict of one par loop.")
      .def_readonly("function", &LoopView::function)
      .def_readonly("file", &LoopView::file)
      .def_readonly("line", &LoopView::line)
      .def_readonly("verdict", &LoopView::verdict)
      .def_readonly("reasons", &LoopView::reasons)
      .def("__repr__", [](const LoopView& view) {
        return "<Loop in " + view.function + ": " + view.verdict + ">";
      });
  py::class_<Report, std::shared_ptr<Report>>(module, "Report", "What a compilation has to say.")
      .def_property_readonly("diagnostics", diagnostics_of)
      .def_property_readonly("loops", loops_of)
      .def_property_readonly("files", files_of)
      .def_property_readonly("failed",
                             [](const Report& report) { return report.diagnostics.has_errors(); })
      .def("text", text_of, py::arg("color") = false)
      .def(
          "loops_text",
          [](const Report& report, bool color) {
            return report::render_loops(report, {.color = color, .explain = true});
          },
          py::arg("color") = false)
      .def("html", [](const Report& report) { return report::render_html({report}); })
      .def("__str__", [](const Report& report) {
        return text_of(report, false) + report::render_loops(report, {.explain = true});
      });
  module.def("combine", combine);
}

}  // namespace parc::binding
