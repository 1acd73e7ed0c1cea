#include "ir/builtins.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "ir/builtin_rules.h"
#include "ir/numeric.h"

namespace parc::ir {
namespace {

constexpr BuiltinInfo kInfo[] = {
#define PARC_BUILTIN(id, name, min_args, max_args, may_raise, rule, kernel) \
  {name, min_args, max_args, may_raise, BuiltinRule::rule, kernel},
#include "ir/builtins.def"
#undef PARC_BUILTIN
};

// min and max of several kinds: one of them, known at run time.
std::optional<TypeId> mixed_extreme(TypeTable& types, const std::vector<Kind>& args) {
  std::vector<Kind> kinds = args;
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  if (!carrier_of(kinds)) return std::nullopt;
  for (Kind left : kinds) {
    for (Kind right : kinds) {
      if (!compare_kind(CompareOp::kLt, left, right)) return std::nullopt;
    }
  }
  return types.mixed(kinds);
}

}  // namespace

const BuiltinInfo& info(Builtin builtin) { return kInfo[static_cast<size_t>(builtin)]; }

std::optional<Builtin> find_builtin(std::string_view name) {
  static const auto* const kByName = [] {
    auto* map = new std::unordered_map<std::string_view, Builtin>;
    for (size_t i = 0; i < std::size(kInfo); ++i) (*map)[kInfo[i].name] = static_cast<Builtin>(i);
    return map;
  }();
  auto found = kByName->find(name);
  if (found == kByName->end()) return std::nullopt;
  return found->second;
}

std::optional<double> find_constant(std::string_view name) {
  constexpr double kInf = std::numeric_limits<double>::infinity();
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  static constexpr struct {
    std::string_view name;
    double value;
  } kConstants[] = {{"math.pi", 0x1.921fb54442d18p+1},
                    {"math.e", 0x1.5bf0a8b145769p+1},
                    {"math.tau", 0x1.921fb54442d18p+2},
                    {"math.inf", kInf},
                    {"math.nan", kNan},
                    {"np.pi", 0x1.921fb54442d18p+1},
                    {"np.e", 0x1.5bf0a8b145769p+1},
                    {"np.euler_gamma", 0x1.2788cfc6fb619p-1},
                    {"np.inf", kInf},
                    {"np.nan", kNan}};
  for (const auto& constant : kConstants) {
    if (constant.name == name) return constant.value;
  }
  return std::nullopt;
}

std::optional<TypeId> builtin_result(TypeTable& types, Builtin builtin,
                                     const std::vector<Kind>& args) {
  const BuiltinInfo& entry = info(builtin);
  int count = static_cast<int>(args.size());
  if (count < entry.min_args || count > entry.max_args) return std::nullopt;
  bool several = std::any_of(args.begin(), args.end(), [&](Kind kind) { return kind != args[0]; });
  if (entry.rule == BuiltinRule::kExtreme && several) return mixed_extreme(types, args);
  auto shape = builtin_shape(builtin, args);
  if (!shape) return std::nullopt;
  if (shape->results.size() == 1) return types.scalar(shape->results[0]);
  std::vector<TypeId> elements;
  for (Kind kind : shape->results) elements.push_back(types.scalar(kind));
  return types.tuple(elements);
}

}  // namespace parc::ir
