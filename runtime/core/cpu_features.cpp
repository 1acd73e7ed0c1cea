#include "runtime/core/cpu_features.h"

#include <cpuid.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace parc::runtime {
namespace {

enum Register : uint8_t { kEax, kEbx, kEcx, kEdx, kRegisters };
enum Leaf : uint8_t { kBasic, kExtended, kExtendedMore, kAmd, kLeaves };
// What the system must save for the feature's registers (bits of XCR0).
enum Needs : uint8_t { kNothing = 0, kAvx = 0x06, kAvx512 = 0xe6 };

struct Feature {
  std::string_view name;
  Leaf leaf;
  Register reg;
  uint8_t bit;
  Needs needs = kNothing;
};

// Intel's and AMD's manuals: instruction CPUID. The features that LLVM's code generator makes use
// of.
constexpr Feature kFeatures[] = {
    {"cx8", kBasic, kEdx, 8},
    {"cmov", kBasic, kEdx, 15},
    {"mmx", kBasic, kEdx, 23},
    {"fxsr", kBasic, kEdx, 24},
    {"sse", kBasic, kEdx, 25},
    {"sse2", kBasic, kEdx, 26},
    {"sse3", kBasic, kEcx, 0},
    {"pclmul", kBasic, kEcx, 1},
    {"ssse3", kBasic, kEcx, 9},
    {"fma", kBasic, kEcx, 12, kAvx},
    {"cx16", kBasic, kEcx, 13},
    {"sse4.1", kBasic, kEcx, 19},
    {"sse4.2", kBasic, kEcx, 20},
    {"movbe", kBasic, kEcx, 22},
    {"popcnt", kBasic, kEcx, 23},
    {"aes", kBasic, kEcx, 25},
    {"xsave", kBasic, kEcx, 26},
    {"avx", kBasic, kEcx, 28, kAvx},
    {"f16c", kBasic, kEcx, 29, kAvx},
    {"rdrnd", kBasic, kEcx, 30},
    {"bmi", kExtended, kEbx, 3},
    {"avx2", kExtended, kEbx, 5, kAvx},
    {"bmi2", kExtended, kEbx, 8},
    {"avx512f", kExtended, kEbx, 16, kAvx512},
    {"avx512dq", kExtended, kEbx, 17, kAvx512},
    {"rdseed", kExtended, kEbx, 18},
    {"adx", kExtended, kEbx, 19},
    {"avx512ifma", kExtended, kEbx, 21, kAvx512},
    {"avx512cd", kExtended, kEbx, 28, kAvx512},
    {"sha", kExtended, kEbx, 29},
    {"avx512bw", kExtended, kEbx, 30, kAvx512},
    {"avx512vl", kExtended, kEbx, 31, kAvx512},
    {"avx512vbmi", kExtended, kEcx, 1, kAvx512},
    {"avx512vbmi2", kExtended, kEcx, 6, kAvx512},
    {"gfni", kExtended, kEcx, 8},
    {"vaes", kExtended, kEcx, 9, kAvx},
    {"vpclmulqdq", kExtended, kEcx, 10, kAvx},
    {"avx512vnni", kExtended, kEcx, 11, kAvx512},
    {"avx512bitalg", kExtended, kEcx, 12, kAvx512},
    {"avx512vpopcntdq", kExtended, kEcx, 14, kAvx512},
    {"movdiri", kExtended, kEcx, 27},
    {"movdir64b", kExtended, kEcx, 28},
    {"avx512vp2intersect", kExtended, kEdx, 8, kAvx512},
    {"avx512fp16", kExtended, kEdx, 23, kAvx512},
    {"avxvnni", kExtendedMore, kEax, 4, kAvx},
    {"avx512bf16", kExtendedMore, kEax, 5, kAvx512},
    {"avxifma", kExtendedMore, kEax, 23, kAvx},
    {"avxvnniint8", kExtendedMore, kEdx, 4, kAvx},
    {"avxneconvert", kExtendedMore, kEdx, 5, kAvx},
    {"sahf", kAmd, kEcx, 0},
    {"lzcnt", kAmd, kEcx, 5},
    {"sse4a", kAmd, kEcx, 6},
    {"xop", kAmd, kEcx, 11, kAvx},
    {"fma4", kAmd, kEcx, 16, kAvx},
    {"tbm", kAmd, kEcx, 21},
};

uint32_t saved_registers() {
  uint32_t a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & (1u << 27))) return 0;  // OSXSAVE
  uint32_t low, high;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return low;
}

using Answers = std::array<std::array<uint32_t, kRegisters>, kLeaves>;

// What CPUID says, zeros where it says nothing. Each question is asked once: on a virtual machine
// every one is a trip to the host.
Answers ask() {
  constexpr struct {
    uint32_t leaf, subleaf;
  } kQuestions[kLeaves] = {{1, 0}, {7, 0}, {7, 1}, {0x80000001, 0}};
  Answers answers = {};
  for (size_t i = 0; i < kLeaves; ++i) {
    std::array<uint32_t, kRegisters>& answer = answers[i];
    __get_cpuid_count(kQuestions[i].leaf, kQuestions[i].subleaf, &answer[kEax], &answer[kEbx],
                      &answer[kEcx], &answer[kEdx]);
  }
  return answers;
}

bool has(const Feature& feature) {
  static const Answers answers = ask();
  static const uint32_t saved = saved_registers();
  const uint32_t value = answers[feature.leaf][feature.reg];
  return (value >> feature.bit & 1) && (saved & feature.needs) == feature.needs;
}

}  // namespace

std::string missing_cpu_features(std::string_view features) {
  std::string missing;
  while (!features.empty()) {
    std::string_view one = features.substr(0, features.find(','));
    features.remove_prefix(std::min(one.size() + 1, features.size()));
    if (one.starts_with('+')) one.remove_prefix(1);
    for (const Feature& feature : kFeatures) {
      if (feature.name != one || has(feature)) continue;
      if (!missing.empty()) missing += ", ";
      missing += one;
    }
  }
  return missing;
}

}  // namespace parc::runtime
