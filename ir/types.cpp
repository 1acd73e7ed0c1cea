#include "ir/types.h"

#include <algorithm>
#include <optional>

#include "ir/numeric.h"
#include "support/internal_error.h"

namespace parc::ir {
namespace {

struct KindRow {
  const char* name;
  int bytes;
};

constexpr KindRow kKinds[kKindCount] = {
    {"bool", 1},           {"int", 8},        {"float", 8},      {"complex", 16},
    {"np.bool", 1},        {"np.int8", 1},    {"np.int16", 2},   {"np.int32", 4},
    {"np.int64", 8},       {"np.uint8", 1},   {"np.uint16", 2},  {"np.uint32", 4},
    {"np.uint64", 8},      {"np.float32", 4}, {"np.float64", 8}, {"np.complex64", 8},
    {"np.complex128", 16},
};

const KindRow& row(Kind kind) { return kKinds[static_cast<int>(kind)]; }

// The parts of a list joined by `separator`, each made by `text`.
template <class Range, class Text>
std::string join(const Range& items, const char* separator, Text text) {
  std::string out;
  for (const auto& item : items) {
    if (!out.empty()) out += separator;
    out += text(item);
  }
  return out;
}

std::string axes(int rank) { return std::to_string(rank) + (rank == 1 ? " axis" : " axes"); }

}  // namespace

bool is_python(Kind kind) { return kind <= Kind::kComplex; }
bool is_bool(Kind kind) { return kind == Kind::kBool || kind == Kind::kNpBool; }
bool is_integer(Kind kind) {
  return kind == Kind::kInt || (kind >= Kind::kI8 && kind <= Kind::kU64);
}
bool is_unsigned(Kind kind) { return kind >= Kind::kU8 && kind <= Kind::kU64; }
bool is_floating(Kind kind) {
  return kind == Kind::kFloat || kind == Kind::kF32 || kind == Kind::kF64;
}
bool is_complex(Kind kind) {
  return kind == Kind::kComplex || kind == Kind::kC64 || kind == Kind::kC128;
}
int byte_size(Kind kind) { return row(kind).bytes; }
const char* kind_name(Kind kind) { return row(kind).name; }

TypeTable::TypeTable() {
  for (int kind = 0; kind < kKindCount; ++kind) intern(ScalarType{static_cast<Kind>(kind)});
  none_ = intern(NoneType{});
  never_ = intern(NeverType{});
  error_ = intern(ErrorType{});
}

TypeId TypeTable::intern(Type type) {
  auto [place, added] = ids_.try_emplace(type, TypeId{static_cast<uint32_t>(types_.size())});
  if (added) types_.push_back(std::move(type));
  return place->second;
}

TypeId TypeTable::mixed(std::vector<Kind> kinds) {
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  if (kinds.size() == 1) return scalar(kinds.front());
  std::optional<Kind> carrier = carrier_of(kinds);
  if (!carrier) internal_error("no kind carries all alternatives of a mixed type");
  return intern(MixedType{std::move(kinds), *carrier});
}

TypeId TypeTable::tuple(std::vector<TypeId> elements) {
  return intern(TupleType{std::move(elements)});
}

TypeId TypeTable::array(Kind elem, int rank) {
  return intern(ArrayType{elem, static_cast<uint8_t>(rank)});
}

TypeId TypeTable::list(TypeId elem) { return intern(ListType{elem}); }

std::string TypeTable::spell(TypeId id) const {
  struct Speller {
    const TypeTable& types;
    std::string operator()(const ScalarType& type) const { return kind_name(type.kind); }
    std::string operator()(const MixedType& type) const {
      return join(type.kinds, " or ", [](Kind kind) { return std::string(kind_name(kind)); });
    }
    std::string operator()(const TupleType& type) const {
      if (type.elements.empty()) return "tuple[()]";
      auto element = [&](TypeId elem) { return types.spell(elem); };
      return "tuple[" + join(type.elements, ", ", element) + "]";
    }
    std::string operator()(const ArrayType& type) const {
      return std::string(kind_name(type.elem)) + " array of " + axes(type.rank);
    }
    std::string operator()(const ListType& type) const {
      return "list[" + types.spell(type.elem) + "]";
    }
    std::string operator()(const NoneType&) const { return "None"; }
    std::string operator()(const NeverType&) const { return "no value"; }
    std::string operator()(const ErrorType&) const { return "unknown type"; }
  };
  return std::visit(Speller{*this}, types_[id.value]);
}

std::string TypeTable::descriptor(TypeId id) const {
  struct Describer {
    const TypeTable& types;
    std::string operator()(const ScalarType& type) const { return kind_name(type.kind); }
    std::string operator()(const MixedType& type) const {
      return join(type.kinds, "|", [](Kind kind) { return std::string(kind_name(kind)); });
    }
    std::string operator()(const TupleType& type) const {
      auto element = [&](TypeId elem) { return types.descriptor(elem); };
      return "(" + join(type.elements, ",", element) + ")";
    }
    std::string operator()(const ArrayType& type) const {
      return std::string(kind_name(type.elem)) + "[" + std::to_string(type.rank) + "]";
    }
    std::string operator()(const ListType& type) const {
      return "list[" + types.descriptor(type.elem) + "]";
    }
    std::string operator()(const NoneType&) const { return "None"; }
    std::string operator()(const NeverType&) const { return "Never"; }
    std::string operator()(const ErrorType&) const { return "Error"; }
  };
  return std::visit(Describer{*this}, types_[id.value]);
}

}  // namespace parc::ir
