#include "codegen/legalize/wide_form.h"

#include <cstring>
#include <limits>
#include <map>
#include <optional>

#include "codegen/legalize/c_build.h"
#include "codegen/legalize/c_key.h"

namespace parc::lower {
namespace {

// Factors and constants beyond this are not followed: their sums with 64-bit values might not fit.
constexpr __int128 kLargest = static_cast<__int128>(1) << 48;

bool is_length(const CExpr& value) {
  if (const auto* item = std::get_if<CElement>(&value->node)) {
    const auto* field = std::get_if<CMember>(&item->pointer->node);
    return field && field->field == "shape";
  }
  const auto* field = std::get_if<CMember>(&value->node);
  return field && field->field == "length";
}

// constant + sum of factor * atom, an atom being a 64-bit value.
struct WideForm {
  struct Atom {
    __int128 factor;
    bool is_length;
  };
  __int128 constant = 0;
  std::map<std::string, Atom> atoms;

  // Adds factor * expr; false when it is no such sum.
  bool add(const CExpr& expr, __int128 factor) {
    if (factor > kLargest || factor < -kLargest) return false;
    if (const __int128* value = literal(expr)) {
      // The ends of 64 bits appear as they are.
      if (*value > std::numeric_limits<int64_t>::max() ||
          *value < std::numeric_limits<int64_t>::min())
        return false;
      constant += *value * factor;
      return true;
    }
    if (const auto* node = std::get_if<CInfix>(&expr->node)) return add_infix(*node, factor);
    const auto* wide = std::get_if<CCast>(&expr->node);
    if (!wide || wide->type != "parc_i128") return false;
    Atom& atom = atoms[structural_key(wide->operand)];
    atom.factor += factor;
    atom.is_length = is_length(wide->operand);
    return true;
  }

  __int128 least() const {
    __int128 value = constant;
    for (const auto& [key, atom] : atoms) {
      const __int128 low = atom.is_length ? 0 : std::numeric_limits<int64_t>::min();
      value += atom.factor * (atom.factor > 0 ? low : std::numeric_limits<int64_t>::max());
    }
    return value;
  }

 private:
  bool add_infix(const CInfix& node, __int128 factor) {
    if (std::strcmp(node.op, "+") == 0) return add(node.left, factor) && add(node.right, factor);
    if (std::strcmp(node.op, "-") == 0) return add(node.left, factor) && add(node.right, -factor);
    if (std::strcmp(node.op, "*") != 0) return false;
    const __int128 *left = literal(node.left), *right = literal(node.right);
    const __int128* scale = left ? left : right;
    if (!scale || *scale > kLargest || *scale < -kLargest) return false;
    return add(left ? node.right : node.left, factor * *scale);
  }
};

}  // namespace

bool always_at_most(const CExpr& a, const CExpr& b) {
  WideForm difference;
  return difference.add(b, 1) && difference.add(a, -1) && difference.least() >= 0;
}

}  // namespace parc::lower
