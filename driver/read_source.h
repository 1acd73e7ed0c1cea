// Reading a source file: everything that can be wrong with it is a diagnostic.
#pragma once

#include <optional>
#include <string>

#include "support/diagnostic.h"
#include "support/source.h"

namespace parc::driver {

struct SourceRead {
  FileId file;
  std::string hash;  // SHA-256 of the bytes on disk
};
std::optional<SourceRead> read_source(const std::string& path, SourceMap& sources,
                                      Diagnostics& diagnostics);
// The same for text that is in memory, in UTF-8 whatever it says about its encoding.
std::optional<SourceRead> take_text(const std::string& path, const std::string& text,
                                    SourceMap& sources, Diagnostics& diagnostics);

}  // namespace parc::driver
