// The lld inside. Everything it reads besides libraries comes from memory.
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <thread>
#include <utility>

#include <lld/Common/CommonLinkerContext.h>
#include <lld/Common/Driver.h>
#include <llvm/Support/raw_ostream.h>
#include "codegen/native/native.h"
#include "codegen/native/system_libraries.h"

LLD_HAS_DRIVER(elf)

namespace parc::native {
namespace {

// Only the module's entry is visible: two modules of one process share nothing by accident.
constexpr char kVersionScript[] = "{ global: PyInit_*; local: *; };\n";

// Bytes as a file that only this process has.
class MemoryFile {
 public:
  MemoryFile(const char* name, const std::string& bytes) : fd_(memfd_create(name, MFD_CLOEXEC)) {
    size_t done = 0;
    while (fd_ >= 0 && done < bytes.size()) {
      ssize_t count = write(fd_, bytes.data() + done, bytes.size() - done);
      if (count <= 0) return;
      done += static_cast<size_t>(count);
    }
    complete_ = fd_ >= 0;
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() {
    if (fd_ >= 0) close(fd_);
  }
  bool complete() const { return complete_; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }

 private:
  int fd_;
  bool complete_ = false;
};

// What is written to a path, collected. A pipe, since lld replaces a regular file by a new one that
// it makes beside it.
class Collector {
 public:
  Collector() {
    if (pipe2(ends_, O_CLOEXEC) != 0) return;
    reader_ = std::thread([this] {
      char buffer[1 << 16];
      for (ssize_t n; (n = read(ends_[0], buffer, sizeof buffer)) != 0;) {
        if (n > 0) bytes_.append(buffer, static_cast<size_t>(n));
        if (n < 0 && errno != EINTR) return;
      }
    });
  }
  Collector(const Collector&) = delete;
  Collector& operator=(const Collector&) = delete;
  ~Collector() { take(); }
  bool is_open() const { return ends_[1] >= 0; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(ends_[1]); }
  // The end of it; the writer has closed the path.
  std::string take() {
    if (ends_[1] >= 0) close(std::exchange(ends_[1], -1));
    if (reader_.joinable()) reader_.join();
    if (ends_[0] >= 0) close(std::exchange(ends_[0], -1));
    return std::move(bytes_);
  }

 private:
  int ends_[2] = {-1, -1};
  std::thread reader_;
  std::string bytes_;
};

// Libraries by full path; lld keeps their SONAMEs only. libgcc_s unwinds the runtime's exceptions,
// libmvec holds the vector forms of libm's functions.
bool add_libraries(std::vector<std::string>& arguments, std::string& log) {
  for (const char* soname : {"libstdc++.so.6", "libmvec.so.1", "libm.so.6", "libgcc_s.so.1",
                             "libc.so.6", "ld-linux-x86-64.so.2"}) {
    std::string path = find_system_library(soname);
    if (path.empty()) {
      log = std::string("the system's ") + soname + " was not found";
      return false;
    }
    arguments.push_back(path);
  }
  return true;
}

bool run_lld(const std::vector<std::string>& arguments, std::string& log) {
  static std::mutex one_at_a_time;  // lld keeps global state
  std::lock_guard lock(one_at_a_time);
  std::vector<const char*> pointers;
  for (const std::string& argument : arguments) pointers.push_back(argument.c_str());
  llvm::raw_string_ostream stream(log);
  lld::Result result = lld::lldMain(pointers, llvm::nulls(), stream, {{lld::Gnu, &lld::elf::link}});
  return result.retCode == 0;
}

}  // namespace

Linked link(const std::string& object, const Options& options) {
  Linked result;
  MemoryFile input("parc.o", object);
  MemoryFile script("parc.version", kVersionScript);
  Collector output;
  if (!input.complete() || !script.complete() || !output.is_open()) {
    result.log = std::string("no memory for the object: ") + std::strerror(errno);
    return result;
  }
  std::vector<std::string> arguments = {"ld.lld",
                                        "-shared",
                                        "-m",
                                        "elf_x86_64",
                                        "-o",
                                        output.path(),
                                        "--threads=1",
                                        "--gc-sections",
                                        "--exclude-libs=" + std::string(kRuntimeLibrary),
                                        "--eh-frame-hdr",
                                        "--build-id=none",
                                        "--hash-style=gnu",
                                        "--as-needed",
                                        "--strip-all",
                                        "-z",
                                        "now",
                                        "-z",
                                        "relro",
                                        "-z",
                                        "noexecstack",
                                        "-rpath",
                                        "$ORIGIN",
                                        "--version-script=" + script.path(),
                                        "--whole-archive",  // a portable module comes as one
                                        input.path(),
                                        "--no-whole-archive",
                                        options.resource_dir + "/" + kRuntimeLibrary,
                                        "--no-as-needed",
                                        options.resource_dir + "/" + kOpenmpLibrary,
                                        "--as-needed"};
  if (!add_libraries(arguments, result.log) || !run_lld(arguments, result.log)) return result;
  result.bytes = output.take();
  result.ok = true;
  return result;
}

}  // namespace parc::native
