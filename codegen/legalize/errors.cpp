#include "codegen/legalize/errors.h"

#include <algorithm>

#include "codegen/legalize/c_types.h"
#include "codegen/legalize/operators.h"
#include "codegen/legalize/scalar_calls.h"
#include "support/text_writer.h"

namespace parc::lower {
namespace {

CExpr scalar_value(const ErrorValue& value) {
  const char* maker = ir::is_complex(value.kind)    ? "parc_value_complex"
                      : ir::is_floating(value.kind) ? "parc_value_float"
                      : ir::is_unsigned(value.kind) ? "parc_value_unsigned"
                                                    : "parc_value_int";
  std::vector<CExpr> args{name(value_kind(value.kind))};
  if (ir::is_complex(value.kind)) {
    args.push_back(member(value.value, "re"));
    args.push_back(member(value.value, "im"));
  } else {
    args.push_back(value.value);
  }
  return call(maker, std::move(args));
}

// Ints are passed as arguments: the commonest failures then cost their place little code.
constexpr size_t kMostInts = 3;

bool are_few_ints(const std::vector<ErrorValue>& values) {
  return !values.empty() && values.size() <= kMostInts &&
         std::all_of(values.begin(), values.end(), [](const ErrorValue& value) {
           return value.kind == ir::Kind::kInt && !value.mixed;
         });
}

CExpr raise_ints(const CExpr& site, const std::vector<ErrorValue>& values) {
  std::vector<CExpr> args{name("st"), site, integer(static_cast<int64_t>(values.size()))};
  for (const ErrorValue& value : values) args.push_back(value.value);
  while (args.size() < 3 + kMostInts) args.push_back(integer(0));
  return call("parc_raise_ints", std::move(args));
}

CExpr error_value(const ErrorValue& value) {
  if (!value.mixed) return scalar_value(value);
  const auto alternative = [&](size_t k) {
    const ir::Kind kind = value.mixed->kinds[k];
    const OperatorImpl narrow = cast_impl(value.mixed->carrier, kind);
    return scalar_value({plain_call(narrow, {member(value.value, "value")}), kind});
  };
  size_t k = value.mixed->kinds.size() - 1;
  CExpr chosen = alternative(k);
  while (k-- > 0) {
    const CExpr is_this = infix("==", member(value.value, "tag"), integer(static_cast<int64_t>(k)));
    chosen = ternary(is_this, alternative(k), chosen);
  }
  return chosen;
}

// The constant that describes the site; equal sites share it.
std::string site_name(FunctionContext& ctx, const Site& site, const std::string& frame) {
  ModuleContext& context = ctx.context;
  std::string key = concat(site.kind, "|", site.name, "|", frame);
  std::vector<CExpr> parts;
  for (const SitePart& part : site.parts) {
    const CExpr text = part.is_value ? null() : string(part.text);
    parts.push_back(init("", {text, integer(part.conversion), string(part.spec),
                              integer(part.argument), integer(part.raw ? 1 : 0)}));
    key += concat("|", part.is_value ? "v" : "t", part.text, "|", static_cast<int>(part.conversion),
                  "|", part.spec, "|", part.argument, part.raw ? "r" : "");
  }
  if (auto found = context.sites.find(key); found != context.sites.end()) return found->second;
  const size_t number = context.sites.size();
  const std::string site_constant = concat("site", number);
  CExpr parts_pointer = null();
  const auto part_count = static_cast<int64_t>(parts.size());
  if (!parts.empty()) {
    const std::string parts_constant = concat("parts", number);
    context.program.declarations.emplace_back(
        CConstant{"parc_part", parts_constant, true, init("", std::move(parts))});
    parts_pointer = name(parts_constant);
  }
  context.program.declarations.emplace_back(
      CConstant{"parc_site", site_constant, false,
                init("", {name(site.kind), string(site.name), address(name(frame)), parts_pointer,
                          integer(part_count)})});
  context.sites[key] = site_constant;
  return site_constant;
}

CStmt leave(FunctionContext& ctx, const char* event) {
  ctx.may_fail = true;
  if (ctx.exit == Exit::kFunction) return statement(CReturn{boolean(true)});
  return statement(
      CReturn{call("parc_leave", {name("parc_at"), name(ctx.block_index), name(event)})});
}

}  // namespace

std::string frame_name(FunctionContext& ctx, SourceRange range, ir::FrameId frame) {
  ModuleContext& context = ctx.context;
  const ir::Frame& here = ctx.function.frames[frame];
  const uint32_t line = context.sources.begin(range).line;
  const std::string outer = frame == 0 ? "" : frame_name(ctx, here.call, here.parent);
  const std::string key = concat(here.function, "|", here.file.value, "|", line, "|", outer);
  if (auto found = context.frames.find(key); found != context.frames.end()) return found->second;
  const std::string constant = concat("frame", context.frames.size());
  const auto file = context.info.file_names.find(here.file.value);
  const std::string path =
      file != context.info.file_names.end() ? file->second : context.info.source_path;
  context.program.declarations.emplace_back(
      CConstant{"parc_frame", constant, false,
                init("", {string(here.function), string(path), integer(line),
                          outer.empty() ? null() : address(name(outer))})});
  context.frames[key] = constant;
  return constant;
}

void note_check(FunctionContext& ctx, CheckKind kind, SourceRange range) {
  if (ctx.checks) ctx.checks->push_back({kind, range});
}

CBlock fail_with(FunctionContext& ctx, const Site& site, const std::vector<ErrorValue>& values,
                 SourceRange range, ir::FrameId frame) {
  const std::string constant = site_name(ctx, site, frame_name(ctx, range, frame));
  CBlock block;
  if (are_few_ints(values)) {
    block.push_back(statement(CEvaluate{raise_ints(address(name(constant)), values)}));
    block.push_back(leave(ctx, "PARC_EVENT_ERROR"));
    return block;
  }
  CExpr pointer = null();
  if (!values.empty()) {
    std::vector<CExpr> items;
    for (const ErrorValue& value : values) items.push_back(error_value(value));
    block.push_back(
        statement(CDeclare{"const parc_value", "parc_values[]", init("", std::move(items))}));
    pointer = name("parc_values");
  }
  block.push_back(
      statement(CEvaluate{call("parc_raise", {name("st"), address(name(constant)), pointer,
                                              integer(static_cast<int64_t>(values.size()))})}));
  block.push_back(leave(ctx, "PARC_EVENT_ERROR"));
  return block;
}

CBlock fail_replay(FunctionContext& ctx, const std::string& callable,
                   const std::vector<ErrorValue>& values, SourceRange range, ir::FrameId frame) {
  note_check(ctx, CheckKind::kOperation, range);
  return fail_with(ctx, Site{"PARC_RAISE_REPLAY", callable, {}}, values, range, frame);
}

CBlock fail_overflow(FunctionContext& ctx, const std::string& what, SourceRange range,
                     ir::FrameId frame) {
  note_check(ctx, CheckKind::kOverflow, range);
  return fail_with(ctx, Site{"PARC_RAISE_OVERFLOW", what, {}}, {}, range, frame);
}

CBlock fail_message(FunctionContext& ctx, const std::string& exception, const std::string& text,
                    const std::vector<ErrorValue>& values, SourceRange range, ir::FrameId frame) {
  note_check(ctx, exception == "IndexError" ? CheckKind::kBounds : CheckKind::kOperation, range);
  Site site{"PARC_RAISE_MESSAGE", exception, {}};
  size_t from = 0;
  for (size_t at = text.find("{}"); at != std::string::npos; at = text.find("{}", from)) {
    site.parts.push_back({text.substr(from, at - from)});
    site.parts.push_back({"", true});
    from = at + 2;
  }
  site.parts.push_back({text.substr(from)});
  return fail_with(ctx, site, values, range, frame);
}

CBlock leave_with_error(FunctionContext& ctx) { return {leave(ctx, "PARC_EVENT_ERROR")}; }

CBlock fail_traced(FunctionContext& ctx, SourceRange range, ir::FrameId frame) {
  CBlock block;
  block.push_back(statement(
      CEvaluate{call("parc_trace", {name("st"), address(name(frame_name(ctx, range, frame)))})}));
  block.push_back(leave(ctx, "PARC_EVENT_ERROR"));
  return block;
}

CBlock leave_stopping(FunctionContext& ctx) { return {leave(ctx, "PARC_EVENT_STOP")}; }

void emit_check(FunctionContext& ctx, CExpr condition, CBlock failure) {
  emit(ctx, CIf{std::move(condition), Hint::kUnlikely, std::move(failure), {}});
}

}  // namespace parc::lower
