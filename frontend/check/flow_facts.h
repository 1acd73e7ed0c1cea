// What is learnt about a function's variables from one pass over its body to the next.
//
// Definitions of one name whose values meet at a join of control flow form a web; a web becomes one
// local of the IR, of the type that holds what all its definitions give. Webs and types only grow;
// the body is checked again until nothing changes.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <utility>

#include "frontend/check/scope.h"
#include "frontend/syntax/ast.h"
#include "ir/types.h"

namespace parc::check {

// A place that binds a name: the syntax node of the name, or a parameter.
using DefId = Id<struct DefTag>;
inline DefId def_of(syntax::ExprId name) { return DefId{name.value}; }
inline DefId def_of_parameter(size_t index) {
  return DefId{0x80000000u + static_cast<uint32_t>(index)};
}

class FlowFacts {
 public:
  // The representative of the web that the definition belongs to.
  DefId web(DefId def) const;
  ir::TypeId type(const ir::TypeTable& types, DefId def) const;
  // The definition gives a value of this type; false when the types of its web do not fit.
  bool record(ir::TypeTable& types, DefId def, ir::TypeId type);
  // Values of both definitions meet in one variable; false when their types do not fit.
  bool unite(ir::TypeTable& types, DefId left, DefId right);
  size_t web_size(DefId def) const;

  // What reaches the header of a loop from its end, by loop and name.
  struct BackEdge {
    DefId def;
    ir::TypeId type;
    SourceRange range;
    bool conflict = false;
    friend bool operator==(const BackEdge&, const BackEdge&) = default;
  };
  const BackEdge* back_edge(syntax::StmtId loop, NameId name) const;
  void set_back_edge(syntax::StmtId loop, NameId name, BackEdge edge);

  // Names whose reads need a test at run time.
  bool has_flag(NameId name) const { return flags_.count(name) > 0; }
  void need_flag(NameId name) { changed_ |= flags_.insert(name).second; }

  // Whether a fact changed since the last call.
  bool take_changed() { return std::exchange(changed_, false); }

 private:
  std::map<DefId, DefId> parents_;
  std::map<DefId, ir::TypeId> types_;  // of representatives
  std::map<DefId, size_t> sizes_;      // of representatives; one when absent
  std::map<std::pair<syntax::StmtId, NameId>, BackEdge> back_edges_;
  std::set<NameId> flags_;
  bool changed_ = false;
};

}  // namespace parc::check
