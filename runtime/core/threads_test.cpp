#include "runtime/core/threads.h"

#include <gtest/gtest.h>
#include <omp.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "runtime/core/cgroup.h"
#include "runtime/core/cpu_features.h"
#include "runtime/core/sha256.h"

namespace parc::runtime {
namespace {

namespace fs = std::filesystem;

TEST(Threads, AskedForNumbersCountButForALimitOfThisThread) {
  if (getenv("OMP_NUM_THREADS") || getenv("OMP_THREAD_LIMIT")) GTEST_SKIP();
  EXPECT_EQ(thread_count(5), 5);
  EXPECT_LE(thread_count(0), omp_get_num_procs());
  int usual = thread_count(0);
  std::thread([&] {
    omp_set_num_threads(usual + 2);
    EXPECT_EQ(thread_count(0), usual + 2);
    EXPECT_EQ(thread_count(1), 1);
    EXPECT_EQ(thread_count(usual + 5), usual + 2);
  }).join();
  EXPECT_EQ(thread_count(0), usual);
}

// A made-up /proc/self and /sys/fs/cgroup.
class Cgroup : public testing::Test {
 protected:
  // Of this process: tests run side by side.
  Cgroup() : root_(fs::path(testing::TempDir()) / ("parc_cgroup_" + std::to_string(getpid()))) {
    fs::remove_all(root_);
  }
  ~Cgroup() override { fs::remove_all(root_); }
  void write(const fs::path& file, const std::string& text) {
    fs::create_directories((root_ / file).parent_path());
    std::ofstream(root_ / file) << text << "\n";
  }
  int quota() { return read_cgroup_quota((root_ / "proc").string(), (root_ / "sys").string()); }

 private:
  fs::path root_;
};

TEST_F(Cgroup, Version2TakesTheSmallestOfAllGroupsAround) {
  EXPECT_EQ(quota(), 0);
  write("proc/cgroup", "0::/user/job");
  EXPECT_EQ(quota(), 0);
  write("sys/user/job/cpu.max", "max 100000");
  EXPECT_EQ(quota(), 0);
  write("sys/user/cpu.max", "250000 100000");
  EXPECT_EQ(quota(), 3);
  write("sys/user/job/cpu.max", "50000 100000");
  EXPECT_EQ(quota(), 1);
}

TEST_F(Cgroup, Version1AndContainers) {
  write("proc/cgroup", "5:memory:/docker/x\n4:cpu,cpuacct:/docker/x\n1:cpuset:/\n0::/unified");
  write("sys/cpu,cpuacct/cpu.cfs_quota_us", "200000");
  write("sys/cpu,cpuacct/cpu.cfs_period_us", "100000");
  EXPECT_EQ(quota(), 2);
  write("sys/cpu,cpuacct/docker/x/cpu.cfs_quota_us", "-1");
  write("sys/cpu,cpuacct/docker/x/cpu.cfs_period_us", "100000");
  EXPECT_EQ(quota(), 2);
}

TEST(Sha256, KnownDigests) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  for (size_t size = 54; size < 66; ++size)
    EXPECT_EQ(sha256_hex(std::string(size, 'x')).size(), 64u);
}

TEST(CpuFeatures, ThisMachineHasTheBaseline) {
  EXPECT_EQ(missing_cpu_features(""), "");
  EXPECT_EQ(missing_cpu_features("+cmov,cx8,+sse2,-xop,some-tuning"), "");
  EXPECT_NE(missing_cpu_features("xop,fma4,tbm,sse4a,avxneconvert"), "");
}

}  // namespace
}  // namespace parc::runtime
