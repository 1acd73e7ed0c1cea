// What generated code and the runtime library agree on. Included by generated code (where it is
// held in the compiler as bytes) and by the runtime; freestanding: no other header, C++17, clang
// and gcc.
//
// Type descriptors (strings): a kind as Python spells it ("bool" "int" "float" "complex" "np.bool"
// "np.int8" … "np.uint64" "np.float32" "np.float64" "np.complex64" "np.complex128"), an array
// "np.float64[2]" (element and rank), "list[T]", a tuple "(T,U)", a mixed scalar "int|np.float64"
// (tags 0, 1, … in this order), "None".
#pragma once

typedef signed char parc_i8;
typedef short parc_i16;
typedef int parc_i32;
typedef long long parc_i64;
typedef unsigned char parc_u8;
typedef unsigned short parc_u16;
typedef unsigned int parc_u32;
typedef unsigned long long parc_u64;
typedef float parc_f32;
typedef double parc_f64;
typedef __int128 parc_i128;
struct parc_c64 {
  parc_f32 re, im;
};
struct parc_c128 {
  parc_f64 re, im;
};

// Of one condition, which may have the commas of template arguments.
#define PARC_LIKELY(...) __builtin_expect(!!(__VA_ARGS__), 1)
#define PARC_UNLIKELY(...) __builtin_expect(!!(__VA_ARGS__), 0)
#define PARC_INLINE static inline __attribute__((always_inline, unused))
// Used once a loop, for every two of its arrays: many times in the text.
#define PARC_ONCE static __attribute__((noinline, unused))
#define PARC_COLD __attribute__((cold, noinline))
// Compiled as it stands: optimising it would take too long.
#ifdef __clang__
#define PARC_LARGE __attribute__((optnone, noinline))
#else
#define PARC_LARGE __attribute__((optimize(0), noinline))
#endif
// Begins a block whose sums may be regrouped. Not with PARC_IN_ORDER: how they are depends on the
// CPU that the text is compiled for.
#if defined(__clang__) && !defined(PARC_IN_ORDER)
#define PARC_REASSOCIATE _Pragma("clang fp reassociate(on)")
#else
#define PARC_REASSOCIATE
#endif
enum { PARC_ABI_VERSION = 3, PARC_MAX_RANK = 8, PARC_SLOT_WORDS = 20 };
constexpr parc_i64 PARC_LONGEST_AXIS = (parc_i64)1 << 47;

// ---- memory ----

// What keeps an array's memory alive: an argument of the call (a Python object, not counted here),
// or a block made by the native code (counted, freed with its last reference).
struct parc_base {
  parc_i64 count;     // references (atomic); unused for arguments
  parc_i32 kind;      // 0: native block, 1: argument
  parc_i32 argument;  // index of the argument
  void* memory;       // native block: start of the elements
  parc_i64 bytes;
};

// A strided view: strides in bytes. base may be null (memory that outlives the call).
template <class T, int R>
struct parc_view {
  T* data;
  parc_base* base;
  parc_i64 shape[R ? R : 1];
  parc_i64 stride[R ? R : 1];
};

// A list parameter, converted at the border: elements contiguous; nested lists are arrays of
// parc_list*. One Python list is one parc_list, however often it is passed.
struct parc_list {
  void* items;  // parc_i64*, parc_f64*, parc_u8* (bool), parc_c128*, …, or parc_list**
  parc_i64 length;
  void* object;      // the Python list (borrowed), for the runtime only
  parc_i32 written;  // set by generated code before a store (atomic); the runtime writes back
  parc_i32 wide;     // items are parc_i128: a copy that ints are accumulated in
};

// ---- errors ----

// A place in a Python file for one traceback entry; inlined calls have `outer` entries.
struct parc_frame {
  const char* function;
  const char* file;
  parc_i32 line;
  const parc_frame* outer;
};

enum parc_raise_kind : parc_i32 {
  PARC_RAISE_MESSAGE = 0,  // exception `name` with arguments made of parts
  PARC_RAISE_REPLAY = 1,  // repeat `name` ("operator.floordiv", "math.log", "np.int8", …) in Python
                          // with the values; it raises the interpreter's own exception and text
  PARC_RAISE_OVERFLOW = 2,  // OverflowError of ours: `name` is the operator or what did not fit
  PARC_RAISE_MEMORY = 3,
  PARC_RAISE_RECURSION = 4,
  PARC_RAISE_STORE = 5,  // repeat the store of the value to an element of dtype `name` ("uint8")
};
// Part of a message: text, or (text null) the next value, formatted with conversion and spec.
struct parc_part {
  const char* text;
  char conversion;
  const char* spec;
  parc_i32 argument; /* index of the exception's argument */
  parc_i32 raw;      /* 1: the value itself is the argument */
};
struct parc_site {
  parc_i32 kind;
  const char* name;
  const parc_frame* frame;  // innermost
  const parc_part* parts;
  parc_i32 part_count;
};
// The kinds of a value in an error.
enum parc_kind : parc_i32 {
  PARC_BOOL,
  PARC_INT,
  PARC_FLOAT,
  PARC_COMPLEX,
  PARC_NPBOOL,
  PARC_NPI8,
  PARC_NPI16,
  PARC_NPI32,
  PARC_NPI64,
  PARC_NPU8,
  PARC_NPU16,
  PARC_NPU32,
  PARC_NPU64,
  PARC_NPF32,
  PARC_NPF64,
  PARC_NPC64,
  PARC_NPC128
};
struct parc_value {
  parc_i32 kind;
  union {
    parc_i64 i;
    parc_u64 u;
    parc_f64 d;
    parc_c128 c;
  };
};  // f32 in d, c64 in c

