#include <cstddef>
#include <cstdint>

#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  parc::fuzz::parse({reinterpret_cast<const char*>(data), size});
  return 0;
}
