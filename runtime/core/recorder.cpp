#include "runtime/core/recorder.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <mutex>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace parc::runtime {
namespace {

struct Mark {
  parc_i64 iteration;
  const parc_frame* frame;  // null: no such access
};

// What the iterations so far did to one granule: the last write, and the last reads of two
// different iterations.
struct Shadow {
  Mark write, read, other_read;
};

// Memory is watched in aligned granules of 1, 2, 4 or 8 bytes; one map a size.
constexpr int kSizes = 4;
using ShadowMap = std::unordered_map<uintptr_t, Shadow>;

}  // namespace
}  // namespace parc::runtime

struct parc_recorder {
  parc_recorder* outer;
  const parc_frame* loop;
  const char* variable;
  parc_i64 iteration = -1;
  std::vector<parc_i64> values = {};  // of the loop variable, by iteration
  std::array<parc::runtime::ShadowMap, parc::runtime::kSizes> shadow = {};
};

namespace parc::runtime {
namespace {

// A kind of collision between two places in one loop.
using Pair = std::tuple<const parc_frame*, const parc_frame*, const parc_frame*, bool, bool>;

RecorderSinks sinks;
std::mutex guard;  // of what follows: several threads may run recorded loops
std::set<Pair> seen;
std::set<const parc_frame*> seen_loops;

template <class T>
bool is_new(std::set<T>& set, const T& item) {
  const std::lock_guard lock(guard);
  return set.insert(item).second;
}

// The subscripts of the element: the axes with larger strides are read off first.
std::vector<parc_i64> subscripts_of(const parc_touched& touched) {
  const parc_layout& array = touched.array;
  std::vector<parc_i64> subscripts(array.rank, 0);
  std::vector<int> axes;
  parc_i64 offset =
      static_cast<const char*>(touched.element) - static_cast<const char*>(array.data);
  for (int axis = 0; axis < array.rank; ++axis) {
    axes.push_back(axis);
    if (array.stride[axis] < 0) offset -= array.stride[axis] * (array.shape[axis] - 1);
  }
  const auto width = [&](int axis) { return std::abs(array.stride[axis]); };
  std::sort(axes.begin(), axes.end(),
            [&](int a, int b) { return std::pair(-width(a), a) < std::pair(-width(b), b); });
  for (const int axis : axes) {
    if (width(axis) == 0) continue;
    const parc_i64 steps = offset / width(axis);
    offset -= steps * width(axis);
    subscripts[axis] = array.stride[axis] < 0 ? array.shape[axis] - 1 - steps : steps;
  }
  return subscripts;
}

RecordedAccess access(const parc_recorder& recorder, const Mark& mark, bool write) {
  return {mark.iteration, recorder.values[mark.iteration], write, mark.frame};
}

// Tells of the granule's earlier access by another iteration that collides with this one, if any.
bool report(const parc_recorder& recorder, const parc_touched& touched, const Shadow& shadow,
            bool write) {
  const auto differs = [&](const Mark& mark) {
    return mark.frame && mark.iteration != recorder.iteration;
  };
  const bool after_write = differs(shadow.write);
  if (!after_write && !(write && (differs(shadow.read) || differs(shadow.other_read))))
    return false;
  const Mark& earlier = after_write            ? shadow.write
                        : differs(shadow.read) ? shadow.read
                                               : shadow.other_read;
  const Pair pair{recorder.loop, earlier.frame, touched.frame, after_write, write};
  if (sinks.collision && is_new(seen, pair)) {
    const Mark now = {recorder.iteration, touched.frame};
    sinks.collision({recorder.loop, recorder.variable, touched.name, subscripts_of(touched),
                     access(recorder, earlier, after_write), access(recorder, now, write)});
  }
  return true;
}

void keep(Shadow& shadow, const Mark& now, bool write) {
  if (write) {
    shadow.write = now;
    return;
  }
  if (shadow.read.frame && shadow.read.iteration != now.iteration) shadow.other_read = shadow.read;
  shadow.read = now;
}

// Exponent of the size of the granules that the element is made of.
int granule(uintptr_t address, parc_i32 bytes) {
  int exponent = 0;
  while (exponent + 1 < kSizes && (address & ((2u << exponent) - 1)) == 0 &&
         bytes % (2 << exponent) == 0) {
    ++exponent;
  }
  return exponent;
}

// Whether bytes of the granule collide with what was noted in granules of another size.
bool collides_with(const parc_recorder& recorder, const parc_touched& touched, int exponent,
                   uintptr_t address, int own, bool write) {
  const ShadowMap& map = recorder.shadow[exponent];
  if (map.empty()) return false;
  const uintptr_t size = uintptr_t{1} << exponent;
  for (uintptr_t at = address & ~(size - 1); at < address + (uintptr_t{1} << own); at += size) {
    const auto found = map.find(at);
    if (found != map.end() && report(recorder, touched, found->second, write)) return true;
  }
  return false;
}

void note(parc_recorder& recorder, const parc_touched& touched, bool write) {
  const auto start = reinterpret_cast<uintptr_t>(touched.element);
  const int own = granule(start, touched.array.item);
  const Mark now = {recorder.iteration, touched.frame};
  bool told = false;
  for (uintptr_t at = start; at < start + touched.array.item; at += uintptr_t{1} << own) {
    for (int exponent = 0; exponent < kSizes && !told; ++exponent) {
      told = exponent != own && collides_with(recorder, touched, exponent, at, own, write);
    }
    Shadow& shadow = recorder.shadow[own][at];
    told = told || report(recorder, touched, shadow, write);
    keep(shadow, now, write);
  }
}

void note_in_all(parc_state* state, const parc_touched& touched, bool write, parc_i64 skip) {
  for (parc_recorder* recorder = state->recorder; recorder; recorder = recorder->outer) {
    if ((skip & 1) == 0 && recorder->iteration >= 0) note(*recorder, touched, write);
    skip >>= 1;
  }
}

// Moves `index` on to the next element; false after the last one.
bool next_element(const parc_layout& array, std::vector<parc_i64>& index) {
  for (int axis = array.rank - 1; axis >= 0; --axis) {
    if (++index[axis] < array.shape[axis]) return true;
    index[axis] = 0;
  }
  return false;
}

}  // namespace

void set_recorder_sinks(const RecorderSinks& given) { sinks = given; }

}  // namespace parc::runtime

