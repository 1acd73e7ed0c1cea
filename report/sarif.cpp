#include "report/sarif.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string_view>

#include "driver/build_info.h"
#include "report/explanation_json.h"
#include "support/explain.h"
#include "support/json_writer.h"
#include "support/text_writer.h"

namespace parc::report {
namespace {

constexpr char kSchema[] = "https://json.schemastore.org/sarif-2.1.0.json";
constexpr char kLoopRule[] = "par-loop";

// A path as a URI reference; absolute ones get a scheme.
std::string uri_of(const std::string& path) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  static constexpr std::string_view kPlain = "-._~/";
  std::string uri;
  for (unsigned char c : std::filesystem::path(path).lexically_normal().string()) {
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                 kPlain.find(static_cast<char>(c)) != kPlain.npos;
    if (plain) {
      uri += static_cast<char>(c);
    } else {
      uri += '%';
      uri += kHex[c >> 4];
      uri += kHex[c & 15];
    }
  }
  return path.starts_with("/") ? "file://" + uri : uri;
}

void add_text(JsonWriter& json, std::string_view name, std::string_view text) {
  json.key(name).begin_object().field("text", text).end_object();
}

class Document {
 public:
  Document(const std::vector<driver::Report>& reports, bool explain)
      : reports_(reports), explain_(explain) {
    for (const driver::Report& report : reports) {
      for (const Diagnostic& diagnostic : report.diagnostics.all()) rules_[diagnostic.kind] = 0;
      has_loops_ = has_loops_ || !report.loops.empty();
    }
    size_t index = 0;
    for (auto& [kind, number] : rules_) number = index++;
  }

  std::string write() {
    json_.begin_object().field("$schema", kSchema).field("version", "2.1.0");
    json_.key("runs").begin_array().begin_object();
    write_tool();
    json_.field("columnKind", "unicodeCodePoints");
    write_invocation();
    write_artifacts();
    json_.key("results").begin_array();
    for (const driver::Report& report : reports_) {
      for (const Diagnostic& diagnostic : report.diagnostics.all()) write(report, diagnostic);
      for (const driver::LoopReport& loop : report.loops) write(report, loop);
    }
    json_.end_array().end_object().end_array().end_object();
    return json_.text() + "\n";
  }

 private:
  void write_tool() {
    json_.key("tool").begin_object().key("driver").begin_object();
    json_.field("name", "parc").field("version", driver::kVersion);
    json_.key("rules").begin_array();
    for (const auto& [kind, number] : rules_) write_rule(kind);
    if (has_loops_) {
      json_.begin_object().field("id", kLoopRule);
      add_text(json_, "shortDescription", "the iterations of a par loop are independent");
      json_.end_object();
    }
    json_.end_array().end_object().end_object();
  }

  void write_rule(Diag kind) {
    const DiagnosticInfo& row = info(kind);
    json_.begin_object().field("id", row.code);
    add_text(json_, "shortDescription", row.title);
    if (std::string_view page = explain(kind); !page.empty()) {
      json_.key("help").begin_object().field("text", page).field("markdown", page).end_object();
    }
    json_.key("defaultConfiguration").begin_object();
    json_.field("level", severity_name(row.severity)).end_object().end_object();
  }

  // Whether parc itself came to its end; a file with errors is a good run.
  void write_invocation() {
    bool sound = std::none_of(reports_.begin(), reports_.end(), [](const driver::Report& report) {
      const std::vector<Diagnostic>& all = report.diagnostics.all();
      return std::any_of(all.begin(), all.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.kind == Diag::kInternal;
      });
    });
    json_.key("invocations").begin_array().begin_object();
    json_.field("executionSuccessful", sound).end_object().end_array();
  }

  void write_artifacts() {
    std::set<std::string> uris;
    for (const driver::Report& report : reports_) {
      for (uint32_t id = 0; id < report.sources.size(); ++id) {
        uris.insert(uri_of(report.sources.file(FileId{id}).path()));
      }
    }
    json_.key("artifacts").begin_array();
    for (const std::string& uri : uris) {
      json_.begin_object().key("location").begin_object().field("uri", uri).end_object();
      json_.field("sourceLanguage", "python").end_object();
    }
    json_.end_array();
  }

