#include "driver/depfile.h"

namespace parc::driver {
namespace {

std::string escaped(const std::string& path) {
  std::string text;
  for (char c : path) {
    if (c == ' ' || c == '#') text += '\\';
    if (c == '$') text += '$';
    text += c;
  }
  return text;
}

}  // namespace

std::string depfile_text(const std::string& target, const Report& report) {
  std::string text = escaped(target) + ":";
  for (uint32_t id = 0; id < report.sources.size(); ++id) {
    text += " \\\n  " + escaped(report.sources.file(FileId{id}).path());
  }
  return text + "\n";
}

}  // namespace parc::driver
