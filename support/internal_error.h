// Our own mistakes: an internal error carries the user's place that was being compiled.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

#include "support/source.h"

namespace parc {

class InternalError : public std::runtime_error {
 public:
  explicit InternalError(const std::string& what, std::optional<SourceRange> where = std::nullopt)
      : std::runtime_error(what), where_(where) {}
  const std::optional<SourceRange>& where() const { return where_; }

 private:
  std::optional<SourceRange> where_;
};

[[noreturn]] inline void internal_error(const std::string& what,
                                        std::optional<SourceRange> where = std::nullopt) {
  throw InternalError(what, where);
}

}  // namespace parc