  void write_region(const SourceMap& sources, SourceRange range) {
    LineColumn begin = sources.begin(range), end = sources.end(range);
    json_.begin_object().field("startLine", begin.line).field("startColumn", begin.column);
    json_.field("endLine", end.line).field("endColumn", end.column).end_object();
  }

  void write_artifact(const SourceMap& sources, SourceRange range) {
    json_.key("artifactLocation").begin_object();
    json_.field("uri", uri_of(sources.file(range.file).path())).end_object();
  }

  void write_place(const SourceMap& sources, SourceRange range) {
    json_.key("physicalLocation").begin_object();
    write_artifact(sources, range);
    json_.key("region");
    write_region(sources, range);
    json_.end_object();
  }

  void write_location(const SourceMap& sources, SourceRange range) {
    json_.key("locations").begin_array().begin_object();
    write_place(sources, range);
    json_.end_object().end_array();
  }

  void write(const driver::Report& report, const Diagnostic& diagnostic) {
    std::string text = diagnostic.message;
    for (const std::string& note : diagnostic.notes) text += concat("\n", note);
    json_.begin_object().field("ruleId", info(diagnostic.kind).code);
    json_.field("ruleIndex", rules_.at(diagnostic.kind));
    json_.field("level", severity_name(diagnostic.severity));
    add_text(json_, "message", text);
    if (diagnostic.has_range) write_location(report.sources, diagnostic.range);
    write_labels(report.sources, diagnostic.labels);
    write_fix(report.sources, diagnostic.fixits);
    json_.end_object();
  }

  void write_labels(const SourceMap& sources, const std::vector<Label>& labels) {
    if (labels.empty()) return;
    json_.key("relatedLocations").begin_array();
    for (size_t at = 0; at < labels.size(); ++at) {
      json_.begin_object().field("id", at + 1);
      write_place(sources, labels[at].range);
      add_text(json_, "message", labels[at].text);
      json_.end_object();
    }
    json_.end_array();
  }

  // All replacements together mend the program; they are grouped by file.
  void write_fix(const SourceMap& sources, const std::vector<FixIt>& fixits) {
    if (fixits.empty()) return;
    std::map<uint32_t, std::vector<const FixIt*>> by_file;
    for (const FixIt& fixit : fixits) by_file[fixit.range.file.value].push_back(&fixit);
    json_.key("fixes").begin_array().begin_object().key("artifactChanges").begin_array();
    for (const auto& [file, list] : by_file) {
      json_.begin_object();
      write_artifact(sources, list.front()->range);
      json_.key("replacements").begin_array();
      for (const FixIt* fixit : list) {
        json_.begin_object().key("deletedRegion");
        write_region(sources, fixit->range);
        add_text(json_, "insertedContent", fixit->text);
        json_.end_object();
      }
      json_.end_array().end_object();
    }
    json_.end_array().end_object().end_array();
  }

  void write(const driver::Report& report, const driver::LoopReport& loop) {
    bool refused = loop.verdict == "refused";
    std::string text = concat("par loop in ", loop.function, ": ", loop.verdict);
    for (const std::string& reason : loop.reasons) text += concat("\n", reason);
    json_.begin_object().field("ruleId", kLoopRule).field("ruleIndex", rules_.size());
    json_.field("kind", refused ? "fail" : loop.verdict == "parallel" ? "pass" : "informational");
    json_.field("level", refused ? "note" : "none");  // the error says more
    add_text(json_, "message", text);
    write_location(report.sources, loop.range);
    json_.key("properties").begin_object().field("function", loop.function);
    json_.field("verdict", loop.verdict);
    add_texts(json_, "reasons", loop.reasons);
    if (explain_) add_explanation(json_, report.sources, loop.explanation);
    json_.end_object().end_object();
  }

  const std::vector<driver::Report>& reports_;
  bool explain_;
  bool has_loops_ = false;
  std::map<Diag, size_t> rules_;  // number of the rule of a kind; the loops' rule is the last
  JsonWriter json_;
};

}  // namespace

std::string render_sarif(const std::vector<driver::Report>& reports, bool explain) {
  return Document(reports, explain).write();
}

}  // namespace parc::report
