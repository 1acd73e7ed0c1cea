#include "driver/config.h"

#include <filesystem>

#include "driver/build_info.h"
#include "support/text_writer.h"

namespace parc::driver {
namespace {

namespace fs = std::filesystem;

std::string resource(const Options& options, const char* name) {
  return options.native.resource_dir + "/" + name;
}

}  // namespace

bool has_build_files(const Options& options, Diagnostics& diagnostics) {
  for (const char* name : {native::kRuntimeLibrary, native::kOpenmpLibrary, native::kLinkOptions,
                           native::kKernelFolder, "cmake"}) {
    std::error_code ignored;
    if (fs::exists(resource(options, name), ignored)) continue;
    diagnostics.emit_global(Diag::kRuntimeNotFound, concat(resource(options, name), " is missing"))
        .note("PARC_RESOURCE_DIR names the folder with parc's runtime library");
    return false;
  }
  return true;
}

std::vector<std::string> compile_flags(const Options& options) {
  native::Options native = options.native;
  if (native.compiler.empty()) native.compiler = "g++";
  return native::outside_flags(native, resource(options, native::kKernelFolder));
}

std::vector<std::string> link_flags(const Options& options) {
  return {"-shared", "@" + resource(options, native::kLinkOptions),
          resource(options, native::kRuntimeLibrary), resource(options, native::kOpenmpLibrary),
          "-lm"};
}

std::string cmake_folder(const Options& options) { return resource(options, "cmake"); }

std::string toolchain_hash(const Options& options) {
  return native::blake3_hex(
      concat(kVersion, "\n", kPythonVersion, "\n", native::toolchain_hash(options.native)));
}

}  // namespace parc::driver
