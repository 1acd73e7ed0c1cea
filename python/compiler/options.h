// Options from Python: keyword arguments with the names of the command line's long options.
#pragma once

#include <pybind11/pybind11.h>

#include "driver/driver.h"
#include "ir/stmt.h"

namespace parc::binding {

// Takes `cpu`, `output`, `explain`, `cache` and `force`; the environment gives the rest.
// Throws TypeError for any other, ValueError for a CPU that does not exist.
driver::Options read_options(const pybind11::dict& options);

// The options of `par` as a dict: `schedule`, `chunk`, `threads`, `check`, `reduce`, `progress`.
// Throws TypeError for any other, ValueError for a word that an option does not take.
ir::ParOptions read_loop_options(const pybind11::dict& options);

}  // namespace parc::binding
