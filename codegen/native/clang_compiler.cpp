#include "codegen/native/clang_compiler.h"

#include <functional>
#include <memory>
#include <mutex>

#include <clang/Basic/DiagnosticFrontend.h>
#include <clang/Basic/DiagnosticOptions.h>
#include <clang/Basic/SourceManager.h>
#include <clang/CodeGen/BackendUtil.h>
#include <clang/CodeGen/CodeGenAction.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/CompilerInvocation.h>
#include <clang/Frontend/TextDiagnosticPrinter.h>
#include <llvm/Bitcode/BitcodeReader.h>
#include <llvm/IR/Module.h>
#include <llvm/Support/CrashRecoveryContext.h>
#include <llvm/Support/ErrorHandling.h>
#include <llvm/Support/Process.h>
#include <llvm/Support/TargetSelect.h>
#include <llvm/Support/VirtualFileSystem.h>
#include <llvm/Support/raw_ostream.h>
#include "codegen/native/kernel_files.h"

namespace parc::native {
namespace {

constexpr char kKernelFolder[] = "/parc/kernel";
constexpr char kTextFolder[] = "/parc/text/";
constexpr unsigned kStackSize = 64u << 20;  // deep expressions recurse in clang

// Of the compilation that this thread works on.
thread_local std::string* fatal_log = nullptr;

// Inside a CrashRecoveryContext this ends the compilation, not the process.
void on_fatal_error(void*, const char* reason, bool) {
  if (fatal_log) {
    *fatal_log += reason;
  } else {
    llvm::errs() << "LLVM: " << reason << '\n';
  }
  llvm::sys::Process::Exit(70);
}

// LLVM has one handler for all threads.
void initialize_llvm() {
  static std::once_flag once;
  std::call_once(once, [] {
    LLVMInitializeX86TargetInfo();
    LLVMInitializeX86Target();
    LLVMInitializeX86TargetMC();
    LLVMInitializeX86AsmPrinter();
    LLVMInitializeX86AsmParser();
    llvm::CrashRecoveryContext::Enable();
    llvm::install_fatal_error_handler(on_fatal_error);
  });
}

// The options as clang's front end spells them; kept equal in meaning to those of
// outside_compiler.cpp.
std::vector<std::string> arguments(const Options& options, const std::string& file) {
  Target target = host_target(options);
  std::vector<std::string> list = {
      "-triple",
      "x86_64-pc-linux-gnu",
      "-std=c++17",
      "-x",
      "c++",
      "-w",
      "-O3",
      "-vectorize-loops",
      "-vectorize-slp",
      "-mrelocation-model",
      "pic",
      "-pic-level",
      "2",
      "-fvisibility=hidden",
      "-fopenmp",
      "-fno-rtti",
      "-fno-builtin-pow",
      "-ffp-contract=off",
      "-fveclib=libmvec",
      "-relaxed-aliasing",
      "-mframe-pointer=none",
      "-funwind-tables=2",
      "-ffunction-sections",
      "-fdata-sections",
      "-mconstructor-aliases",
      "-fgnuc-version=4.2.1",
      "-disable-free",
      "-clear-ast-before-backend",
      "-disable-llvm-verifier",
      "-discard-value-names",
      "-ferror-limit",
      "5",
      "-fbracket-depth",
      "2048",
      "-nobuiltininc",
      "-nostdsysteminc",
      "-internal-isystem",
      kKernelFolder,
      "-target-cpu",
      target.cpu,
  };
  for (const std::string& feature : target.features) {
    list.insert(list.end(), {"-target-feature", feature});
  }
  if (options.loop_remarks) {
    list.insert(list.end(), {"-Rpass=loop-vectorize|loop-unroll", "-Rpass-missed=loop-vectorize",
                             "-Rpass-analysis=loop-vectorize"});
  }
  list.push_back(file);
  return list;
}

llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> files(const std::string& path,
                                                              const std::string& text) {
  auto system = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  system->setCurrentWorkingDirectory("/");
  for (const KernelFile& file : kernel_files()) {
    system->addFile(std::string(kKernelFolder) + "/" + std::string(file.name), 0,
                    llvm::MemoryBuffer::getMemBuffer(
                        llvm::StringRef(file.text.data(), file.text.size()), "", false));
  }
  system->addFile(path, 0, llvm::MemoryBuffer::getMemBufferCopy(text));
  return system;
}

std::unique_ptr<clang::FrontendAction> action_for(Output output) {
  switch (output) {
    case Output::kObject:
      return std::make_unique<clang::EmitObjAction>();
    case Output::kLlvm:
      return std::make_unique<clang::EmitLLVMAction>();
    case Output::kBitcode:
      return std::make_unique<clang::EmitBCAction>();
    case Output::kAssembly:
      return std::make_unique<clang::EmitAssemblyAction>();
  }
  return nullptr;
}

// Prints clang's messages, and keeps its remarks.
class MessageHandler : public clang::TextDiagnosticPrinter {
 public:
  MessageHandler(llvm::raw_ostream& log, clang::DiagnosticOptions* options,
                 std::vector<LoopRemark>& remarks)
      : TextDiagnosticPrinter(log, options), remarks_(remarks) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level level,
                        const clang::Diagnostic& message) override {
    if (level != clang::DiagnosticsEngine::Remark) {
      TextDiagnosticPrinter::HandleDiagnostic(level, message);
      return;
    }
    if (!message.getLocation().isValid()) return;
    LoopRemark remark;
    remark.line = message.getSourceManager().getExpansionLineNumber(message.getLocation());
    bool done = message.getID() == clang::diag::remark_fe_backend_optimization_remark;
    bool missed = message.getID() == clang::diag::remark_fe_backend_optimization_remark_missed;
    remark.kind = done ? RemarkKind::kDone : missed ? RemarkKind::kMissed : RemarkKind::kReason;
    llvm::SmallString<128> text;
    message.FormatDiagnostic(text);
    remark.text = text.str().str();
    remarks_.push_back(std::move(remark));
  }

