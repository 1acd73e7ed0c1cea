// What a static link leaves out of LLVM: code generators for other CPUs, which lld asks for, and
// Polly, which clang asks for. Polly brings an isl of its own, which is not the one that parc uses.
#include <llvm/Config/llvm-config.h>
#include <llvm/Passes/PassPlugin.h>

// LLVM's lists name all CPUs that it was built for. These functions it has itself.
#define LLVMInitializeX86TargetInfo parc_no_target_info
#define LLVMInitializeX86Target parc_no_target
#define LLVMInitializeX86TargetMC parc_no_target_mc
#define LLVMInitializeX86AsmPrinter parc_no_asm_printer
#define LLVMInitializeX86AsmParser parc_no_asm_parser

extern "C" {

#define LLVM_TARGET(name)                    \
  void LLVMInitialize##name##TargetInfo() {} \
  void LLVMInitialize##name##Target() {}     \
  void LLVMInitialize##name##TargetMC() {}
#include <llvm/Config/Targets.def>

#define LLVM_ASM_PRINTER(name) \
  void LLVMInitialize##name##AsmPrinter() {}
#include <llvm/Config/AsmPrinters.def>

#define LLVM_ASM_PARSER(name) \
  void LLVMInitialize##name##AsmParser() {}
#include <llvm/Config/AsmParsers.def>

}  // extern "C"

llvm::PassPluginLibraryInfo getPollyPluginInfo();
llvm::PassPluginLibraryInfo getPollyPluginInfo() {
  return {LLVM_PLUGIN_API_VERSION, "Polly", LLVM_VERSION_STRING, [](llvm::PassBuilder&) {}};
}
