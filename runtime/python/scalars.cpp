#include "runtime/python/scalars.h"

#include <cmath>
#include <cstring>

#include "runtime/python/numpy.h"

namespace parc::runtime {
namespace {

// A NumPy scalar's value, widened as in a slot.
parc_slot read_scalar(PyObject* object, parc_i32 kind) {
  union {
    parc_i8 i8;
    parc_i16 i16;
    parc_i32 i32;
    parc_i64 i64;
    parc_u8 u8;
    parc_u16 u16;
    parc_u32 u32;
    parc_u64 u64;
    parc_f32 f32;
    parc_f64 f64;
    parc_c64 c64;
    parc_c128 c128;
  } raw;
  numpy().api->PyArray_ScalarAsCtype_(object, &raw);
  parc_slot slot = {};
  switch (kind) {
    case PARC_NPBOOL:
      slot.i = raw.u8 != 0;
      break;
    case PARC_NPI8:
      slot.i = raw.i8;
      break;
    case PARC_NPI16:
      slot.i = raw.i16;
      break;
    case PARC_NPI32:
      slot.i = raw.i32;
      break;
    case PARC_NPI64:
      slot.i = raw.i64;
      break;
    case PARC_NPU8:
      slot.u = raw.u8;
      break;
    case PARC_NPU16:
      slot.u = raw.u16;
      break;
    case PARC_NPU32:
      slot.u = raw.u32;
      break;
    case PARC_NPU64:
      slot.u = raw.u64;
      break;
    case PARC_NPF32:
      slot.d = raw.f32;
      break;
    case PARC_NPF64:
      slot.d = raw.f64;
      break;
    case PARC_NPC64:
      slot.c = {raw.c64.re, raw.c64.im};
      break;
    default:
      slot.c = raw.c128;
      break;
  }
  return slot;
}

bool is_signed_kind(parc_i32 kind) { return kind >= PARC_NPI8 && kind <= PARC_NPI64; }
bool is_whole_kind(parc_i32 kind) {
  return kind == PARC_BOOL || kind == PARC_INT || (kind >= PARC_NPBOOL && kind <= PARC_NPU64);
}
bool is_unsigned_kind(parc_i32 kind) { return kind >= PARC_NPU8 && kind <= PARC_NPU64; }

// Range of an integer kind below 64 bits, by its width.
Fit check_range(parc_i32 kind, parc_i64 value) {
  if (is_signed_kind(kind)) {
    int bits = 8 << (kind - PARC_NPI8);
    if (bits == 64) return Fit::kFits;
    parc_i64 limit = parc_i64{1} << (bits - 1);
    return value >= -limit && value < limit ? Fit::kFits : Fit::kOutOfRange;
  }
  int bits = 8 << (kind - PARC_NPU8);
  if (value < 0) return Fit::kOutOfRange;
  return bits == 64 || value < (parc_i64{1} << bits) ? Fit::kFits : Fit::kOutOfRange;
}

// int and the fixed-width integers. Python's bool is an int, NumPy's is not.
Fit integer_from(PyObject* object, parc_i32 kind, parc_slot& slot) {
  bool wide = kind == PARC_INT || kind == PARC_NPI64;
  if (PyLong_Check(object)) {
    int overflow = 0;
    slot.i = PyLong_AsLongLongAndOverflow(object, &overflow);
    if (!overflow) return wide ? Fit::kFits : check_range(kind, slot.i);
    if (overflow < 0 || kind != PARC_NPU64) return Fit::kOutOfRange;
    slot.u = PyLong_AsUnsignedLongLong(object);
    if (slot.u != static_cast<parc_u64>(-1) || !PyErr_Occurred()) return Fit::kFits;
    PyErr_Clear();
    return Fit::kOutOfRange;
  }
  parc_i32 from = kind_of_scalar(Py_TYPE(object));
  if (!is_signed_kind(from) && !is_unsigned_kind(from)) return Fit::kWrongType;
  slot = read_scalar(object, from);
  bool beyond = from == PARC_NPU64 && slot.i < 0;
  if (beyond) return kind == PARC_NPU64 ? Fit::kFits : Fit::kOutOfRange;
  return wide ? Fit::kFits : check_range(kind, slot.i);
}

// A double of any real number; an int must be one that a double holds.
Fit real_from(PyObject* object, parc_f64& value) {
  if (PyFloat_Check(object)) {
    value = PyFloat_AS_DOUBLE(object);
    return Fit::kFits;
  }
  parc_slot whole = {};
  Fit fit = integer_from(object, PARC_INT, whole);
  if (fit == Fit::kFits) {
    value = static_cast<parc_f64>(whole.i);
    bool exact = value < 0x1p63 && static_cast<parc_i64>(value) == whole.i;
    return exact ? Fit::kFits : Fit::kOutOfRange;
  }
  if (!PyLong_Check(object) && !PyObject_TypeCheck(object, numpy().floating) &&
      !PyObject_TypeCheck(object, numpy().integer)) {
    return Fit::kWrongType;
  }
  // Beyond 64 bits, np.uint64, np.float16, np.float32, np.longdouble. NumPy compares its integers
  // with a float as floats, Python's are compared exactly.
  const bool is_whole = PyObject_TypeCheck(object, numpy().integer);
  PyObject* number = is_whole ? PyNumber_Index(object) : Py_NewRef(object);
  PyObject* as_float = number ? PyNumber_Float(number) : nullptr;
  if (!as_float) {
    Py_XDECREF(number);
    PyErr_Clear();
    return Fit::kOutOfRange;
  }
  value = PyFloat_AS_DOUBLE(as_float);
  int same = PyObject_RichCompareBool(number, as_float, Py_EQ);
  Py_DECREF(as_float);
  Py_DECREF(number);
  if (same < 0) PyErr_Clear();
  return same == 1 || std::isnan(value) ? Fit::kFits : Fit::kOutOfRange;
}

Fit complex_from(PyObject* object, parc_c128& value) {
  if (PyComplex_Check(object)) {
    Py_complex c = PyComplex_AsCComplex(object);
    value = {c.real, c.imag};
    return Fit::kFits;
  }
  if (kind_of_scalar(Py_TYPE(object)) == PARC_NPC64) {
    value = read_scalar(object, PARC_NPC64).c;
    return Fit::kFits;
  }
  value.im = 0.0;
  return real_from(object, value.re);
}

// np.float32 and np.complex64: Python's numbers take the kind, NumPy's wider ones are not narrowed.
bool is_wider(PyObject* object) {
  switch (kind_of_scalar(Py_TYPE(object))) {
    case -1:
      return PyObject_TypeCheck(object, numpy().floating);
    case PARC_NPI32:
    case PARC_NPI64:
    case PARC_NPU32:
    case PARC_NPU64:
    case PARC_NPF64:
    case PARC_NPC128:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool is_exactly(PyObject* object, parc_i32 kind) {
  switch (kind) {
    case PARC_BOOL:
      return PyBool_Check(object);
    case PARC_INT:
      return PyLong_CheckExact(object);
    case PARC_FLOAT:
      return PyFloat_CheckExact(object);
    case PARC_COMPLEX:
      return PyComplex_CheckExact(object);
    default:
      return kind_of_scalar(Py_TYPE(object)) == kind;
  }
}

Fit to_native(PyObject* object, parc_i32 kind, parc_slot& slot) {
  switch (kind) {
    case PARC_BOOL:
    case PARC_NPBOOL:
      if (PyBool_Check(object)) {
        slot.i = object == Py_True;
        return Fit::kFits;
      }
      if (kind_of_scalar(Py_TYPE(object)) != PARC_NPBOOL) return Fit::kWrongType;
      slot = read_scalar(object, PARC_NPBOOL);
      return Fit::kFits;
    case PARC_FLOAT:
    case PARC_NPF64:
      return real_from(object, slot.d);
    case PARC_COMPLEX:
    case PARC_NPC128:
      return complex_from(object, slot.c);
    case PARC_NPF32: {
      if (is_wider(object)) return Fit::kWrongType;
      Fit fit = real_from(object, slot.d);
      slot.d = static_cast<parc_f32>(slot.d);
      return fit;
    }
    case PARC_NPC64: {
      if (is_wider(object)) return Fit::kWrongType;
      Fit fit = complex_from(object, slot.c);
      slot.c = {static_cast<parc_f32>(slot.c.re), static_cast<parc_f32>(slot.c.im)};
      return fit;
    }
    default:
      return integer_from(object, kind, slot);
  }
}

void to_shared_form(parc_slot& slot, parc_i32 kind, parc_i32 form) {
  bool whole = is_whole_kind(kind);
  bool complex = kind == PARC_COMPLEX || kind == PARC_NPC64 || kind == PARC_NPC128;
  if (whole && form != PARC_INT) {
    slot.d = is_unsigned_kind(kind) ? static_cast<parc_f64>(slot.u) : static_cast<parc_f64>(slot.i);
  }
  if (!complex && form == PARC_COMPLEX) slot.c.im = 0.0;  // the real part is where `d` lies
}

parc_slot from_shared_form(const parc_slot& slot, parc_i32 kind, parc_i32 form) {
  parc_slot own = slot;
  bool whole = is_whole_kind(kind);
  if (whole && form != PARC_INT) {
    if (is_unsigned_kind(kind))
      own.u = static_cast<parc_u64>(slot.d);
    else
      own.i = static_cast<parc_i64>(slot.d);
  }
  return own;
}

PyObject* to_python(parc_i32 kind, const void* words) {
  parc_i64 i;
  parc_f64 d[2];
  memcpy(&i, words, sizeof i);
  memcpy(d, words, kind == PARC_COMPLEX || kind == PARC_NPC64 || kind == PARC_NPC128 ? 16 : 8);
  parc_f32 f[2] = {static_cast<parc_f32>(d[0]), 0.0f};
  const void* value = words;  // little-endian: an integer's first bytes are its narrow form
  switch (kind) {
    case PARC_BOOL:
      return PyBool_FromLong(i != 0);
    case PARC_INT:
      return PyLong_FromLongLong(i);
    case PARC_FLOAT:
      return PyFloat_FromDouble(d[0]);
    case PARC_COMPLEX:
      return PyComplex_FromDoubles(d[0], d[1]);
    case PARC_NPC64:
      f[1] = static_cast<parc_f32>(d[1]);
      [[fallthrough]];
    case PARC_NPF32:
      value = f;
      break;
    default:
      break;
  }
  return numpy().api->PyArray_Scalar_(const_cast<void*>(value), numpy().dtypes[kind], nullptr);
}

}  // namespace parc::runtime