// ---- the state of a thread in native code ----

struct parc_loop;
struct parc_error;
struct parc_recorder;
// Lives on the stack of the entry point or of a worker; passed to every native function.
struct parc_state {
  parc_error* error;        // what was raised (owned), null when nothing
  char* stack_limit;        // lowest address that a recursive function may reach
  parc_loop* loop;          // the par loop this thread is in, null outside
  parc_i64 budget;          // recursive calls until the next parc_tick
  parc_i32 parallel;        // 1 inside a parallel region: par loops here run serially
  parc_i32 calling;         // 1 on the thread that called from Python: it looks at signals
  parc_recorder* recorder;  // the par loop that is being recorded (record.h), null in all others
};

// How far a par loop is that shows it.
struct parc_progress {
  void* bar;           // what shows it (a Python object, owned); null: nothing does
  parc_state* shower;  // of the thread that does
  parc_i64 done;       // iterations (atomic)
  parc_i64 next;       // when it is shown again, on the coarse clock
};

// A par loop in flight; one per execution, on the stack of the thread that runs it.
struct parc_loop {
  parc_i64 trip;   // iterations
  parc_i64 block;  // iterations per block
  parc_i64 blocks;
  parc_i64
      cut;  // lowest iteration that left the loop (error, break, return), else INT64_MAX (atomic)
  parc_i32 event;     // of `cut`: 0 none, 1 error, 2 break, 3 return, 4 interrupted
  parc_i32 stop;      // nonzero: leave as soon as possible (interrupt)
  parc_i32 threads;   // threads of the region; 1: run serially
  parc_i32 finished;  // workers done (atomic)
  parc_error* error;  // of `cut`
  parc_state* caller;
  parc_i64 schedule_blocks;  // blocks per chunk (chunk= rounded up), ≥ 1
  void* reserved[4];
  parc_progress progress;
};

extern "C" {
// Records an exception in the state. `values` in the order in which the parts use them.
PARC_COLD void parc_raise(parc_state*, const parc_site*, const parc_value* values, parc_i32 count);
// The same with up to three values, all ints.
PARC_COLD void parc_raise_ints(parc_state*, const parc_site*, parc_i32 count, parc_i64, parc_i64,
                               parc_i64);
// A callee failed: adds the caller's place to the traceback.
PARC_COLD void parc_trace(parc_state*, const parc_frame*);
// Called about every few hundred microseconds from long running code: the calling thread looks at
// Python's signals (at most every 50 ms). Nonzero: leave (an error is recorded, or the loop is
// stopping). *budget is set anew.
PARC_COLD parc_i32 parc_tick(parc_state*, parc_i64* budget);
// Prepares a loop: threads (options, environment, CPUs; 1 inside a region or when trip * weight is
// below the small-size threshold; `serial` forces 1), blocks. `weight`: rough nanoseconds per
// iteration. max_threads 0: not given.
void parc_loop_begin(parc_loop*, parc_state*, parc_i64 trip, parc_i64 block, parc_i64 chunk,
                     parc_i64 weight, parc_i32 max_threads, parc_i32 serial);
// After that, where the loop at this place is to show its progress.
PARC_COLD void parc_loop_progress(parc_loop*, parc_state*, const parc_frame*);
// So many iterations more are done. Nonzero: showing that raised (an error is recorded).
PARC_COLD parc_i32 parc_progress_made(parc_loop*, parc_state* worker, parc_i64 iterations);
// Whether the work is below the small-size threshold (PARC_SMALL=0 switches it off).
parc_i32 parc_loop_is_small(parc_i64 trip, parc_i64 weight);
// A worker's state inside the region (thread 0 gets calling = 1 when the caller has it).
void parc_worker_begin(parc_loop*, parc_state* worker);
// Last thing in the region: thread 0 waits here for the others, looking at signals.
void parc_worker_end(parc_loop*, parc_state* worker);
// A block's code returned `event` (nonzero) at `iteration`: keeps it when it is the lowest; takes
// over the state's error.
PARC_COLD void parc_loop_event(parc_loop*, parc_state* worker, parc_i64 iteration, parc_i32 event);
// After the region: gives back `event` (0 none, 1 error recorded in the caller's state, 2 break, 3
// return). 4 (interrupted) is reported as 1 with the error recorded.
parc_i32 parc_loop_end(parc_loop*, parc_state*);
// After the region, when an error may come from what serial execution would have left out: the
// block that raised; the error is dropped, and this thread is to run the blocks from there on in
// order. `blocks` when the loop ended otherwise.
PARC_COLD parc_i64 parc_loop_rest(parc_loop*);
// The loop at this place ran in serial order because of a check: issues parc.SerialWarning after
// the call.
PARC_COLD void parc_serial_warning(parc_state*, const parc_frame*, const char* reason);
// Native blocks. Null with an error recorded when memory is out. `zero`: filled with zero bytes.
parc_base* parc_block_new(parc_state*, parc_i64 bytes, parc_i32 zero, const parc_frame*);
void parc_block_free(parc_base*);
// Working memory of a loop (partials), 64-byte aligned, zeroed; freed by parc_scratch_free.
void* parc_scratch_new(parc_state*, parc_i64 bytes, const parc_frame*);
// More of it, or new when `old` is null: contents kept, what is added is not zeroed. Null with an
// error recorded when memory is out; `old` is then still there.
void* parc_scratch_grow(parc_state*, void* old, parc_i64 bytes, const parc_frame*);
void parc_scratch_free(void*);
// Another region of the same loop follows.
void parc_loop_again(parc_loop*);
// Ends `apply`, a loop over the buckets of updates that the blocks from `first_block` on of `loop`
// wrote down. Its iterations are parc_applied_place(block after first_block, update): what failed
// there is of the loop, unless an earlier block failed.
void parc_loop_applied(parc_loop* loop, parc_loop* apply, parc_state*, parc_i64 first_block);
}
// An update in the order of blocks, and of updates in a block.
PARC_INLINE parc_i64 parc_applied_place(parc_i64 block, parc_i64 update) {
  return block << 40 | update;
}
PARC_INLINE parc_i64 parc_applied_block(parc_i64 place) { return place >> 40; }

