// Which folder is the cache, and whether native code may be loaded from it.
#pragma once

#include <string>

#include "support/diagnostic.h"

namespace parc::driver::cache {

// PARC_CACHE_DIR, else `parc` in XDG_CACHE_HOME, else ~/.cache/parc; "" when PARC_CACHE_DIR is
// empty or nothing says where home is.
std::string default_folder();

// Makes the folder when it is missing. False with the reason in `why` when it cannot be used: it
// is another user's, or others can write to it.
bool open_folder(const std::string& folder, std::string& why);

// Whether a file is the user's and nobody else can write to it.
bool is_private(int descriptor);

}  // namespace parc::driver::cache
