// The phases in order, over one state. Each leaves its diagnostics in the report.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "codegen/cpp/print.h"
#include "codegen/legalize/legalize.h"
#include "driver/driver.h"
#include "driver/imports.h"
#include "driver/kernel.h"
#include "frontend/syntax/ast.h"
#include "ir/module.h"

namespace parc::driver {

// The module that a kernel is.
inline constexpr char kKernelName[] = "kernel";

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
  const KernelRequest* kernel = nullptr;  // when it is no whole file
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
// All of these for a whole file, with CPython's word on its syntax.
bool analyse(Compilation& work);

// Whether the compiler and the runtime library are there; a diagnostic when not.
bool has_tools(const Options& options, Diagnostics& diagnostics);
// Whether a file without mistakes can be made a module; a diagnostic when not.
bool can_make_module(Compilation& work);
// C++ text of the module that will stand at `output`. Explains the checks in the code of the loops
// when Options::explain asks for it.
cpp::Printed generate(Compilation& work, const std::string& output);
// Object, LLVM IR or assembly of the text; an internal error when clang refuses it. Explains what
// became of the loops, too.
std::optional<std::string> compile_text(Compilation& work, const cpp::Printed& printed,
                                        native::Output output);
// The module of the text: compiled and linked.
std::optional<std::string> make_module(Compilation& work, const cpp::Printed& printed);
// Writes the module and the OpenMP runtime beside it.
bool write_module(Compilation& work, const std::string& module, const std::string& output);

}  // namespace parc::driver
