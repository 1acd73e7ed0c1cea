#pragma once

namespace parc::runtime {

// Where the package parc is not installed, makes `from parc import …` work: a module with `par`,
// the type names and SerialWarning. Throws Python's exceptions.
void provide_parc();

}  // namespace parc::runtime
