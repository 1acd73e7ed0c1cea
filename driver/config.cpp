#include "driver/config.h"

#include "driver/build_info.h"
#include "driver/resources.h"
#include "support/text_writer.h"

namespace parc::driver {
namespace {

std::string resource(const Options& options, const char* name) {
  return options.native.resource_dir + "/" + name;
}

}  // namespace

bool has_build_files(const Options& options, Diagnostics& diagnostics) {
  return has_resources(options.native.resource_dir,
                       {native::kRuntimeLibrary, native::kOpenmpLibrary, native::kLinkOptions,
                        native::kKernelFolder, "cmake"},
                       diagnostics);
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
