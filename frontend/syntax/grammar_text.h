// The text that the grammar is given: as long as the masked text, but for what stock
// tree-sitter-python gets wrong.
#pragma once

#include <string>

#include "frontend/syntax/mask.h"
#include "frontend/syntax/tokens.h"

namespace parc::syntax {

// - Where `type`, `print` and `exec` are plainly names, another name of the same length stands for
//   them: `type(x).y = z` is no type alias, `print(x), y` is not Python 2.
// - The star of a starred operand that is no name is a minus: the grammar knows `x = *f(a), b`, but
//   not `x = *[a], b`. The conversion looks at the source to tell the two apart.
// - A name with a subscript at the start of an annotation is a number of as many digits, which
// takes
//   the same subscripts but is no generic type: the grammar knows no slices in `a: f64[:, :]`.
// - Comments, line continuations and line ends in brackets are blanks: a continued line may be
//   indented less than its block.
std::string text_for_grammar(const Masked& masked, const Tokens& tokens);

}  // namespace parc::syntax
