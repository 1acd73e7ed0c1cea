// Conversions between the kinds: of operands, by constructors, for elements.
#include "codegen/legalize/operators.h"
#include "ir/numeric.h"
#include "support/internal_error.h"

namespace parc::lower {
namespace {

using ir::Kind;

OperatorImpl from_kind(Kind from) {
  OperatorImpl impl;
  impl.left = impl.right = from;
  return impl;
}

bool is_numpy_int(Kind kind) { return ir::is_integer(kind) && !ir::is_python(kind); }

OperatorImpl checked(const char* function, Kind from, Kind to, std::string replay) {
  OperatorImpl impl = from_kind(from);
  impl.function = std::string(function) + "<" + c_type(to) + ">";
  impl.fallible = true;
  impl.replay = std::move(replay);
  return impl;
}

// Whether an integer of kind `from` may be outside of `to`'s range.
bool may_exceed(Kind from, Kind to) { return !ir::holds_exactly(to, from); }

}  // namespace

OperatorImpl cast_impl(Kind from, Kind to) {
  OperatorImpl impl = from_kind(from);
  if (c_type(from) == c_type(to)) return impl;
  bool parts = ir::is_complex(from) || ir::is_complex(to);
  if (to == Kind::kF32 && from == Kind::kInt) {
    impl.function = "parc_int_to_f32";
  } else if (to == Kind::kC64 && from == Kind::kInt) {
    impl.function = "parc_int_to_c64";
  } else if (ir::is_bool(to)) {
    impl.function = "parc_truth";
  } else if (parts || (ir::is_floating(from) && !ir::is_floating(to))) {
    impl.function = "parc_cast<" + c_type(to) + ">";
  } else {
    impl.function = "(" + c_type(to) + ")";
  }
  return impl;
}

OperatorImpl operand_impl(Kind from, Kind to) {
  if (from == Kind::kInt && is_numpy_int(to) && may_exceed(from, to)) {
    return checked("parc_int_to", from, to, "");
  }
  if (from == Kind::kU64 && to == Kind::kInt) return checked("parc_int_to", from, to, "");
  return cast_impl(from, to);
}

OperatorImpl convert_impl(Kind from, Kind to) {
  if (!ir::can_convert(from, to)) internal_error("a conversion that Python refuses");
  std::string constructor = ir::kind_name(to);
  if (to == Kind::kInt) {
    if (ir::is_floating(from)) {
      OperatorImpl impl = checked("parc_float_to", from, to, constructor);
      impl.overflow = true;
      return impl;
    }
    if (from == Kind::kU64) {
      OperatorImpl impl = checked("parc_int_to", from, to, "");
      impl.overflow = true;
      return impl;
    }
    return cast_impl(from, to);
  }
  if (is_numpy_int(to) && from == Kind::kFloat)
    return checked("parc_float_to", from, to, constructor);
  if (is_numpy_int(to) && from == Kind::kInt && may_exceed(from, to)) {
    return checked("parc_int_to", from, to, constructor);
  }
  return cast_impl(from, to);
}

OperatorImpl store_impl(Kind value, Kind element) {
  if (!ir::can_store(value, element)) internal_error("a store that NumPy refuses");
  if (!is_numpy_int(element) || ir::is_bool(value)) return cast_impl(value, element);
  // NumPy's own numbers wrap in unsigned elements.
  if (!ir::is_python(value) && ir::is_unsigned(element)) return cast_impl(value, element);
  if (ir::is_floating(value))
    return checked("parc_float_to", value, element, ir::kind_name(element));
  if (may_exceed(value, element)) {
    return checked("parc_int_to", value, element, ir::kind_name(element));
  }
  return cast_impl(value, element);
}

}  // namespace parc::lower
