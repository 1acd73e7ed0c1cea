#include "driver/stub/stub.h"

#include "driver/stub/declarations.h"
#include "driver/stub/needed_imports.h"
#include "support/text_writer.h"

namespace parc::stub {
namespace {

class Printer {
 public:
  std::string run(const Items& items, const std::string& source_name) {
    out_.line(kMark, source_name, ".");
    print(items, true);
    return out_.take();
  }

 private:
  void print(const Items& items, bool is_module) {
    for (size_t at = 0; at < items.size(); ++at) {
      if (is_module && at > 0 && is_apart(items[at - 1], items[at])) out_.line();
      size_t end = at + 1;
      while (end < items.size() && joins(items[at], items[end])) ++end;
      if (items[at].kind == Item::Kind::kImport) {
        print_imports(items, at, end);
        at = end - 1;
      } else {
        print(items[at]);
      }
    }
  }

  static bool is_apart(const Item& before, const Item& item) {
    return before.kind != item.kind || !before.body.empty() || !item.body.empty();
  }

  // Whether one `from` serves both.
  static bool joins(const Item& first, const Item& next) {
    return first.kind == Item::Kind::kImport && next.kind == Item::Kind::kImport &&
           !first.import.module.empty() && first.import.module == next.import.module &&
           first.import.name != "*" && next.import.name != "*";
  }

  void print_imports(const Items& items, size_t at, size_t end) {
    std::string names;
    const std::string& module = items[at].import.module;
    for (; at < end; ++at) {
      const ImportedName& import = items[at].import;
      if (!names.empty()) names += ", ";
      names += import.name;
      if (import.has_as) names += concat(" as ", import.bound);
    }
    if (module.empty()) return out_.line("import ", names);
    out_.line("from ", module, " import ", names);
  }

  void print(const Item& item) {
    if (item.kind == Item::Kind::kIf) return print(item.body, false);
    for (size_t at = 0; at + 1 < item.lines.size(); ++at) out_.line(item.lines[at]);
    const std::string& head = item.lines.back();
    if (item.kind == Item::Kind::kVariable) return out_.line(head);
    std::string comment = item.comment.empty() ? "" : concat("  # ", item.comment);
    if (item.body.empty()) return out_.line(head, ": ...", comment);
    out_.line(head, ":", comment);
    auto block = out_.indent();
    print(item.body, false);
  }

  TextWriter out_{4};
};

}  // namespace

std::string print(const syntax::Tree& tree, const std::string& source_name, Subject subject) {
  ModuleNames names = find_names(tree);
  Context context{tree, names};
  Scope scope;
  Items items;
  add_body(context, scope, tree.body, items);
  if (subject == Subject::kModule) {
    items.push_back(
        context.item(Item::Kind::kVariable, {"__parc_native__: dict[str, dict[str, object]]"}));
  }
  keep_needed_imports(items);
  return Printer().run(items, source_name);
}

}  // namespace parc::stub
