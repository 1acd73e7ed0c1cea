#include "frontend/syntax/source_text.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "frontend/syntax/characters.h"
#include "support/utf8.h"

namespace parc::syntax {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum class Encoding : uint8_t { kUtf8, kAscii, kLatin1, kUnknown };

struct Cookie {
  std::string name;
  size_t begin = 0;
  size_t end = 0;
};

// `# -*- coding: NAME -*-` in a comment on a line of its own.
std::optional<Cookie> cookie_on_line(std::string_view text, size_t begin, size_t end) {
  std::string_view line = text.substr(begin, end - begin);
  size_t first = line.find_first_not_of(" \t\f");
  if (first == line.npos || line[first] != '#') return std::nullopt;
  for (size_t at = line.find("coding", first); at != line.npos; at = line.find("coding", at + 1)) {
    size_t name = at + 6;
    if (name >= line.size() || (line[name] != ':' && line[name] != '=')) continue;
    name = line.find_first_not_of(" \t", name + 1);
    if (name == line.npos) continue;
    auto is_part = [](char c) { return (is_name_part(c) && !(c & 0x80)) || c == '-' || c == '.'; };
    size_t stop = name;
    while (stop < line.size() && is_part(line[stop])) ++stop;
    if (stop > name)
      return Cookie{std::string(line.substr(name, stop - name)), begin + name, begin + stop};
  }
  return std::nullopt;
}

// The cookie of the first or second line; the second counts when the first is blank or a comment.
std::optional<Cookie> find_cookie(std::string_view text) {
  size_t begin = 0;
  for (int i = 0; i < 2 && begin < text.size(); ++i) {
    size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    if (std::optional<Cookie> cookie = cookie_on_line(text, begin, end)) return cookie;
    size_t first = text.find_first_not_of(" \t\f", begin);
    if (first < end && text[first] != '#') return std::nullopt;
    begin = text.substr(end).starts_with("\r\n") ? end + 2 : end + 1;
  }
  return std::nullopt;
}

Encoding encoding_of(std::string name) {
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (c == '_') c = '-';
  }
  for (std::string_view utf8 : {"utf-8", "utf8", "utf-8-sig", "utf8-sig", "u8", "utf", "cp65001"}) {
    if (name == utf8 || name == std::string(utf8) + "-unix") return Encoding::kUtf8;
  }
  for (std::string_view ascii : {"ascii", "us-ascii", "646"}) {
    if (name == ascii) return Encoding::kAscii;
  }
  for (std::string_view latin : {"latin-1", "latin1", "iso-8859-1", "iso8859-1", "l1", "8859"}) {
    if (name == latin || name == std::string(latin) + "-unix") return Encoding::kLatin1;
  }
  return Encoding::kUnknown;
}

class Decoder {
 public:
  Decoder(std::string_view bytes, Encoding encoding) : bytes_(bytes), encoding_(encoding) {}

  void run() {
    for (size_t i = 0; i < bytes_.size();) {
      auto byte = static_cast<unsigned char>(bytes_[i]);
      Utf8Char c = decode_utf8(bytes_, i);
      if (byte == 0) fault(Diag::kNulByte, "a NUL byte in the source");
      if (encoding_ == Encoding::kLatin1) {
        append_utf8(text, byte);
        ++i;
      } else if (!c.valid || (encoding_ == Encoding::kAscii && byte >= 0x80)) {
        fault(Diag::kNotUtf8, not_text(byte));
        text += kReplacementCharacter;
        i += c.length;
      } else {
        text += bytes_.substr(i, c.length);
        i += c.length;
      }
    }
  }

  std::string text;
  // The first fault.
  bool failed = false;
  Diag kind = Diag::kNotUtf8;
  std::string message;
  uint32_t offset = 0;

 private:
  std::string not_text(unsigned char byte) const {
    const char* digits = "0123456789ABCDEF";
    std::string hex{'0', 'x', digits[byte >> 4], digits[byte & 15]};
    return "byte " + hex + " is not " + (encoding_ == Encoding::kAscii ? "ASCII" : "UTF-8");
  }
  void fault(Diag what, std::string why) {
    if (std::exchange(failed, true)) return;
    kind = what;
    message = std::move(why);
    offset = static_cast<uint32_t>(text.size());
  }

  std::string_view bytes_;
  Encoding encoding_;
};

FileId add_too_large(SourceMap& sources, std::string path, Diagnostics& diagnostics) {
  diagnostics.emit_global(Diag::kFileTooLarge, path + " is larger than 4 MiB");
  return sources.add(std::move(path), "");
}

void report_fault(const Decoder& decoder, FileId file, Diagnostics& diagnostics) {
  if (!decoder.failed) return;
  diagnostics.emit(decoder.kind, {file, decoder.offset, decoder.offset + 1}, decoder.message);
}

}  // namespace

FileId add_text(SourceMap& sources, std::string path, std::string_view text,
                Diagnostics& diagnostics) {
  if (text.size() > kMaxSourceSize) return add_too_large(sources, std::move(path), diagnostics);
  Decoder decoder(text, Encoding::kUtf8);
  decoder.run();
  FileId file = sources.add(std::move(path), std::move(decoder.text));
  report_fault(decoder, file, diagnostics);
  return file;
}

FileId add_source(SourceMap& sources, std::string path, std::string_view bytes,
                  Diagnostics& diagnostics) {
  if (bytes.size() > kMaxSourceSize) return add_too_large(sources, std::move(path), diagnostics);
  bool has_mark = bytes.starts_with(kByteOrderMark);
  if (has_mark) bytes.remove_prefix(kByteOrderMark.size());
  std::optional<Cookie> cookie = find_cookie(bytes);
  Encoding encoding = cookie ? encoding_of(cookie->name) : Encoding::kUtf8;
  bool contradiction = has_mark && encoding != Encoding::kUtf8;
  bool unknown = encoding == Encoding::kUnknown || contradiction;
  Decoder decoder(bytes, unknown ? Encoding::kUtf8 : encoding);
  decoder.run();
  FileId file = sources.add(std::move(path), std::move(decoder.text));
  if (unknown) {
    SourceRange where{file, static_cast<uint32_t>(cookie->begin),
                      static_cast<uint32_t>(cookie->end)};
    diagnostics
        .emit(Diag::kUnknownEncoding, where,
              contradiction ? "the file has a UTF-8 byte order mark but another encoding"
                            : "the source encoding '" + cookie->name + "' is not supported")
        .fixit(where, "utf-8");
  } else {
    report_fault(decoder, file, diagnostics);
  }
  return file;
}

}  // namespace parc::syntax
