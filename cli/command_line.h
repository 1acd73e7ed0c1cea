// The commands and options of `parc`: one table, which parses the command line and prints the help.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "driver/driver.h"

namespace parc::cli {

enum class Command : uint8_t {
  kCompile,
  kCheck,
  kStub,
  kSuggest,
  kEmit,
  kExplain,
  kRace,
  kRun,
  kCache,
  kClean,
  kConfig,
  kVersion,
  kHelp
};

// The process that the commands run in.
struct Host {
  // Checks a file's syntax, where the process is a Python; else PARC_PYTHON is started for that.
  std::function<driver::SyntaxAnswer(const std::string&)> check_syntax;
  // The executable to start for another command; "" for `python -m parc`.
  std::string executable;
};

struct Invocation {
  Command command = Command::kHelp;
  std::map<std::string, std::string> options;  // long name without dashes -> value, "" for flags
  std::vector<std::string> arguments;          // files, codes
  Host host;

  bool has(const std::string& option) const { return options.contains(option); }
  std::string value(const std::string& option, const std::string& fallback = "") const {
    auto it = options.find(option);
    return it == options.end() ? fallback : it->second;
  }
};

// What is wrong with a command line.
struct UsageError {
  bool unknown_name = false;  // a command or option that does not exist
  std::string message;
  std::string note;  // "did you mean …", or how to go on
};

// The arguments without the program's name.
std::optional<Invocation> parse(const std::vector<std::string>& words, UsageError& error);

std::string_view name_of(Command command);
std::optional<Command> find_command(std::string_view name);
std::vector<std::string> command_names();

std::string help_text();
std::string help_text(Command command);

}  // namespace parc::cli
