// What is fuzzed: the phases that read the user's text. Shared by the libFuzzer programs and by the
// test that replays the corpus.
#pragma once

#include <string_view>

namespace parc::fuzz {

// Reads and parses the bytes of a file. Aborts when the result breaks a promise of the syntax
// phase.
void parse(std::string_view bytes);

// Checks it as well and, where there was no error, verifies the IR.
void check(std::string_view bytes);

}  // namespace parc::fuzz
