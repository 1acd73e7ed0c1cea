// The mark by which a compiled module is known as ours: an ELF note.
#pragma once

#include <string>

namespace parc::driver {

// C++ text that puts the note into the object.
std::string module_note_text(const std::string& version);

// Whether the file is a shared library with the note.
bool has_module_note(const std::string& path);

}  // namespace parc::driver