 private:
  std::vector<LoopRemark>& remarks_;
};

// One run of clang. It lives on the heap, and is leaked after a crash: the clean-ups that clang
// registered with the CrashRecoveryContext still use it.
struct Run {
  std::string log_text;
  llvm::raw_string_ostream log{log_text};
  llvm::IntrusiveRefCntPtr<clang::DiagnosticOptions> diagnostic_options{
      new clang::DiagnosticOptions};
  std::vector<LoopRemark> remarks;
  llvm::SmallString<0> bytes;
  clang::CompilerInstance compiler;
  std::unique_ptr<clang::FrontendAction> action;
};

// Gives clang its options; `path` is that of its input.
bool configure(Run& run, const Options& options, const std::string& path) {
  std::vector<std::string> list = arguments(options, path);
  std::vector<const char*> pointers;
  for (const std::string& argument : list) pointers.push_back(argument.c_str());

  clang::CompilerInstance& compiler = run.compiler;
  compiler.createDiagnostics(
      new MessageHandler(run.log, run.diagnostic_options.get(), run.remarks));
  if (!clang::CompilerInvocation::CreateFromArgs(compiler.getInvocation(), pointers,
                                                 compiler.getDiagnostics())) {
    return false;
  }
  clang::ProcessWarningOptions(compiler.getDiagnostics(), compiler.getDiagnosticOpts());
  compiler.getDiagnostics().setIgnoreAllWarnings(true);
  compiler.setVerboseOutputStream(run.log);
  return true;
}

bool compile_text(Run& run, const std::string& text, const std::string& name, Output output,
                  const Options& options) {
  std::string path = kTextFolder + name;
  if (!configure(run, options, path)) return false;
  clang::CompilerInstance& compiler = run.compiler;
  compiler.createFileManager(files(path, text));
  compiler.createSourceManager(compiler.getFileManager());
  compiler.setOutputStream(std::make_unique<llvm::raw_svector_ostream>(run.bytes));
  run.action = action_for(output);
  return compiler.ExecuteAction(*run.action);
}

// The code generator alone.
bool assemble(Run& run, const std::string& bitcode, const Options& options) {
  clang::CompilerInstance& compiler = run.compiler;
  if (!configure(run, options, std::string(kTextFolder) + "module.bc") ||
      !compiler.createTarget()) {
    return false;
  }
  llvm::LLVMContext context;
  auto module = llvm::parseBitcodeFile({bitcode, ""}, context);
  if (!module) {
    run.log << llvm::toString(module.takeError());
    return false;
  }
  compiler.getCodeGenOpts().DisableLLVMPasses = true;
  clang::EmitBackendOutput(compiler.getDiagnostics(), compiler.getHeaderSearchOpts(),
                           compiler.getCodeGenOpts(), compiler.getTargetOpts(),
                           compiler.getLangOpts(), compiler.getTarget().getDataLayoutString(),
                           module->get(), clang::Backend_EmitObj,
                           llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>(),
                           std::make_unique<llvm::raw_svector_ostream>(run.bytes));
  return !compiler.getDiagnostics().hasErrorOccurred();
}

// The result of `work`, which may crash.
Compiled run_clang(const std::function<bool(Run&)>& work) {
  initialize_llvm();
  Compiled result;
  std::string fatal;
  auto run = std::make_unique<Run>();
  llvm::CrashRecoveryContext context;
  const bool survived = context.RunSafelyOnThread(
      [&] {
        fatal_log = &fatal;
        result.ok = work(*run);
      },
      kStackSize);
  result.log = run->log_text;
  if (result.ok && survived) {
    result.bytes.assign(run->bytes.begin(), run->bytes.end());
    result.remarks = std::move(run->remarks);
  } else {
    result.ok = false;
  }
  if (!survived) {
    result.log += fatal.empty() ? "clang crashed" : "clang stopped: " + fatal;
    run.release();
  }
  return result;
}

}  // namespace

Compiled compile_inside(const std::string& cpp_text, const std::string& name, Output output,
                        const Options& options) {
  return run_clang([&](Run& run) { return compile_text(run, cpp_text, name, output, options); });
}

Compiled assemble_inside(const std::string& bitcode, const Options& options) {
  return run_clang([&](Run& run) { return assemble(run, bitcode, options); });
}

}  // namespace parc::native
