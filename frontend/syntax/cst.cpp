#include "frontend/syntax/cst.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <memory>
#include <unordered_map>

extern "C" const TSLanguage* tree_sitter_python();

namespace parc::syntax {

namespace {

struct ParserDeleter {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};
struct TreeDeleter {
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};
using ParserPtr = std::unique_ptr<TSParser, ParserDeleter>;
using TreePtr = std::unique_ptr<TSTree, TreeDeleter>;

// ---- names of the grammar ----

constexpr std::pair<std::string_view, CstKind> kKindNames[] = {
#define PARC_CST_KIND(name, spelling) {spelling, CstKind::name},
#include "frontend/syntax/cst_kinds.def"
#undef PARC_CST_KIND
};

constexpr std::pair<std::string_view, CstField> kFieldNames[] = {
    {"alias", CstField::kAlias},
    {"alternative", CstField::kAlternative},
    {"arguments", CstField::kArguments},
    {"body", CstField::kBody},
    {"cause", CstField::kCause},
    {"condition", CstField::kCondition},
    {"consequence", CstField::kConsequence},
    {"definition", CstField::kDefinition},
    {"function", CstField::kFunction},
    {"left", CstField::kLeft},
    {"module_name", CstField::kModuleName},
    {"name", CstField::kName},
    {"operator", CstField::kOperator},
    {"parameters", CstField::kParameters},
    {"return_type", CstField::kReturnType},
    {"right", CstField::kRight},
    {"subscript", CstField::kSubscript},
    {"superclasses", CstField::kSuperclasses},
    {"type", CstField::kType},
    {"type_parameters", CstField::kTypeParameters},
    {"value", CstField::kValue},
};

// Numbers of the grammar to our kinds and fields.
struct Vocabulary {
  std::vector<CstKind> kinds;    // by symbol
  std::vector<CstField> fields;  // by field id
  TSSymbol comment = 0;
  TSSymbol continuation = 0;
};

Vocabulary make_vocabulary(const TSLanguage* language) {
  std::unordered_map<std::string_view, CstKind> kinds(std::begin(kKindNames), std::end(kKindNames));
  Vocabulary result;
  uint32_t symbols = ts_language_symbol_count(language);
  for (uint32_t symbol = 0; symbol < symbols; ++symbol) {
    auto id = static_cast<TSSymbol>(symbol);
    auto found = kinds.find(ts_language_symbol_name(language, id));
    bool named = ts_language_symbol_type(language, id) == TSSymbolTypeRegular;
    bool is_operator = found != kinds.end() &&
                       (found->second == CstKind::kNotIn || found->second == CstKind::kIsNot);
    // The word `lambda` and the like are spelt as the node that holds them.
    if (!named && !is_operator) {
      result.kinds.push_back(CstKind::kToken);
    } else {
      result.kinds.push_back(found == kinds.end() ? CstKind::kOther : found->second);
    }
  }
  result.fields.resize(ts_language_field_count(language) + 1, CstField::kNone);
  for (auto [name, field] : kFieldNames) {
    auto length = static_cast<uint32_t>(name.size());
    result.fields[ts_language_field_id_for_name(language, name.data(), length)] = field;
  }
  result.comment = ts_language_symbol_for_name(language, "comment", 7, true);
  result.continuation = ts_language_symbol_for_name(language, "line_continuation", 17, true);
  return result;
}

const Vocabulary& vocabulary() {
  static const Vocabulary instance = make_vocabulary(tree_sitter_python());
  return instance;
}

// ---- parsing ----

// Recovery from many errors takes quadratic time. A parse that is still at work after this many
// rounds (of a fixed number of parser operations, so that nothing depends on the machine) goes on
// only when its text has no error.
constexpr int64_t kRoundsWithErrors = 500;

// Listens to the parser's log for the tokens that it could not use.
struct ErrorListener {
  explicit ErrorListener(std::string_view text) {
    for (size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') line_starts.push_back(static_cast<uint32_t>(i + 1));
    }
  }

  static void log(void* payload, TSLogType, const char* message) {
    auto* self = static_cast<ErrorListener*>(payload);
    if (std::strncmp(message, "process ", 8) == 0) {
      unsigned row = 0, column = 0;
      const char* place = std::strstr(message, "row:");
      if (!place || std::sscanf(place, "row:%u, col:%u", &row, &column) != 2) return;
      if (row < self->line_starts.size()) self->position = self->line_starts[row] + column;
    } else if (std::strncmp(message, "detect_error", 12) == 0) {
      self->failed_at = self->position;
    } else if (std::strncmp(message, "resume version", 14) == 0) {
      // All the readings of the text that were tried have failed.
      self->offsets.push_back(self->failed_at);
    }
  }

