#include "driver/clean.h"

#include <algorithm>
#include <filesystem>

#include "codegen/native/temporary_file.h"
#include "driver/module_note.h"
#include "driver/outputs.h"
#include "driver/stub_file.h"
#include "support/text_writer.h"

namespace parc::driver {
namespace {

namespace fs = std::filesystem;

struct Cleaner {
  const Options& options;
  Report& report;
  std::vector<std::string>& removed;

  bool remove(const fs::path& path) {
    std::error_code error;
    if (!fs::remove(path, error) && error) {
      report.diagnostics.emit_global(
          Diag::kUnwritable, concat(path.string(), " cannot be removed: ", error.message()));
      return false;
    }
    removed.push_back(path.string());
    return true;
  }
};

// What a killed compile left of any module or stub.
bool is_leftover(const std::string& name) {
  auto is_of = [&](const char* ending) {
    return name.find(concat(ending, native::kTemporaryMark)) != name.npos;
  };
  return name.starts_with(".") && (is_of(".so") || is_of(".pyi"));
}

std::vector<fs::path> entries(const fs::path& folder) {
  std::vector<fs::path> list;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->is_regular_file(error)) list.push_back(it->path());
  }
  std::sort(list.begin(), list.end());
  return list;
}

bool is_module(const fs::path& path) {
  return path.extension() == ".so" && has_module_note(path.string());
}

bool is_stub(const fs::path& path) {
  return path.extension() == ".pyi" && is_own_stub(path.string());
}

// The runtime goes with the last module, when it is the copy that parc made.
bool remove_openmp(Cleaner& cleaner, const fs::path& folder) {
  fs::path openmp = folder / native::kOpenmpLibrary;
  std::vector<fs::path> rest = entries(folder);
  if (std::any_of(rest.begin(), rest.end(), is_module)) return true;
  fs::path own = fs::path(cleaner.options.native.resource_dir) / native::kOpenmpLibrary;
  if (!same_bytes(openmp.string(), own.string())) return true;
  return cleaner.remove(openmp);
}

}  // namespace

bool clean(const std::string& path, const Options& options, Report& report,
           std::vector<std::string>& removed) {
  Cleaner cleaner{options, report, removed};
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(path, ignored))) {
    std::string module = output_path(path, options);
    if (!fs::path(path).extension().empty() || !fs::exists(module, ignored)) {
      report.diagnostics.emit_global(Diag::kFileNotFound, concat(path, " does not exist"));
      return false;
    }
  }
  bool ok = true;
  fs::path folder = path;
  if (fs::is_directory(path, ignored)) {
    for (const fs::path& entry : entries(path)) {
      bool is_ours = is_module(entry) || is_stub(entry) || is_leftover(entry.filename().string());
      if (is_ours) ok &= cleaner.remove(entry);
    }
  } else {
    fs::path module = fs::path(path).extension() == ".so" ? path : output_path(path, options);
    folder = module.parent_path().empty() ? fs::path(".") : module.parent_path();
    fs::path stub = stub_beside(module.string());
    if (is_module(module)) ok = cleaner.remove(module);
    if (is_stub(stub)) ok &= cleaner.remove(stub);
    std::string prefix = native::temporary_prefix(module.string());
    std::string stub_prefix = native::temporary_prefix(stub.string());
    for (const fs::path& entry : entries(folder)) {
      std::string name = entry.filename().string();
      if (name.starts_with(prefix) || name.starts_with(stub_prefix)) ok &= cleaner.remove(entry);
    }
  }
  return remove_openmp(cleaner, folder) && ok;
}

}  // namespace parc::driver
