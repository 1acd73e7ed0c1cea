// Native code for sample.py in the shape that the compiler gives it, against runtime/kernel/abi.h.
// SAMPLE_INFO is a header that conftest.py writes: the source's text and hash, the line of each
// def.
#include SAMPLE_INFO

#include <omp.h>
#include <time.h>

#include "runtime/kernel/abi.h"

namespace {

using f64 = parc_f64;
using i64 = parc_i64;

template <class T, int R>
parc_view<T, R> view_of(const parc_slot& slot) {
  parc_view<T, R> view;
  __builtin_memcpy(&view, slot.words, sizeof view);
  return view;
}

template <class T, int R>
void give(parc_slot& slot, const parc_view<T, R>& view) {
  __builtin_memcpy(slot.words, &view, sizeof view);
}

template <class T>
T& at(const parc_view<T, 1>& v, i64 i) {
  return *reinterpret_cast<T*>(reinterpret_cast<char*>(v.data) + i * v.stride[0]);
}

constexpr i64 kBlock = 256;

// `body(state, i)` gives an event. As generated code: blocks, skipped past the lowest event.
template <class Body>
parc_i32 run_loop(parc_state* state, i64 trip, i64 weight, parc_i32 most, bool is_serial, Body body,
                  parc_i32* used = nullptr, i64 block = kBlock) {
  parc_loop loop;
  parc_loop_begin(&loop, state, trip, block, 0, weight, most, is_serial);
  if (used) *used = loop.threads;
  auto work = [&](parc_state* worker, i64 b) {
    i64 first = b * block, last = first + block < trip ? first + block : trip;
    if (parc_block_skipped(&loop, first)) return;
    for (i64 i = first; i < last; ++i) {
      if (parc_i32 event = body(worker, i)) return parc_loop_event(&loop, worker, i, event);
    }
  };
  if (loop.threads == 1) {
    parc_state worker;
    parc_worker_begin(&loop, &worker);
    for (i64 b = 0; b < loop.blocks; ++b) work(&worker, b);
    parc_worker_end(&loop, &worker);
  } else {
#pragma omp parallel num_threads(loop.threads)
    {
      parc_state worker;
      parc_worker_begin(&loop, &worker);
#pragma omp for schedule(static) nowait
      for (i64 b = 0; b < loop.blocks; ++b) work(&worker, b);
      parc_worker_end(&loop, &worker);
    }
  }
  return parc_loop_end(&loop, state);
}

bool fill(parc_state* state, const parc_slot* a, parc_slot* result) {
  auto grid = view_of<f64, 2>(a[0]);
  i64 count = a[1].i, shift = a[3].i;
  f64 weight = a[2].d;
  result->i = count;
  return run_loop(state, grid.shape[0], grid.shape[1], 0, false, [&](parc_state*, i64 i) {
           for (i64 j = 0; j < grid.shape[1]; ++j) {
             *reinterpret_cast<f64*>(reinterpret_cast<char*>(grid.data) + i * grid.stride[0] +
                                     j * grid.stride[1]) = count * weight + i + shift;
           }
           return 0;
         }) != 0;
}

bool total(parc_state*, const parc_slot* a, parc_slot* result) {
  auto items = view_of<int, 1>(a[0]);
  result->i = 0;
  for (i64 i = 0; i < items.shape[0]; ++i) result->i += at(items, i);
  return false;
}

const parc_frame kOneOverFrame = {"one_over", "sample.py", LINE_one_over + 1, nullptr};
const parc_frame kInvertFrame = {"invert", "sample.py", LINE_invert + 2, nullptr};
const parc_site kDivision = {PARC_RAISE_REPLAY, "operator.truediv", &kOneOverFrame, nullptr, 0};

bool one_over_native(parc_state* state, f64 x, f64& result) {
  if (x == 0.0) {
    parc_value values[2] = {{PARC_FLOAT, {.d = 1.0}}, {PARC_FLOAT, {.d = x}}};
    parc_raise(state, &kDivision, values, 2);
    return true;
  }
  result = 1.0 / x;
  return false;
}

bool one_over(parc_state* state, const parc_slot* a, parc_slot* result) {
  return one_over_native(state, a[0].d, result->d);
}

bool invert(parc_state* state, const parc_slot* a, parc_slot*) {
  auto xs = view_of<f64, 1>(a[0]), out = view_of<f64, 1>(a[1]);
  return run_loop(state, xs.shape[0], 10, 0, false, [&](parc_state* worker, i64 i) {
           f64 r;
           if (one_over_native(worker, at(xs, i), r)) {
             parc_trace(worker, &kInvertFrame);
             return 1;
           }
           at(out, i) = r;
           return 0;
         }) != 0;
}

const parc_frame kComplainFrame = {"complain", "sample.py", LINE_complain + 3, nullptr};
const parc_part kComplainParts[] = {{"at ", 0, nullptr, 0, 0},   {nullptr, 0, "04d", 0, 0},
                                    {": ", 0, nullptr, 0, 0},    {nullptr, 'r', nullptr, 0, 0},
                                    {nullptr, 0, nullptr, 1, 1}, {nullptr, 0, nullptr, 2, 1}};
const parc_site kComplaint = {PARC_RAISE_MESSAGE, "ValueError", &kComplainFrame, kComplainParts, 6};

bool complain(parc_state* state, const parc_slot* a, parc_slot*) {
  return run_loop(state, a[0].i, 100, 0, false, [&](parc_state* worker, i64 i) {
           if (i < a[1].i) return 0;
           parc_value values[4] = {{PARC_INT, {.i = i}},
                                   {PARC_FLOAT, {.d = a[2].d}},
                                   {PARC_INT, {.i = i}},
                                   {PARC_NPF64, {.d = a[2].d}}};
           parc_raise(worker, &kComplaint, values, 4);
           return 1;
         }) != 0;
}

bool middle(parc_state*, const parc_slot* a, parc_slot* result) {
  auto v = view_of<f64, 1>(a[0]);
  v.data = &at(v, 1);
  v.shape[0] -= 2;
  give(*result, v);
  return false;
}

bool whole(parc_state*, const parc_slot* a, parc_slot* result) {
  give(*result, view_of<f64, 1>(a[0]));
  return false;
}

const parc_frame kFreshFrame = {"fresh", "sample.py", LINE_fresh + 1, nullptr};

bool fresh(parc_state* state, const parc_slot* a, parc_slot* result) {
  i64 n = a[0].i;
  parc_base* base = parc_block_new(state, n * 8, 1, &kFreshFrame);
  if (!base) return true;
  parc_view<f64, 1> v = {static_cast<f64*>(base->memory), base, {n}, {8}};
  base->count = 3;
  give(result[0], v);
  give(result[1], v);
  v.data += 1;
  v.shape[0] -= 1;
  give(result[2], v);
  result[3].i = n;
  return false;
}

bool kinds(parc_state*, const parc_slot* a, parc_slot* result) {
  i64 k = a[0].i;
  for (int kind = PARC_BOOL; kind <= PARC_NPC128; ++kind) {
    if (kind == PARC_COMPLEX)
      result[kind].c = {static_cast<f64>(k), 1};
    else if (kind == PARC_NPC64 || kind == PARC_NPC128)
      result[kind].c = {static_cast<f64>(k), 0};
    else if (kind == PARC_FLOAT || kind == PARC_NPF32 || kind == PARC_NPF64)
      result[kind].d = k;
    else
      result[kind].i = kind == PARC_BOOL || kind == PARC_NPBOOL ? 1 : k;
  }
  return false;
}

bool either(parc_state*, const parc_slot* a, parc_slot* result) {
  result->tag = a[0].i > 0 ? 0 : 1;
  result->d = static_cast<f64>(a[0].i);  // a double holds both
  return false;
}

const parc_frame kScaleFrame = {"scale", "sample.py", LINE_scale + 3, nullptr};
const parc_part kScalePart = {nullptr, 0, nullptr, 0, 1};
const parc_site kScaleError = {PARC_RAISE_MESSAGE, "KeyError", &kScaleFrame, &kScalePart, 1};

bool scale(parc_state* state, const parc_slot* a, parc_slot*) {
  auto* xs = static_cast<parc_list*>(a[0].p);
  for (i64 i = 0; i < xs->length; ++i) {
    if (i == a[2].i) {
      parc_value value = {PARC_INT, {.i = i}};
      parc_raise(state, &kScaleError, &value, 1);
      return true;
    }
    xs->written = 1;
    static_cast<f64*>(xs->items)[i] *= a[1].d;
  }
  return false;
}

bool bump(parc_state*, const parc_slot* a, parc_slot* result) {
  auto* rows = static_cast<parc_list*>(a[0].p);
  for (i64 r = 0; r < rows->length; ++r) {
    parc_list* row = static_cast<parc_list**>(rows->items)[r];
    for (i64 j = 0; j < row->length; ++j) {
      row->written = 1;
      static_cast<i64*>(row->items)[j] += 1;
    }
  }
  auto* other = static_cast<parc_list*>(a[1].p);
  result->i = 0;
  for (i64 j = 0; j < other->length; ++j) result->i += static_cast<i64*>(other->items)[j];
  return false;
}

bool add(parc_state*, const parc_slot* a, parc_slot* result) {
  result->c = {a[0].i + a[1].d + a[2].i + a[3].c.re, a[3].c.im};
  return false;
}

bool small(parc_state*, const parc_slot* a, parc_slot* result) {
  result->d = static_cast<float>(a[0].d) + static_cast<float>(a[1].i);
  return false;
}

bool matmul_shape(parc_state*, const parc_slot* a, parc_slot* result) {
  result->i = view_of<f64, 2>(a[0]).shape[0] * view_of<f64, 2>(a[1]).shape[1];
  return false;
}

f64 now() {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

// Every iteration takes about 100 µs; the loop ends after the given time.
bool spin(parc_state* state, const parc_slot* a, parc_slot* result) {
  f64 end = now() + a[0].d;
  i64 done = 0;
  bool failed = run_loop(
                    state, i64{1} << 40, 100000, 0, false,
                    [&](parc_state* worker, i64) {
                      for (f64 t = now() + 1e-4; now() < t;) {
                      }
                      if (parc_tick(worker, &worker->budget)) return 1;
                      __atomic_add_fetch(&done, 1, __ATOMIC_RELAXED);
                      return now() > end ? 2 : 0;
                    },
                    nullptr, i64{1} << 20) == 1;
  result->i = done;
  return failed;
}

const parc_frame kDescendFrame = {"descend", "sample.py", LINE_descend + 3, nullptr};
const parc_site kTooDeep = {PARC_RAISE_RECURSION, nullptr, &kDescendFrame, nullptr, 0};

bool descend_native(parc_state* state, i64 depth, i64& result) {
  if (reinterpret_cast<char*>(__builtin_frame_address(0)) < state->stack_limit) {
    parc_raise(state, &kTooDeep, nullptr, 0);
    return true;
  }
  result = 0;
  if (depth == 0) return false;
  if (descend_native(state, depth - 1, result)) {
    parc_trace(state, &kDescendFrame);
    return true;
  }
  result += 1;
  return false;
}

bool descend(parc_state* state, const parc_slot* a, parc_slot* result) {
  return descend_native(state, a[0].i, result->i);
}

bool empty(parc_state* state, const parc_slot* a, parc_slot*) {
  return run_loop(
             state, a[0].i, 1, 0, false, [](parc_state*, i64) { return 0; }, nullptr, 1024) != 0;
}

bool threads(parc_state* state, const parc_slot* a, parc_slot* result) {
  parc_i32 used = 0;
  i64 most_seen = 0;
  bool failed = run_loop(
                    state, a[0].i, 1000, static_cast<parc_i32>(a[1].i), false,
                    [&](parc_state*, i64) {
                      __atomic_store_n(&most_seen, omp_get_num_threads(), __ATOMIC_RELAXED);
                      return 0;
                    },
                    &used, 1) != 0;
  result->i = used;
  return failed;
}

const parc_frame kSerialFrame = {"serial", "sample.py", LINE_serial + 1, nullptr};

bool serial(parc_state* state, const parc_slot* a, parc_slot*) {
  if (a[1].i) parc_serial_warning(state, &kSerialFrame, "'dst' and 'src' overlap");
  return run_loop(state, a[0].i, 1, 0, true, [](parc_state*, i64) { return 0; }) != 0;
}

bool double_int(parc_state*, const parc_slot* a, parc_slot* result) {
  result->i = 2 * a[0].i;
  return false;
}

bool double_float(parc_state*, const parc_slot* a, parc_slot* result) {
  result->d = 2 * a[0].d;
  return false;
}

bool untyped(parc_state* state, const parc_slot* a, parc_slot*) {
  auto v = view_of<f64, 1>(a[0]);
  return run_loop(state, v.shape[0], 1, 0, false, [&](parc_state*, i64 i) {
           at(v, i) *= 2;
           return 0;
         }) != 0;
}

const parc_frame kOverflowFrame = {"overflow", "sample.py", LINE_overflow + 1, nullptr};
const parc_site kOverflow = {PARC_RAISE_OVERFLOW, "*", &kOverflowFrame, nullptr, 0};

bool overflow(parc_state* state, const parc_slot* a, parc_slot* result) {
  if (!__builtin_mul_overflow(a[0].i, a[1].i, &result->i)) return false;
  parc_value values[2] = {{PARC_INT, {.i = a[0].i}}, {PARC_INT, {.i = a[1].i}}};
  parc_raise(state, &kOverflow, values, 2);
  return true;
}

const parc_frame kStoreFrame = {"store", "sample.py", LINE_store + 2, nullptr};
const parc_site kStore = {PARC_RAISE_STORE, "uint8", &kStoreFrame, nullptr, 0};

bool store(parc_state* state, const parc_slot* a, parc_slot*) {
  parc_value value = {PARC_FLOAT, {.d = a[0].d}};
  parc_raise(state, &kStore, &value, 1);
  return true;
}

const parc_parameter kFill[] = {{"grid", "np.float64[2]", 1, ""},
                                {"count", "int", 0, ""},
                                {"weight", "float", 0, ""},
                                {"shift", "int", 0, ""}};
const parc_parameter kItems[] = {{"items", "np.int32[1]", 0, ""}};
const parc_parameter kX[] = {{"x", "float", 0, ""}};
const parc_parameter kInvert[] = {{"xs", "np.float64[1]", 0, "n"},
                                  {"out", "np.float64[1]", 1, "n"}};
const parc_parameter kComplain[] = {
    {"n", "int", 0, ""}, {"bad", "int", 0, ""}, {"x", "float", 0, ""}};
const parc_parameter kA[] = {{"a", "np.float64[1]", 0, ""}};
const parc_parameter kN[] = {{"n", "int", 0, ""}};
const parc_parameter kScale[] = {
    {"xs", "list[float]", 1, ""}, {"by", "float", 0, ""}, {"stop", "int", 0, ""}};
const parc_parameter kBump[] = {{"rows", "list[list[int]]", 1, ""}, {"other", "list[int]", 0, ""}};
const parc_parameter kAdd[] = {
    {"pair", "(int,float)", 0, ""}, {"flag", "bool", 0, ""}, {"z", "complex", 0, ""}};
const parc_parameter kSmall[] = {{"x", "np.float32", 0, ""}, {"k", "np.uint8", 0, ""}};
const parc_parameter kShapes[] = {{"a", "np.float64[2]", 0, "n m"},
                                  {"b", "np.float64[2]", 0, "m 3"}};
const parc_parameter kTwo[] = {{"n", "int", 0, ""}, {"most", "int", 0, ""}};
const parc_parameter kUntyped[] = {{"a", "np.float64[1]", 1, ""}};
const parc_parameter kAb[] = {{"a", "int", 0, ""}, {"b", "int", 0, ""}};

#define ENTRY(name, result, parameters, slots, annotated, has_par)                           \
  {#name,     result,  parameters, sizeof(parameters) / sizeof(parc_parameter), name, slots, \
   annotated, has_par, LINE_##name}

const parc_signature kSignatures[] = {
    ENTRY(fill, "int", kFill, 1, 1, 1),
    ENTRY(total, "int", kItems, 1, 1, 1),
    ENTRY(one_over, "float", kX, 1, 1, 0),
    ENTRY(invert, "None", kInvert, 1, 1, 1),
    ENTRY(complain, "None", kComplain, 1, 1, 1),
    ENTRY(middle, "np.float64[1]", kA, 1, 1, 0),
    ENTRY(whole, "np.float64[1]", kA, 1, 1, 0),
    ENTRY(fresh, "(np.float64[1],np.float64[1],np.float64[1],int)", kN, 4, 1, 0),
    ENTRY(kinds,
          "(bool,int,float,complex,np.bool,np.int8,np.int16,np.int32,np.int64,np.uint8,np.uint16,"
          "np.uint32,np.uint64,"
          "np.float32,np.float64,np.complex64,np.complex128,None)",
          kN, 17, 1, 0),
    ENTRY(either, "int|np.float64", kN, 1, 1, 0),
    ENTRY(scale, "None", kScale, 1, 1, 0),
    ENTRY(bump, "int", kBump, 1, 1, 0),
    ENTRY(add, "complex", kAdd, 1, 1, 0),
    ENTRY(small, "np.float32", kSmall, 1, 1, 0),
    ENTRY(matmul_shape, "int", kShapes, 1, 1, 0),
    ENTRY(spin, "int", kX, 1, 1, 1),
    ENTRY(descend, "int", kN, 1, 1, 0),
    ENTRY(empty, "None", kN, 1, 1, 1),
    ENTRY(threads, "int", kTwo, 1, 1, 1),
    ENTRY(serial, "None", kTwo, 1, 1, 1),
    {"double", "int", kN, 1, double_int, 1, 0, 0, LINE_double},
    {"double", "float", kX, 1, double_float, 1, 0, 0, LINE_double},
    ENTRY(untyped, "None", kUntyped, 1, 0, 1),
    ENTRY(overflow, "int", kAb, 1, 1, 0),
    ENTRY(store, "None", kX, 1, 1, 0),
};

const parc_module_info kInfo = {PARC_ABI_VERSION,
                                "sample",
                                "sample.py",
                                SAMPLE_SOURCE,
                                sizeof(SAMPLE_SOURCE) - 1,
                                SAMPLE_HASH,
                                SAMPLE_PYTHON,
                                SAMPLE_FEATURES,
                                "0.1.0",
                                kSignatures,
                                sizeof(kSignatures) / sizeof(parc_signature),
                                nullptr,
                                0};

}  // namespace

extern "C" __attribute__((visibility("default"))) void* PyInit_sample() {
  return parc_module_init(&kInfo);
}
