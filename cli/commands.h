// The commands: each takes the parsed command line and gives the exit status.
#pragma once

#include "cli/command_line.h"
#include "driver/driver.h"

namespace parc::cli {

inline constexpr int kDone = 0, kErrors = 1, kUsage = 2, kRace = 66, kInternal = 70;

int run_compile_or_check(const Invocation& invocation);
int run_stub(const Invocation& invocation);
int run_suggest(const Invocation& invocation);
int run_emit(const Invocation& invocation);
int run_explain(const Invocation& invocation);
int run_script(const Invocation& invocation);
int run_cache(const Invocation& invocation);
int run_clean(const Invocation& invocation);
int run_config(const Invocation& invocation);
// kRace when iterations collided, else the program's exit status.
int run_race(const Invocation& invocation);

// Options that several commands share, from the command line and the environment.
driver::Options driver_options(const Invocation& invocation);
// The exit status that a report stands for.
int status_of(const driver::Report& report, bool ok);
// Prints one global diagnostic; kUsage.
int fail_usage(const Invocation& invocation, Diag kind, const std::string& message,
               const std::string& note);

// Of a --cpu that LLVM does not know.
int fail_unknown_cpu(const Invocation& invocation);

// The whole program: `words` without the program's name.
int run(const std::vector<std::string>& words, const Host& host);

}  // namespace parc::cli
