// How loops accumulate in elements (runtime/kernel/elements.h).
#include "runtime/kernel/elements.h"

namespace parc::runtime {
namespace {

constexpr parc_i64 kSmallWork = 20'000;  // nanoseconds; below, nothing is worth a copy
constexpr parc_i64 kMostGroups = 64;
constexpr parc_i64 kFewestGroups = 4;  // worth their copies where updates could be sorted
// The work of filling and merging an element of a copy, times the part of all work that this may
// be.
constexpr parc_i64 kCopyCost = 8;
constexpr parc_i64 kGrantedBytes = 64 << 20;  // of copies
constexpr parc_i64 kWorkOfUpdate = 6;         // at least, with what is around it
constexpr parc_i64 kLargestLog = 1 << 19;     // updates of one block
constexpr parc_i64 kFewestSlots = 16;

// Copies that the work is worth.
parc_i64 worthy_groups(parc_i128 work, parc_i64 blocks, parc_i64 elements, parc_i64 bytes) {
  const parc_i128 worth = work / ((parc_i128)elements * kCopyCost + 512);
  parc_i64 most = kGrantedBytes / (bytes + 1);
  if (most < kFewestGroups) most = kFewestGroups;
  if (most > kMostGroups) most = kMostGroups;
  if (most > blocks) most = blocks;
  return worth < most ? (parc_i64)worth : most;
}

}  // namespace
}  // namespace parc::runtime

using namespace parc::runtime;

extern "C" parc_way parc_choose_way(parc_i64 trip, parc_i64 block, parc_i64 weight, parc_i32 serial,
                                    parc_i64 elements, parc_i64 bytes, parc_i32 traits) {
  if (serial) return {PARC_IN_PLACE, 1, 0};
  const parc_way alone = {traits & PARC_WIDE ? PARC_COPIES : PARC_IN_PLACE, 1, 0};
  const parc_i128 work = (parc_i128)trip * weight;
  if (work < kSmallWork || trip <= block) return alone;
  const parc_i64 blocks = (trip - 1) / block + 1;
  const parc_i64 groups = traits & PARC_ORDERED ? 0 : worthy_groups(work, blocks, elements, bytes);
  if (groups >= kFewestGroups) return {PARC_COPIES, groups, 0};
  const parc_i64 updates = block * (weight / kWorkOfUpdate + 1);
  if (traits & PARC_SORTS && updates <= kLargestLog) {
    const parc_i64 slots = PARC_ROUND_UPDATES / updates;
    return {PARC_SORTED, 1, slots < kFewestSlots ? kFewestSlots : slots};
  }
  return groups >= 2 ? parc_way{PARC_COPIES, groups, 0} : alone;
}

extern "C" bool parc_merge_items(const parc_list* list, const parc_i128* copies, parc_i64 groups,
                                 bool product) {
  const parc_i64 stride = parc_copy_stride<parc_i128>(list->length);
  bool lost = false;
  for (parc_i64 k = 0; k < list->length; ++k) {
    parc_i128 total = list->wide ? ((parc_i128*)list->items)[k] : ((parc_i64*)list->items)[k];
    for (parc_i64 group = 0; group < groups; ++group) {
      const parc_i128 part = copies[group * stride + k];
      total = product ? parc_exact_product(total, part) : total + part;
    }
    if (list->wide) {
      ((parc_i128*)list->items)[k] = total;
    } else {
      ((parc_i64*)list->items)[k] = (parc_i64)total;
      lost |= !parc_fits(total);
    }
  }
  return lost;
}
