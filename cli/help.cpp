// The help texts, from the table.
#include <algorithm>

#include "cli/command_line.h"
#include "cli/command_table.h"
#include "support/text_writer.h"

namespace parc::cli {
namespace {

constexpr size_t kColumn = 24;

std::string padded(std::string text) {
  size_t width = 0;
  for (char c : text) width += (c & 0xC0) != 0x80;
  text.append(width < kColumn ? kColumn - width : 1, ' ');
  return text;
}

std::string spelling(const OptionRow& row) {
  std::string text =
      row.letter ? concat("-", row.letter, ", ", row.name) : concat("    ", row.name);
  return row.value.empty() ? text : concat(text, "=", row.value);
}

void write_environment(TextWriter& out) {
  out.line();
  out.line("environment");
  auto block = out.indent();
  out.line(padded("PARC_CXX"), "compiler that makes the machine code instead of the clang inside");
  out.line(padded("PARC_PYTHON"),
           "interpreter that has a second look at the syntax, and runs programs for race");
  out.line(padded("PARC_RESOURCE_DIR"), "folder of libparc_runtime.a and libomp.so.5");
  out.line(padded("NO_COLOR"), "no colours, whatever the terminal can do");
}

}  // namespace

std::string help_text() {
  TextWriter out;
  out.line("parc compiles annotated Python loops to native parallel code.");
  out.line();
  out.line("usage: parc COMMAND [OPTION…] [FILE…]");
  out.line();
  out.line("commands");
  {
    auto block = out.indent();
    for (const CommandRow& row : command_rows())
      out.line(padded(std::string(row.name)), row.summary);
  }
  write_environment(out);
  out.line();
  out.line(
      "exit status: 0 done, 1 errors in a file, 2 wrong command line, 66 iterations collided "
      "(race; "
      "else the script's), 70 a mistake in parc itself");
  out.line("`parc COMMAND --help` says more.");
  return out.take();
}

std::string help_text(Command command) {
  const CommandRow& row = *std::find_if(command_rows().begin(), command_rows().end(),
                                        [&](const CommandRow& r) { return r.command == command; });
  TextWriter out;
  out.line("usage: parc ", row.name, " [OPTION…]", row.arguments.empty() ? "" : " ", row.arguments);
  out.line();
  out.line(row.summary);
  if (!row.description.empty()) {
    out.line();
    out.line(row.description);
  }
  out.line();
  out.line("options");
  {
    auto block = out.indent();
    for (const OptionRow& option : option_rows()) {
      if (!applies(option, row.name)) continue;
      std::string choices = option.choices.empty() ? "" : concat(": ", option.choices);
      out.line(padded(spelling(option)), option.help, choices);
    }
  }
  if (!row.examples.empty()) {
    out.line();
    out.line("examples");
    std::string_view examples = row.examples;
    examples.remove_suffix(1);
    out.line(examples);
  }
  return out.take();
}

}  // namespace parc::cli
