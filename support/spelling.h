// "Did you mean": the candidate nearest to a misspelt word.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parc {

// Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`; the optimal string
// alignment form of the Damerau-Levenshtein distance, on bytes.
size_t edit_distance(std::string_view a, std::string_view b);

// The first candidate with the smallest distance, when that is at most a third of the length of
// the word (and at least one edit is allowed).
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates);

}  // namespace parc
