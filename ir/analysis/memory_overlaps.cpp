#include "ir/analysis/memory_overlaps.h"

#include <algorithm>
#include <map>
#include <set>

#include "support/text_writer.h"

namespace parc::ir {
namespace {

class OverlapChecks {
 public:
  OverlapChecks(const LoopAccesses& accesses, MeetingTest& test, bool trust, LoopFacts& facts)
      : accesses_(accesses), test_(test), trust_(trust), facts_(facts) {}

  std::optional<Access> run() {
    const std::vector<Access>& all = accesses_.accesses;
    for (size_t at = 0; at < all.size(); ++at) {
      for (size_t other = at + 1; other < all.size(); ++other) {
        bool writes = all[at].is_write || all[other].is_write;
        if (!writes || !may_share(all[at].root, all[other].root)) continue;
        if (!add_pair(all[at], all[other])) return all[at].entry.local ? all[other] : all[at];
      }
    }
    for (auto& [locals, check] : checks_) {
      // Whether the one is the other depends on the path that the function took.
      bool by_value = root(check.roots.first).is_choice != root(check.roots.second).is_choice;
      if (by_value) facts_.verdict = Verdict::kRuntime;
      std::string first = accesses_.roots[check.roots.first].name;
      std::string second = accesses_.roots[check.roots.second].name;
      facts_.reasons.push_back(concat("`", first, "` and `", second, "` do not overlap",
                                      check.overlap.same_is_fine ? ", or are the same " : "",
                                      check.overlap.same_is_fine ? check.noun : ""));
      facts_.overlaps.push_back(check.overlap);
    }
    for (const Access& access : all) {
      if (access.is_write && !add_self(access)) return access;
    }
    if (!repeats_.empty()) facts_.verdict = Verdict::kRuntime;
    return {};
  }

 private:
  struct Check {
    OverlapCheck overlap;
    std::pair<RootId, RootId> roots;
    const char* noun;
  };

  const Root& root(RootId id) const { return accesses_.roots[id]; }

  bool has_parameter(const Root& root) const {
    bool found = false;
    root.owners.for_each([&](LocalId owner) { found = found || parameters().count(owner) > 0; });
    return found;
  }
  const std::set<LocalId>& parameters() const { return accesses_.parameters; }

  bool may_share(RootId a, RootId b) const {
    if (a == b || (root(a).is_fresh && root(b).is_fresh)) return false;
    if (root(a).is_inside || root(b).is_inside) return false;
    // A list has one type, and what is done to its items is an access of their own.
    bool is_item = root(a).lists.valid() || root(b).lists.valid();
    if (is_item && root(a).type != root(b).type) return false;
    if (has_parameter(root(a)) && has_parameter(root(b))) return true;
    bool common = false;
    root(a).owners.for_each(
        [&](LocalId owner) { common = common || root(b).owners.contains(owner); });
    return common;
  }

  // Whether an access through this local is one to the root's own axes.
  bool is_whole(const Access& access) const {
    const Value* value = accesses_.entry[access.entry.local.value].get();
    if (!value) return false;
    if (const ArrayValue* array = value->get<ArrayValue>()) return is_identity(*array);
    return value->get<ListValue>() != nullptr;
  }
  bool is_identity(const ArrayValue& array) const {
    bool same = array.is_known && array.extents == root(array.root).shape;
    for (size_t axis = 0; axis < array.axes.size(); ++axis) {
      same = same && array.axes[axis] == AxisPlace{Linear{}, Linear::of(1), static_cast<int>(axis)};
    }
    return same;
  }

  // Whether elements are accumulated apart and put into the array later.
  bool is_reduced(const Access& access) const {
    return std::any_of(facts_.reductions.begin(), facts_.reductions.end(),
                       [&](const Reduction& reduction) {
                         return reduction.target == ReductionTarget::kElements &&
                                reduction.variable == access.entry.local;
                       });
  }

  // Whether both may be one and the same view without iterations meeting.
  bool same_is_fine(const Access& a, const Access& b) {
    // What is run again must find what it read the first time.
    if (facts_.errors_may_be_early) return false;
    // What was found out about the items of an index array must stay true.
    if (is_checked(a) || is_checked(b)) return false;
    if (trust_) return true;
    if (is_reduced(a) || is_reduced(b)) return false;
    if (root(a.root).type != root(b.root).type) return false;
    if (root(a.root).shape.size() != root(b.root).shape.size()) return false;
    if (a.kind != AccessKind::kElement || b.kind != AccessKind::kElement) return false;
    return is_whole(a) && is_whole(b) && !test_.can_meet(a, b);
  }

