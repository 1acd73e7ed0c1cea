// The border conversion of a call's arguments: from Python objects to the slots of an entry point.
#pragma once

#include <Python.h>

#include <array>
#include <optional>
#include <vector>

#include "runtime/kernel/abi.h"
#include "runtime/python/lists.h"
#include "runtime/python/plan.h"

namespace parc::runtime {

// The converted arguments of one call; alive until its results are made.
class Arguments {
 public:
  Arguments(const Plan& plan, const Signature& signature);

  // `objects`: one per parameter, borrowed, alive during the call. False with a TypeError,
  // ValueError or OverflowError set that names the parameter.
  bool convert(PyObject* const* objects);

  const parc_slot* slots() const { return slots_; }
  // The object behind argument base `index` (parc_base::argument).
  PyObject* object(parc_i32 index) const { return objects_[index]; }
  bool write_back() { return !lists_ || lists_->write_back(); }

 private:
  bool convert_one(PyObject* object, const Type& type, const Parameter& parameter, parc_i32 slot);
  bool convert_array(PyObject* object, const Type& type, const Parameter& parameter, parc_i32 slot);
  bool convert_mixed(PyObject* object, const Type& type, const Parameter& parameter, parc_i32 slot);
  bool convert_tuple(PyObject* object, const Type& type, const Parameter& parameter, parc_i32 slot);
  bool check_axis(const AxisCheck& check) const;

  static constexpr int kInline = 12;
  const Plan& plan_;
  const Signature& signature_;
  std::array<parc_slot, kInline> inline_slots_;
  std::array<parc_base, kInline> inline_bases_;
  std::array<PyObject*, kInline> inline_objects_;
  std::vector<parc_slot> more_slots_;
  std::vector<parc_base> more_bases_;
  std::vector<PyObject*> more_objects_;
  parc_slot* slots_;
  parc_base* bases_;
  PyObject** objects_;
  std::optional<ListTable> lists_;
};

// Whether the arguments have exactly the types of the signature (nothing is converted, lists are
// looked into).
bool match_exactly(const Signature& signature, PyObject* const* objects);

}  // namespace parc::runtime