  std::vector<uint32_t> line_starts{0};
  std::vector<uint32_t> offsets;
  uint32_t position = 0;   // of the reading at work
  uint32_t failed_at = 0;  // of the last reading that failed
};

struct Progress {
  int64_t rounds = 0;  // left
  const ErrorListener* until_error = nullptr;
};

// Parses on, from the start or from where the parser was stopped; null when it is stopped.
TreePtr run_parser(TSParser* parser, std::string_view text, Progress progress) {
  TSInput input{};
  input.payload = &text;
  input.encoding = TSInputEncodingUTF8;
  input.read = [](void* payload, uint32_t offset, TSPoint, uint32_t* length) -> const char* {
    auto whole = *static_cast<std::string_view*>(payload);
    size_t begin = std::min<size_t>(offset, whole.size());
    *length = static_cast<uint32_t>(whole.size() - begin);
    return whole.data() + begin;
  };
  TSParseOptions options{};
  options.payload = &progress;
  options.progress_callback = [](TSParseState* state) {
    auto* left = static_cast<Progress*>(state->payload);
    bool met_error = left->until_error && !left->until_error->offsets.empty();
    return met_error || --left->rounds < 0;
  };
  return TreePtr(ts_parser_parse_with_options(parser, nullptr, input, options));
}

ParserPtr make_parser() {
  ParserPtr parser(ts_parser_new());
  ts_parser_set_language(parser.get(), tree_sitter_python());
  return parser;
}

// Parses once more and listens.
std::vector<uint32_t> find_error_offsets(std::string_view text, bool only_first) {
  ErrorListener listener(text);
  ParserPtr parser = make_parser();
  ts_parser_set_logger(parser.get(), {&listener, ErrorListener::log});
  Progress progress{only_first ? INT64_MAX : kRoundsWithErrors, only_first ? &listener : nullptr};
  run_parser(parser.get(), text, progress);
  auto& offsets = listener.offsets;
  std::sort(offsets.begin(), offsets.end());
  offsets.erase(std::unique(offsets.begin(), offsets.end()), offsets.end());
  return std::move(offsets);
}

// ---- copying ----

CstNode copy_node(TSNode node, TSFieldId field) {
  const Vocabulary& words = vocabulary();
  TSSymbol symbol = ts_node_symbol(node);
  CstNode result;
  result.kind = symbol < words.kinds.size() ? words.kinds[symbol] : CstKind::kError;
  if (ts_node_is_error(node)) result.kind = CstKind::kError;
  result.field = words.fields[field];
  result.is_missing = ts_node_is_missing(node);
  result.begin = ts_node_start_byte(node);
  result.end = ts_node_end_byte(node);
  return result;
}

bool is_trivia(TSNode node) {
  TSSymbol symbol = ts_node_symbol(node);
  return symbol == vocabulary().comment || symbol == vocabulary().continuation;
}

// Walks the tree without recursion: its depth is the user's.
std::vector<CstNode> copy_tree(TSTree* tree) {
  std::vector<CstNode> nodes;
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
  struct Level {
    CstId parent;
    CstId last_child;
  };
  std::vector<Level> levels{{kNoCst, kNoCst}};
  for (bool done = false; !done;) {
    TSNode node = ts_tree_cursor_current_node(&cursor);
    bool skipped = is_trivia(node);
    if (!skipped) {
      auto id = static_cast<CstId>(nodes.size());
      nodes.push_back(copy_node(node, ts_tree_cursor_current_field_id(&cursor)));
      Level& level = levels.back();
      if (level.last_child != kNoCst) {
        nodes[level.last_child].next_sibling = id;
      } else if (level.parent != kNoCst) {
        nodes[level.parent].first_child = id;
      }
      level.last_child = id;
      if (ts_tree_cursor_goto_first_child(&cursor)) {
        levels.push_back({id, kNoCst});
        continue;
      }
    }
    while (!ts_tree_cursor_goto_next_sibling(&cursor)) {
      levels.pop_back();
      if (!ts_tree_cursor_goto_parent(&cursor)) {
        done = true;
        break;
      }
    }
  }
  ts_tree_cursor_delete(&cursor);
  return nodes;
}

}  // namespace

Cst parse_cst(std::string_view text) {
  Cst result;
  ParserPtr parser = make_parser();
  TreePtr tree = run_parser(parser.get(), text, {kRoundsWithErrors});
  if (!tree) {
    result.error_offsets = find_error_offsets(text, true);
    result.gave_up = result.has_errors = !result.error_offsets.empty();
    if (result.gave_up) return result;
    tree = run_parser(parser.get(), text, {INT64_MAX});
  }
  result.has_errors = ts_node_has_error(ts_tree_root_node(tree.get()));
  result.nodes = copy_tree(tree.get());
  if (result.has_errors) result.error_offsets = find_error_offsets(text, false);
  return result;
}

}  // namespace parc::syntax
