#include "driver/suggest/replace_file.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string_view>

#include "codegen/native/native.h"
#include "codegen/native/temporary_file.h"
#include "support/text_writer.h"
#include "support/utf8.h"

namespace parc::driver {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool fail(Report& report, const std::string& path, std::string_view why) {
  report.diagnostics.emit_global(Diag::kUnwritable, concat("cannot change ", path, ": ", why));
  return false;
}

// The text as the file has it, which reads `old` now and stands for `decoded`: in UTF-8, with the
// mark that it may start with, or in Latin-1.
std::string encoded(const std::string& text, std::string_view old, std::string_view decoded) {
  if (old.starts_with(kByteOrderMark)) return std::string(kByteOrderMark) + text;
  if (old == decoded) return text;
  std::string bytes;
  for (size_t at = 0; at < text.size();) {
    Utf8Char c = decode_utf8(text, at);
    bytes += static_cast<char>(c.value);
    at += c.length;
  }
  return bytes;
}

}  // namespace

bool replace_file(const std::string& path, const std::string& hash, const std::string& text,
                  Report& report) {
  std::error_code error;
  std::string target = fs::canonical(path, error).string();  // not the link to it
  if (error) return fail(report, path, error.message());
  std::ostringstream old;
  old << std::ifstream(target, std::ios::binary).rdbuf();
  if (native::sha256_hex(old.str()) != hash) {
    return fail(report, path, "it was changed in the meantime");
  }
  native::TemporaryFile temporary(target);
  std::string log;
  if (!temporary.create(log)) return fail(report, path, log);
  fs::permissions(temporary.path(), fs::status(target, error).permissions(), error);
  std::ofstream stream(temporary.path(), std::ios::binary);
  stream << encoded(text, old.str(), report.sources.file(FileId{0}).text());
  stream.close();
  if (!stream) return fail(report, path, std::strerror(errno));
  if (!temporary.publish(log)) return fail(report, path, log);
  report.written.push_back(path);
  return true;
}

}  // namespace parc::driver
