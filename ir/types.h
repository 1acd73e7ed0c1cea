// Types of the IR: interned, compared by id. Scalars follow CPython and NumPy 2 exactly; each kind
// is one native representation with one set of arithmetic rules.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "support/ids.h"

namespace parc::ir {

// Python's own scalars first, then NumPy's. `kFloat` and `kF64` are both a double: the kind says
// whether division by zero raises and what a result becomes at the border.
enum class Kind : uint8_t {
  kBool,
  kInt,
  kFloat,
  kComplex,
  kNpBool,
  kI8,
  kI16,
  kI32,
  kI64,
  kU8,
  kU16,
  kU32,
  kU64,
  kF32,
  kF64,
  kC64,
  kC128,
};
inline constexpr int kKindCount = 17;

bool is_python(Kind kind);   // kBool … kComplex
bool is_bool(Kind kind);     // kBool, kNpBool
bool is_integer(Kind kind);  // kInt, kI8 … kU64 (no bools)
bool is_unsigned(Kind kind);
bool is_floating(Kind kind);  // kFloat, kF32, kF64
bool is_complex(Kind kind);
int byte_size(Kind kind);          // of the native value and of an array element
const char* kind_name(Kind kind);  // "int", "np.float64": as a user writes it

using TypeId = Id<struct TypeTag>;

struct ScalarType {
  Kind kind;
  friend auto operator<=>(const ScalarType&, const ScalarType&) = default;
};
// One of several scalar kinds, known at run time by a tag (its position in `kinds`, which is
// sorted). The value is carried in `carrier`, which holds every alternative exactly.
struct MixedType {
  std::vector<Kind> kinds;
  Kind carrier;
  friend auto operator<=>(const MixedType&, const MixedType&) = default;
};
struct TupleType {
  std::vector<TypeId> elements;
  friend auto operator<=>(const TupleType&, const TupleType&) = default;
};
// Limits of arrays and lists, which the runtime checks where they come in (PARC_MAX_RANK,
// PARC_LONGEST_AXIS).
inline constexpr int kMostAxes = 8;
inline constexpr int64_t kLongestAxis = int64_t{1} << 47;

// A strided view of memory; `elem` is a NumPy kind; rank 0 to kMostAxes.
struct ArrayType {
  Kind elem;
  uint8_t rank;
  friend auto operator<=>(const ArrayType&, const ArrayType&) = default;
};
struct ListType {
  TypeId elem;
  friend auto operator<=>(const ListType&, const ListType&) = default;
};
struct NoneType {
  friend auto operator<=>(const NoneType&, const NoneType&) = default;
};
// No value: what a call that never returns gives (bottom of the join).
struct NeverType {
  friend auto operator<=>(const NeverType&, const NeverType&) = default;
};
// A diagnostic was emitted; anything goes with it and it silences follow-ups.
struct ErrorType {
  friend auto operator<=>(const ErrorType&, const ErrorType&) = default;
};

using Type = std::variant<ScalarType, MixedType, TupleType, ArrayType, ListType, NoneType,
                          NeverType, ErrorType>;

// Interns types. Scalar ids are fixed: the id's value is the Kind.
class TypeTable {
 public:
  TypeTable();
  TypeId scalar(Kind kind) const { return TypeId{static_cast<uint32_t>(kind)}; }
  // `kinds` in any order, two or more different; the carrier is the smallest kind holding all
  // exactly (integers of Python are held by a float when their values allow: the checker sees to
  // that).
  TypeId mixed(std::vector<Kind> kinds);
  TypeId tuple(std::vector<TypeId> elements);
  TypeId array(Kind elem, int rank);
  TypeId list(TypeId elem);
  TypeId none() const { return none_; }
  TypeId never() const { return never_; }
  TypeId error() const { return error_; }

  const Type& operator[](TypeId id) const { return types_[id.value]; }
  template <class T>
  const T* get(TypeId id) const {
    return std::get_if<T>(&types_[id.value]);
  }
  bool is_scalar(TypeId id) const { return get<ScalarType>(id) != nullptr; }
  Kind kind(TypeId id) const {
    return std::get<ScalarType>(types_[id.value]).kind;
  }  // scalars only
  bool is_error(TypeId id) const { return id == error_; }
  // As the user would write it: "float", "np.float64 array of 2 axes", "tuple[int, bool]", "int or
  // np.float64".
  std::string spell(TypeId id) const;
  // For dumps, signatures and the runtime's descriptors: int, np.float64, np.float64[2],
  // list[float], (int,np.float64), int|np.float64, None. Grammar in runtime/kernel/abi.h.
  std::string descriptor(TypeId id) const;
  // The type that a descriptor stands for; nothing when it is none.
  std::optional<TypeId> from_descriptor(std::string_view text);

 private:
  TypeId intern(Type type);
  std::vector<Type> types_;
  std::map<Type, TypeId> ids_;
  TypeId none_, never_, error_;
};

// Whether the type is one of these, or a tuple that has one in it at any depth.
template <class... Which>
bool holds(const TypeTable& types, TypeId type) {
  if (((types.get<Which>(type) != nullptr) || ...)) return true;
  const auto* tuple = types.get<TupleType>(type);
  if (!tuple) return false;
  for (TypeId element : tuple->elements) {
    if (holds<Which...>(types, element)) return true;
  }
  return false;
}

}  // namespace parc::ir
