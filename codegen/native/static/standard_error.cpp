// Debian's libisl.a and libgmp.a are compiled for programs: they take the address of `stderr` in a
// way that a shared library cannot have of libc's variable. --wrap=stderr makes them, and all else
// in the link, use this copy of it.
#include <cstdio>

extern "C" {
extern FILE* __real_stderr;
[[gnu::visibility("hidden")]] FILE* __wrap_stderr;
}

namespace {

[[gnu::constructor]] void copy_standard_error() { __wrap_stderr = __real_stderr; }

}  // namespace
