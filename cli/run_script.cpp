// `parc run`: hands over to Python, whose import hook compiles.
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "cli/commands.h"
#include "cli/messages.h"
#include "support/text_writer.h"

namespace parc::cli {

namespace {

// Modules of the current folder are not to stand in for those that parc itself imports.
constexpr char kStart[] =
    "import sys\n"
    "if sys.path[:1] == ['']: del sys.path[0]\n"
    "from parc._run import main\n"
    "main()";

}  // namespace

int run_script(const Invocation& invocation) {
  const std::string chosen = driver::options_from_environment().python;
  const std::string python = chosen.empty() ? "python3" : chosen;
  std::vector<std::string> words = {python, "-c", kStart};
  words.insert(words.end(), invocation.arguments.begin(), invocation.arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  execvp(python.c_str(), pointers.data());
  driver::Report report;
  report.diagnostics
      .emit_global(Diag::kPythonNotFound, concat(python, " cannot be run: ", std::strerror(errno)))
      .note("PARC_PYTHON names the interpreter");
  print_diagnostics(report, has_color(invocation));
  return kErrors;
}

}  // namespace parc::cli
