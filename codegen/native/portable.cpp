#include "codegen/native/portable.h"

#include <algorithm>

#include "codegen/native/bitcode.h"
#include "codegen/native/clang_compiler.h"
#include "codegen/native/outside_compiler.h"
#include "support/text_writer.h"

namespace parc::native {
namespace {

// Vectors as x86-64-v3 has them serve x86-64-v4 as well, where clang does not use longer ones
// because they slow the clock; x86-64-v2 has two instructions for one.
constexpr char kOptimisedFor[] = "x86-64-v3";

Options with_cpu(const Options& options, const std::string& cpu) {
  Options result = options;
  result.cpu = cpu;
  return result;
}

// The function that Python calls first, as the module's text has it.
std::string entry_name(const std::string& file_name) {
  return concat("PyInit_", file_name.substr(0, file_name.find('.')));
}

// The same function of one version.
std::string entry_of(std::string cpu) {
  std::replace(cpu.begin(), cpu.end(), '-', '_');
  return concat("parc_init_", cpu);
}

// The module's entry, and the table of versions.
std::string entry_text(const std::string& file_name) {
  const std::string entry = entry_name(file_name);
  TextWriter out;
  out.line("// Chooses the code for the CPU that the module is loaded on.");
  out.line("#include \"abi.h\"");
  out.line();
  for (const std::string& cpu : portable_cpus()) {
    out.line("extern \"C\" void* ", entry_of(cpu), "();");
  }
  out.line("static const parc_version versions[] = {");
  for (const std::string& cpu : portable_cpus()) {
    out.line("    {\"", cpu, "\", \"", used_features(with_cpu({}, cpu)), "\", ", entry_of(cpu),
             "},");
  }
  out.line("};");
  out.line("extern \"C\" __attribute__((visibility(\"default\"))) void* ", entry, "() {");
  out.line("  return parc_module_choose(\"", entry.substr(entry.find('_') + 1), "\", versions, ",
           portable_cpus().size(), ");");
  out.line("}");
  return out.take();
}

// The objects of the versions and of the entry as one; or what is wrong with the first that failed.
Compiled pack(std::vector<Compiled> versions, const Compiled& entry) {
  std::vector<std::pair<std::string, std::string>> objects = {{"entry.o", entry.bytes}};
  for (size_t i = 0; i < versions.size(); ++i) {
    if (!versions[i].ok) return std::move(versions[i]);
    objects.emplace_back(concat(portable_cpus()[i], ".o"), std::move(versions[i].bytes));
  }
  Compiled result;
  result.ok = true;
  result.bytes = archive_of(objects);
  return result;
}

Compiled versions_inside(const std::string& cpp_text, const std::string& name,
                         const Options& options, const Compiled& entry) {
  Compiled optimised =
      compile_inside(cpp_text, name, Output::kBitcode, with_cpu(options, kOptimisedFor));
  if (!optimised.ok) return optimised;
  std::vector<Compiled> versions;
  for (const std::string& cpu : portable_cpus()) {
    const std::string bitcode = release_from_cpu(optimised.bytes, entry_name(name), entry_of(cpu));
    versions.push_back(assemble_inside(bitcode, with_cpu(options, cpu)));
    if (!versions.back().ok) break;
  }
  Compiled result = pack(std::move(versions), entry);
  result.remarks = std::move(optimised.remarks);
  return result;
}

// Every version is optimised by itself, so sums are not regrouped at all.
Compiled versions_outside(const std::string& cpp_text, const std::string& name,
                          const Options& options, const Compiled& entry) {
  std::vector<Compiled> versions;
  for (const std::string& cpu : portable_cpus()) {
    const std::vector<std::string> macros = {"-DPARC_IN_ORDER",
                                             concat("-D", entry_name(name), "=", entry_of(cpu))};
    versions.push_back(
        compile_outside(cpp_text, name, Output::kObject, with_cpu(options, cpu), macros));
    if (!versions.back().ok) break;
  }
  return pack(std::move(versions), entry);
}

}  // namespace

const std::vector<std::string>& portable_cpus() {
  static const std::vector<std::string> cpus = {"x86-64-v4", "x86-64-v3", "x86-64-v2"};
  return cpus;
}

Compiled compile_portable(const std::string& cpp_text, const std::string& name, Output output,
                          const Options& options) {
  if (output != Output::kObject) {
    return compile(cpp_text, name, output, with_cpu(options, kOptimisedFor));
  }
  const Compiled entry =
      compile(entry_text(name), name, output, with_cpu(options, portable_cpus().back()));
  if (!entry.ok) return entry;
  return options.compiler.empty() ? versions_inside(cpp_text, name, options, entry)
                                  : versions_outside(cpp_text, name, options, entry);
}

}  // namespace parc::native
