#include "codegen/native/outside_compiler.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "codegen/native/kernel_files.h"
#include "support/temporary_folder.h"

extern char** environ;

namespace parc::native {
namespace {

namespace fs = std::filesystem;

void put_file(const fs::path& path, std::string_view text) {
  std::ofstream(path, std::ios::binary)
      .write(text.data(), static_cast<std::streamsize>(text.size()));
}

std::string read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return std::move(text).str();
}

// Runs a program with its output and errors in `log_path`. Its exit status, -1 when it did not run.
int run(const std::string& program, const std::vector<std::string>& arguments,
        const fs::path& log_path) {
  std::vector<char*> pointers;
  for (const std::string& argument : arguments) {
    pointers.push_back(const_cast<char*>(argument.c_str()));
  }
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, log_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                   0600);
  posix_spawn_file_actions_adddup2(&actions, 1, 2);
  pid_t process = 0;
  int error = posix_spawn(&process, program.c_str(), &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return -1;
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool is_clang(const std::string& compiler) {
  return fs::path(compiler).filename().string().find("clang") != std::string::npos;
}

std::vector<std::string> arguments(const Options& options, Output output, const fs::path& kernel) {
  std::vector<std::string> list = outside_flags(options, kernel.string());
  list.insert(list.begin(), options.compiler);
  switch (output) {
    case Output::kObject:
      list.push_back("-c");
      break;
    case Output::kLlvm:
      list.insert(list.end(), {"-S", "-emit-llvm"});
      break;
    case Output::kBitcode:
      list.insert(list.end(), {"-c", "-emit-llvm"});
      break;
    case Output::kAssembly:
      list.push_back("-S");
      break;
  }
  return list;
}

}  // namespace

std::vector<std::string> outside_flags(const Options& options, const std::string& kernel) {
  std::vector<std::string> list = {"-std=c++17",
                                   "-O3",
                                   "-fopenmp",
                                   "-fPIC",
                                   "-fno-math-errno",
                                   "-fno-builtin-pow",
                                   "-fno-strict-aliasing",
                                   "-ffp-contract=off",
                                   "-fvisibility=hidden",
                                   "-fno-exceptions",
                                   "-fno-rtti",
                                   "-w",
                                   "-nostdinc",
                                   "-ffunction-sections",
                                   "-fdata-sections",
                                   "-march=" + options.cpu,
                                   "-I" + kernel};
  if (is_clang(options.compiler)) {
    list.insert(list.end(), {"-fveclib=libmvec", "-fbracket-depth=2048"});
  } else {
    // GCC 12 makes fused operations there although contraction is off (its bug 107647).
    list.push_back("-fno-tree-slp-vectorize");
  }
  return list;
}

std::string find_program(const std::string& name) {
  if (name.find('/') != std::string::npos) return access(name.c_str(), X_OK) == 0 ? name : "";
  const char* variable = std::getenv("PATH");
  std::istringstream folders(variable ? variable : "/usr/local/bin:/usr/bin:/bin");
  for (std::string folder; std::getline(folders, folder, ':');) {
    std::string path = (folder.empty() ? "." : folder) + "/" + name;
    if (access(path.c_str(), X_OK) == 0 && fs::is_regular_file(path)) return path;
  }
  return "";
}

Compiled compile_outside(const std::string& cpp_text, const std::string& name, Output output,
                         const Options& options, const std::vector<std::string>& more) {
  Compiled result;
  std::string program = find_program(options.compiler);
  TemporaryFolder folder;
  if (program.empty() || folder.path().empty()) {
    result.log = program.empty() ? options.compiler + ": not found" : "no temporary folder";
    return result;
  }
  std::error_code ignored;
  fs::create_directory(folder.path() / "kernel", ignored);
  for (const KernelFile& file : kernel_files()) {
    put_file(folder.path() / "kernel" / file.name, file.text);
  }
  put_file(folder.path() / name, cpp_text);

  fs::path made = folder.path() / "made";
  std::vector<std::string> list = arguments(options, output, folder.path() / "kernel");
  list.insert(list.end(), more.begin(), more.end());
  list.insert(list.end(), {"-o", made.string(), (folder.path() / name).string()});
  int status = run(program, list, folder.path() / "log");
  result.log = read_file(folder.path() / "log");
  result.ok = status == 0;
  if (result.ok) result.bytes = read_file(made);
  return result;
}

}  // namespace parc::native
