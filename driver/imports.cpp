#include "driver/imports.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "driver/read_source.h"
#include "frontend/syntax/syntax.h"

namespace parc::driver {
namespace {

namespace fs = std::filesystem;

// Every path is spelt from the importing file's own, so that messages and modules show it as the
// user wrote it.
fs::path parent_of(const fs::path& folder) {
  return folder.filename() == ".." || folder == "." ? folder / ".."
         : folder.parent_path().empty()             ? "."
                                                    : folder.parent_path();
}

fs::path root_of(fs::path folder) {
  std::error_code ignored;
  for (int depth = 0; depth < 64 && fs::exists(folder / "__init__.py", ignored); ++depth) {
    folder = parent_of(folder);
  }
  return folder;
}

// The file of a dotted module under a folder, "" when there is none.
std::string module_file(const fs::path& folder, std::string module) {
  std::replace(module.begin(), module.end(), '.', '/');
  fs::path base = module.empty() ? folder : folder / module;
  std::error_code ignored;
  fs::path package = base / "__init__.py";
  if (fs::is_regular_file(package, ignored)) return package.lexically_normal().string();
  fs::path file = base.string() + ".py";
  if (!module.empty() && fs::is_regular_file(file, ignored))
    return file.lexically_normal().string();
  return "";
}

}  // namespace

Imports::Imports(const std::string& path, SourceMap& sources, Diagnostics& diagnostics)
    : sources_(sources), diagnostics_(diagnostics) {
  fs::path folder = fs::path(path).parent_path();
  folder_ = folder.empty() ? "." : folder.string();
  root_ = root_of(folder_).string();
}

const syntax::Tree* Imports::find(const std::string& module, int level) {
  if (level == 0 && texts_) {
    auto text = texts_->find(module);
    if (text != texts_->end()) return load(module, text->second.path, &text->second.text);
  }
  std::string path;
  if (level > 0) {
    fs::path folder = folder_;
    for (int up = 1; up < level; ++up) folder = parent_of(folder);
    path = module_file(folder, module);
  } else {
    path = module_file(root_, module);
    if (path.empty()) path = module_file(folder_, module);
  }
  return path.empty() ? nullptr : load(path, path, nullptr);
}

const syntax::Tree* Imports::load(const std::string& key, const std::string& path,
                                  const std::string* text) {
  auto [entry, is_new] = modules_.try_emplace(key);
  Module& module = entry->second;
  if (!is_new) return module.tree.get();
  std::optional<SourceRead> read = text ? take_text(path, *text, sources_, diagnostics_)
                                        : read_source(path, sources_, diagnostics_);
  if (!read) return nullptr;
  module.hash = std::move(read->hash);
  module.tree = std::make_unique<syntax::Tree>(syntax::parse(sources_, read->file, diagnostics_));
  return module.tree.get();
}

std::map<std::string, std::string> Imports::hashes() const {
  std::map<std::string, std::string> result;
  for (const auto& [path, module] : modules_) {
    if (module.tree) result.emplace(path, module.hash);
  }
  return result;
}

}  // namespace parc::driver
