#include "report/html_text.h"

#include <algorithm>

#include "support/display.h"

namespace parc::report {

std::string escape(std::string_view text) {
  DisplayLine line(text);
  std::string out;
  for (char c : line.text()) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string excerpt(std::string_view text) {
  constexpr size_t kLongest = 100;
  std::string_view start = text.substr(0, std::min(text.find_first_of("\r\n"), kLongest));
  return escape(start) + (start.size() < text.size() ? " …" : "");
}

std::string prose(std::string_view text) {
  std::string out;
  while (true) {
    size_t open = text.find('`');
    size_t close = open == text.npos ? text.npos : text.find('`', open + 1);
    if (close == text.npos) return out + escape(text);
    out += escape(text.substr(0, open));
    out += "<code>" + escape(text.substr(open + 1, close - open - 1)) + "</code>";
    text.remove_prefix(close + 1);
  }
}

}  // namespace parc::report
