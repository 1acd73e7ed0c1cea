// Source modules beside a file: what `import helpers` or `from .geometry import area` means there.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "driver/kernel.h"
#include "frontend/syntax/ast.h"
#include "support/diagnostic.h"
#include "support/source.h"

namespace parc::driver {

// Finds, reads and parses imported modules, each once. The trees live as long as this does.
class Imports {
 public:
  Imports(const std::string& path, SourceMap& sources, Diagnostics& diagnostics);
  // Modules in memory, by name; they go before those in files.
  void provide(const std::map<std::string, TextModule>& modules) { texts_ = &modules; }
  // The tree of a module as `check::ImportSource` asks for it; null when there is no such file.
  const syntax::Tree* find(const std::string& module, int level);
  // The files that were read, with the hashes of their bytes, by path.
  std::map<std::string, std::string> hashes() const;

 private:
  struct Module {
    std::unique_ptr<syntax::Tree> tree;  // null: not readable
    std::string hash;
  };

  const syntax::Tree* load(const std::string& key, const std::string& path,
                           const std::string* text);

  std::string folder_;  // of the importing file
  std::string root_;    // where absolute names start: the folder above the outermost package
  SourceMap& sources_;
  Diagnostics& diagnostics_;
  const std::map<std::string, TextModule>* texts_ = nullptr;
  std::map<std::string, Module> modules_;  // by path, those of texts by name
};

}  // namespace parc::driver