// Whether a block may be skipped: it starts beyond the lowest event, or the loop is stopping.
PARC_INLINE bool parc_block_skipped(const parc_loop* loop, parc_i64 first) {
  return first > __atomic_load_n(&loop->cut, __ATOMIC_RELAXED) ||
         __atomic_load_n(&loop->stop, __ATOMIC_RELAXED) != 0;
}

// ---- what a module exports to the runtime ----

// An argument or result leaf: word 0 is a scalar's value (bool and integers widened to 64 bits,
// floats as double, complex in words 0 and 1); a view lies here as parc_view does (data, base,
// shape…, stride…); a list is its parc_list*. `tag` tells the alternative of a mixed scalar. Tuples
// are flattened into consecutive slots.
struct parc_slot {
  parc_i64 tag;
  union {
    parc_i64 i;
    parc_u64 u;
    parc_f64 d;
    parc_c128 c;
    void* p;
    parc_i64 words[PARC_SLOT_WORDS - 1];
  };
};

typedef bool (*parc_entry)(parc_state*, const parc_slot* args,
                           parc_slot* result);  // true: failed, error in the state

struct parc_parameter {
  const char* name;
  const char* type;  // descriptor
  parc_i32 written;  // an array or list that the function stores to
  const char* dims;  // axis names "n m", or ""
};
struct parc_signature {  // one native version of a function
  const char* function;  // Python name
  const char* result;    // descriptor
  const parc_parameter* parameters;
  parc_i32 parameter_count;
  parc_entry entry;
  parc_i32 result_slots;
  parc_i32 annotated;  // 0: chosen by the arguments' types, else the Python function runs
  parc_i32 has_par;
  parc_i32 line;  // of the def
};
// A source file, and the SHA-256 of its bytes.
struct parc_source_file {
  const char* path;  // relative to the module's folder
  const char* hash;  // hex
};
struct parc_module_info {
  parc_i32 abi;             // PARC_ABI_VERSION
  const char* name;         // import name's last part
  const char* source_path;  // relative to the module's folder; of a kernel "<0>", as all its files
  const char* source;       // masked Python text that is executed at import
  parc_i64 source_size;
  const char* source_hash;  // hex, of the file's original bytes
  const char* python;       // "3.11": the interpreter it was built for
  const char*
      cpu_features;  // comma separated LLVM feature names that the code uses, "" for baseline
  const char* parc_version;
  const parc_signature* signatures;
  parc_i32 signature_count;
  const parc_source_file* imported;  // modules that compiled functions and constants come from
  parc_i32 imported_count;
  parc_i32 is_kernel;  // 1: no source; the functions wait for those that they stand for
};
// The body of PyInit_NAME.
extern "C" void* parc_module_init(const parc_module_info*);

// A version of a module's code, for CPUs that have the features.
struct parc_version {
  const char* cpu;           // "x86-64-v3"
  const char* cpu_features;  // as in parc_module_info
  void* (*init)();           // what would be PyInit_NAME if it were the only version
};
// The body of PyInit_NAME of a module that has several versions, best first: initialises the first
// one that the CPU can run, or the one that PARC_CPU names.
extern "C" void* parc_module_choose(const char* name, const parc_version* versions, parc_i32 count);
