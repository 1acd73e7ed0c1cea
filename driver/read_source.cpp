#include "driver/read_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "codegen/native/native.h"
#include "frontend/syntax/source_text.h"
#include "support/text_writer.h"

namespace parc::driver {
namespace {

std::string kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a pipe";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

// What is wrong with the path, before anything is opened: opening a pipe would wait for a writer.
bool is_regular_file(const std::string& path, Diagnostics& diagnostics) {
  struct stat status;
  if (stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) {
      auto builder = diagnostics.emit_global(Diag::kFileNotFound, concat(path, " does not exist"));
      builder.about_file(path);
      if (access((path + ".py").c_str(), F_OK) == 0) {
        builder.note(concat("there is ", path, ".py"));
      }
    } else {
      diagnostics
          .emit_global(Diag::kUnreadable, concat(path, " cannot be read: ", std::strerror(errno)))
          .about_file(path);
    }
    return false;
  }
  if (!S_ISREG(status.st_mode)) {
    diagnostics
        .emit_global(Diag::kNotAFile, concat(path, " is ", kind_of(status.st_mode), ", not a file"))
        .about_file(path);
    return false;
  }
  return true;
}

std::optional<std::string> read_bytes(const std::string& path, Diagnostics& diagnostics) {
  int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  std::string bytes;
  ssize_t count = fd < 0 ? -1 : 1;
  char buffer[1 << 16];
  while (count > 0 && bytes.size() <= syntax::kMaxSourceSize) {
    count = read(fd, buffer, sizeof buffer);
    if (count > 0) bytes.append(buffer, static_cast<size_t>(count));
  }
  int error = errno;
  if (fd >= 0) close(fd);
  if (count < 0) {
    diagnostics
        .emit_global(Diag::kUnreadable, concat(path, " cannot be read: ", std::strerror(error)))
        .about_file(path);
    return std::nullopt;
  }
  return bytes;
}

}  // namespace

std::optional<SourceRead> read_source(const std::string& path, SourceMap& sources,
                                      Diagnostics& diagnostics) {
  if (!is_regular_file(path, diagnostics)) return std::nullopt;
  std::optional<std::string> bytes = read_bytes(path, diagnostics);
  if (!bytes) return std::nullopt;
  size_t mark = diagnostics.error_count();
  SourceRead result;
  result.hash = native::sha256_hex(*bytes);
  result.file = syntax::add_source(sources, path, *bytes, diagnostics);
  if (diagnostics.error_count() > mark) return std::nullopt;
  return result;
}

std::optional<SourceRead> take_text(const std::string& path, const std::string& text,
                                    SourceMap& sources, Diagnostics& diagnostics) {
  size_t mark = diagnostics.error_count();
  SourceRead result;
  result.hash = native::sha256_hex(text);
  result.file = syntax::add_text(sources, path, text, diagnostics);
  if (diagnostics.error_count() > mark) return std::nullopt;
  return result;
}

}  // namespace parc::driver
