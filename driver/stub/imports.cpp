#include <set>

#include "driver/stub/declarations.h"

namespace parc::stub {
namespace {

using namespace syntax;

// Names of these serve the file itself, and nobody imports them from it.
const std::set<std::string> kOwnUse = {"typing", "typing_extensions", "collections.abc",
                                       "numpy.typing", "parc"};

void add(Context& context, Scope& scope, ImportedName name, Items& out) {
  // A star binds what only its module knows. What is deleted in the end may be needed until then.
  if (name.name != "*" && !scope.bound.insert(name.bound).second) return;
  Item item = context.item(Item::Kind::kImport, {});
  item.import = std::move(name);
  out.push_back(std::move(item));
}

}  // namespace

void add_import(Context& context, Scope& scope, const Import& node, Items& out) {
  for (const ImportName& name : node.names) {
    bool has_as = !name.as_name.empty();
    std::string bound = has_as ? name.as_name : name.name.substr(0, name.name.find('.'));
    // `import a.b` and `import a.c` bind one name and are two imports.
    if (!has_as && bound != name.name) scope.bound.erase(bound);
    add(context, scope, {"", name.name, bound, has_as}, out);
  }
}

void add_import(Context& context, Scope& scope, const ImportFrom& node, Items& out) {
  std::string module = std::string(static_cast<size_t>(node.level), '.') + node.module;
  if (module == "__future__") return;
  for (const ImportName& name : node.names) {
    ImportedName imported{module, name.name, name.as_name, !name.as_name.empty()};
    if (!imported.has_as) imported.bound = name.name;
    bool is_public = name.name != "*" && name.name[0] != '_';
    imported.may_export = imported.bound == imported.name && is_public && !scope.is_class &&
                          !scope.is_type_checking && !scope.deleted.contains(imported.bound) &&
                          !context.names.has_all && !kOwnUse.contains(module);
    add(context, scope, std::move(imported), out);
  }
}

}  // namespace parc::stub
