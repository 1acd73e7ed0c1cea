#include "frontend/syntax/joined_lines.h"

#include <algorithm>

namespace parc::syntax {

namespace {

// True for the nodes that hold whole lines: in them, only what stands before their colon is one
// line.
bool holds_lines(CstKind kind) {
  switch (kind) {
    case CstKind::kModule:
    case CstKind::kBlock:
    case CstKind::kIf:
    case CstKind::kElif:
    case CstKind::kElse:
    case CstKind::kMatch:
    case CstKind::kCase:
    case CstKind::kFor:
    case CstKind::kWhile:
    case CstKind::kTry:
    case CstKind::kExcept:
    case CstKind::kFinally:
    case CstKind::kWith:
    case CstKind::kFunction:
    case CstKind::kClass:
    case CstKind::kDecorated:
    case CstKind::kOther:
      return true;
    default:
      return false;
  }
}

// Where the part of the node that must be one line ends.
uint32_t line_end_of(std::string_view text, const Cst& cst, const CstNode& node) {
  if (!holds_lines(node.kind)) return node.end;
  for (CstId i = node.first_child; i != kNoCst; i = cst.nodes[i].next_sibling) {
    const CstNode& part = cst.nodes[i];
    bool is_colon = part.kind == CstKind::kToken && part.begin < part.end &&
                    text.substr(part.begin, part.end - part.begin) == ":";
    if (is_colon) return part.begin;
  }
  return node.begin;
}

}  // namespace

std::vector<uint32_t> joined_line_ends(std::string_view text, const Cst& cst,
                                       const std::vector<Token>& tokens) {
  std::vector<uint32_t> ends;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kNewline) ends.push_back(token.begin);
  }
  std::vector<uint32_t> joined;
  for (const CstNode& node : cst.nodes) {
    uint32_t end = line_end_of(text, cst, node);
    auto at = std::upper_bound(ends.begin(), ends.end(), node.begin);
    for (; at != ends.end() && *at < end; ++at) joined.push_back(*at);
  }
  std::sort(joined.begin(), joined.end());
  joined.erase(std::unique(joined.begin(), joined.end()), joined.end());
  return joined;
}

}  // namespace parc::syntax
