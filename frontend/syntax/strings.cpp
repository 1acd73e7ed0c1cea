// Strings, bytes and f-strings; adjacent literals are joined.
#include <utility>

#include "frontend/syntax/convert.h"
#include "frontend/syntax/escapes.h"

namespace parc::syntax {

namespace {

// The literal that is being put together from its pieces.
struct Joined {
  std::vector<FormatPart> parts;  // neighbouring text is one part
  bool is_format = false;
  bool is_bytes = false;
  bool is_template = false;
  bool has_named_escape = false;
  bool has_errors = false;

  void add_text(const std::string& text) {
    if (text.empty()) return;
    if (parts.empty() || parts.back().value) parts.push_back({});
    parts.back().text += text;
  }
};

void add_literal_text(Converter& c, uint32_t begin, uint32_t end, LiteralFlags flags,
                      Joined& joined) {
  if (begin >= end) return;
  LiteralText text = resolve_literal(c.text.substr(begin, end - begin), flags);
  if (!text.error.empty()) {
    SourceRange where = range_between(c, begin + text.error_begin, begin + text.error_end);
    c.diagnostics.emit(Diag::kBadLiteral, where, text.error);
    joined.has_errors = true;
  }
  joined.has_named_escape = joined.has_named_escape || text.has_named_escape;
  joined.add_text(text.value);
}

void convert_specification(Converter& c, CstId id, FormatPart& part) {
  part.spec = std::string(text_of(c, id).substr(1));
  for (CstId field : operands(c, id)) {
    bool is_field =
        kind(c, field) == CstKind::kFormatExpression || kind(c, field) == CstKind::kInterpolation;
    if (!is_field) continue;
    part.nested_spec = true;
    for (CstId value : operands(c, field)) {
      if (kind(c, value) != CstKind::kTypeConversion &&
          kind(c, value) != CstKind::kFormatSpecifier) {
        part.spec_fields.push_back(expression(c, value));
      }
    }
  }
}

// `{value=!r:spec}`.
void convert_field(Converter& c, CstId id, Joined& joined) {
  FormatPart part;
  bool has_spec = false;
  uint32_t debug_end = 0;
  std::vector<CstId> values;
  for (CstId piece : children(c, id)) {
    if (kind(c, piece) == CstKind::kTypeConversion) {
      part.conversion = text_of(c, piece).back();
    } else if (kind(c, piece) == CstKind::kFormatSpecifier) {
      has_spec = true;
      convert_specification(c, piece, part);
    } else if (kind(c, piece) == CstKind::kToken && text_of(c, piece) == "=") {
      debug_end = node(c, piece).end;
    } else if (kind(c, piece) != CstKind::kToken && kind(c, piece) != CstKind::kError) {
      values.push_back(piece);
    }
  }
  if (debug_end != 0) {
    // The text up to the conversion, specification or brace, blanks included.
    while (debug_end < c.text.size() && (c.text[debug_end] == ' ' || c.text[debug_end] == '\n')) {
      ++debug_end;
    }
    uint32_t begin = node(c, id).begin + 1;
    joined.add_text(std::string(c.text.substr(begin, debug_end - begin)));
    if (part.conversion == 0 && !has_spec) part.conversion = 'r';
  }
  part.value = bare_list(c, values);
  joined.parts.push_back(std::move(part));
}

void convert_piece(Converter& c, CstId id, Joined& joined) {
  CstId start = child(c, id, CstKind::kStringStart);
  CstId end = child(c, id, CstKind::kStringEnd);
  if (start == kNoCst || end == kNoCst) {
    joined.has_errors = true;
    return;
  }
  std::string_view prefix = text_of(c, start);
  LiteralFlags flags;
  flags.raw = prefix.find_first_of("rR") != prefix.npos;
  flags.bytes = prefix.find_first_of("bB") != prefix.npos;
  flags.format = prefix.find_first_of("fFtT") != prefix.npos;
  joined.is_format = joined.is_format || flags.format;
  joined.is_template = joined.is_template || prefix.find_first_of("tT") != prefix.npos;
  uint32_t at = node(c, start).end;
  for (CstId part : operands(c, id)) {
    if (kind(c, part) != CstKind::kInterpolation) continue;
    add_literal_text(c, at, node(c, part).begin, flags, joined);
    convert_field(c, part, joined);
    at = node(c, part).end;
  }
  // The end token of r'\\' has the backslashes in it: only its quotes count.
  auto quotes = static_cast<uint32_t>(prefix.size() - prefix.find_first_of("'\""));
  add_literal_text(c, at, node(c, end).end - quotes, flags, joined);
}

// The grammar takes `x` for a string; the tokens have reported it.
bool is_backquoted(const Converter& c, CstId id) {
  return text_of(c, child(c, id, CstKind::kStringStart)).ends_with('`');
}

bool is_bytes_piece(const Converter& c, CstId id) {
  std::string_view prefix = text_of(c, child(c, id, CstKind::kStringStart));
  return prefix.find_first_of("bB") != prefix.npos;
}

ExprNode finish(Joined joined) {
  if (joined.has_errors) return ErrorExpr{};
  if (joined.is_template || joined.has_named_escape) {
    std::vector<ExprId> values;
    for (const FormatPart& part : joined.parts) {
      if (part.value) values.push_back(part.value);
    }
    const char* what = joined.is_template ? "a template string" : "a string with a named escape";
    return UnsupportedExpr{what, std::move(values)};
  }
  if (joined.is_format) return FString{std::move(joined.parts)};
  std::string value = joined.parts.empty() ? "" : std::move(joined.parts.front().text);
  return StringLiteral{std::move(value), joined.is_bytes};
}

}  // namespace

ExprId convert_string(Converter& c, CstId id) {
  std::vector<CstId> pieces{id};
  if (kind(c, id) == CstKind::kConcatenatedString) pieces = operands(c, id);
  Joined joined;
  for (size_t i = 0; i < pieces.size(); ++i) {
    bool bytes = is_bytes_piece(c, pieces[i]);
    if (i > 0 && bytes != joined.is_bytes) {
      c.diagnostics.emit(Diag::kBadLiteral, range_of(c, id), "bytes and text cannot be joined");
      joined.has_errors = true;
    }
    joined.is_bytes = bytes;
    if (is_backquoted(c, pieces[i])) {
      joined.has_errors = true;
      continue;
    }
    convert_piece(c, pieces[i], joined);
  }
  return add(c, range_of(c, id), finish(std::move(joined)));
}

}  // namespace parc::syntax
