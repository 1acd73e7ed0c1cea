#include "runtime/core/cgroup.h"

#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <string_view>

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
  if (!read_file(folder + "/cpu.cfs_quota_us", quota)) return 0;
  if (!read_file(folder + "/cpu.cfs_period_us", period)) return 0;
  return cpus(atof(quota.c_str()), atof(period.c_str()));
}

// The limits of a group and of all groups around it. In a container the path may be that of the
// host, with the files at the root of the mount: the root is always read.
int limit_up(const std::string& mount, std::string path, int (*limit_of)(const std::string&)) {
  int limit = 0;
  while (path.size() > 1 && path[0] == '/') {
    limit = smaller_limit(limit, limit_of(mount + path));
    path.resize(path.rfind('/'));
  }
  return smaller_limit(limit, limit_of(mount));
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
int limit_of_line(std::string_view line, const std::string& sys) {
  size_t first = line.find(':');
  size_t second = line.find(':', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return 0;
  std::string_view controllers = line.substr(first + 1, second - first - 1);
  std::string path(line.substr(second + 1));
  if (controllers.empty()) {
    int limit = limit_up(sys, path, limit_of_v2);
    return smaller_limit(limit, limit_up(sys + "/unified", path, limit_of_v2));
  }
  if (!names_cpu(controllers)) return 0;
  return limit_up(sys + "/" + std::string(controllers), path, limit_of_v1);
}

std::atomic<long long> read_at{0};
std::atomic<int> known{0};

}  // namespace

int read_cgroup_quota(const std::string& proc, const std::string& sys) {
  std::string text;
  if (!read_file(proc + "/cgroup", text)) return 0;
  int limit = 0;
  for (std::string_view rest = text; !rest.empty();) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    limit = smaller_limit(limit, limit_of_line(line, sys));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  return limit;
}

int cgroup_quota() {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC_COARSE, &t);
  long long now = t.tv_sec * 1000LL + t.tv_nsec / 1'000'000 + 1;
  long long last = read_at.load(std::memory_order_acquire);
  // Whoever moves the time on reads; the others go on with what was known.
  if (last == 0 || (now - last >= 1000 && read_at.compare_exchange_strong(last, now))) {
    known.store(read_cgroup_quota("/proc/self", "/sys/fs/cgroup"), std::memory_order_relaxed);
    if (last == 0) read_at.store(now, std::memory_order_release);
  }
  return known.load(std::memory_order_relaxed);
}

void reset_cgroup_quota() { read_at.store(0); }

}  // namespace parc::runtime
