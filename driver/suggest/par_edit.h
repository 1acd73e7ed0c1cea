// The change that makes a plain loop a par loop.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "driver/par_names.h"
#include "driver/suggest/serial_loops.h"
#include "frontend/syntax/ast.h"
#include "support/diagnostic.h"
#include "support/source.h"

namespace parc::driver {

class ParEdit {
 public:
  // The statement form is `par i in xs:`; otherwise the file stays plain Python, with
  // `for i in par(xs):` and the import of `par`.
  ParEdit(const syntax::Tree& tree, const SourceFile& file, const ParNames& names,
          bool statement_form);

  // Empty when the file uses the names `par` and `parc` for other things.
  std::vector<FixIt> of(const SerialLoop& loop) const;

 private:
  void choose_call();
  FixIt import_line(const std::string& text) const;

  const syntax::Tree& tree_;
  const SourceFile& file_;
  const ParNames& names_;
  bool statement_form_;
  std::string call_;             // "par", "parc.par"; empty: there is no free name
  std::optional<FixIt> import_;  // that `call_` needs
};

// The text with the changes made; the same change may be there twice. None overlap.
std::string apply(std::string_view text, std::vector<FixIt> changes);

}  // namespace parc::driver
