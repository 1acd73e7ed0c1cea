// The exceptions for arguments that do not fit their parameter; each names it.
#pragma once

#include <Python.h>

#include <string>

#include "runtime/python/lists.h"
#include "runtime/python/plan.h"

namespace parc::runtime {

// "an array of np.float32 with 2 axes", "str".
std::string describe(PyObject* object);

// All set the error and give back false.
bool raise_wrong_type(const Plan& plan, const Parameter& parameter, const Type& type,
                      PyObject* found);
bool raise_out_of_range(const Plan& plan, const Parameter& parameter, const Type& type,
                        PyObject* found);
bool raise_problem(const Plan& plan, const Parameter& parameter, PyObject* exception,
                   const std::string& problem);
bool raise_misfit(const Plan& plan, const Parameter& parameter, const Type& type,
                  const Misfit& misfit);

}  // namespace parc::runtime
