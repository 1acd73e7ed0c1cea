#include "runtime/core/cgroup.h"

#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <string_view>
#include <utility>
#include <vector>

namespace parc::runtime {
namespace {

bool read_file(const std::string& path, std::string& text) {
  int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  char buffer[4096];
  text.clear();
  for (ssize_t n; (n = read(file, buffer, sizeof buffer)) > 0;) text.append(buffer, n);
  close(file);
  return true;
}

int smaller_limit(int a, int b) { return a == 0 ? b : b == 0 ? a : std::min(a, b); }

int cpus(double quota, double period) {
  if (quota <= 0 || period <= 0) return 0;
  int whole = static_cast<int>(quota / period);
  return std::max(1, whole + (whole * period < quota ? 1 : 0));
}

// "max 100000" or "150000 100000".
int limit_of_v2(const std::string& folder) {
  std::string text;
  if (!read_file(folder + "/cpu.max", text)) return 0;
  size_t space = text.find(' ');
  if (space == std::string::npos) return 0;
  return cpus(atof(text.c_str()), atof(text.c_str() + space));  // "max" reads as 0: no limit
}

int limit_of_v1(const std::string& folder) {
  std::string quota, period;
  if (!read_file(folder + "/cpu.cfs_quota_us", quota) || atof(quota.c_str()) <= 0) return 0;
  if (!read_file(folder + "/cpu.cfs_period_us", period)) return 0;
  return cpus(atof(quota.c_str()), atof(period.c_str()));
}

// A group of one of the two versions, by its folder.
struct Group {
  std::string folder;
  bool is_v2;

  int limit() const { return is_v2 ? limit_of_v2(folder) : limit_of_v1(folder); }
  bool has_limit() const {
    return access((folder + (is_v2 ? "/cpu.max" : "/cpu.cfs_quota_us")).c_str(), R_OK) == 0;
  }
};
using Groups = std::vector<Group>;

// The group and all around it, as far as they have a limit. In a container the path may be that of
// the host, with the files at the root of the mount: the root is always looked at.
void add_groups(Groups& groups, const std::string& mount, std::string path, bool is_v2) {
  auto add = [&](const std::string& folder) {
    Group group{folder, is_v2};
    if (group.has_limit()) groups.push_back(std::move(group));
  };
  while (path.size() > 1 && path[0] == '/') {
    add(mount + path);
    path.resize(path.rfind('/'));
  }
  add(mount);
}

bool names_cpu(std::string_view controllers) {
  while (!controllers.empty()) {
    std::string_view one = controllers.substr(0, controllers.find(','));
    if (one == "cpu") return true;
    controllers.remove_prefix(std::min(one.size() + 1, controllers.size()));
  }
  return false;
}

// One line of /proc/self/cgroup: "0::/path" (v2) or "4:cpu,cpuacct:/path" (v1).
void add_groups_of_line(Groups& groups, std::string_view line, const std::string& sys) {
  size_t first = line.find(':');
  size_t second = line.find(':', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return;
  std::string_view controllers = line.substr(first + 1, second - first - 1);
  std::string path(line.substr(second + 1));
  if (controllers.empty()) {
    add_groups(groups, sys, path, true);
    add_groups(groups, sys + "/unified", path, true);
  } else if (names_cpu(controllers)) {
    add_groups(groups, sys + "/" + std::string(controllers), path, false);
  }
}

Groups find_groups(const std::string& proc, const std::string& sys) {
  Groups groups;
  std::string text;
  if (!read_file(proc + "/cgroup", text)) return groups;
  for (std::string_view rest = text; !rest.empty();) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    add_groups_of_line(groups, line, sys);
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  return groups;
}

int smallest_limit(const Groups& groups) {
  int limit = 0;
  for (const Group& group : groups) limit = smaller_limit(limit, group.limit());
  return limit;
}

std::atomic<const Groups*> own_groups{nullptr};  // never freed: another thread may look at it
std::atomic<long long> read_at{0};
std::atomic<int> known{0};

// Which groups the process is in is looked up once: that takes longer than all the rest.
const Groups& groups_of_process() {
  const Groups* groups = own_groups.load(std::memory_order_acquire);
  if (groups) return *groups;
  auto* found = new Groups(find_groups("/proc/self", "/sys/fs/cgroup"));
  if (own_groups.compare_exchange_strong(groups, found)) return *found;
  delete found;
  return *groups;
}

}  // namespace

int read_cgroup_quota(const std::string& proc, const std::string& sys) {
  return smallest_limit(find_groups(proc, sys));
}

int cgroup_quota() {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC_COARSE, &t);
  long long now = t.tv_sec * 1000LL + t.tv_nsec / 1'000'000 + 1;
  long long last = read_at.load(std::memory_order_acquire);
  // Whoever moves the time on reads; the others go on with what was known.
  if (last == 0 || (now - last >= 1000 && read_at.compare_exchange_strong(last, now))) {
    known.store(smallest_limit(groups_of_process()), std::memory_order_relaxed);
    if (last == 0) read_at.store(now, std::memory_order_release);
  }
  return known.load(std::memory_order_relaxed);
}

void reset_cgroup_quota() {
  own_groups.store(nullptr);
  read_at.store(0);
}

}  // namespace parc::runtime
