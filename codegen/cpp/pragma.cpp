#include "codegen/cpp/pragma.h"

#include "codegen/cpp/print_expr.h"
#include "support/text_writer.h"

namespace parc::cpp {

std::string parallel_pragma(const lower::CParallelFor& loop) {
  return concat("#pragma omp parallel num_threads(", spell(loop.threads), ")");
}

std::string for_pragma(const lower::CParallelFor& loop) {
  const auto with_chunk = [&](const char* kind) {
    return concat("#pragma omp for schedule(", kind, ", ", spell(loop.chunk), ") nowait");
  };
  switch (loop.schedule) {
    case lower::ScheduleKind::kStatic:
      return "#pragma omp for schedule(static) nowait";
    case lower::ScheduleKind::kStaticChunk:
      return with_chunk("static");
    case lower::ScheduleKind::kDynamic:
      return with_chunk("dynamic");
    case lower::ScheduleKind::kGuided:
      return with_chunk("guided");
  }
  __builtin_unreachable();
}

}  // namespace parc::cpp
