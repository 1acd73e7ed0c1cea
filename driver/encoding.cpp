#include "driver/encoding.h"

#include <iconv.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdint>

#include "support/utf8.h"

namespace parc::driver {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

bool is_name_character(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.';
}

// The encoding that a comment line names, "" when it names none.
std::string cookie_of(std::string_view line) {
  size_t start = line.find_first_not_of(" \t\f");
  if (start == std::string_view::npos || line[start] != '#') return "";
  for (size_t at = line.find("coding", start); at != std::string_view::npos;
       at = line.find("coding", at + 1)) {
    size_t name = at + 6;
    if (name >= line.size() || (line[name] != ':' && line[name] != '=')) continue;
    name = line.find_first_not_of(" \t", name + 1);
    size_t end = name;
    while (end < line.size() && is_name_character(line[end])) ++end;
    if (end > name && name != std::string_view::npos)
      return std::string(line.substr(name, end - name));
  }
  return "";
}

bool is_blank_or_comment(std::string_view line) {
  size_t start = line.find_first_not_of(" \t\f");
  return start == std::string_view::npos || line[start] == '#';
}

// The cookie stands in the first line, or in the second when the first has no code.
std::string find_cookie(std::string_view text) {
  for (int number = 0; number < 2; ++number) {
    size_t end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = text.substr(0, end);
    std::string cookie = cookie_of(line);
    if (!cookie.empty() || !is_blank_or_comment(line)) return cookie;
    bool crlf = text.substr(end).starts_with("\r\n");
    text.remove_prefix(std::min(end + (crlf ? 2 : 1), text.size()));
  }
  return "";
}

// Lower case, with '-' for '_', as Python compares encoding names.
std::string normalized(std::string name) {
  for (char& c : name)
    c = c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return name;
}

bool is_utf8_name(const std::string& name) {
  return name == "utf-8" || name == "utf8" || name == "u8" || name.starts_with("utf-8-");
}

// The name under which the C library knows it, "" for encodings in which Python refuses sources.
std::string library_name(const std::string& name) {
  for (const char* alias : {"latin-1", "latin1", "iso-8859-1", "iso8859-1", "iso-latin-1", "l1"}) {
    if (name == alias || name.starts_with(std::string(alias) + "-")) return "ISO-8859-1";
  }
  for (const char* refused : {"utf-16", "utf16", "utf-32", "utf32", "utf-7", "utf7", "ucs"}) {
    if (name.starts_with(refused)) return "";
  }
  return name;
}

Decoded convert(std::string_view bytes, std::string encoding) {
  Decoded result;
  result.encoding = encoding;
  std::string name = library_name(normalized(std::move(encoding)));
  iconv_t converter = name.empty() ? iconv_t(-1) : iconv_open("UTF-8", name.c_str());
  if (converter == iconv_t(-1)) {
    result.status = DecodeStatus::kUnknownEncoding;
    return result;
  }
  result.text.resize(bytes.size() * 4 + 16);
  char* in = const_cast<char*>(bytes.data());
  char* out = result.text.data();
  size_t in_left = bytes.size(), out_left = result.text.size();
  if (iconv(converter, &in, &in_left, &out, &out_left) == size_t(-1)) {
    result.status = DecodeStatus::kBadBytes;
    result.bad_offset = bytes.size() - in_left;
  }
  iconv_close(converter);
  result.text.resize(result.text.size() - out_left);
  return result;
}

}  // namespace

size_t find_invalid_utf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    Utf8Char character = decode_utf8(text, at);
    if (!character.valid) return at;
    at += character.length;
  }
  return std::string_view::npos;
}

Decoded decode_source(std::string_view bytes) {
  bool marked = bytes.starts_with(kMark);
  std::string_view text = marked ? bytes.substr(kMark.size()) : bytes;
  Decoded result;
  std::string cookie = find_cookie(text);
  result.encoding = cookie.empty() ? "utf-8" : cookie;
  if (!is_utf8_name(normalized(result.encoding))) {
    if (!marked) return convert(text, result.encoding);
    result.status = DecodeStatus::kUnknownEncoding;  // the mark says UTF-8, the cookie another
    return result;
  }
  size_t bad = find_invalid_utf8(text);
  if (bad != std::string_view::npos) {
    result.status = DecodeStatus::kBadBytes;
    result.bad_offset = bad + (bytes.size() - text.size());
    return result;
  }
  result.text = text;
  return result;
}

}  // namespace parc::driver
