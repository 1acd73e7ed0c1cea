#include "runtime/python/plan.h"

#include <algorithm>
#include <stdexcept>

namespace parc::runtime {

const std::string_view kKindNames[] = {
    "bool",      "int",        "float",      "complex",      "np.bool",      "np.int8",
    "np.int16",  "np.int32",   "np.int64",   "np.uint8",     "np.uint16",    "np.uint32",
    "np.uint64", "np.float32", "np.float64", "np.complex64", "np.complex128"};

namespace {

[[noreturn]] void bad_descriptor(std::string_view text) {
  throw std::runtime_error("not a type descriptor: " + std::string(text));
}

// The parts of `text` between separators that stand outside brackets.
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  size_t start = 0;
  int depth = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (c == separator && depth == 0) {
      parts.push_back(text.substr(start, at - start));
      start = at + 1;
    }
  }
  if (start < text.size()) parts.push_back(text.substr(start));
  return parts;
}

parc_i32 kind_of(std::string_view name, std::string_view whole) {
  auto* found = std::find(std::begin(kKindNames), std::end(kKindNames), name);
  if (found == std::end(kKindNames)) bad_descriptor(whole);
  return static_cast<parc_i32>(found - kKindNames);
}

// How a slot holds a kind: as a 64-bit integer, a double or a complex.
parc_i32 slot_form(parc_i32 kind) {
  switch (kind) {
    case PARC_FLOAT:
    case PARC_NPF32:
    case PARC_NPF64:
      return PARC_FLOAT;
    case PARC_COMPLEX:
    case PARC_NPC64:
    case PARC_NPC128:
      return PARC_COMPLEX;
    default:
      return PARC_INT;
  }
}

Type parse_mixed(std::string_view text) {
  Type type{.form = Form::kMixed, .kind = PARC_INT, .text = text};
  for (std::string_view part : split(text, '|')) {
    type.parts.push_back(parse_type(part));
    type.kind = std::max(type.kind, slot_form(type.parts.back().kind));
  }
  return type;
}

Type parse_tuple(std::string_view text) {
  Type type{.form = Form::kTuple, .leaves = 0, .text = text};
  for (std::string_view part : split(text.substr(1, text.size() - 2), ',')) {
    type.parts.push_back(parse_type(part));
    type.leaves += type.parts.back().leaves;
  }
  return type;
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> found;
  for (std::string_view part : split(text, ' ')) {
    if (!part.empty()) found.push_back(part);
  }
  return found;
}

bool holds_list(const Type& type) {
  return type.form == Form::kList || std::any_of(type.parts.begin(), type.parts.end(), holds_list);
}

bool is_number(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Axes of one name have one length; a number as a name is the length itself, "_" is any.
std::vector<AxisCheck> make_axis_checks(const std::vector<Parameter>& parameters) {
  std::vector<AxisCheck> checks;
  std::vector<AxisCheck> first;  // of each name
  for (size_t k = 0; k < parameters.size(); ++k) {
    const Parameter& parameter = parameters[k];
    if (parameter.type.form != Form::kArray || !parameter.info->dims) continue;
    parc_i32 axis = 0;
    for (std::string_view name : words(parameter.info->dims)) {
      AxisCheck here{static_cast<parc_i32>(k), axis++, -1, 0, 0, name};
      if (here.axis >= parameter.type.rank || name == "_") continue;
      if (is_number(name)) {
        here.length = std::stoll(std::string(name));
        checks.push_back(here);
        continue;
      }
      auto same = std::find_if(first.begin(), first.end(),
                               [&](const AxisCheck& other) { return other.name == name; });
      if (same == first.end()) {
        first.push_back(here);
      } else {
        here.other = same->parameter;
        here.other_axis = same->axis;
        checks.push_back(here);
      }
    }
  }
  return checks;
}

Signature make_signature(const parc_signature& info) {
  Signature signature{.info = &info, .result = parse_type(info.result)};
  signature.text = "(";
  for (parc_i32 k = 0; k < info.parameter_count; ++k) {
    const parc_parameter& given = info.parameters[k];
    Parameter parameter{&given, parse_type(given.type), signature.argument_slots};
    signature.argument_slots += parameter.type.leaves;
    signature.copies_lists |= given.written && holds_list(parameter.type);
    signature.text += (k ? ", " : "") + std::string(given.name) + ": " + given.type;
    signature.parameters.push_back(std::move(parameter));
  }
  signature.text += std::string(") -> ") + info.result;
  signature.axis_checks = make_axis_checks(signature.parameters);
  return signature;
}

}  // namespace

Type parse_type(std::string_view text) {
  if (text.empty()) bad_descriptor(text);
  if (text == "None") return Type{.form = Form::kNone, .leaves = 0, .text = text};
  if (split(text, '|').size() > 1) return parse_mixed(text);
  if (text.front() == '(' && text.back() == ')') return parse_tuple(text);
  if (text.starts_with("list[") && text.back() == ']') {
    Type type{.form = Form::kList, .text = text};
    type.parts.push_back(parse_type(text.substr(5, text.size() - 6)));
    return type;
  }
  if (text.back() == ']') {
    size_t open = text.find('[');
    if (open + 3 != text.size() || text[open + 1] < '0' || text[open + 1] > '0' + PARC_MAX_RANK)
      bad_descriptor(text);
    return Type{.form = Form::kArray,
                .kind = kind_of(text.substr(0, open), text),
                .rank = text[open + 1] - '0',
                .text = text};
  }
  return Type{.form = Form::kScalar, .kind = kind_of(text, text), .text = text};
}

std::string spell(const Type& type) {
  switch (type.form) {
    case Form::kNone:
      return "None";
    case Form::kScalar:
      return std::string(kKindNames[type.kind]);
    case Form::kArray:
      return "an array of " + std::string(kKindNames[type.kind]) + " with " +
             std::to_string(type.rank) + (type.rank == 1 ? " axis" : " axes");
    case Form::kList:
      return "a list of " + spell(type.parts[0]);
    case Form::kTuple:
      return "a tuple of " + std::to_string(type.parts.size()) +
             (type.parts.size() == 1 ? " item" : " items");
    case Form::kMixed:
      break;
  }
  std::string text;
  for (const Type& part : type.parts) text += (text.empty() ? "" : " or ") + spell(part);
  return text;
}

std::vector<Plan> make_plans(const parc_module_info& info) {
  std::vector<Plan> plans;
  for (parc_i32 k = 0; k < info.signature_count; ++k) {
    const parc_signature& given = info.signatures[k];
    auto plan = std::find_if(plans.begin(), plans.end(),
                             [&](const Plan& p) { return p.name == given.function; });
    if (plan == plans.end()) {
      plan =
          plans.insert(plan, Plan{.name = given.function, .annotated = false, .line = given.line});
    }
    plan->signatures.push_back(make_signature(given));
    plan->annotated |= given.annotated != 0;
    plan->has_par |= given.has_par != 0;
  }
  return plans;
}

}  // namespace parc::runtime
