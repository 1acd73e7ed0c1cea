// The concrete syntax tree: what tree-sitter found, copied into plain nodes, so that no other file
// knows tree-sitter. Comments and line continuations are left out.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace parc::syntax {

enum class CstKind : uint8_t {
#define PARC_CST_KIND(name, spelling) name,
#include "frontend/syntax/cst_kinds.def"
#undef PARC_CST_KIND
  kToken,  // a word or an operator that stands for itself
  kOther,  // a node that the conversion has no use for
};

// The fields of the grammar that tell children of one node apart.
enum class CstField : uint8_t {
  kNone,
  kAlias,
  kAlternative,
  kArguments,
  kBody,
  kCause,
  kCondition,
  kConsequence,
  kDefinition,
  kFunction,
  kLeft,
  kModuleName,
  kName,
  kOperator,
  kParameters,
  kReturnType,
  kRight,
  kSubscript,
  kSuperclasses,
  kType,
  kTypeParameters,
  kValue,
};

using CstId = uint32_t;
inline constexpr CstId kNoCst = UINT32_MAX;

struct CstNode {
  CstKind kind = CstKind::kOther;
  CstField field = CstField::kNone;
  bool is_missing = false;  // inserted by error recovery; empty
  uint32_t begin = 0;
  uint32_t end = 0;
  CstId first_child = kNoCst;
  CstId next_sibling = kNoCst;
};

// Nodes in preorder; the first is the module.
struct Cst {
  std::vector<CstNode> nodes;
  bool has_errors = false;
  // Where the parser met a token that it could not use, ascending. Only filled with has_errors.
  std::vector<uint32_t> error_offsets;
  // A large text with errors: the first is known, there are no nodes.
  bool gave_up = false;
};

// Parses Python text (UTF-8, `par` masked).
Cst parse_cst(std::string_view text);

}  // namespace parc::syntax
