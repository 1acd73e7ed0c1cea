// State of the legalising walk: what is being written, and where failures and results go.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "codegen/legalize/bound.h"
#include "codegen/legalize/c_build.h"
#include "codegen/legalize/element_target.h"
#include "codegen/legalize/legalize.h"
#include "ir/module.h"

namespace parc::lower {

// The versions of the C++ function that runs a block of a par loop.
struct BlockVersions {
  std::string checked;         // name
  std::string fast;            // "" when there is none
  CExpr precondition;          // of the fast one
  std::set<ir::LocalId> unit;  // arrays that it needs contiguous
};
struct BlockFunctions {
  BlockVersions plain;
  BlockVersions recording;          // writes updates of elements down; no names when there is none
  std::string environment, output;  // structs; output "" when a block contributes nothing
  std::vector<ir::LocalId> captured;
  std::vector<ElementTarget> targets;
};

// The whole program under construction, with what is declared once.
struct ModuleContext {
  const ir::Module& module;
  const ModuleFacts& facts;
  const SourceMap& sources;
  const ModuleInfo& info;
  Program program;
  std::map<ir::TypeId, std::string> tuple_structs;
  std::map<std::string, std::string> frames;  // key -> name of the parc_frame
  std::map<std::string, std::string> sites;   // key -> name of the parc_site
  std::set<std::string> combining = {};       // functions that merge copies, written so far
  // Of the par loops written so far.
  std::map<std::pair<ir::FunctionId, ir::StmtId>, BlockFunctions> blocks = {};
};

// Updates of elements in a block function, by their statements (copies of old values, too).
struct ElementSites {
  struct Site {
    const ElementTarget* target;
    const UpdateSite* site;
  };
  bool recording = false;
  std::map<ir::StmtId, Site> sites;
  std::map<const UpdateSite*, CExpr> places;  // pointers to elements and indices of items, so far
};

// A stretch of code (the body of a par loop, or an outermost serial loop) that may have a fast
// version: there, checks that one test before it decides are left out.
struct Region {
  bool fast = false;
  std::set<ir::LocalId> modified;       // locals assigned inside
  std::map<ir::LocalId, Bound> bounds;  // of integer locals, where known now
  std::set<ir::LocalId> unit;           // arrays whose last axis is contiguous in the fast version
  std::set<ir::LocalId> unit_views;     // views made inside from those, contiguous too
  std::map<ir::LocalId, std::vector<CExpr>>
      view_sizes;                 // axes of views made inside, where known before; null: not
  std::vector<CExpr> conditions;  // what the fast version needs
  std::set<std::string> keys;     // of those conditions, to have each once
};

// How a failure leaves the C++ function that is being written.
enum class Exit : uint8_t { kFunction, kBlock };

struct LoopFrame {
  bool is_par = false;
  std::string break_label;  // "": plain break
};

// A variable that holds the part of a reduction that one block contributes.
struct Accumulator {
  ir::ReductionOp op;
  ir::Kind kind;  // of the total
  // The total is of this kind until an update makes it `kind` (recorded in NAME_lifted, with the
  // total before it in NAME_prefix if `exact`). The same as `kind` where there is no such choice.
  ir::Kind first_kind;
  bool exact = false;         // starts as a Python int: held in 128 bits
  bool checks_start = false;  // updates raise when the start (NAME_start) does not fit `kind`

  bool has_two_kinds() const { return first_kind != kind; }
  bool has_prefix() const { return exact && has_two_kinds(); }
};

// A recorded loop around the code that is being written: the C variable of its recording.
struct Recorded {
  std::string name;
  ir::StmtId loop;
};

// One C++ function that is being written: a native function, or the block function of a par loop.
struct FunctionContext {
  ModuleContext& context;
  ir::FunctionId id;
  const ir::Function& function;
  CBlock* out = nullptr;
  Exit exit = Exit::kFunction;
  std::string block_index = {};           // kBlock: C name of the iteration
  std::set<ir::LocalId>* used = nullptr;  // locals named so far
  std::set<ir::LocalId> owning = {};      // array locals that keep memory alive
  std::map<ir::LocalId, Accumulator> accumulators =
      {};  // of the par loop: variables that hold a block's part
  std::map<ir::StmtId, ir::LocalId> update_of = {};  // their updates
  ElementSites* elements = nullptr;                  // of the par loop
  std::map<ir::ExprId, CExpr> given = {};            // values that need not be computed
  std::set<ir::LocalId> tracked = {};                // "was assigned" is recorded in NAME_set
  std::set<ir::LocalId> nan_tracked = {};            // "was NaN" is recorded in NAME_nan
  std::vector<LoopFrame> loops = {};
  std::vector<Recorded> recordings = {};  // innermost last
  Region* region = nullptr;
  uint32_t line = 0;
  SourceRange par = {};                           // header of the par loop whose block is written
  int* temporaries = nullptr;                     // counter of the native function, for names
  std::vector<RemainingCheck>* checks = nullptr;  // those written so far
  std::vector<std::string>* keeps = nullptr;  // parc_ref variables that keep unnamed arrays alive
  std::string label_suffix = {};              // tells the versions of a region apart
  bool may_fail = false;                      // a way out with an error was written

  const ir::Expr& operator[](ir::ExprId expr) const { return function[expr]; }
  const ir::Stmt& operator[](ir::StmtId stmt) const { return function[stmt]; }
  const ir::TypeTable& types() const { return context.module.types; }
};

inline void emit(FunctionContext& ctx, CStmt stmt) { ctx.out->push_back(std::move(stmt)); }
template <class T>
void emit(FunctionContext& ctx, T node) {
  ctx.out->push_back(statement(std::move(node)));
}

// A fresh C name.
std::string temporary(FunctionContext& ctx);
// Declares a temporary that holds the value, unless it is trivial already.
CExpr hold(FunctionContext& ctx, const std::string& type, CExpr value);
// The C variable of a local.
std::string local_name(const FunctionContext& ctx, ir::LocalId local);
CExpr local(FunctionContext& ctx, ir::LocalId local);

// The user's loop with this header, in the code that is being written.
inline LoopOrigin origin_of(const FunctionContext& ctx, SourceRange header) {
  return {header, ctx.par, ctx.region && !ctx.region->fast};
}

// Runs `write` with the output going to `block`.
template <class F>
void into(FunctionContext& ctx, CBlock& block, F write) {
  CBlock* outer = std::exchange(ctx.out, &block);
  write();
  ctx.out = outer;
}

}  // namespace parc::lower
