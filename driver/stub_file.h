// Stubs as files: where they stand, and which of them are parc's.
#pragma once

#include <string>

#include "driver/driver.h"
#include "driver/stub/stub.h"
#include "frontend/syntax/ast.h"

namespace parc::driver {

// The stub of a source file or of an extension module: NAME.pyi in the same folder, NAME being what
// stands before the first dot.
std::string stub_beside(const std::string& path);

// Whether parc wrote the file: its first line says so.
bool is_own_stub(const std::string& path);

// Whether a file stands there that parc did not write.
bool is_foreign_stub(const std::string& path);

// Writes the stub of the tree, at once or not at all; a diagnostic when it cannot be written.
bool write_stub_file(const syntax::Tree& tree, const std::string& source, stub::Subject subject,
                     const std::string& target, Report& report);

}  // namespace parc::driver
