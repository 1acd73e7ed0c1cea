// Lists across the border: one pass into contiguous memory, and back what the function wrote.
#pragma once

#include <Python.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "runtime/kernel/abi.h"
#include "runtime/python/plan.h"

namespace parc::runtime {

// Where in an argument something is: "[3][1]" while a conversion fails, else empty.
struct Misfit {
  std::string path;
  std::string expected;       // what the item should have been; "" for the argument as a whole
  PyObject* found = nullptr;  // borrowed, from the caller or the list table
  bool out_of_range = false;
  std::string problem;  // overrides the usual text
};

// The lists of one call. One Python list is one parc_list, however often it is passed.
class ListTable {
 public:
  // `keep_originals`: some list may be written, so that what changed can be told afterwards.
  explicit ListTable(bool keep_originals) : keep_originals_(keep_originals) {}
  ~ListTable();
  ListTable(const ListTable&) = delete;
  ListTable& operator=(const ListTable&) = delete;

  // Null when the list does not fit (`misfit` says why) or memory is out (a Python error is set).
  parc_list* convert(PyObject* list, const Type& type, Misfit& misfit);
  // Stores what changed back into the Python lists, also the nested ones; false with an error set.
  bool write_back();

 private:
  struct Entry {
    parc_list native;
    const Type* type;
    char* original;  // copy of the items, when kept
  };

  bool convert_items(Entry& entry, PyObject* list, Misfit& misfit);
  bool write_entry(const Entry& entry);
  char* reserve(size_t bytes);

  // The object with a reference that this table has.
  PyObject* keep(PyObject* object);

  bool keep_originals_;
  std::vector<PyObject*> kept_;
  std::vector<std::unique_ptr<Entry>> entries_;  // in order of conversion
  std::unordered_map<PyObject*, Entry*> by_object_;
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* next_ = nullptr;
  size_t left_ = 0;
};

}  // namespace parc::runtime
