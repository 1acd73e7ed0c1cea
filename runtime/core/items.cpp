// Tests of index arrays (runtime/kernel/items.h).
#include "runtime/kernel/items.h"

#include <algorithm>

extern "C" bool parc_sorted_distinct(parc_i64* values, parc_i64 count) {
  std::sort(values, values + count);
  return std::adjacent_find(values, values + count) == values + count;
}