  bool is_checked(const Access& access) const {
    return std::any_of(
        facts_.index_checks.begin(), facts_.index_checks.end(),
        [&](const IndexCheck& check) { return check.line.array == access.entry.local; });
  }

  bool is_list(const Access& access) const {
    const Value* value = accesses_.entry[access.entry.local.value].get();
    return value && value->get<ListValue>();
  }

  bool add_pair(const Access& a, const Access& b) {
    if (!a.entry.local.valid() || !b.entry.local.valid()) return false;
    if (is_list(a) != is_list(b)) return true;
    if (is_list(a) && trust_) return true;
    // Two lists are one or have nothing in common; lists of lists can share some.
    bool is_item = root(a.root).lists.valid() || root(b.root).lists.valid();
    if (is_list(a) && !is_item && same_is_fine(a, b)) return true;
    bool in_order = a.entry.local < b.entry.local;
    const Access& first = in_order ? a : b;
    const Access& second = in_order ? b : a;
    auto [place, is_new] = checks_.try_emplace({first.entry.local, second.entry.local});
    Check& check = place->second;
    if (is_new) {
      check.overlap = {first.entry.expr, second.entry.expr, first.entry.local, second.entry.local,
                       same_is_fine(a, b)};
      check.roots = {first.root, second.root};
      check.noun = is_list(a) ? "list" : "array";
    } else if (check.overlap.same_is_fine) {
      check.overlap.same_is_fine = same_is_fine(a, b);
    }
    return true;
  }

  // Whether the loop uses just one of the lists that the root stands for, by this name alone.
  bool is_one_list(RootId items) const {
    const Access* first = nullptr;
    for (const Access& access : accesses_.accesses) {
      if (access.root != items && may_share(access.root, items)) return false;
      if (access.root != items) continue;
      if (access.kind != AccessKind::kElement) return false;
      if (!first) first = &access;
      for (size_t axis = 0; axis + 1 < access.subscripts.size(); ++axis) {
        const Linear& subscript = access.subscripts[axis];
        if (subscript != first->subscripts[axis] || accesses_.forms.varies(subscript)) return false;
      }
    }
    return true;
  }

  // Lists that are items of a list are taken to be different ones.
  bool add_items(const Access& access) {
    if (!root(access.root).lists.valid() || trust_ || is_one_list(access.root)) return true;
    if (!access.entry.local.valid()) return false;
    if (!repeats_.insert(access.root).second) return true;
    facts_.self_overlaps.push_back(access.entry.local);
    facts_.reasons.push_back(concat("`", root(access.root).name, "` holds no list twice"));
    return true;
  }

  // An argument that is written must have an own place in memory for each of its elements.
  bool add_self(const Access& access) {
    const Root& memory = root(access.root);
    if (memory.is_fresh || memory.is_inside || !has_parameter(memory)) return true;
    if (access.entry.local.valid() && is_list(access)) return add_items(access);
    LocalId whole;
    for (uint32_t local = 0; local < accesses_.entry.size() && !whole.valid(); ++local) {
      const Value* value = accesses_.entry[local].get();
      const ArrayValue* array = value ? value->get<ArrayValue>() : nullptr;
      if (array && array->root == access.root && is_identity(*array)) whole = LocalId{local};
    }
    if (!whole.valid()) return false;
    std::vector<LocalId>& list = facts_.self_overlaps;
    if (std::find(list.begin(), list.end(), whole) == list.end()) list.push_back(whole);
    return true;
  }

  const LoopAccesses& accesses_;
  MeetingTest& test_;
  bool trust_;
  LoopFacts& facts_;
  std::map<std::pair<LocalId, LocalId>, Check> checks_;
  std::set<RootId> repeats_;  // lists of lists that must hold each list once
};

}  // namespace

std::optional<Access> add_overlap_checks(const LoopAccesses& accesses, MeetingTest& test,
                                         bool trust, LoopFacts& facts) {
  return OverlapChecks(accesses, test, trust, facts).run();
}

}  // namespace parc::ir
