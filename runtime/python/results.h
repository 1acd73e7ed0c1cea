// From an entry's result slots to Python objects.
#pragma once

#include <Python.h>

#include "runtime/python/arguments.h"
#include "runtime/python/plan.h"

namespace parc::runtime {

// A new reference, or null with an error set. Takes over the native blocks in the slots either way.
PyObject* make_result(const Type& type, const parc_slot* slots, const Arguments& arguments);

}  // namespace parc::runtime
