// The rows behind command_line.h.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "cli/command_line.h"

namespace parc::cli {

struct CommandRow {
  Command command;
  std::string_view name, arguments, summary, description, examples;
};

struct OptionRow {
  std::string_view name;     // "--out-dir"
  char letter;               // 'o' for -o, 0 for none
  std::string_view value;    // "DIR"; "" for a flag
  std::string_view choices;  // "text|json" when only these are values
  std::string_view help;
  std::string_view commands;  // "compile check"; "" for all
};

std::span<const CommandRow> command_rows();
std::span<const OptionRow> option_rows();

bool applies(const OptionRow& option, std::string_view command);
// The words between the bars of a choice list.
std::vector<std::string> split_choices(std::string_view choices);

}  // namespace parc::cli
