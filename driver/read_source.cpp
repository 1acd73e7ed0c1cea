#include "driver/read_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "codegen/native/native.h"
#include "driver/encoding.h"
#include "support/text_writer.h"

namespace parc::driver {
namespace {

constexpr size_t kMaxBytes = 8u << 20;

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
      if (access((path + ".py").c_str(), F_OK) == 0) {
        builder.note(concat("there is ", path, ".py"));
      }
    } else {
      diagnostics.emit_global(Diag::kUnreadable,
                              concat(path, " cannot be read: ", std::strerror(errno)));
    }
    return false;
  }
  if (!S_ISREG(status.st_mode)) {
    diagnostics.emit_global(Diag::kNotAFile,
                            concat(path, " is ", kind_of(status.st_mode), ", not a file"));
    return false;
  }
  return true;
}

std::optional<std::string> read_bytes(const std::string& path, Diagnostics& diagnostics) {
  int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  std::string bytes;
  ssize_t count = fd < 0 ? -1 : 1;
  char buffer[1 << 16];
  while (count > 0 && bytes.size() <= kMaxBytes) {
    count = read(fd, buffer, sizeof buffer);
    if (count > 0) bytes.append(buffer, static_cast<size_t>(count));
  }
  int error = errno;
  if (fd >= 0) close(fd);
  if (count < 0) {
    diagnostics.emit_global(Diag::kUnreadable,
                            concat(path, " cannot be read: ", std::strerror(error)));
    return std::nullopt;
  }
  if (bytes.size() > kMaxBytes) {
    diagnostics.emit_global(Diag::kFileTooLarge,
                            concat(path, " has more than ", kMaxBytes >> 20, " MiB"));
    return std::nullopt;
  }
  return bytes;
}

void report_bad_bytes(const std::string& path, const std::string& bytes, const Decoded& decoded,
                      Diagnostics& diagnostics) {
  auto line = 1 + std::count(bytes.begin(),
                             bytes.begin() + static_cast<ptrdiff_t>(decoded.bad_offset), '\n');
  diagnostics
      .emit_global(Diag::kNotUtf8, concat(path, " is not ",
                                          decoded.encoding == "utf-8" ? "UTF-8" : decoded.encoding,
                                          ": a byte in line ", line, " does not fit"))
      .note(
          "save the file as UTF-8, or name its encoding in the first line, as in "
          "`# coding: latin-1`");
}

}  // namespace

std::optional<SourceRead> read_source(const std::string& path, SourceMap& sources,
                                      Diagnostics& diagnostics) {
  if (!is_regular_file(path, diagnostics)) return std::nullopt;
  std::optional<std::string> bytes = read_bytes(path, diagnostics);
  if (!bytes) return std::nullopt;
  Decoded decoded = decode_source(*bytes);
  switch (decoded.status) {
    case DecodeStatus::kOk:
      break;
    case DecodeStatus::kUnknownEncoding:
      diagnostics
          .emit_global(Diag::kUnknownEncoding, concat("the encoding ", decoded.encoding, " that ",
                                                      path, " names is not one for sources"))
          .note("save the file as UTF-8");
      return std::nullopt;
    case DecodeStatus::kBadBytes:
      report_bad_bytes(path, *bytes, decoded, diagnostics);
      return std::nullopt;
  }
  SourceRead result;
  result.hash = native::sha256_hex(*bytes);
  size_t nul = decoded.text.find('\0');
  result.file = sources.add(path, std::move(decoded.text));
  if (nul != std::string::npos) {
    auto offset = static_cast<uint32_t>(nul);
    diagnostics.emit(Diag::kNulByte, {result.file, offset, offset + 1}, "NUL byte in the source");
    return std::nullopt;
  }
  return result;
}

}  // namespace parc::driver
