#include "runtime/python/lists.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "runtime/python/compat.h"
#include "runtime/python/scalars.h"

namespace parc::runtime {
namespace {

constexpr size_t kAlignment = 64;
constexpr size_t kChunk = 64 * 1024;

// Bytes of an item in parc_list::items, by kind; a nested list is a pointer.
constexpr unsigned char kSizes[kKinds] = {1, 8, 8, 16, 1, 1, 2, 4, 8, 1, 2, 4, 8, 4, 8, 8, 16};

size_t item_size(const Type& item) {
  return item.form == Form::kList ? sizeof(parc_list*) : kSizes[item.kind];
}

// From a slot's words to the item's own form, and back.
void narrow(parc_i32 kind, const parc_slot& slot, char* item) {
  parc_f32 f[2] = {static_cast<parc_f32>(slot.c.re), 0.0f};
  switch (kind) {
    case PARC_NPF32:
      memcpy(item, f, 4);
      break;
    case PARC_NPC64:
      f[1] = static_cast<parc_f32>(slot.c.im);
      memcpy(item, f, 8);
      break;
    default:
      memcpy(item, &slot.i, kSizes[kind]);
      break;
  }
}

PyObject* widen(parc_i32 kind, const char* item) {
  parc_slot slot = {};
  parc_f32 f[2] = {};
  switch (kind) {
    case PARC_NPF32:
    case PARC_NPC64:
      memcpy(f, item, kind == PARC_NPF32 ? 4 : 8);
      slot.c = {f[0], f[1]};
      break;
    default:
      memcpy(&slot.i, item, kSizes[kind]);
      break;
  }
  return to_python(kind, &slot.i);
}

}  // namespace

ListTable::~ListTable() {
  for (auto& entry : entries_) Py_DECREF(static_cast<PyObject*>(entry->native.object));
  for (PyObject* object : kept_) Py_DECREF(object);
}

PyObject* ListTable::keep(PyObject* object) {
  kept_.push_back(object);
  return Py_NewRef(object);
}

char* ListTable::reserve(size_t bytes) {
  bytes = (bytes + kAlignment - 1) / kAlignment * kAlignment;
  if (bytes > left_) {
    left_ = std::max(bytes, kChunk);
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(left_ + kAlignment));
    auto start = reinterpret_cast<uintptr_t>(chunks_.back().get());
    next_ = chunks_.back().get() + (kAlignment - start % kAlignment) % kAlignment;
  }
  left_ -= bytes;
  return std::exchange(next_, next_ + bytes);
}

parc_list* ListTable::convert(PyObject* list, const Type& type, Misfit& misfit) {
  if (!PyList_CheckExact(list)) {
    misfit.expected = spell(type);
    misfit.found = keep(list);
    return nullptr;
  }
  if (auto known = by_object_.find(list); known != by_object_.end()) {
    if (known->second->type->text == type.text) return &known->second->native;
    misfit.problem = "is one list that is also passed as " + spell(*known->second->type);
    return nullptr;
  }
  entries_.push_back(std::make_unique<Entry>());
  Entry& entry = *entries_.back();
  entry.native = {nullptr, PyList_GET_SIZE(list), list, 0, 0};
  entry.type = &type;
  Py_INCREF(list);
  by_object_.emplace(list, &entry);
  return convert_items(entry, list, misfit) ? &entry.native : nullptr;
}

bool ListTable::convert_items(Entry& entry, PyObject* list, Misfit& misfit) {
  const Type& item = entry.type->parts[0];
  size_t size = item_size(item);
  size_t bytes = size * entry.native.length;
  char* items = reserve(bytes);
  entry.native.items = items;
  for (Py_ssize_t k = 0; k < entry.native.length; ++k, items += size) {
    const ListItem found(list, k);
    PyObject* object = found.get();
    bool fits = object != nullptr;
    if (!fits) {
      misfit.problem = "was shortened by another thread while it was read";
    } else if (item.form == Form::kList) {
      parc_list* nested = convert(object, item, misfit);
      memcpy(items, &nested, sizeof(parc_list*));
      fits = nested != nullptr;
    } else {
      parc_slot slot;
      Fit fit = to_native(object, item.kind, slot);
      fits = fit == Fit::kFits;
      if (fits) {
        narrow(item.kind, slot, items);
      } else {
        misfit = {"", spell(item), keep(object), fit == Fit::kOutOfRange, ""};
      }
    }
    if (!fits) {
      misfit.path.insert(0, "[" + std::to_string(k) + "]");
      return false;
    }
  }
  if (keep_originals_) {
    entry.original = reserve(bytes);
    memcpy(entry.original, entry.native.items, bytes);
  }
  return true;
}

bool ListTable::write_entry(const Entry& entry) {
  auto* list = static_cast<PyObject*>(entry.native.object);
  const Type& item = entry.type->parts[0];
  size_t size = item_size(item);
  const char* items = static_cast<const char*>(entry.native.items);
  for (parc_i64 k = 0; k < entry.native.length; ++k) {
    const char* now = items + k * size;
    if (memcmp(now, entry.original + k * size, size) == 0) continue;
    PyObject* object = nullptr;
    if (item.form == Form::kList) {
      parc_list* nested;
      memcpy(&nested, now, sizeof(parc_list*));
      object = Py_NewRef(static_cast<PyObject*>(nested->object));
    } else {
      object = widen(item.kind, now);
    }
    // PyList_SetItem takes the reference, also when another thread has shortened the list
    // meanwhile.
    if (!object || PyList_SetItem(list, k, object) < 0) return false;
  }
  return true;
}

bool ListTable::write_back() {
  for (auto& entry : entries_) {
    if (entry->native.written && entry->original && !write_entry(*entry)) return false;
  }
  return true;
}

}  // namespace parc::runtime
