#include "python/compiler/options.h"

#include <map>
#include <string>

#include "python/compiler/syntax_check.h"

namespace parc::binding {
namespace {

namespace py = pybind11;

void read_option(const std::string& name, const py::handle& value, driver::Options& options) {
  if (name == "cpu") {
    options.native.cpu = value.cast<std::string>();
    if (!native::is_known_cpu(options.native.cpu)) {
      throw py::value_error("cpu= cannot be '" + options.native.cpu + "'");
    }
  } else if (name == "output") {
    options.output = value.cast<std::string>();
  } else if (name == "explain") {
    options.explain = value.cast<bool>();
  } else if (name == "cache") {
    if (!value.cast<bool>()) options.cache.folder.clear();
  } else if (name == "force") {
    options.cache.rebuild = value.cast<bool>();
  } else {
    throw py::type_error("there is no option " + name + "=");
  }
}

// What a word stands for, of those that an option takes.
template <class Value>
Value one_of(const std::string& option, const py::handle& given,
             const std::map<std::string, Value>& meanings) {
  const std::string word = given.cast<std::string>();
  const auto found = meanings.find(word);
  if (found == meanings.end()) throw py::value_error(option + "= cannot be '" + word + "'");
  return found->second;
}

}  // namespace

driver::Options read_options(const py::dict& options) {
  driver::Options result = driver::options_from_environment();
  result.python.clear();
  result.python_here = check_syntax;
  for (auto [name, value] : options) read_option(name.cast<std::string>(), value, result);
  return result;
}

ir::ParOptions read_loop_options(const py::dict& options) {
  using ir::Schedule;
  ir::ParOptions result;
  for (auto [key, value] : options) {
    const std::string name = key.cast<std::string>();
    if (name == "schedule") {
      result.schedule = one_of<Schedule>(name, value,
                                         {{"static", Schedule::kStatic},
                                          {"dynamic", Schedule::kDynamic},
                                          {"guided", Schedule::kGuided}});
    } else if (name == "chunk") {
      result.chunk = value.cast<int64_t>();
    } else if (name == "threads") {
      result.threads = value.cast<int64_t>();
    } else if (name == "check") {
      result.trust = one_of<bool>(name, value, {{"prove", false}, {"trust", true}});
    } else if (name == "reduce") {
      result.fast_reduce = one_of<bool>(name, value, {{"exact", false}, {"fast", true}});
    } else if (name == "progress") {
      result.progress = value.cast<bool>();
    } else {
      throw py::type_error("there is no option " + name + "= of par");
    }
  }
  return result;
}

}  // namespace parc::binding
