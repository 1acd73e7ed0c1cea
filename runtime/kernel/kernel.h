// Everything that generated code may call that is not in the runtime library. Freestanding; most of
// it is templates, so that a header costs a compile little more than its text.
//
// Functions that can fail have the form `bool parc_xxx(args..., T* out)` and return true on
// failure; the site then repeats the operation in Python, which raises the interpreter's own
// exception.
#pragma once

#include "abi.h"
#include "array.h"
#include "assign.h"
#include "broadcast.h"
#include "builtin.h"
#include "compare.h"
#include "complex.h"
#include "convert.h"
#include "elements.h"
#include "float.h"
#include "int.h"
#include "items.h"
#include "log.h"
#include "loop.h"
#include "math.h"
#include "npfloat.h"
#include "npint.h"
#include "npmath.h"
