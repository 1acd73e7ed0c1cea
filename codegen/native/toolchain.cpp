#include <sys/stat.h>

#include <fstream>
#include <map>
#include <mutex>
#include <sstream>

#include "codegen/native/kernel_files.h"
#include "codegen/native/native.h"

namespace parc::native {
namespace {

// An outside compiler by its file: reading its version would take longer than compiling.
std::string outside_compiler(const std::string& name) {
  const std::string path = find_program(name);
  struct stat status{};
  if (path.empty() || stat(path.c_str(), &status) != 0) return path;
  return path + ' ' + std::to_string(status.st_size) + ' ' + std::to_string(status.st_mtim.tv_sec);
}

// The hash of a file of the resource folder, read once a process.
std::string resource_hash(const std::string& path) {
  static std::mutex mutex;
  static std::map<std::string, std::string> known;
  std::lock_guard lock(mutex);
  std::string& hash = known[path];
  if (hash.empty()) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    hash = blake3_hex(bytes.view());
  }
  return hash;
}

}  // namespace

std::string toolchain_hash(const Options& options) {
  std::string facts = llvm_version();
  const auto add = [&](std::string_view fact) {
    facts += '\n';
    facts += fact;
  };
  const Target target = host_target(options);
  add(target.cpu);
  for (const std::string& feature : target.features) add(feature);
  add(options.compiler.empty() ? "" : outside_compiler(options.compiler));
  for (const KernelFile& file : kernel_files()) add(file.text);
  for (const char* file : {kRuntimeLibrary, kOpenmpLibrary}) {
    add(resource_hash(options.resource_dir + "/" + file));
  }
  return blake3_hex(facts);
}

}  // namespace parc::native
