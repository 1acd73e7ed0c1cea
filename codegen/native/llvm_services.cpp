// What LLVM offers besides compiling: the host's CPU, archives, hashes, cache pruning, crash
// recovery.
#include <algorithm>

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringMap.h>
#include <llvm/Config/llvm-config.h>
#include <llvm/Object/ArchiveWriter.h>
#include <llvm/Support/BLAKE3.h>
#include <llvm/Support/CachePruning.h>
#include <llvm/Support/CrashRecoveryContext.h>
#include <llvm/Support/SHA256.h>
#include <llvm/TargetParser/Host.h>
#include <llvm/TargetParser/X86TargetParser.h>
#include "codegen/native/native.h"
#include "codegen/native/portable.h"

namespace parc::native {
namespace {

// avx10.1-*: clang 19 warns about them beside the avx512 features, which say the same. The others
// are not about instructions that code generation would choose.
bool is_left_out(llvm::StringRef feature) {
  return feature.starts_with("avx10.1") || feature == "64bit" || feature == "shstk";
}

}  // namespace

Target host_target(const Options& options) {
  Target target;
  if (options.cpu != "native") {
    target.cpu = options.cpu;
    const std::string& base = options.cpu == kPortable ? portable_cpus().back() : options.cpu;
    llvm::SmallVector<llvm::StringRef> features;
    if (llvm::X86::parseArchX86(base) != llvm::X86::CK_None) {
      llvm::X86::getFeaturesForCPU(base, features);
    }
    for (llvm::StringRef feature : features) {
      if (!is_left_out(feature)) target.features.push_back("+" + feature.str());
    }
  } else {
    target.cpu = llvm::sys::getHostCPUName().str();
    for (const auto& entry : llvm::sys::getHostCPUFeatures()) {
      if (is_left_out(entry.getKey())) continue;
      target.features.push_back((entry.getValue() ? "+" : "-") + entry.getKey().str());
    }
  }
  std::sort(target.features.begin(), target.features.end());
  return target;
}

std::string used_features(const Options& options) {
  std::string list;
  for (const std::string& feature : host_target(options).features) {
    if (feature[0] != '+') continue;
    if (!list.empty()) list += ',';
    list += feature.substr(1);
  }
  return list;
}

bool is_known_cpu(const std::string& cpu) {
  return cpu == "native" || cpu == kPortable ||
         llvm::X86::parseArchX86(cpu, /*Only64Bit=*/true) != llvm::X86::CK_None;
}

std::string sha256_hex(std::string_view bytes) {
  llvm::ArrayRef<uint8_t> data(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  auto digest = llvm::SHA256::hash(data);
  return llvm::toHex(digest, /*LowerCase=*/true);
}

std::string blake3_hex(std::string_view bytes) {
  llvm::BLAKE3 hasher;
  hasher.update(llvm::StringRef(bytes.data(), bytes.size()));
  return llvm::toHex(llvm::ArrayRef<uint8_t>(hasher.final()), /*LowerCase=*/true);
}

void prune_cache(const std::string& folder, uint64_t bytes) {
  llvm::CachePruningPolicy policy;
  policy.Interval = std::chrono::seconds(0);
  policy.Expiration = std::chrono::seconds(0);  // no entry is too old
  policy.MaxSizePercentageOfAvailableSpace = 0;
  policy.MaxSizeBytes = bytes;
  policy.MaxSizeFiles = 0;
  llvm::pruneCache(folder, policy);
}

std::string archive_of(const std::vector<std::pair<std::string, std::string>>& objects) {
  std::vector<llvm::NewArchiveMember> members;
  for (const auto& [name, bytes] : objects) {
    members.emplace_back(llvm::MemoryBufferRef(bytes, name));
  }
  auto archive = llvm::writeArchiveToBuffer(members, llvm::SymtabWritingMode::NoSymtab,
                                            llvm::object::Archive::K_GNU, /*Deterministic=*/true,
                                            /*Thin=*/false);
  return llvm::cantFail(std::move(archive))->getBuffer().str();
}

std::string llvm_version() { return LLVM_VERSION_STRING; }

bool run_guarded(const std::function<void()>& work) {
  llvm::CrashRecoveryContext::Enable();
  llvm::CrashRecoveryContext context;
  return context.RunSafelyOnThread([&] { work(); }, 64u << 20);
}

}  // namespace parc::native
