#include "runtime/python/function.h"

#include <structmember.h>

#include <string>
#include <utility>

#include "runtime/python/call.h"

namespace parc::runtime {
namespace {

PyTypeObject* type_ = nullptr;

NativeFunction* cast(PyObject* object) { return reinterpret_cast<NativeFunction*>(object); }

// Attributes that the Python function keeps: reading and setting them reaches through.
PyObject* get_wrapped_attribute(PyObject* self, void* name) {
  return PyObject_GetAttrString(cast(self)->wrapped, static_cast<const char*>(name));
}

int set_wrapped_attribute(PyObject* self, PyObject* value, void* name) {
  return PyObject_SetAttrString(cast(self)->wrapped, static_cast<const char*>(name), value);
}

PyObject* get_signatures(PyObject* self, void*) { return signature_texts(*cast(self)->plan); }

PyObject* repr(PyObject* self) {
  PyObject* module = PyObject_GetAttrString(self, "__module__");
  PyObject* name = PyObject_GetAttrString(self, "__qualname__");
  PyObject* text =
      module && name ? PyUnicode_FromFormat("<parc function %S.%S>", module, name) : nullptr;
  Py_XDECREF(module);
  Py_XDECREF(name);
  return text;
}

// As a Python function: the class's attribute is the function, the instance's a bound method.
PyObject* get_bound(PyObject* self, PyObject* object, PyObject*) {
  if (!object || object == Py_None) return Py_NewRef(self);
  return PyMethod_New(self, object);
}

// Pickled by name, and its own copy.
PyObject* reduce(PyObject* self, PyObject*) { return PyObject_GetAttrString(self, "__qualname__"); }

int traverse(PyObject* self, visitproc visit, void* arg) {
  Py_VISIT(Py_TYPE(self));
  Py_VISIT(cast(self)->wrapped);
  Py_VISIT(cast(self)->attributes);
  return 0;
}

int clear(PyObject* self) {
  Py_CLEAR(cast(self)->attributes);
  return 0;
}

void deallocate(PyObject* self) {
  PyTypeObject* type = Py_TYPE(self);
  PyObject_GC_UnTrack(self);
  if (cast(self)->weak_references) PyObject_ClearWeakRefs(self);
  Py_CLEAR(cast(self)->attributes);
  Py_CLEAR(cast(self)->wrapped);
  delete cast(self)->files;
  type->tp_free(self);
  Py_DECREF(type);
}

#define FROM_WRAPPED(name) \
  {name, get_wrapped_attribute, set_wrapped_attribute, nullptr, const_cast<char*>(name)}

PyGetSetDef attributes_[] = {
    FROM_WRAPPED("__doc__"),
    FROM_WRAPPED("__name__"),
    FROM_WRAPPED("__qualname__"),
    FROM_WRAPPED("__module__"),
    FROM_WRAPPED("__defaults__"),
    FROM_WRAPPED("__kwdefaults__"),
    FROM_WRAPPED("__annotations__"),
    FROM_WRAPPED("__type_params__"),
    {"__code__", get_wrapped_attribute, nullptr, nullptr, const_cast<char*>("__code__")},
    {"__globals__", get_wrapped_attribute, nullptr, nullptr, const_cast<char*>("__globals__")},
    {"__closure__", get_wrapped_attribute, nullptr, nullptr, const_cast<char*>("__closure__")},
    {"__parc_native__", get_signatures, nullptr, "the native signatures", nullptr},
    {"__dict__", PyObject_GenericGetDict, PyObject_GenericSetDict, nullptr, nullptr},
    {}};

PyMemberDef members_[] = {
    {"__wrapped__", T_OBJECT_EX, offsetof(NativeFunction, wrapped), READONLY,
     "the Python function"},
    {"__vectorcalloffset__", T_PYSSIZET, offsetof(NativeFunction, vectorcall), READONLY, nullptr},
    {"__dictoffset__", T_PYSSIZET, offsetof(NativeFunction, attributes), READONLY, nullptr},
    {"__weaklistoffset__", T_PYSSIZET, offsetof(NativeFunction, weak_references), READONLY,
     nullptr},
    {}};

PyMethodDef methods_[] = {{"__reduce__", reduce, METH_NOARGS, nullptr}, {}};

PyType_Slot slots_[] = {{Py_tp_call, reinterpret_cast<void*>(PyVectorcall_Call)},
                        {Py_tp_repr, reinterpret_cast<void*>(repr)},
                        {Py_tp_descr_get, reinterpret_cast<void*>(get_bound)},
                        {Py_tp_traverse, reinterpret_cast<void*>(traverse)},
                        {Py_tp_clear, reinterpret_cast<void*>(clear)},
                        {Py_tp_dealloc, reinterpret_cast<void*>(deallocate)},
                        {Py_tp_getset, attributes_},
                        {Py_tp_members, members_},
                        {Py_tp_methods, methods_},
                        {0, nullptr}};

PyType_Spec spec_ = {"parc.NativeFunction", sizeof(NativeFunction), 0,
                     Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_HAVE_VECTORCALL |
                         Py_TPFLAGS_METHOD_DESCRIPTOR | Py_TPFLAGS_DISALLOW_INSTANTIATION |
                         Py_TPFLAGS_IMMUTABLETYPE,
                     slots_};

}  // namespace

bool make_function_type() {
  if (!type_) type_ = reinterpret_cast<PyTypeObject*>(PyType_FromSpec(&spec_));
  return type_ != nullptr;
}

PyObject* new_native_function(PyObject* wrapped, const Plan& plan, std::vector<std::string> files) {
  auto* code = reinterpret_cast<PyCodeObject*>(PyFunction_GET_CODE(wrapped));
  auto parameters = static_cast<int>(plan.signatures[0].parameters.size());
  if (code->co_argcount + code->co_kwonlyargcount != parameters) {
    PyErr_Format(PyExc_SystemError,
                 "internal error of parc: %U has other parameters than its native code",
                 code->co_name);
    return nullptr;
  }
  auto* self = PyObject_GC_New(NativeFunction, type_);
  if (!self) return nullptr;
  self->vectorcall = call_function;
  self->wrapped = Py_NewRef(wrapped);
  self->attributes = nullptr;
  self->weak_references = nullptr;
  self->plan = &plan;
  self->files = new std::vector<std::string>(std::move(files));
  PyObject_GC_Track(self);
  return reinterpret_cast<PyObject*>(self);
}

PyObject* signature_texts(const Plan& plan) {
  PyObject* tuple = PyTuple_New(static_cast<Py_ssize_t>(plan.signatures.size()));
  for (size_t k = 0; tuple && k < plan.signatures.size(); ++k) {
    const std::string& text = plan.signatures[k].text;
    PyObject* item = PyUnicode_FromStringAndSize(text.data(), static_cast<Py_ssize_t>(text.size()));
    if (!item) Py_CLEAR(tuple);
    if (tuple) PyTuple_SET_ITEM(tuple, static_cast<Py_ssize_t>(k), item);
  }
  return tuple;
}

}  // namespace parc::runtime
