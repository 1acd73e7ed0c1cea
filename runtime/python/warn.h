// parc.SerialWarning.
#pragma once

#include <Python.h>

#include <vector>

#include "runtime/core/warnings.h"
#include "runtime/python/plan.h"

namespace parc::runtime {

// One warning for each run, at the loop's line. False with an error set when a filter makes it one;
// the current exception, if any, is kept unless a warning replaces it.
bool issue_serial_warnings(const std::vector<SerialRun>& runs, PyObject* globals);

// A function without annotations was called with types that no native caller uses.
bool issue_untyped_warning(const Plan& plan, PyObject* wrapped);

}  // namespace parc::runtime
