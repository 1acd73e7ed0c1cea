#include <utility>

#include "frontend/syntax/convert.h"

namespace parc::syntax {

namespace {

class ParameterReader {
 public:
  explicit ParameterReader(Converter& c) : c_(c) {}

  Parameters run(CstId id) {
    for (CstId part : operands(c_, id)) read(part);
    if (bare_star_ != kNoCst && !keyword_only_seen_) {
      order_error(bare_star_, "a '*' must be followed by a named parameter");
    }
    return std::move(result_);
  }

 private:
  void order_error(CstId where, const char* message) {
    c_.diagnostics.emit(Diag::kParameterOrder, range_of(c_, where), message);
  }

  void read(CstId id) {
    if (double_star_seen_) order_error(id, "no parameter can follow '**'");
    switch (kind(c_, id)) {
      case CstKind::kPositionalSeparator:
        return read_slash(id);
      case CstKind::kKeywordSeparator:
        if (std::exchange(star_seen_, true)) order_error(id, "a second '*' among the parameters");
        bare_star_ = id;
        return;
      case CstKind::kTypedParameter:
        return read_named(id, first_operand(id), id);
      case CstKind::kDefaultParameter:
      case CstKind::kTypedDefaultParameter:
        return read_named(id, child(c_, id, CstField::kName), id);
      default:
        return read_named(id, id, kNoCst);
    }
  }

  CstId first_operand(CstId id) {
    std::vector<CstId> parts = operands(c_, id);
    return parts.empty() ? kNoCst : parts.front();
  }

  void read_slash(CstId id) {
    if (star_seen_) order_error(id, "'/' must stand before '*'");
    if (std::exchange(slash_seen_, true)) order_error(id, "a second '/' among the parameters");
    if (result_.all.empty()) order_error(id, "at least one parameter must stand before '/'");
    for (Parameter& parameter : result_.all) {
      if (parameter.kind == ParameterKind::kPlain) parameter.kind = ParameterKind::kPositionalOnly;
    }
  }

  // `named` is the name or the starred name; `typed` the node with annotation and default.
  void read_named(CstId id, CstId named, CstId typed) {
    Parameter parameter;
    parameter.range = range_of(c_, named);
    if (kind(c_, named) == CstKind::kTuplePattern) {
      c_.diagnostics.emit(Diag::kPython2, range_of(c_, named),
                          "a parameter cannot be unpacked in the parameter list");
      return;
    }
    read_kind(id, named, parameter);
    CstId annotation = child(c_, typed, CstField::kType);
    parameter.annotation = optional_expression(c_, annotation);
    parameter.default_value = optional_expression(c_, child(c_, typed, CstField::kValue));
    if (annotation != kNoCst) parameter.range.end = node(c_, annotation).end;
    check_default(parameter);
    result_.all.push_back(std::move(parameter));
  }

  void read_kind(CstId id, CstId named, Parameter& parameter) {
    if (kind(c_, named) == CstKind::kDictionarySplatPattern) {
      parameter.kind = ParameterKind::kKwArgs;
      double_star_seen_ = true;
    } else if (kind(c_, named) == CstKind::kListSplatPattern ||
               kind(c_, named) == CstKind::kListSplat) {
      if (std::exchange(star_seen_, true)) order_error(id, "a second '*' among the parameters");
      parameter.kind = ParameterKind::kVarArgs;
    } else {
      parameter.kind = star_seen_ ? ParameterKind::kKeywordOnly : ParameterKind::kPlain;
      keyword_only_seen_ = keyword_only_seen_ || star_seen_;
      parameter.name = std::string(text_of(c_, named));
      return;
    }
    parameter.range = range_of(c_, first_operand(named));
    parameter.name = std::string(text_of(c_, first_operand(named)));
  }

  void check_default(const Parameter& parameter) {
    bool positional = parameter.kind == ParameterKind::kPlain;
    if (positional && default_seen_ && !parameter.default_value) {
      c_.diagnostics.emit(Diag::kParameterOrder, parameter.range,
                          "a parameter without a default cannot follow one with a default");
    }
    default_seen_ = default_seen_ || (positional && parameter.default_value);
  }

  Converter& c_;
  Parameters result_;
  bool slash_seen_ = false;
  bool star_seen_ = false;
  bool double_star_seen_ = false;
  bool default_seen_ = false;
  bool keyword_only_seen_ = false;
  CstId bare_star_ = kNoCst;
};

void check_repeats(Converter& c, const Parameters& parameters) {
  for (size_t i = 0; i < parameters.all.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      if (parameters.all[i].name != parameters.all[j].name) continue;
      c.diagnostics
          .emit(Diag::kDuplicateParameter, parameters.all[i].range,
                "the parameter '" + parameters.all[i].name + "' is named twice")
          .label(parameters.all[j].range, "the first one");
      break;
    }
  }
}

}  // namespace

Parameters convert_parameters(Converter& c, CstId id) {
  if (id == kNoCst) return {};
  Parameters result = ParameterReader(c).run(id);
  check_repeats(c, result);
  return result;
}

}  // namespace parc::syntax
