#include "codegen/native/temporary_file.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace parc::native {
namespace {

namespace fs = std::filesystem;

bool is_running(const std::string& process) {
  pid_t id = 0;
  auto [end, error] = std::from_chars(process.data(), process.data() + process.size(), id);
  if (error != std::errc() || end != process.data() + process.size() || id <= 0) return false;
  return kill(id, 0) == 0 || errno == EPERM;
}

}  // namespace

std::string temporary_prefix(const std::string& target) {
  return "." + fs::path(target).filename().string() + kTemporaryMark;
}

int remove_leftovers(const std::string& target) {
  fs::path path(target);
  fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  std::string prefix = temporary_prefix(target);
  int count = 0;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::string name = it->path().filename().string();
    if (!name.starts_with(prefix) || is_running(name.substr(prefix.size()))) continue;
    std::error_code ignored;
    if (fs::remove(it->path(), ignored)) ++count;
  }
  return count;
}

TemporaryFile::TemporaryFile(std::string target) : target_(std::move(target)) {
  remove_leftovers(target_);
  fs::path path(target_);
  path.replace_filename(temporary_prefix(target_) + std::to_string(getpid()));
  path_ = path.string();
}

TemporaryFile::~TemporaryFile() {
  if (!published_) unlink(path_.c_str());
}

bool TemporaryFile::create(std::string& log, unsigned mode) {
  int fd = open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
  if (fd < 0) {
    log = std::strerror(errno);
    return false;
  }
  close(fd);
  return true;
}

bool TemporaryFile::publish(std::string& log) {
  if (std::rename(path_.c_str(), target_.c_str()) != 0) {
    log = std::strerror(errno);
    return false;
  }
  published_ = true;
  return true;
}

bool write_file(const std::string& path, std::string_view bytes, std::string& log, unsigned mode) {
  TemporaryFile temporary(path);
  if (!temporary.create(log, mode)) return false;
  std::ofstream stream(temporary.path(), std::ios::binary);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  if (stream) return temporary.publish(log);
  log = std::strerror(errno);
  return false;
}

}  // namespace parc::native
