#pragma once

#include <string>

namespace parc::driver::cache {

// An exclusive lock between processes and threads, on a file that is made when it is missing.
// Held until destruction, or until the process ends in whatever way.
class FileLock {
 public:
  explicit FileLock(const std::string& path);
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock();

  int descriptor() const { return descriptor_; }  // -1 when the file cannot be made

 private:
  int descriptor_;
};

}  // namespace parc::driver::cache
