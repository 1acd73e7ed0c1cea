// Scalars across the border.
#pragma once

#include <Python.h>

#include "runtime/kernel/abi.h"
#include "runtime/python/plan.h"

namespace parc::runtime {

enum class Fit { kFits, kWrongType, kOutOfRange };

// Whether the object's type is the kind's own: what a version chosen by types asks for.
bool is_exactly(PyObject* object, parc_i32 kind);

// Puts the object into the slot as the kind: the annotation decides (docs: "fine print of calls and
// results" 1). Sets no Python error.
Fit to_native(PyObject* object, parc_i32 kind, parc_slot& slot);

// A slot's value of the kind as the form that all alternatives of a mixed scalar share (PARC_INT,
// PARC_FLOAT, PARC_COMPLEX), and back.
void to_shared_form(parc_slot& slot, parc_i32 kind, parc_i32 form);
parc_slot from_shared_form(const parc_slot& slot, parc_i32 kind, parc_i32 form);

// A new reference, or null with an error set. The value lies as in a slot's words.
PyObject* to_python(parc_i32 kind, const void* words);

}  // namespace parc::runtime
