// Native blocks and the working memory of loops.
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "runtime/core/error.h"

namespace parc::runtime {
namespace {

constexpr size_t kAlignment = 64;
// Blocks from this size on are fresh pages of their own, huge ones where the system has them: the
// loop that fills a block touches its pages first, and zeros come free.
constexpr parc_i64 kMapped = 4 << 20;
constexpr parc_i64 kLargest = parc_i64{1} << 47;

void* map_pages(size_t bytes) {
  void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return nullptr;
  madvise(memory, bytes, MADV_HUGEPAGE);
  return memory;
}

void* allocate(parc_i64 bytes, bool zero) {
  if (bytes < 0 || bytes > kLargest) return nullptr;
  if (bytes >= kMapped) return map_pages(bytes);
  void* memory = nullptr;
  if (posix_memalign(&memory, kAlignment, bytes ? bytes : 1) != 0) return nullptr;
  if (zero) memset(memory, 0, bytes);
  return memory;
}

}  // namespace
}  // namespace parc::runtime

using namespace parc::runtime;

extern "C" parc_base* parc_block_new(parc_state* state, parc_i64 bytes, parc_i32 zero,
                                     const parc_frame* frame) {
  auto* base = static_cast<parc_base*>(malloc(sizeof(parc_base)));
  void* memory = base ? allocate(bytes, zero != 0) : nullptr;
  if (!memory) {
    free(base);
    set_error(state, new_error(PARC_RAISE_MEMORY, nullptr, frame));
    return nullptr;
  }
  *base = {1, 0, -1, memory, bytes};
  return base;
}

extern "C" void parc_block_free(parc_base* base) {
  if (base->bytes >= kMapped) {
    munmap(base->memory, base->bytes);
  } else {
    free(base->memory);
  }
  free(base);
}

extern "C" void* parc_scratch_new(parc_state* state, parc_i64 bytes, const parc_frame* frame) {
  void* memory = nullptr;
  if (bytes >= 0 && bytes <= kLargest &&
      posix_memalign(&memory, kAlignment, bytes ? bytes : 1) == 0) {
    return memset(memory, 0, bytes);
  }
  set_error(state, new_error(PARC_RAISE_MEMORY, nullptr, frame));
  return nullptr;
}

extern "C" void* parc_scratch_grow(parc_state* state, void* old, parc_i64 bytes,
                                   const parc_frame* frame) {
  void* memory = bytes >= 0 && bytes <= kLargest ? realloc(old, bytes ? bytes : 1) : nullptr;
  if (!memory) set_error(state, new_error(PARC_RAISE_MEMORY, nullptr, frame));
  return memory;
}

extern "C" void parc_scratch_free(void* memory) { free(memory); }
