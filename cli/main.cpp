#include <filesystem>

#include "cli/commands.h"

int main(int argc, char** argv) {
  std::error_code ignored;
  parc::cli::Host host;
  host.executable = std::filesystem::read_symlink("/proc/self/exe", ignored).string();
  return parc::cli::run({argv + 1, argv + argc}, host);
}
