// The phases in order, over one state. Each leaves its diagnostics in the report.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "codegen/cpp/print.h"
#include "codegen/legalize/legalize.h"
#include "driver/driver.h"
#include "driver/imports.h"
#include "frontend/syntax/ast.h"
#include "ir/module.h"

namespace parc::driver {

// The note of every message about a mistake of ours.
inline constexpr char kHowToReport[] =
    "this is a mistake in parc, not in your program: please report it with this message and the "
    "file, at the project's issue tracker";

// One compilation: what the phases made so far.
struct Compilation {
  Compilation(std::string source_path, const Options& user_options, Report& user_report)
      : path(std::move(source_path)), options(user_options), report(user_report) {}

  std::string path;
  const Options& options;
  Report& report;
  std::string source_hash;
  std::string name;  // of the module
  std::optional<syntax::Tree> tree;
  std::unique_ptr<Imports> imports;
  ir::Module module;
  std::string dump_after_pass;  // the module behind Options::after_pass
  lower::ModuleFacts facts;
};

// False when the next phases have nothing to work on.
bool read_and_parse(Compilation& work);
void check_types(Compilation& work);
// The passes over the IR alone.
void run_passes(Compilation& work);
// Passes and the independence test; fills the facts and the report's loops.
void prove(Compilation& work);
// C++ text of the module that will stand at `output`. Explains the checks in the code of the loops
// when Options::explain asks for it.
cpp::Printed generate(Compilation& work, const std::string& output);
// Object, LLVM IR or assembly of the text; an internal error when clang refuses it. Explains what
// became of the loops, too.
std::optional<std::string> compile_text(Compilation& work, const cpp::Printed& printed,
                                        native::Output output);
// Writes the module and the OpenMP runtime beside it.
bool write_module(Compilation& work, const std::string& object, const std::string& output);

}  // namespace parc::driver
