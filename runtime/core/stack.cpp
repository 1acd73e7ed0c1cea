#include "runtime/core/stack.h"

#include <pthread.h>

#include <algorithm>
#include <cstddef>

namespace parc::runtime {
namespace {

constexpr size_t kMargin = 256 * 1024;

char* find_limit() {
  pthread_attr_t attributes;
  char* here = reinterpret_cast<char*>(&attributes);
  void* low = nullptr;
  size_t size = 0;
  if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
    pthread_attr_getstack(&attributes, &low, &size);
    pthread_attr_destroy(&attributes);
  }
  if (!low) return here - kMargin;
  return static_cast<char*>(low) + std::min(kMargin, size / 4);
}

}  // namespace

char* stack_limit() {
  static thread_local char* limit = nullptr;
  if (!limit) limit = find_limit();
  return limit;
}

}  // namespace parc::runtime
