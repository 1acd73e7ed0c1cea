#include "codegen/native/native.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <sstream>

#include "codegen/native/temporary_file.h"

namespace parc::native {
namespace {

namespace fs = std::filesystem;

constexpr char kText[] = R"(
#include "abi.h"
extern "C" int omp_get_thread_num();
static void fill(double* out, const double* in, parc_i64 n) {
#pragma omp parallel for firstprivate(out, in)
  for (parc_i64 i = 0; i < n; ++i) out[i] = __builtin_sin(in[i]) * 2.0 + in[i];
}
static double dot(const double* a, const double* b, parc_i64 n) {
  double s = 0;
#pragma omp parallel for reduction(+ : s)
  for (parc_i64 i = 0; i < n; ++i) s += a[i] * b[i];
  return s;
}
extern "C" __attribute__((visibility("default"))) void* PyInit_probe() {
  static double a[100], b[100], s;
  for (int i = 0; i < 100; ++i) a[i] = i * 0.5;
  fill(b, a, 100);
  s = dot(a, b, 100);
  return &s;
}
)";

// A sum that clang regroups in vectors.
constexpr char kSumText[] = R"(
#include "abi.h"
extern "C" __attribute__((visibility("default"))) double PyInit_probe(const double* a, parc_i64 n) {
  double s = 0;
  for (parc_i64 i = 0; i < n; ++i) {
    PARC_REASSOCIATE
    s += a[i] * a[i];
  }
  return s;
}
)";

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

