#include "cli/command_table.h"

namespace parc::cli {
namespace {

constexpr CommandRow kCommands[] = {
    {Command::kCompile, "compile", "FILE…", "make native extension modules of Python files",
     "Writes NAME<suffix> beside NAME.py, where Python's import finds it first: functions with "
     "par\n"
     "loops, and what they call, are native code, the rest of the file is Python as before.\n"
     "libomp.so.5 is put beside the module and has to go where the module goes. So is NAME.pyi, "
     "from\n"
     "which type checkers and editors know what is in the module.",
     "  parc compile heat.py\n"
     "  parc compile --out-dir build src/*.py\n"
     "  parc compile --cpu=portable heat.py   for any machine; the code for its CPU is chosen "
     "there\n"
     "  PARC_CXX=g++ parc compile heat.py     let another compiler make the machine code\n"},
    {Command::kCheck, "check", "FILE…", "report errors and the verdict of every par loop",
     "Does everything but make a module. A loop is `parallel` (proven), `runtime` (a condition is\n"
     "tested at the call) or `refused`; a refused loop fails the file.",
     "  parc check heat.py\n"
     "  parc check --explain-loops heat.py\n"
     "  parc check --format json heat.py      one JSON object a line\n"
     "  parc check --format sarif *.py        one SARIF document for all files\n"},
    {Command::kStub, "stub", "FILE…", "write type stubs for type checkers and editors",
     "Writes NAME.pyi beside NAME.py: the signatures, classes and constants of the file, without "
     "what\n"
     "runs. The file need not compile. A stub that parc did not write is never replaced.",
     "  parc stub heat.py\n"
     "  parc stub --out-dir stubs src/*.py\n"},
    {Command::kSuggest, "suggest", "FILE…", "find serial loops that can run in parallel",
     "Looks at the plain for loops in functions that can be compiled: the outermost of each nest\n"
     "that is proven parallel and has work to share out is suggested, with the change to make; "
     "for\n"
     "the others it says why they stay serial. A float sum is regrouped by the change.",
     "  parc suggest heat.py\n"
     "  parc suggest --write src/*.py         make the changes, each file at once\n"
     "  parc suggest --statement heat.py      with `par i in xs:` instead of `for i in "
     "par(xs):`\n"},
    {Command::kEmit, "emit", "FILE", "print what a phase makes of a file",
     "Stages: masked (the source with `par` read as `for`), syntax, ir, cpp, llvm, asm, object.",
     "  parc emit --stage=ir heat.py\n"
     "  parc emit --stage=ir --after=inline heat.py\n"
     "  parc emit --stage=object -o heat.o heat.py\n"},
    {Command::kExplain, "explain", "[CODE…]", "explain a diagnostic; without a code, list all",
     "Prints the page of a code: what it means, a failing and a mended example.",
     "  parc explain PAR0501\n"},
    {Command::kRace, "race", "SCRIPT [ARG…]", "run a program and report iterations that collide",
     "Runs the script as Python does, with the par loops of its modules in serial order, proven,\n"
     "trusted and refused ones alike, and records which elements each iteration reads and writes.\n"
     "Exit status 66 when two iterations of a loop collided, else that of the script.",
     "  parc race simulate.py --steps 10\n"
     "  parc race --format json simulate.py\n"},
    {Command::kRun, "run", "SCRIPT [ARG…]", "run a script with its par loops compiled",
     "Runs the script as Python does; it, and the modules beside it that it imports, are compiled\n"
     "when they hold par loops, and kept in the cache. Errors end the run before it starts.\n"
     "PARC_DISABLE=1 runs everything as plain Python.",
     "  parc run simulate.py --steps 10\n"},
    {Command::kCache, "cache", "info|clear", "show or empty the cache of compiled code",
     "What parc.jit, notebooks, the import hook and `parc run` compile is kept in PARC_CACHE_DIR,\n"
     "else in `parc` under XDG_CACHE_HOME or ~/.cache. Hits and builds count all processes since "
     "the\n"
     "last clear. PARC_CACHE_MIB is the size above which the entries unused for longest go (1024).",
     "  parc cache info\n"
     "  parc cache info --format json\n"
     "  parc cache clear\n"},
    {Command::kClean, "clean", "FILE|DIR…", "remove what `parc compile` wrote",
     "For a source file its module and stub, for a folder all in it (not in the folders below), "
     "and\n"
     "libomp.so.5 with the last module. Files that parc did not make are left alone.",
     "  parc clean heat.py\n"
     "  parc clean build\n"},
    {Command::kConfig, "config", "", "print what other build tools need to know",
     "The flags for a C++ compiler to make a module of the text of `parc emit`, and where things "
     "are.\n"
     "PARC_CXX says whose flags (those of g++). libomp.so.5, which goes beside the module, is in "
     "the\n"
     "folder that --resources prints.",
     "  parc emit -o heat.cpp heat.py\n"
     "  g++ $(parc config --cflags) -c -o heat.o heat.cpp\n"
     "  g++ -o heat$(parc config --suffix) heat.o $(parc config --libs)\n"},
    {Command::kVersion, "version", "", "print versions", "", ""},
    {Command::kHelp, "help", "[COMMAND]", "print this help or that of a command", "", ""},
};

constexpr OptionRow kOptions[] = {
    {"--output", 'o', "FILE", "", "write the module (emit: the text) to FILE", "compile emit"},
    {"--output", 'o', "FILE", "", "write the stub to FILE", "stub"},
    {"--out-dir", 0, "DIR", "", "put modules into DIR instead of beside the sources",
     "compile clean"},
    {"--out-dir", 0, "DIR", "", "put stubs into DIR instead of beside the sources", "stub"},
    {"--no-stub", 0, "", "", "write no NAME.pyi beside the module", "compile"},
    {"--depfile", 0, "FILE", "",
     "write a rule for make and ninja to FILE: the output and the Python files it is made of",
     "compile emit"},
    {"--beside-source", 0, "", "",
     "the module will be moved beside its source, where it finds the files it looks for",
     "compile"},
    {"--cflags", 0, "", "", "flags that make an object of the C++ text", "config"},
    {"--libs", 0, "", "", "flags that make a module of the object", "config"},
    {"--suffix", 0, "", "", "what file names of modules end in", "config"},
    {"--resources", 0, "", "", "the folder of the runtime library and of libomp.so.5", "config"},
    {"--cmakedir", 0, "", "", "the folder for CMake's parc_DIR", "config"},
    {"--toolchain", 0, "", "", "a hash that changes when modules have to be built again", "config"},
    {"--stage", 0, "STAGE", "masked|syntax|ir|cpp|llvm|asm|object", "the stage to print (cpp)",
     "emit"},
    {"--after", 0, "PASS", "", "the IR behind this pass; check: before all passes", "emit"},
    {"--cpu", 0, "NAME", "",
     "CPU to make code for: native, x86-64-v3, …; portable: x86-64-v2, v3 and v4 (native)",
     "compile emit config"},
    {"--format", 0, "FORMAT", "text|json|sarif|html",
     "text to standard error; JSON lines, SARIF or a page to standard output (text)",
     "compile check"},
    {"--html", 0, "FILE", "", "also write a page with the annotated source to FILE",
     "compile check"},
    {"--explain-loops", 0, "", "",
     "say of every par loop what its variables are and what is tested at run time", "check"},
    {"--report", 0, "", "",
     "explain every par loop, and whether it and the loops in it were vectorised", "compile"},
    {"--format", 0, "FORMAT", "text|json|sarif",
     "text to standard error; JSON lines or SARIF to standard output (text)", "suggest race"},
    {"--format", 0, "FORMAT", "text|json", "how `info` prints (text)", "cache"},
    {"--record", 0, "", "", "a module for `parc race`: loops run in serial order and are recorded",
     "compile"},
    {"--write", 0, "", "", "make the suggested changes", "suggest"},
    {"--statement", 0, "", "",
     "use the statement form, which only parc reads; files that have it get it anyway", "suggest"},
    {"--timings", 0, "", "", "print the time that each phase took", "compile check"},
    {"--quiet", 'q', "", "", "print errors and warnings only", "compile check stub race clean"},
    {"--quiet", 'q', "", "", "print suggestions only, not the loops that stay serial", "suggest"},
    {"--color", 0, "WHEN", "auto|always|never", "colour the messages (auto)", ""},
    {"--help", 'h', "", "", "print help", ""},
};

}  // namespace

std::span<const CommandRow> command_rows() { return kCommands; }
std::span<const OptionRow> option_rows() { return kOptions; }

std::vector<std::string> split_choices(std::string_view choices) {
  std::vector<std::string> words;
  while (!choices.empty()) {
    size_t bar = choices.find('|');
    words.emplace_back(choices.substr(0, bar));
    choices = bar == std::string_view::npos ? "" : choices.substr(bar + 1);
  }
  return words;
}

bool applies(const OptionRow& option, std::string_view command) {
  if (option.commands.empty()) return true;
  std::string list = " " + std::string(option.commands) + " ";
  return list.find(" " + std::string(command) + " ") != std::string::npos;
}

}  // namespace parc::cli
