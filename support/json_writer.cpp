#include "support/json_writer.h"

#include "support/utf8.h"

namespace parc {

void JsonWriter::separate() {
  if (needs_comma_) text_ += ", ";
  needs_comma_ = true;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  text_ += bracket;
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  text_ += bracket;
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view spelling) {
  separate();
  text_ += spelling;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  append_quoted(name);
  text_ += ": ";
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  separate();
  append_quoted(text);
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) { return raw(truth ? "true" : "false"); }

JsonWriter& JsonWriter::null() { return raw("null"); }

void JsonWriter::append_quoted(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  text_ += '"';
  for (size_t i = 0; i < text.size();) {
    Utf8Char c = decode_utf8(text, i);
    if (!c.valid) {
      text_ += kReplacementCharacter;
    } else if (c.value == '"' || c.value == '\\') {
      text_ += '\\';
      text_ += text[i];
    } else if (c.value == '\n') {
      text_ += "\\n";
    } else if (c.value == '\t') {
      text_ += "\\t";
    } else if (c.value < 0x20 || c.value == 0x7F) {
      text_ += "\\u00";
      text_ += kHex[c.value >> 4];
      text_ += kHex[c.value & 15];
    } else {
      text_ += text.substr(i, c.length);
    }
    i += c.length;
  }
  text_ += '"';
}

}  // namespace parc