class NativeTest : public testing::Test {
 protected:
  NativeTest() {
    std::string pattern = (fs::temp_directory_path() / "parc-test-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    options_.resource_dir = PARC_TEST_RESOURCES;
  }
  ~NativeTest() override { fs::remove_all(folder_); }

  void expect_loads(const std::string& compiler) {
    options_.compiler = compiler;
    Compiled made = compile(kText, "probe.cpp", Output::kObject, options_);
    ASSERT_TRUE(made.ok) << made.log;
    Linked linked = link(made.bytes, options_);
    ASSERT_TRUE(linked.ok) << linked.log;
    std::string log;
    ASSERT_TRUE(write_file(folder_ / "probe.so", linked.bytes, log)) << log;
    fs::copy_file(options_.resource_dir + "/libomp.so.5", folder_ / "libomp.so.5");
    void* library = dlopen((folder_ / "probe.so").c_str(), RTLD_NOW);
    ASSERT_NE(library, nullptr) << dlerror();
    auto* init = reinterpret_cast<double* (*)()>(dlsym(library, "PyInit_probe"));
    ASSERT_NE(init, nullptr);
    EXPECT_GT(*init(), 0.0);
  }

  fs::path folder_;
  Options options_;
};

TEST_F(NativeTest, CompilesLinksAndLoads) { expect_loads(""); }

TEST_F(NativeTest, OutsideCompilerMakesTheObject) { expect_loads("g++"); }

TEST_F(NativeTest, SameInputSameBytes) {
  Compiled first = compile(kText, "probe.cpp", Output::kObject, options_);
  Compiled second = compile(kText, "probe.cpp", Output::kObject, options_);
  ASSERT_TRUE(first.ok) << first.log;
  EXPECT_EQ(first.bytes, second.bytes);
  Linked linked = link(first.bytes, options_);
  ASSERT_TRUE(linked.ok) << linked.log;
  EXPECT_EQ(linked.bytes, link(first.bytes, options_).bytes);
}

TEST_F(NativeTest, TextOutputs) {
  Compiled ir = compile(kText, "probe.cpp", Output::kLlvm, options_);
  EXPECT_NE(ir.bytes.find("define"), std::string::npos);
  EXPECT_NE(ir.bytes.find("__kmpc_fork_call"), std::string::npos);
  Compiled assembly = compile(kText, "probe.cpp", Output::kAssembly, options_);
  EXPECT_NE(assembly.bytes.find("PyInit_probe:"), std::string::npos);
  EXPECT_NE(assembly.bytes.find("_ZGV"), std::string::npos) << "no vector form of sin";
}

TEST_F(NativeTest, PowStaysACall) {
  Compiled made =
      compile("extern \"C\" double pow(double, double); double f(double x) { return pow(x, 2.0); }",
              "probe.cpp", Output::kAssembly, options_);
  EXPECT_NE(made.bytes.find("pow"), std::string::npos) << made.log;
}

TEST_F(NativeTest, ErrorsAreReported) {
  Compiled made = compile("int f() { return unknown; }", "probe.cpp", Output::kObject, options_);
  EXPECT_FALSE(made.ok);
  EXPECT_NE(made.log.find("unknown"), std::string::npos);
}

TEST_F(NativeTest, CrashOfClangIsAFailure) {
  Compiled made =
      compile("#pragma clang __debug parser_crash\n", "probe.cpp", Output::kObject, options_);
  EXPECT_FALSE(made.ok);
  EXPECT_NE(made.log.find("crashed"), std::string::npos) << made.log;
  Compiled next = compile("int f() { return 1; }", "probe.cpp", Output::kObject, options_);
  EXPECT_TRUE(next.ok) << next.log;
}

TEST_F(NativeTest, LinkingWhatIsNoObjectFails) {
  Linked linked = link("not an object", options_);
  EXPECT_FALSE(linked.ok);
  EXPECT_NE(linked.log, "");
}

TEST_F(NativeTest, LeftoversOfKilledProcessesAreRemoved) {
  std::ofstream(folder_ / ".probe.so.parc-999999999") << "half";
  std::string log;
  ASSERT_TRUE(write_file(folder_ / "probe.so", "bytes", log)) << log;
  EXPECT_EQ(read(folder_ / "probe.so"), "bytes");
  EXPECT_FALSE(fs::exists(folder_ / ".probe.so.parc-999999999"));
}

// What the disassembler says of an object or a library.
std::string disassembled(const fs::path& folder, const std::string& object) {
  const fs::path file = folder / "version.o", text = folder / "version.txt";
  std::ofstream(file, std::ios::binary) << object;
  const std::string command =
      "llvm-objdump-19 -d --no-show-raw-insn " + file.string() + " > " + text.string();
  EXPECT_EQ(std::system(command.c_str()), 0);
  return read(text);
}

// The part about one object of an archive.
std::string of_member(const std::string& code, const std::string& member) {
  const size_t start = code.find("(" + member + ")");
  EXPECT_NE(start, std::string::npos) << member;
  return code.substr(start, code.find(":\tfile format", code.find('\n', start)) - start);
}

TEST_F(NativeTest, PortableModulesHaveTheCodeOfThreeCpus) {
  options_.cpu = kPortable;
  Compiled made = compile(kSumText, "probe.cpp", Output::kObject, options_);
  ASSERT_TRUE(made.ok) << made.log;
  const std::string code = disassembled(folder_, made.bytes);
  const std::string v4 = of_member(code, "x86-64-v4.o"), v3 = of_member(code, "x86-64-v3.o"),
                    v2 = of_member(code, "x86-64-v2.o"), entry = of_member(code, "entry.o");
  EXPECT_NE(v4.find("<parc_init_x86_64_v4>:"), std::string::npos);
  EXPECT_NE(v3.find("<parc_init_x86_64_v3>:"), std::string::npos);
  EXPECT_NE(v2.find("<parc_init_x86_64_v2>:"), std::string::npos);
  EXPECT_NE(entry.find("<PyInit_probe>:"), std::string::npos);
  EXPECT_NE(v3.find("%ymm"), std::string::npos);
  EXPECT_NE(v2.find("addpd"), std::string::npos);
  for (const std::string& text : {v2, entry}) EXPECT_EQ(text.find("%ymm"), std::string::npos);
  EXPECT_EQ(code.find("vfmadd"), std::string::npos);
}

TEST_F(NativeTest, TheRuntimeRunsOnEveryCpu) {
  for (const char* library : {kRuntimeLibrary, kOpenmpLibrary}) {
    const std::string code = disassembled(folder_, read(fs::path(options_.resource_dir) / library));
    EXPECT_NE(code.find("%xmm"), std::string::npos) << library;
    EXPECT_EQ(code.find("%ymm"), std::string::npos) << library;
  }
}

TEST_F(NativeTest, PortableModulesAreOptimisedOnce) {
  options_.cpu = kPortable;
  options_.loop_remarks = true;
  Compiled made = compile(kSumText, "probe.cpp", Output::kObject, options_);
  ASSERT_TRUE(made.ok) << made.log;
  EXPECT_FALSE(made.remarks.empty());
  EXPECT_FALSE(compile("int f() { return unknown; }", "probe.cpp", Output::kObject, options_).ok);
}

TEST_F(NativeTest, CompilationsInSeveralThreads) {
  std::vector<std::future<Compiled>> runs;
  for (int i = 0; i < 4; ++i) {
    const char* text = i == 1 ? "#pragma clang __debug parser_crash\n" : kText;
    runs.push_back(std::async(std::launch::async, [this, text] {
      return compile(text, "probe.cpp", Output::kObject, options_);
    }));
  }
  for (int i = 0; i < 4; ++i) EXPECT_EQ(runs[i].get().ok, i != 1);
}

TEST_F(NativeTest, TargetIsClean) {
  for (const std::string& feature : host_target(options_).features) {
    EXPECT_EQ(feature.find("avx10"), std::string::npos);
  }
  options_.cpu = "x86-64-v3";
  Target target = host_target(options_);
  EXPECT_NE(std::find(target.features.begin(), target.features.end(), "+avx2"),
            target.features.end());
  EXPECT_TRUE(is_known_cpu("x86-64-v3"));
  EXPECT_FALSE(is_known_cpu("i386"));
  EXPECT_FALSE(is_known_cpu("nonsense"));
}

TEST_F(NativeTest, Sha256) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(NativeTest, Blake3) {
  EXPECT_EQ(blake3_hex("abc"), "6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85");
}

TEST_F(NativeTest, ToolchainHashTellsTargetsApart) {
  Options other = options_;
  other.cpu = "x86-64-v2";
  EXPECT_EQ(toolchain_hash(options_), toolchain_hash(options_));
  EXPECT_NE(toolchain_hash(options_), toolchain_hash(other));
  other = options_;
  other.compiler = "g++";
  EXPECT_NE(toolchain_hash(options_), toolchain_hash(other));
}

TEST_F(NativeTest, PruningKeepsTheLastUsed) {
  for (const char* name : {"llvmcache-old", "llvmcache-new", "other"}) {
    std::ofstream(folder_ / name) << std::string(1000, 'x');
  }
  timespec long_ago[2] = {{1, 0}, {1, 0}};
  utimensat(AT_FDCWD, (folder_ / "llvmcache-old").c_str(), long_ago, 0);
  prune_cache(folder_, 1500);
  EXPECT_FALSE(fs::exists(folder_ / "llvmcache-old"));
  EXPECT_TRUE(fs::exists(folder_ / "llvmcache-new"));
  EXPECT_TRUE(fs::exists(folder_ / "other"));
}

TEST_F(NativeTest, CrashOfGuardedWorkIsFalse) {
  EXPECT_TRUE(run_guarded([] {}));
  EXPECT_FALSE(run_guarded([] { __builtin_trap(); }));
}

TEST_F(NativeTest, ColdCompileIsQuick) {
  auto start = std::chrono::steady_clock::now();
  Compiled made = compile(kText, "probe.cpp", Output::kObject, options_);
  std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  RecordProperty("milliseconds", static_cast<int>(took.count() * 1000));
  EXPECT_TRUE(made.ok);
  EXPECT_LT(took.count(), 5.0);
}

}  // namespace
}  // namespace parc::native
