#include "driver/suggest/par_edit.h"

#include <algorithm>
#include <tuple>

#include "frontend/check/scope.h"
#include "frontend/syntax/walk.h"
#include "support/text_writer.h"

namespace parc::driver {
namespace {

using namespace syntax;

constexpr size_t kKeywordLength = 3;  // of `for` and `par`

bool is_import_of_par(const Tree& tree, StmtId id, const std::string& name) {
  const ImportFrom* import_from = get<ImportFrom>(tree, id);
  if (import_from && import_from->module == "parc" && import_from->level == 0) return true;
  const Import* import = get<Import>(tree, id);
  return import && std::any_of(import->names.begin(), import->names.end(), [&](auto& one) {
           return one.name == "parc" && (one.as_name.empty() ? one.name : one.as_name) == name;
         });
}

// Whether the file gives the name to something that is not parc's.
bool is_taken(const Tree& tree, const Body& body, const std::string& name) {
  return std::any_of(body.begin(), body.end(), [&](StmtId id) {
    bool taken = false;
    if (!is_import_of_par(tree, id, name)) {
      check::for_each_binding(tree, id, [&](const std::string& bound) { taken |= bound == name; });
    }
    if (const FunctionDef* function = get<FunctionDef>(tree, id)) {
      for (const Parameter& parameter : function->parameters.all) taken |= parameter.name == name;
    }
    return taken || is_taken(tree, children_of(tree, id).stmts, name);
  });
}

bool is_docstring(const Tree& tree, StmtId id) {
  const ExprStmt* stmt = get<ExprStmt>(tree, id);
  return stmt && get<StringLiteral>(tree, stmt->value);
}

}  // namespace

ParEdit::ParEdit(const Tree& tree, const SourceFile& file, const ParNames& names,
                 bool statement_form)
    : tree_(tree), file_(file), names_(names), statement_form_(statement_form) {
  if (!statement_form) choose_call();
}

void ParEdit::choose_call() {
  for (const std::string& name : names_.functions) {
    if (call_.empty() && !is_taken(tree_, tree_.body, name)) call_ = name;
  }
  for (const std::string& name : names_.modules) {
    if (call_.empty() && !is_taken(tree_, tree_.body, name)) call_ = name + ".par";
  }
  if (!call_.empty()) return;
  if (!is_taken(tree_, tree_.body, "par")) {
    call_ = "par";
    import_ = import_line("from parc import par");
  } else if (!is_taken(tree_, tree_.body, "parc")) {
    call_ = "parc.par";
    import_ = import_line("import parc");
  }
}

// Behind the imports at the top, else behind the docstring, else before the first statement.
FixIt ParEdit::import_line(const std::string& text) const {
  std::string_view source = file_.text();
  const char* newline = source.find("\r\n") == source.npos ? "\n" : "\r\n";
  StmtId last;
  for (StmtId id : tree_.body) {
    if (get<FunctionDef>(tree_, id) || get<ClassDef>(tree_, id)) break;
    if (get<Import>(tree_, id) || get<ImportFrom>(tree_, id)) last = id;
  }
  bool behind_import = last.valid();
  if (!behind_import && !tree_.body.empty() && is_docstring(tree_, tree_.body.front())) {
    last = tree_.body.front();
  }
  if (!last.valid()) {
    uint32_t start = tree_.body.empty() ? 0 : tree_[tree_.body.front()].range.begin;
    return {{tree_.file, start, start}, concat(text, newline, newline)};
  }
  uint32_t line = file_.position(tree_[last].range.end).line;
  if (line == file_.line_count()) {
    uint32_t end = static_cast<uint32_t>(source.size());
    return {{tree_.file, end, end}, concat(newline, text, newline)};
  }
  uint32_t next = file_.line_start(line + 1);
  return {{tree_.file, next, next},
          behind_import ? concat(text, newline) : concat(newline, text, newline)};
}

std::vector<FixIt> ParEdit::of(const SerialLoop& loop) const {
  if (statement_form_) {
    SourceRange keyword = loop.header;
    keyword.end = keyword.begin + kKeywordLength;
    return {{keyword, "par"}};
  }
  if (call_.empty()) return {};
  ExprId iterable = get<For>(tree_, loop.stmt)->iter;
  SourceRange range = tree_[iterable].range;
  std::string text(file_.text().substr(range.begin, range.end - range.begin));
  // A tuple may stand without brackets; to par it is one thing.
  if (get<Tuple>(tree_, iterable)) text = concat("(", text, ")");
  std::vector<FixIt> changes{{range, concat(call_, "(", text, ")")}};
  if (import_) changes.push_back(*import_);
  return changes;
}

std::string apply(std::string_view text, std::vector<FixIt> changes) {
  std::sort(changes.begin(), changes.end(), [](const FixIt& a, const FixIt& b) {
    return std::tie(a.range.begin, a.text) < std::tie(b.range.begin, b.text);
  });
  std::string out;
  size_t at = 0;
  const FixIt* previous = nullptr;
  for (const FixIt& change : changes) {
    bool again = previous && previous->range == change.range && previous->text == change.text;
    previous = &change;
    if (again) continue;
    out += text.substr(at, change.range.begin - at);
    out += change.text;
    at = change.range.end;
  }
  return out + std::string(text.substr(at));
}

}  // namespace parc::driver
