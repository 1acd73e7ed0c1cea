// The CPU quota of the control groups that this process is in.
#pragma once

#include <string>

namespace parc::runtime {

// CPUs that the quota allows, rounded up; 0 when there is no limit. Understands cgroup v2 (cpu.max)
// and v1 (cpu.cfs_quota_us), from the process's group up to the root. `proc` and `sys` are
// "/proc/self" and "/sys/fs/cgroup" but in tests.
int read_cgroup_quota(const std::string& proc, const std::string& sys);

// The same of this process, read at most once a second. The groups are those that it was in at the
// first call.
int cgroup_quota();
// In the child of a fork.
void reset_cgroup_quota();

}  // namespace parc::runtime
