// The legalising phase: a proven IR module to a program that C++ can say directly. Python's
// arithmetic, bounds checks (hoisted where a test before the loop decides them), error capture, the
// block loop and its deterministic reductions are spelled out here.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "codegen/legalize/c_tree.h"
#include "ir/analysis/loop_facts.h"
#include "ir/module.h"
#include "support/source.h"

namespace parc::lower {

// What the generated module says about itself (parc_module_info in runtime/kernel/abi.h).
struct SourceFile {
  std::string path;  // relative to the module's folder
  std::string hash;  // SHA-256, hex
};
struct ModuleInfo {
  std::string source_path;  // relative to the module's folder
  std::string masked_source;
  std::string source_hash;  // hex
  std::vector<SourceFile> imported = {};
  std::string python;        // "3.11"
  std::string cpu_features;  // comma separated
  std::string parc_version;
  bool is_kernel = false;                      // functions without a source text to run
  bool record = false;                         // for `parc race`: see recording.h
  std::map<uint32_t, std::string> file_names;  // FileId -> path relative to the module's folder
};

using ModuleFacts = std::map<ir::FunctionId, ir::FunctionFacts>;

Program legalize(const ir::Module& module, const ModuleFacts& facts, const SourceMap& sources,
                 const ModuleInfo& info);

}  // namespace parc::lower
