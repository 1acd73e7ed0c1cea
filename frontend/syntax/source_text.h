// From the bytes of a Python file to a source of the map: byte order mark, coding cookie, UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "support/diagnostic.h"
#include "support/source.h"

namespace parc::syntax {

// Largest file in bytes that is read.
inline constexpr size_t kMaxSourceSize = size_t{4} << 20;

// Adds a file to the map. UTF-8, with or without a byte order mark, and the cookies for UTF-8,
// ASCII and Latin-1 are understood; anything else is a diagnostic, and so are NUL bytes and a file
// over the limit. The file is added in any case, so that the diagnostic can show its line: bytes
// that are no text become U+FFFD. After an error there is nothing to parse.
FileId add_source(SourceMap& sources, std::string path, std::string_view bytes,
                  Diagnostics& diagnostics);

// Adds text that is UTF-8 whatever its cookie says: what Python has read already.
FileId add_text(SourceMap& sources, std::string path, std::string_view text,
                Diagnostics& diagnostics);

}  // namespace parc::syntax
