#include "codegen/native/bitcode.h"

#include <memory>

#include <llvm/ADT/SmallVector.h>
#include <llvm/Bitcode/BitcodeReader.h>
#include <llvm/Bitcode/BitcodeWriter.h>
#include <llvm/IR/InstIterator.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/IR/Operator.h>
#include <llvm/Support/raw_ostream.h>

namespace parc::native {
namespace {

// What is left of the order of a sum is the order of the vector code: of its lanes, and of their
// sum behind the loop.
void fix_order(llvm::Function& function) {
  for (llvm::Instruction& instruction : llvm::instructions(function)) {
    if (llvm::isa<llvm::FPMathOperator>(instruction) && instruction.hasAllowReassoc()) {
      instruction.setHasAllowReassoc(false);
    }
  }
}

}  // namespace

std::string release_from_cpu(const std::string& bitcode, const std::string& entry,
                             const std::string& new_entry) {
  llvm::LLVMContext context;
  auto read = llvm::parseBitcodeFile({bitcode, ""}, context);
  if (!read) {
    llvm::consumeError(read.takeError());
    return "";
  }
  llvm::Module& module = **read;
  for (llvm::Function& function : module) {
    for (const char* attribute : {"target-cpu", "target-features", "tune-cpu"}) {
      function.removeFnAttr(attribute);
    }
    fix_order(function);
  }
  if (llvm::Function* function = module.getFunction(entry)) function->setName(new_entry);
  llvm::SmallString<0> bytes;
  llvm::raw_svector_ostream stream(bytes);
  llvm::WriteBitcodeToFile(module, stream);
  return bytes.str().str();
}

}  // namespace parc::native
