// The native phase: C++ text to object to extension module, in process. No compiler on the machine
// is used unless Options::compiler names one (PARC_CXX); linking is always done by the lld inside.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/diagnostic.h"

namespace parc::native {

// Files of the resource folder: the runtime that goes into every module, and OpenMP's, a copy of
// which goes beside it.
inline constexpr char kRuntimeLibrary[] = "libparc_runtime.a";
inline constexpr char kOpenmpLibrary[] = "libomp.so.5";
// There, too, for build tools that do without compile() and link(): the folder of the kernel
// headers, and the options of the link.
inline constexpr char kKernelFolder[] = "include";
inline constexpr char kLinkOptions[] = "link.txt";

// The CPU of a module that has code for several and chooses when it is loaded.
inline constexpr char kPortable[] = "portable";

struct Options {
  std::string compiler;        // "" = the clang inside; else a path or name such as "g++"
  std::string cpu = "native";  // or kPortable, or an LLVM CPU name, e.g. "x86-64-v3"
  bool loop_remarks = false;   // fill Compiled::remarks (the clang inside only)
  std::string resource_dir;    // holds libparc_runtime.a and libomp.so.5
};

// The CPU that the code is made for, with the features the host really has; of a portable module,
// what all its versions need.
struct Target {
  std::string cpu;
  std::vector<std::string> features;  // "+avx2", …
};
Target host_target(const Options& options);
// The features that code for it may use, as a module's import checks them: "avx2,fma".
std::string used_features(const Options& options);
// Whether `cpu` can stand in Options.
bool is_known_cpu(const std::string& cpu);

enum class Output : uint8_t { kObject, kLlvm, kBitcode, kAssembly };

// What the optimiser did with a loop, in its words: "vectorized loop (vectorization width: 4, …)".
enum class RemarkKind : uint8_t { kDone, kMissed, kReason };
struct LoopRemark {
  uint32_t line = 0;  // of the text, from 1: where the loop starts
  RemarkKind kind = RemarkKind::kDone;
  std::string text;
};

// Result of a phase: `ok` with the bytes (object file, LLVM IR as text or bitcode, assembly text),
// or the text of the failure. The object file of a portable module is an archive of objects.
struct Compiled {
  bool ok = false;
  std::string bytes;
  std::string log;  // clang's messages when it failed: an internal error of parc
  std::vector<LoopRemark>
      remarks;  // Options::loop_remarks; a line directive in the text spoils them
};
Compiled compile(const std::string& cpp_text, const std::string& name, Output output,
                 const Options& options);

struct Linked {
  bool ok = false;
  std::string bytes;  // the shared library
  std::string log;
};
// Links an object with the runtime, in memory.
Linked link(const std::string& object, const Options& options);

// The flags with which Options::compiler makes the code that the clang inside makes, with the
// kernel headers in a folder.
std::vector<std::string> outside_flags(const Options& options, const std::string& kernel);

// The path of the program, as a shell would find it; "" when there is none.
std::string find_program(const std::string& name);

// An archive of objects under their names; link() takes all of it.
std::string archive_of(const std::vector<std::pair<std::string, std::string>>& objects);

// SHA-256 and BLAKE3 as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);
std::string blake3_hex(std::string_view bytes);

// What a compiled module depends on besides its text: the target, the compiler, the kernel headers
// and the runtime, as a hash.
std::string toolchain_hash(const Options& options);

// Removes the files of a folder called "llvmcache-…" that were not used for the longest time,
// until the rest takes at most so many bytes.
void prune_cache(const std::string& folder, uint64_t bytes);

// Version of the LLVM, clang and lld inside ("19.1.7").
std::string llvm_version();

// Runs `work` on a thread with a deep stack. False when it crashed (a bad memory access, a trap):
// the process goes on, but what `work` held is lost. `work` lets no exception out.
bool run_guarded(const std::function<void()>& work);

}  // namespace parc::native
