#include "runtime/python/arguments.h"

#include <algorithm>
#include <string>

#include "runtime/python/compat.h"
#include "runtime/python/misfits.h"
#include "runtime/python/numpy.h"
#include "runtime/python/scalars.h"

namespace parc::runtime {
namespace {

using NpyApi = py::detail::npy_api;

// The compiler's value ranges rely on it. Only an array that repeats its elements can be longer.

// As parc_view: data, base, shape, stride.
void fill_view(parc_slot& slot, const ArrayFields& array, parc_base* base) {
  slot.words[0] = reinterpret_cast<parc_i64>(array.data);
  slot.words[1] = reinterpret_cast<parc_i64>(base);
  for (int k = 0; k < array.nd; ++k) {
    slot.words[2 + k] = array.dimensions[k];
    slot.words[2 + array.nd + k] = array.strides[k];
  }
}

// Subclasses may index in ways of their own; np.memmap does not.
bool is_plain_array(PyObject* object) {
  return Py_TYPE(object) == numpy().api->PyArray_Type_ || Py_TYPE(object) == numpy().memmap;
}

bool matches(const Type& type, PyObject* object) {
  switch (type.form) {
    case Form::kScalar:
      return is_exactly(object, type.kind);
    case Form::kArray:
      return is_plain_array(object) && fields_of(object)->nd == type.rank &&
             kind_of_dtype(fields_of(object)->descr) == type.kind;
    case Form::kList: {
      if (!PyList_CheckExact(object)) return false;
      for (Py_ssize_t k = 0; k < PyList_GET_SIZE(object); ++k) {
        const ListItem item(object, k);
        if (!item.get() || !matches(type.parts[0], item.get())) return false;
      }
      return true;
    }
    case Form::kTuple: {
      auto size = static_cast<Py_ssize_t>(type.parts.size());
      if (!PyTuple_CheckExact(object) || PyTuple_GET_SIZE(object) != size) return false;
      for (Py_ssize_t k = 0; k < size; ++k) {
        if (!matches(type.parts[k], PyTuple_GET_ITEM(object, k))) return false;
      }
      return true;
    }
    case Form::kMixed:
      return std::any_of(type.parts.begin(), type.parts.end(),
                         [&](const Type& part) { return matches(part, object); });
    case Form::kNone:
      break;
  }
  return object == Py_None;
}

}  // namespace

bool match_exactly(const Signature& signature, PyObject* const* objects) {
  for (size_t k = 0; k < signature.parameters.size(); ++k) {
    if (!matches(signature.parameters[k].type, objects[k])) return false;
  }
  return true;
}

Arguments::Arguments(const Plan& plan, const Signature& signature)
    : plan_(plan),
      signature_(signature),
      slots_(inline_slots_.data()),
      bases_(inline_bases_.data()),
      objects_(inline_objects_.data()) {
  if (signature.argument_slots <= kInline) return;
  more_slots_.resize(signature.argument_slots);
  more_bases_.resize(signature.argument_slots);
  more_objects_.resize(signature.argument_slots);
  slots_ = more_slots_.data();
  bases_ = more_bases_.data();
  objects_ = more_objects_.data();
}

bool Arguments::convert(PyObject* const* objects) {
  for (size_t k = 0; k < signature_.parameters.size(); ++k) {
    const Parameter& parameter = signature_.parameters[k];
    if (!convert_one(objects[k], parameter.type, parameter, parameter.first_slot)) return false;
  }
  for (const AxisCheck& check : signature_.axis_checks) {
    if (!check_axis(check)) return false;
  }
  return true;
}

bool Arguments::convert_one(PyObject* object, const Type& type, const Parameter& parameter,
                            parc_i32 slot) {
  switch (type.form) {
    case Form::kScalar:
      switch (to_native(object, type.kind, slots_[slot])) {
        case Fit::kFits:
          return true;
        case Fit::kWrongType:
          return raise_wrong_type(plan_, parameter, type, object);
        case Fit::kOutOfRange:
          break;
      }
      return raise_out_of_range(plan_, parameter, type, object);
    case Form::kArray:
      return convert_array(object, type, parameter, slot);
    case Form::kList: {
      if (!lists_) lists_.emplace(signature_.copies_lists);
      Misfit misfit;
      slots_[slot].p = lists_->convert(object, type, misfit);
      return slots_[slot].p || raise_misfit(plan_, parameter, type, misfit);
    }
    case Form::kTuple:
      return convert_tuple(object, type, parameter, slot);
    case Form::kMixed:
      return convert_mixed(object, type, parameter, slot);
    case Form::kNone:
      break;
  }
  return object == Py_None || raise_wrong_type(plan_, parameter, type, object);
}

bool Arguments::convert_array(PyObject* object, const Type& type, const Parameter& parameter,
                              parc_i32 slot) {
  if (!is_plain_array(object)) {
    if (!numpy().api->PyArray_Check_(object)) {
      return raise_wrong_type(plan_, parameter, type, object);
    }
    return raise_problem(
        plan_, parameter, PyExc_TypeError,
        "must be a plain array, not " + describe(object) + "; pass np.asarray(...)");
  }
  const ArrayFields& array = *fields_of(object);
  bool native = array.descr == numpy().dtypes[type.kind] || kind_of_dtype(array.descr) == type.kind;
  if (!native || array.nd != type.rank) return raise_wrong_type(plan_, parameter, type, object);
  if (!(array.flags & NpyApi::NPY_ARRAY_ALIGNED_)) {
    return raise_problem(plan_, parameter, PyExc_ValueError,
                         "is an unaligned array; pass a copy of it");
  }
  if (parameter.info->written && !(array.flags & NpyApi::NPY_ARRAY_WRITEABLE_)) {
    return raise_problem(plan_, parameter, PyExc_ValueError,
                         "is a read-only array, and the function writes to it");
  }
  if (std::any_of(array.dimensions, array.dimensions + array.nd,
                  [](ssize_t length) { return length > PARC_LONGEST_AXIS; })) {
    return raise_problem(plan_, parameter, PyExc_ValueError,
                         "is an array with an axis longer than 2**47");
  }
  bases_[slot] = {0, 1, slot, nullptr, 0};
  objects_[slot] = object;
  fill_view(slots_[slot], array, &bases_[slot]);
  return true;
}

bool Arguments::convert_mixed(PyObject* object, const Type& type, const Parameter& parameter,
                              parc_i32 slot) {
  auto take = [&](size_t tag) {
    slots_[slot].tag = static_cast<parc_i64>(tag);
    parc_i32 kind = type.parts[tag].kind;
    if (to_native(object, kind, slots_[slot]) != Fit::kFits) return false;
    to_shared_form(slots_[slot], kind, type.kind);
    return true;
  };
  for (size_t tag = 0; tag < type.parts.size(); ++tag) {
    if (matches(type.parts[tag], object) && take(tag)) return true;
  }
  for (size_t tag = 0; tag < type.parts.size(); ++tag) {
    if (take(tag)) return true;
  }
  return raise_wrong_type(plan_, parameter, type, object);
}

bool Arguments::convert_tuple(PyObject* object, const Type& type, const Parameter& parameter,
                              parc_i32 slot) {
  auto size = static_cast<Py_ssize_t>(type.parts.size());
  if (!PyTuple_Check(object)) return raise_wrong_type(plan_, parameter, type, object);
  if (PyTuple_GET_SIZE(object) != size) {
    return raise_problem(
        plan_, parameter, PyExc_TypeError,
        "must be " + spell(type) + ", not of " + std::to_string(PyTuple_GET_SIZE(object)));
  }
  for (Py_ssize_t k = 0; k < size; ++k) {
    if (!convert_one(PyTuple_GET_ITEM(object, k), type.parts[k], parameter, slot)) return false;
    slot += type.parts[k].leaves;
  }
  return true;
}

bool Arguments::check_axis(const AxisCheck& check) const {
  auto length = [&](parc_i32 parameter, parc_i32 axis) {
    return slots_[signature_.parameters[parameter].first_slot].words[2 + axis];
  };
  parc_i64 found = length(check.parameter, check.axis);
  parc_i64 wanted = check.other < 0 ? check.length : length(check.other, check.other_axis);
  if (found == wanted) return true;
  std::string text = "has length " + std::to_string(found) + " along axis " +
                     std::to_string(check.axis) + " ('" + std::string(check.name) + "')";
  if (check.other >= 0) {
    text += std::string(", but '") + signature_.parameters[check.other].info->name + "' has " +
            std::to_string(wanted);
  }
  return raise_problem(plan_, signature_.parameters[check.parameter], PyExc_ValueError, text);
}

}  // namespace parc::runtime
