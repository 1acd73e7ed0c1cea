// Files that appear complete or not at all: written under another name in the same folder, then
// renamed.
#pragma once

#include <string>
#include <string_view>

namespace parc::native {

// In the names of such files: ".heat.so.parc-1234", the number being the writer's process.
inline constexpr char kTemporaryMark[] = ".parc-";
// What the names for a target begin with.
std::string temporary_prefix(const std::string& target);

// Not yet published output. What was not published is removed; what a killed process left behind
// for the same target is removed by the next TemporaryFile for it.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string target);
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  const std::string& path() const { return path_; }
  // Makes the empty file. False with the reason in `log`.
  bool create(std::string& log, unsigned mode = 0666);
  // Renames to the target. False with the reason in `log`.
  bool publish(std::string& log);

 private:
  std::string target_;
  std::string path_;
  bool published_ = false;
};

// Writes a file that way, with these rights less the umask. False with the reason in `log`.
bool write_file(const std::string& path, std::string_view bytes, std::string& log,
                unsigned mode = 0666);

// Removes the leftovers of killed processes for a target. Returns how many there were.
int remove_leftovers(const std::string& target);

}  // namespace parc::native
