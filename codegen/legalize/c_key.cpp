#include "codegen/legalize/c_key.h"

#include <bit>

#include "support/text_writer.h"

namespace parc::lower {
namespace {

struct Keyer {
  std::string& out;

  void all(const std::vector<CExpr>& exprs) const {
    out += '(';
    for (const CExpr& expr : exprs) one(expr);
    out += ')';
  }
  void one(const CExpr& expr) const {
    std::visit(*this, expr->node);
    out += ',';
  }
  void operator()(const CName& node) const { out += node.text; }
  void operator()(const CInt& node) const {
    out +=
        concat("i", static_cast<int64_t>(node.value >> 64), ":", static_cast<uint64_t>(node.value));
  }
  void operator()(const CFloat& node) const {
    out += concat(node.single ? "f" : "d", std::bit_cast<uint64_t>(node.value));
  }
  void operator()(const CBool& node) const { out += node.value ? "true" : "false"; }
  void operator()(const CString& node) const { out += concat("\"", node.text, "\""); }
  void operator()(const CNull&) const { out += "null"; }
  void operator()(const CPrefix& node) const {
    out += node.op;
    all({node.operand});
  }
  void operator()(const CInfix& node) const {
    out += node.op;
    all({node.left, node.right});
  }
  void operator()(const CTernary& node) const {
    out += '?';
    all({node.condition, node.then_value, node.else_value});
  }
  void operator()(const CCall& node) const {
    out += node.function;
    all(node.args);
  }
  void operator()(const CMember& node) const {
    one(node.object);
    out += concat(node.arrow ? "->" : ".", node.field);
  }
  void operator()(const CElement& node) const {
    out += "[]";
    all({node.pointer, node.index});
  }
  void operator()(const CCast& node) const {
    out += concat("cast ", node.type);
    all({node.operand});
  }
  void operator()(const CInit& node) const {
    out += concat("init ", node.type);
    all(node.fields);
  }
};

}  // namespace

std::string structural_key(const CExpr& expr) {
  std::string out;
  Keyer{out}.one(expr);
  return out;
}

}  // namespace parc::lower
