// The type stub of a module: what a type checker has to know of it, and nothing that runs.
#pragma once

#include <cstdint>
#include <string>

#include "frontend/syntax/ast.h"

namespace parc::stub {

// The first line of every stub is this and the source's name, by which parc knows its own.
inline constexpr char kMark[] = "# Written by parc stub from ";

// What the stub describes: the Python file, or the module compiled from it, which also lists its
// native functions.
enum class Subject : uint8_t { kSource, kModule };

// The text of the `.pyi` of a tree without errors; `source_name` is the file's name. Bodies,
// docstrings and values are left out. What has no annotation and no literal as value is
// `Incomplete`, parameters without one stay bare. `parc.f64[:, :]`, which no type checker takes for
// a type, becomes NumPy's own name of it.
std::string print(const syntax::Tree& tree, const std::string& source_name, Subject subject);

}  // namespace parc::stub
