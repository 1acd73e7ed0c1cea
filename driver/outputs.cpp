#include "driver/outputs.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "codegen/native/temporary_file.h"
#include "driver/build_info.h"
#include "support/text_writer.h"

namespace parc::driver {
namespace {

namespace fs = std::filesystem;

bool is_identifier(const std::string& name) {
  auto is_word = [](unsigned char c) { return std::isalnum(c) || c == '_'; };
  return !name.empty() && !std::isdigit(static_cast<unsigned char>(name[0])) &&
         std::all_of(name.begin(), name.end(), is_word);
}

fs::path folder_of(const std::string& path) {
  fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

std::string read_bytes(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return std::move(text).str();
}

}  // namespace

std::string module_name(const std::string& path, const Options& options) {
  fs::path file = options.output.empty() ? fs::path(path) : fs::path(options.output);
  std::string stem = file.stem().string();
  if (!options.output.empty()) stem = stem.substr(0, stem.find('.'));
  if (stem != "__init__") return stem;
  std::error_code ignored;
  return fs::absolute(file, ignored).lexically_normal().parent_path().filename().string();
}

bool is_importable(const std::string& name, Diagnostics& diagnostics) {
  if (is_identifier(name)) return true;
  diagnostics
      .emit_global(Diag::kBadModuleName, concat("Python cannot import a module called ", name))
      .note("a module's name has letters of ASCII, digits and underscores, and no digit first");
  return false;
}

std::string output_path(const std::string& path, const Options& options) {
  if (!options.output.empty()) return options.output;
  fs::path folder =
      options.out_dir.empty() ? fs::path(path).parent_path() : fs::path(options.out_dir);
  return (folder / (fs::path(path).stem().string() + std::string(kExtensionSuffix))).string();
}

std::string home_path(const std::string& path, const std::string& output, const Options& options) {
  if (!options.beside) return output;
  return (fs::path(path).parent_path() / fs::path(output).filename()).string();
}

std::string relative_source(const std::string& path, const std::string& output) {
  std::error_code error;
  fs::path folder = fs::weakly_canonical(folder_of(output), error);
  fs::path source = fs::weakly_canonical(folder_of(path), error) / fs::path(path).filename();
  fs::path relative = source.lexically_relative(folder);
  return relative.empty() ? source.string() : relative.string();
}

bool same_bytes(const std::string& first, const std::string& second) {
  std::error_code error;
  auto size = fs::file_size(first, error);
  if (error || size != fs::file_size(second, error) || error) return false;
  return read_bytes(first) == read_bytes(second);
}

RuntimeCopy copy_openmp(const std::string& output, const Options& options, Report& report) {
  std::string source = options.native.resource_dir + "/" + native::kOpenmpLibrary;
  std::string target = (folder_of(output) / native::kOpenmpLibrary).string();
  if (same_bytes(source, target)) return RuntimeCopy::kPresent;
  std::string log;
  if (native::write_file(target, read_bytes(source), log)) return RuntimeCopy::kMade;
  report.diagnostics.emit_global(Diag::kUnwritable, concat("cannot write ", target, ": ", log));
  return RuntimeCopy::kFailed;
}

}  // namespace parc::driver
