#include "cli/command_line.h"

#include <algorithm>

#include "cli/command_table.h"
#include "support/spelling.h"
#include "support/text_writer.h"

namespace parc::cli {
namespace {

const CommandRow& row_of(Command command) {
  return *std::find_if(command_rows().begin(), command_rows().end(),
                       [&](const CommandRow& row) { return row.command == command; });
}

const OptionRow* find_option(std::string_view word, std::string_view command) {
  for (const OptionRow& row : option_rows()) {
    bool named = word == row.name || (word.size() == 2 && word[0] == '-' && word[1] == row.letter);
    if (named && applies(row, command)) return &row;
  }
  return nullptr;
}

void report_unknown_option(const std::string& word, std::string_view command, UsageError& error) {
  std::vector<std::string> names;
  for (const OptionRow& row : option_rows()) {
    if (applies(row, command)) names.emplace_back(row.name);
  }
  error.unknown_name = true;
  error.message = concat("parc ", command, " has no option ", word);
  std::optional<std::string> near = nearest(word, names);
  error.note = near ? concat("did you mean ", *near, "?")
                    : concat("`parc ", command, " --help` lists the options");
}

bool is_choice(const OptionRow& row, const std::string& value, UsageError& error) {
  std::vector<std::string> choices = split_choices(row.choices);
  if (choices.empty() || std::find(choices.begin(), choices.end(), value) != choices.end()) {
    return true;
  }
  error.message = concat(row.name, " cannot be ", value.empty() ? "empty" : value);
  std::optional<std::string> near = nearest(value, choices);
  error.note = near ? concat("did you mean ", *near, "?") : concat("it is one of ", row.choices);
  return false;
}

// Splits "--name=value" and "-ofile"; the value is absent when the word is a name alone.
std::pair<std::string, std::optional<std::string>> split_option(const std::string& word) {
  if (word.starts_with("--")) {
    size_t equals = word.find('=');
    if (equals == std::string::npos) return {word, std::nullopt};
    return {word.substr(0, equals), word.substr(equals + 1)};
  }
  if (word.size() == 2) return {word, std::nullopt};
  return {word.substr(0, 2), word.substr(2)};
}

// Takes the option at words[at], and its value; `at` is left on the last word taken.
bool take_option(const std::vector<std::string>& words, size_t& at, Invocation& invocation,
                 UsageError& error) {
  std::string_view command = name_of(invocation.command);
  auto [name, value] = split_option(words[at]);
  const OptionRow* row = find_option(name, command);
  if (!row) {
    report_unknown_option(name, command, error);
    return false;
  }
  if (row->value.empty() && value) {
    error.message = concat(name, " takes no value");
    return false;
  }
  if (!row->value.empty() && !value) {
    if (at + 1 == words.size()) {
      error.message = concat(name, " needs a value: ", name, " ", row->value);
      return false;
    }
    value = words[++at];
  }
  if (!is_choice(*row, value.value_or(""), error)) return false;
  invocation.options[std::string(row->name.substr(2))] = value.value_or("");
  return true;
}

bool take_command(const std::string& word, Invocation& invocation, UsageError& error) {
  static const std::map<std::string, Command> kAliases = {{"--version", Command::kVersion},
                                                          {"-V", Command::kVersion},
                                                          {"--help", Command::kHelp},
                                                          {"-h", Command::kHelp}};
  auto alias = kAliases.find(word);
  std::optional<Command> command = alias != kAliases.end() ? alias->second : find_command(word);
  if (command) {
    invocation.command = *command;
    return true;
  }
  error.unknown_name = true;
  error.message = concat("parc has no ", word.starts_with("-") ? "option " : "command ", word);
  std::vector<std::string> names = command_names();
  for (const auto& [name, unused] : kAliases) names.push_back(name);
  std::optional<std::string> near = nearest(word, names);
  if (near) {
    error.note = concat("did you mean ", *near, "?");
  } else if (word.ends_with(".py")) {
    error.note = concat("to compile a file: parc compile ", word);
  } else {
    error.note = "`parc help` lists the commands";
  }
  return false;
}

bool has_right_arguments(const Invocation& invocation, UsageError& error) {
  std::string_view command = name_of(invocation.command);
  size_t count = invocation.arguments.size();
  std::string_view expected = row_of(invocation.command).arguments;
  if (invocation.has("help")) return true;
  if (count == 0 && !expected.empty() && !expected.starts_with("[")) {
    error.message = concat("parc ", command, " needs ", expected);
  } else if (count > 0 && expected.empty()) {
    error.message = concat("parc ", command, " takes no arguments");
  } else if (count > 1 && !expected.empty() && expected.find("…") == std::string_view::npos) {
    error.message = concat("parc ", command, " takes one argument");
  } else if (count > 1 && invocation.has("output")) {
    bool is_stub = invocation.command == Command::kStub;
    error.message = concat("-o names one ", is_stub ? "stub" : "module",
                           ", but there are several files: use --out-dir");
  } else if (count > 1 && invocation.has("depfile")) {
    error.message = "--depfile is for one module, but there are several files";
  } else if (invocation.command == Command::kEmit && invocation.has("depfile") &&
             !invocation.has("output")) {
    error.message = "--depfile needs -o: what is printed is no file that depends on others";
  } else if (invocation.command == Command::kStub && invocation.has("output") &&
             !invocation.value("output").ends_with(".pyi")) {
    error.message = "type checkers read a stub only when its name ends in .pyi";
  } else if (invocation.command == Command::kCompile && invocation.has("output") &&
             !invocation.value("output").ends_with(".so")) {
    error.message = "Python imports a native module only when its name ends in .so";
  } else {
    return true;
  }
  error.note = concat("`parc ", command, " --help` shows how");
  return false;
}

}  // namespace

std::optional<Invocation> parse(const std::vector<std::string>& words, UsageError& error) {
  Invocation invocation;
  if (words.empty()) {
    error.message = "parc needs a command";
    error.note = "`parc help` lists the commands";
    return std::nullopt;
  }
  if (!take_command(words[0], invocation, error)) return std::nullopt;
  bool only_arguments = false;
  for (size_t at = 1; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (!only_arguments && word == "--") {
      only_arguments = true;
    } else if (!only_arguments && word == "-") {
      error.message = "standard input cannot be compiled: a module needs a name";
      return std::nullopt;
    } else if (!only_arguments && word.starts_with("-")) {
      if (!take_option(words, at, invocation, error)) return std::nullopt;
    } else {
      invocation.arguments.push_back(word);
      // What follows the script is the script's.
      only_arguments |= invocation.command == Command::kRace || invocation.command == Command::kRun;
    }
  }
  if (!has_right_arguments(invocation, error)) return std::nullopt;
  return invocation;
}

std::string_view name_of(Command command) { return row_of(command).name; }

std::optional<Command> find_command(std::string_view name) {
  for (const CommandRow& row : command_rows()) {
    if (row.name == name) return row.command;
  }
  return std::nullopt;
}

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const CommandRow& row : command_rows()) names.emplace_back(row.name);
  return names;
}

}  // namespace parc::cli
