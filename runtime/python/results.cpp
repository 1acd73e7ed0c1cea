#include "runtime/python/results.h"

#include <cstring>
#include <utility>
#include <vector>

#include "runtime/python/numpy.h"
#include "runtime/python/scalars.h"

namespace parc::runtime {
namespace {

using NpyApi = py::detail::npy_api;

void release(parc_base* base) {
  if (__atomic_sub_fetch(&base->count, 1, __ATOMIC_ACQ_REL) == 0) parc_block_free(base);
}

void release_capsule(PyObject* capsule) {
  release(static_cast<parc_base*>(PyCapsule_GetPointer(capsule, nullptr)));
}

struct View {
  parc_i32 rank;
  const parc_slot* slot;

  char* data() const { return static_cast<char*>(slot->p); }
  parc_base* base() const { return reinterpret_cast<parc_base*>(slot->words[1]); }
  const Py_intptr_t* shape() const { return reinterpret_cast<const Py_intptr_t*>(&slot->words[2]); }
  const Py_intptr_t* stride() const { return shape() + rank; }
};

bool is_same(const View& view, const ArrayFields& array) {
  size_t bytes = view.rank * sizeof(Py_intptr_t);
  return array.nd == view.rank && array.data == view.data() &&
         (bytes == 0 || (memcmp(array.dimensions, view.shape(), bytes) == 0 &&
                         memcmp(array.strides, view.stride(), bytes) == 0));
}

PyObject* make_mixed(const Type& type, const parc_slot& leaf) {
  parc_i32 kind = type.parts[leaf.tag].kind;
  parc_slot own = from_shared_form(leaf, kind, type.kind);
  return to_python(kind, own.words);
}

// Makes the leaves of one result.
class Maker {
 public:
  explicit Maker(const Arguments& arguments) : arguments_(arguments) {}
  PyObject* make(const Type& type, const parc_slot*& slot);

 private:
  PyObject* make_array(const Type& type, const View& view);
  PyObject* make_tuple(const Type& type, const parc_slot*& slot);
  PyObject* owner_of(parc_base* base, int& flags);

  const Arguments& arguments_;
  std::vector<std::pair<parc_base*, PyObject*>>
      made_;  // arrays (borrowed) of this result, by native block
};

// A new reference to what keeps the view's memory alive; null with an error set.
PyObject* Maker::owner_of(parc_base* base, int& flags) {
  if (base->kind == 0) {
    PyObject* capsule = PyCapsule_New(base, nullptr, release_capsule);
    if (!capsule) release(base);
    return capsule;
  }
  PyObject* argument = arguments_.object(base->argument);
  if (!(fields_of(argument)->flags & NpyApi::NPY_ARRAY_WRITEABLE_)) {
    flags &= ~NpyApi::NPY_ARRAY_WRITEABLE_;
  }
  return Py_NewRef(argument);
}

PyObject* Maker::make_array(const Type& type, const View& view) {
  parc_base* base = view.base();
  if (base && base->kind != 0) {
    PyObject* argument = arguments_.object(base->argument);
    if (is_same(view, *fields_of(argument)) &&
        kind_of_dtype(fields_of(argument)->descr) == type.kind) {
      return Py_NewRef(argument);
    }
  } else if (base) {
    for (auto& [block, array] : made_) {
      if (block == base && is_same(view, *fields_of(array))) {
        release(base);
        return Py_NewRef(array);
      }
    }
  }
  int flags = NpyApi::NPY_ARRAY_WRITEABLE_ | NpyApi::NPY_ARRAY_ALIGNED_;
  PyObject* owner = base ? owner_of(base, flags) : nullptr;
  if (base && !owner) return nullptr;
  const NpyApi& api = *numpy().api;
  PyObject* array =
      api.PyArray_NewFromDescr_(api.PyArray_Type_, Py_NewRef(numpy().dtypes[type.kind]), view.rank,
                                view.shape(), view.stride(), view.data(), flags, nullptr);
  if (!array) {
    Py_XDECREF(owner);
    return nullptr;
  }
  if (owner && api.PyArray_SetBaseObject_(array, owner) < 0) {  // takes the owner's reference
    Py_DECREF(array);
    return nullptr;
  }
  if (base && base->kind == 0) made_.emplace_back(base, array);
  return array;
}

PyObject* Maker::make_tuple(const Type& type, const parc_slot*& slot) {
  PyObject* tuple = PyTuple_New(static_cast<Py_ssize_t>(type.parts.size()));
  bool failed = tuple == nullptr;
  // After a failure the rest is made all the same: the slots hold references.
  for (size_t k = 0; k < type.parts.size(); ++k) {
    PyObject* item = make(type.parts[k], slot);
    failed |= item == nullptr;
    if (tuple && item) {
      PyTuple_SET_ITEM(tuple, static_cast<Py_ssize_t>(k), item);
    } else {
      Py_XDECREF(item);
    }
  }
  if (!failed) return tuple;
  Py_XDECREF(tuple);
  return nullptr;
}

PyObject* Maker::make(const Type& type, const parc_slot*& slot) {
  if (type.form == Form::kTuple) return make_tuple(type, slot);
  if (type.form == Form::kNone) return Py_NewRef(Py_None);
  const parc_slot& leaf = *slot++;
  switch (type.form) {
    case Form::kScalar:
      return to_python(type.kind, leaf.words);
    case Form::kMixed:
      return make_mixed(type, leaf);
    case Form::kArray:
      return make_array(type, View{type.rank, &leaf});
    case Form::kList:
      return Py_NewRef(static_cast<PyObject*>(static_cast<parc_list*>(leaf.p)->object));
    case Form::kTuple:
    case Form::kNone:
      break;
  }
  return Py_NewRef(Py_None);
}

}  // namespace

PyObject* make_result(const Type& type, const parc_slot* slots, const Arguments& arguments) {
  return Maker(arguments).make(type, slots);
}

}  // namespace parc::runtime
