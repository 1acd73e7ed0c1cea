// The spelling of numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "support/diagnostic.h"

namespace parc::syntax {

// A number literal found in a text: where it ends, and what is wrong with it.
struct NumberScan {
  size_t end = 0;
  std::string error;  // empty: well formed
  Diag kind = Diag::kBadLiteral;
};

// Scans the number that starts at `begin` (a digit, or a dot before a digit) by CPython's rules.
NumberScan scan_number(std::string_view text, size_t begin);

// The value of a float literal without underscores and suffix: the nearest double.
double float_value(std::string_view digits);

}  // namespace parc::syntax
