// Replays the corpus: no file of it may crash the compiler or take it long.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/targets.h"

namespace parc::fuzz {
namespace {

constexpr auto kLimit = std::chrono::seconds(10);

std::vector<std::filesystem::path> corpus() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(PARC_SOURCE_DIR "/tests/fuzz/corpus")) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void replay(void (*target)(std::string_view)) {
  const auto files = corpus();
  ASSERT_GE(files.size(), 200u);
  for (const auto& path : files) {
    std::ifstream stream(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    const auto start = std::chrono::steady_clock::now();
    target(text);
    EXPECT_LT(std::chrono::steady_clock::now() - start, kLimit) << path;
  }
}

TEST(Corpus, Parse) { replay(parse); }
TEST(Corpus, Check) { replay(check); }

}  // namespace
}  // namespace parc::fuzz
