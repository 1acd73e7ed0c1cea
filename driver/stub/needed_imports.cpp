#include "driver/stub/needed_imports.h"

#include <algorithm>
#include <set>
#include <string>

namespace parc::stub {
namespace {

bool is_empty(const Item& item) {
  return item.kind == Item::Kind::kIf &&
         std::all_of(item.body.begin(), item.body.end(),
                     [](const Item& branch) { return branch.body.empty(); });
}

void collect_uses(const Items& items, std::set<std::string>& uses) {
  for (const Item& item : items) {
    uses.insert(item.uses.begin(), item.uses.end());
    collect_uses(item.body, uses);
  }
}

bool is_needed(const Item& item, const std::set<std::string>& uses) {
  const ImportedName& import = item.import;
  return item.kind != Item::Kind::kImport || import.name == "*" || import.may_export ||
         uses.contains(import.bound);
}

void remove_unneeded(Items& items, const std::set<std::string>& uses) {
  for (Item& item : items) remove_unneeded(item.body, uses);
  std::erase_if(items, [&](const Item& item) { return !is_needed(item, uses) || is_empty(item); });
}

// A name that the stub needs for itself is no offer to others, unless it comes from the same
// package.
void mark_exports(Items& items, const std::set<std::string>& uses) {
  for (Item& item : items) {
    ImportedName& import = item.import;
    bool is_own = uses.contains(import.bound) && !import.module.starts_with(".");
    if (import.may_export && !is_own) import.has_as = true;
    mark_exports(item.body, uses);
  }
}

Item import_item(ImportedName name) {
  Item item{Item::Kind::kImport, {}, {}};
  item.import = std::move(name);
  return item;
}

}  // namespace

void keep_needed_imports(Items& items) {
  std::set<std::string> uses;
  // Without its imports an `if` may be empty, and what its condition uses is not needed then.
  for (size_t last = 1; last != uses.size();) {
    last = uses.size();
    uses.clear();
    collect_uses(items, uses);
    remove_unneeded(items, uses);
  }
  mark_exports(items, uses);
  Items own;
  if (uses.contains("numpy.typing")) {
    own.push_back(import_item({"", "numpy", "numpy"}));
    own.push_back(import_item({"", "numpy.typing", "numpy"}));
  }
  if (uses.contains("Incomplete")) {
    own.push_back(import_item({"_typeshed", "Incomplete", "Incomplete"}));
  }
  items.insert(items.begin(), own.begin(), own.end());
}

}  // namespace parc::stub
