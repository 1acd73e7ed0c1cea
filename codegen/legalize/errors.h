// Failures: places for tracebacks, error sites, and the code that records an error and leaves.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "codegen/legalize/context.h"

namespace parc::lower {

// A value shown in a message or given to a replayed operation.
struct ErrorValue {
  CExpr value;
  ir::Kind kind;
  const ir::MixedType* mixed = nullptr;  // then `value` is a mixed one
};

// Name of the parc_frame constant for a place in the function.
std::string frame_name(FunctionContext& ctx, SourceRange range, ir::FrameId frame);

// Part of a message: text, or the next of the error's values.
struct SitePart {
  std::string text = {};
  bool is_value = false;
  char conversion = 0;
  std::string spec = {};
  int argument = 0;  // index of the exception's argument that the part belongs to
  bool raw = false;  // the value itself is the argument
};
struct Site {
  std::string kind;  // "PARC_RAISE_REPLAY", …
  std::string name;  // see parc_raise_kind
  std::vector<SitePart> parts = {};
};
// Remembers that the code tests this in place, for reports.
void note_check(FunctionContext& ctx, CheckKind kind, SourceRange range);

// Statements that record the error and leave the C++ function.
CBlock fail_with(FunctionContext& ctx, const Site& site, const std::vector<ErrorValue>& values,
                 SourceRange range, ir::FrameId frame);
// Failure of a repeated operation.
CBlock fail_replay(FunctionContext& ctx, const std::string& callable,
                   const std::vector<ErrorValue>& values, SourceRange range, ir::FrameId frame);
CBlock fail_overflow(FunctionContext& ctx, const std::string& what, SourceRange range,
                     ir::FrameId frame);
// An exception whose text has `values` in the places of "{}" of `text`.
CBlock fail_message(FunctionContext& ctx, const std::string& exception, const std::string& text,
                    const std::vector<ErrorValue>& values, SourceRange range, ir::FrameId frame);
// An error is in the state already: leave.
CBlock leave_with_error(FunctionContext& ctx);
// A callee failed: add our place, leave.
CBlock fail_traced(FunctionContext& ctx, SourceRange range, ir::FrameId frame);
// The calling thread was interrupted or the loop is stopping.
CBlock leave_stopping(FunctionContext& ctx);

// if (condition) fail
void emit_check(FunctionContext& ctx, CExpr condition, CBlock failure);

}  // namespace parc::lower
