// LLVM as Debian compiles it asks libc for arc4random, which glibc has from 2.36 on. With this one
// the compiler runs from 2.34 on.
#include <stdint.h>
#include <sys/random.h>

extern "C" [[gnu::visibility("hidden")]] uint32_t arc4random() noexcept {
  uint32_t value = 0;
  while (getrandom(&value, sizeof value, 0) != sizeof value) {
  }
  return value;
}
