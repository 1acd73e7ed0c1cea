#include "driver/stub_file.h"

#include <filesystem>
#include <fstream>

#include "codegen/native/temporary_file.h"
#include "support/text_writer.h"

namespace parc::driver {

namespace fs = std::filesystem;

std::string stub_beside(const std::string& path) {
  std::string name = fs::path(path).filename().string();
  return fs::path(path).replace_filename(name.substr(0, name.find('.')) + ".pyi").string();
}

bool is_own_stub(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::string line;
  return std::getline(stream, line) && line.starts_with(stub::kMark);
}

bool is_foreign_stub(const std::string& path) {
  std::error_code ignored;
  return fs::exists(path, ignored) && !is_own_stub(path);
}

bool write_stub_file(const syntax::Tree& tree, const std::string& source, stub::Subject subject,
                     const std::string& target, Report& report) {
  const std::string text = stub::print(tree, fs::path(source).filename().string(), subject);
  std::string log;
  if (!native::write_file(target, text, log)) {
    report.diagnostics.emit_global(Diag::kUnwritable, concat("cannot write ", target, ": ", log));
    return false;
  }
  report.written.push_back(target);
  return true;
}

}  // namespace parc::driver
