#include "codegen/legalize/legalize.h"

#include "codegen/legalize/functions.h"
#include "codegen/legalize/large_functions.h"
#include "support/text_writer.h"

namespace parc::lower {

Program legalize(const ir::Module& module, const ModuleFacts& facts, const SourceMap& sources,
                 const ModuleInfo& info) {
  ModuleContext context{module, facts, sources, info, {}, {}, {}, {}, {}};
  context.program.source_name = info.source_path;
  context.program.comment =
      concat("Made by parc ", info.parc_version, " from ", info.source_path, ".");
  if (info.record) context.program.headers.emplace_back("record.h");
  for (uint32_t k = 0; k < module.functions.size(); ++k) lower_function(context, ir::FunctionId{k});
  lower_entries(context);
  mark_large_functions(context.program);
  return std::move(context.program);
}

}  // namespace parc::lower
