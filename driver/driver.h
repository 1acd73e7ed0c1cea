// One check(), compile() and emit() for every door to the compiler.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "codegen/native/native.h"
#include "driver/cache/slot.h"
#include "ir/module.h"
#include "support/diagnostic.h"
#include "support/source.h"

namespace parc::driver {

enum class Stage : uint8_t { kMasked, kSyntax, kIr, kCpp, kLlvm, kAssembly, kObject };

// What CPython's own compiler says about a text. Lines and columns count from 1, columns in
// characters; an end of 0 is not known.
struct SyntaxAnswer {
  enum class Verdict : uint8_t { kAccepted, kRefused, kTooMuch, kNoAnswer };
  Verdict verdict = Verdict::kAccepted;
  uint32_t line = 1, column = 1, end_line = 0, end_column = 0;
  std::string message;
};

struct Options {
  native::Options native;
  std::string python;  // interpreter that has to accept the file's syntax, "" for none
  std::function<SyntaxAnswer(const std::string&)> python_here;  // the same in this process
  std::string output;                                           // -o: path of the extension module
  std::string out_dir;                                          // --out-dir
  std::string after_pass;                                       // emit --after=PASS
  cache::Settings cache;  // of what is compiled for this process
  bool explain = false;   // fill LoopReport::explanation
  bool record = false;    // a module for `parc race`; refused loops are no errors
  bool stub = true;       // compile(): also write a type stub beside the module
  bool beside = false;    // compile(): the module will be moved beside its source
};

struct VariableReport {
  std::string name;
  std::string role;    // "shared", "private", "last value", "reduction"
  std::string detail;  // of a reduction: "sum", "maximum with `at`"
};

// A test that the code of a loop makes in each iteration.
struct CheckReport {
  std::string what;  // "`p[i]` may be out of bounds"
  SourceRange range;
};

// What the optimiser made of a loop.
struct MachineLoop {
  SourceRange header;
  bool is_vectorised = false;
  std::string detail;  // "8 at a time", or the reason
};

// More about a loop, in the names of the source.
struct Explanation {
  std::vector<VariableReport> variables;
  std::vector<std::string> checks_before;  // when one does not hold, the loop runs in serial order
  // Tested once before the loop; where it does not hold, each iteration tests what it does.
  std::vector<std::string> hoisted;
  std::vector<CheckReport> checks_inside;
  std::vector<MachineLoop> machine_loops;  // the loop and those in it; compile() only
};

// Verdict of one par loop, the worst of its instantiations.
struct LoopReport {
  std::string function;
  SourceRange range;    // the loop's header
  SourceRange whole;    // the statement
  std::string verdict;  // "parallel", "runtime", "refused"
  std::vector<std::string> reasons;
  bool is_inner = false;  // in the body of another par loop, where it runs serially
  Explanation explanation;
};

// The size of the cache when PARC_CACHE_MIB says none.
inline constexpr uint64_t kDefaultCacheMib = 1024;

// What the environment says: PARC_PYTHON, PARC_CXX, PARC_CACHE_DIR, PARC_CACHE_MIB, and where the
// runtime library is.
Options options_from_environment();

struct Report {
  SourceMap sources;
  Diagnostics diagnostics;
  std::vector<LoopReport> loops;
  std::vector<std::string> written;                     // files
  std::vector<std::pair<std::string, double>> timings;  // phase, seconds; the last is "total"
};

// The passes over the IR in their order, as Options::after_pass names them.
std::vector<std::string> pass_names();

// Checks a file: syntax, types, independence. Never throws for what the user wrote.
bool check(const std::string& path, const Options& options, Report& report);
// Compiles a file to an extension module; nothing is written when there is an error.
bool compile(const std::string& path, const Options& options, Report& report);
// Writes the type stub of a file, whatever its loops are: to Options::output, or as NAME.pyi into
// Options::out_dir or beside the source. A stub that parc did not write is an error.
bool write_stub(const std::string& path, const Options& options, Report& report);
// The text of a stage.
bool emit(const std::string& path, Stage stage, const Options& options, Report& report,
          std::string& text);

}  // namespace parc::driver
