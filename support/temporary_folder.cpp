#include "support/temporary_folder.h"

#include <cstdlib>
#include <string>
#include <system_error>

namespace parc {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  std::error_code none;
  std::string name = (fs::temp_directory_path(none) / "parc-XXXXXX").string();
  if (!none && mkdtemp(name.data())) path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

}  // namespace parc
