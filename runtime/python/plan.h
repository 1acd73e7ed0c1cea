// What a call needs to know of a signature, made from the descriptors once, when the module is
// loaded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/kernel/abi.h"

namespace parc::runtime {

enum class Form : parc_i32 { kScalar, kMixed, kArray, kList, kTuple, kNone };

// A type descriptor (runtime/kernel/abi.h) taken apart.
struct Type {
  Form form = Form::kNone;
  parc_i32 kind = 0;  // parc_kind of a scalar or of an array's elements; of a mixed scalar
                      // PARC_INT, PARC_FLOAT or PARC_COMPLEX: how a slot holds all its alternatives
  parc_i32 rank = 0;
  std::vector<Type> parts = {};  // alternatives, list element (one), tuple elements
  parc_i32 leaves = 1;           // slots: one for everything but tuples and None
  std::string_view text = {};    // the descriptor itself
};

// "int", "np.float64": by parc_kind.
extern const std::string_view kKindNames[];
inline constexpr int kKinds = PARC_NPC128 + 1;

// Throws std::runtime_error for a text that is no descriptor.
Type parse_type(std::string_view descriptor);
// As a user would say it: "an array of np.float64 with 2 axes", "float", "list of int".
std::string spell(const Type& type);

struct Parameter {
  const parc_parameter* info;
  Type type;
  parc_i32 first_slot;
};

// An axis whose length the call checks: against another axis of the same name, or (other < 0) a
// number.
struct AxisCheck {
  parc_i32 parameter;
  parc_i32 axis;
  parc_i32 other;
  parc_i32 other_axis;
  parc_i64 length;
  std::string_view name;
};

struct Signature {
  const parc_signature* info = nullptr;
  std::vector<Parameter> parameters = {};
  Type result = {};
  parc_i32 argument_slots = 0;
  bool copies_lists = false;  // a list parameter is written
  std::vector<AxisCheck> axis_checks = {};
  std::string text = {};  // "(a: np.float64[1], k: int) -> None"
};

// All native versions of one Python function.
struct Plan {
  std::string_view name = {};
  std::vector<Signature> signatures = {};
  bool annotated = true;  // false: arguments that fit no version go to the Python function
  bool has_par = false;
  parc_i32 line = 0;
};

std::vector<Plan> make_plans(const parc_module_info& info);

}  // namespace parc::runtime
