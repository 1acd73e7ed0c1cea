#include "driver/cache/slot.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "driver/cache/contents.h"
#include "driver/cache/entry.h"

namespace parc::driver::cache {
namespace {

namespace fs = std::filesystem;

class SlotTest : public testing::Test {
 protected:
  void SetUp() override {
    settings_.folder = testing::TempDir() + "parc-slot-XXXXXX";
    ASSERT_NE(mkdtemp(settings_.folder.data()), nullptr);
    settings_.bytes = 1 << 20;
  }
  void TearDown() override { fs::remove_all(settings_.folder); }

  void put(const std::string& key) {
    Slot slot(settings_, key);
    ASSERT_TRUE(slot.put("a module"));
  }
  void write(const std::string& name) {
    std::ofstream stream(settings_.folder + "/" + name);
    stream << "x";
  }
  bool exists(const std::string& name) { return fs::exists(settings_.folder + "/" + name); }

  Settings settings_;
};

// No file can be opened while this lives.
class NoDescriptors {
 public:
  NoDescriptors() {
    getrlimit(RLIMIT_NOFILE, &before_);
    rlimit none = before_;
    none.rlim_cur = 0;
    setrlimit(RLIMIT_NOFILE, &none);
  }
  ~NoDescriptors() { setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};

TEST_F(SlotTest, FindsWhatWasPut) {
  put("key");
  EXPECT_TRUE(Slot(settings_, "key").is_found());
  EXPECT_TRUE(find_entry(settings_.folder, "key"));
}

TEST_F(SlotTest, KeepsAnEntryThatCannotBeReadNow) {
  put("key");
  {
    NoDescriptors none;
    Slot slot(settings_, "key");
    EXPECT_FALSE(slot.is_found());
    EXPECT_EQ(slot.unusable(), std::strerror(EMFILE));
    EXPECT_EQ(slot.dropped(), "");
    EXPECT_FALSE(slot.put("a module"));
  }
  EXPECT_TRUE(Slot(settings_, "key").is_found());
}

TEST_F(SlotTest, DropsALink) {
  put("other");
  fs::create_symlink(entry_path(settings_.folder, "other"), entry_path(settings_.folder, "key"));
  Slot slot(settings_, "key");
  EXPECT_FALSE(slot.is_found());
  EXPECT_NE(slot.dropped(), "");
  EXPECT_TRUE(slot.put("a module"));
}

TEST_F(SlotTest, ClearRemovesWhatKilledWritersLeft) {
  put("key");
  const std::string ours = ".llvmcache-key.parc-" + std::to_string(getpid());
  write(".llvmcache-key.parc-999999999");
  write(ours);
  write("a file of the user");
  std::string why;
  ASSERT_TRUE(clear(settings_.folder, why)) << why;
  EXPECT_FALSE(exists("llvmcache-key"));
  EXPECT_FALSE(exists(".llvmcache-key.parc-999999999"));
  EXPECT_TRUE(exists(ours));  // its writer runs
  EXPECT_TRUE(exists("a file of the user"));
}

}  // namespace
}  // namespace parc::driver::cache
