#include <string>

#include "frontend/syntax/characters.h"
#include "frontend/syntax/convert.h"
#include "frontend/syntax/number.h"

namespace parc::syntax {

ExprId convert_number(Converter& c, CstId id) {
  std::string digits(text_of(c, id));
  // See grammar_text.h: a name that the grammar took for a number.
  if (!digits.empty() && is_name_start(digits.front())) {
    return add(c, range_of(c, id), Name{std::move(digits)});
  }
  std::erase(digits, '_');
  SourceRange where = range_of(c, id);
  bool based = digits.find_first_of("xXoObB") == 1;
  if (!based && !digits.empty() && (digits.back() | 0x20) == 'j') {
    digits.pop_back();
    return add(c, where, ImaginaryLiteral{float_value(digits)});
  }
  bool is_float = !based && digits.find_first_of(".eE") != digits.npos;
  if (is_float) return add(c, where, FloatLiteral{float_value(digits)});
  return add(c, where, IntLiteral{std::move(digits)});
}

}  // namespace parc::syntax
