#include "runtime/core/cpu_choice.h"

#include <gtest/gtest.h>

namespace parc::runtime {
namespace {

constexpr parc_version kVersions[] = {{"wide", "sse,avx,avx512", nullptr},
                                      {"middle", "sse,avx", nullptr},
                                      {"narrow", "sse", nullptr}};

std::string nothing(std::string_view) { return ""; }
std::string everything(std::string_view) { return "sse"; }
std::string avx512(std::string_view features) {
  return features.find("avx512") == std::string_view::npos ? "" : "avx512";
}

TEST(CpuChoice, TheBestThatTheCpuHas) {
  EXPECT_EQ(choose_version(kVersions, "", nothing).version, &kVersions[0]);
  EXPECT_EQ(choose_version(kVersions, "", avx512).version, &kVersions[1]);
}

TEST(CpuChoice, TheOneThatIsAskedFor) {
  EXPECT_EQ(choose_version(kVersions, "narrow", nothing).version, &kVersions[2]);
  EXPECT_EQ(choose_version(kVersions, "middle", avx512).version, &kVersions[1]);
}

TEST(CpuChoice, WhatTheMachineLacksIsSaid) {
  const CpuChoice none = choose_version(kVersions, "", everything);
  EXPECT_EQ(none.version, nullptr);
  EXPECT_NE(none.problem.find("compiled for CPUs with sse"), std::string::npos) << none.problem;
  const CpuChoice wide = choose_version(kVersions, "wide", avx512);
  EXPECT_EQ(wide.version, nullptr);
  EXPECT_EQ(wide.problem, "PARC_CPU asks for wide, but this machine does not have avx512");
}

TEST(CpuChoice, UnknownNamesAreNotIgnored) {
  const CpuChoice unknown = choose_version(kVersions, "widest", nothing);
  EXPECT_EQ(unknown.version, nullptr);
  EXPECT_EQ(unknown.problem,
            "PARC_CPU asks for widest, but there is code for wide, middle, narrow only");
}

TEST(CpuChoice, ThisMachineHasItsOwn) {
  const parc_version own[] = {{"none", "xop,fma4,tbm,sse4a,avxneconvert", nullptr},
                              {"x86-64", "cmov,cx8,sse2", nullptr}};
  EXPECT_EQ(choose_version(own, "").version, &own[1]);
}

}  // namespace
}  // namespace parc::runtime