using namespace parc::runtime;

extern "C" parc_recorder* parc_record_begin(parc_state* state, const parc_frame* loop,
                                            const char* variable) {
  if (sinks.loop && is_new(seen_loops, loop)) sinks.loop(*loop);
  return state->recorder = new parc_recorder{state->recorder, loop, variable};
}

extern "C" void parc_record_iteration(parc_recorder* recorder, parc_i64 iteration) {
  recorder->iteration = iteration;
  recorder->values.resize(iteration + 1, iteration);
}

extern "C" void parc_record_value(parc_recorder* recorder, parc_i64 value) {
  recorder->values[recorder->iteration] = value;
}

extern "C" void parc_record_end(parc_state* state, parc_recorder* recorder) {
  state->recorder = recorder->outer;
  delete recorder;
}

extern "C" void parc_record(parc_state* state, const parc_touched* touched, parc_i32 write,
                            parc_i64 skip) {
  note_in_all(state, *touched, write != 0, skip);
}

extern "C" void parc_record_forget(parc_state* state, const parc_layout* array) {
  parc_i64 bytes = array->item;
  for (int axis = 0; axis < array->rank; ++axis) bytes *= array->shape[axis];
  const auto start = reinterpret_cast<uintptr_t>(array->data);
  for (parc_recorder* recorder = state->recorder; recorder; recorder = recorder->outer) {
    for (ShadowMap& map : recorder->shadow) {
      std::erase_if(map, [&](const auto& entry) {
        return entry.first - start < static_cast<uintptr_t>(bytes);
      });
    }
  }
}

extern "C" void parc_record_all(parc_state* state, const parc_touched* touched, parc_i32 write,
                                parc_i64 skip) {
  if (!state->recorder) return;
  const parc_layout& array = touched->array;
  for (int axis = 0; axis < array.rank; ++axis) {
    if (array.shape[axis] == 0) return;
  }
  std::vector<parc_i64> index(array.rank, 0);
  parc_touched element = *touched;
  do {
    const char* at = static_cast<const char*>(array.data);
    for (int axis = 0; axis < array.rank; ++axis) at += index[axis] * array.stride[axis];
    element.element = at;
    note_in_all(state, element, write != 0, skip);
  } while (next_element(array, index));
}
