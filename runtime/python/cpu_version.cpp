// The set-up of a module that has several versions of its code: one is chosen, the rest is the
// set-up of that.
#include "runtime/python/cpu_version.h"

#include <Python.h>
#include <stdlib.h>

#include "runtime/core/cpu_choice.h"

namespace parc::runtime {
namespace {

const char* chosen_ = nullptr;

}  // namespace

const char* chosen_cpu() { return chosen_; }

}  // namespace parc::runtime

using namespace parc::runtime;

extern "C" void* parc_module_choose(const char* name, const parc_version* versions,
                                    parc_i32 count) {
  const char* wanted = getenv("PARC_CPU");
  const CpuChoice choice =
      choose_version({versions, static_cast<size_t>(count)}, wanted ? wanted : "");
  if (!choice.version) {
    PyErr_Format(PyExc_ImportError, "%s cannot be loaded: %s", name, choice.problem.c_str());
    return nullptr;
  }
  chosen_ = choice.version->cpu;
  return choice.version->init();
}
