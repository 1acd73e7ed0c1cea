#include "frontend/check/annotations.h"

#include <memory>

#include "frontend/check/symbols.h"
#include "frontend/syntax/syntax.h"
#include "ir/builtin_rules.h"
#include "support/spelling.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

using namespace syntax;
using ir::Kind;
using ir::TypeId;
using Result = std::optional<AnnotatedType>;

class Reader {
 public:
  Reader(Program& program, const ModuleScope& home, const Tree& tree, Diagnostics& diagnostics,
         std::optional<SourceRange> place, int depth)
      : program_(program),
        home_(home),
        tree_(tree),
        diagnostics_(diagnostics),
        place_(place),
        depth_(depth) {}

  Result read(ExprId id) {
    if (depth_ > 16) return unsupported(id, "this annotation refers to itself");
    if (const auto* text = get<StringLiteral>(tree_, id)) return quoted(id, *text);
    if (get<Name>(tree_, id) || get<Attribute>(tree_, id)) return named(id);
    if (const auto* subscript = get<Subscript>(tree_, id)) return subscripted(id, *subscript);
    if (const auto* either = get<Binary>(tree_, id)) {
      if (either->op == BinaryOp::kOr) return alternatives(id);
    }
    if (get<NoneLiteral>(tree_, id)) return unsupported(id, "None as a parameter is not supported");
    if (get<ErrorExpr>(tree_, id)) return std::nullopt;
    diagnostics_.emit(Diag::kBadAnnotation, range(id), "this annotation names no type");
    return std::nullopt;
  }

 private:
  SourceRange range(ExprId id) const { return place_ ? *place_ : tree_[id].range; }

  Result unsupported(ExprId id, std::string message, std::string note = "") {
    auto diagnostic =
        diagnostics_.emit(Diag::kUnsupportedAnnotation, range(id), std::move(message));
    if (!note.empty()) diagnostic.note(std::move(note));
    return std::nullopt;
  }

  Result alternatives(ExprId id) {
    return unsupported(id, "a parameter of several types is not supported",
                       "write one type, for example float");
  }

  Symbol symbol(ExprId id) {
    if (const auto* name = get<Name>(tree_, id)) return resolve_global(program_, home_, name->id);
    const auto* attribute = get<Attribute>(tree_, id);
    if (!attribute) return {};
    Symbol base = symbol(attribute->value);
    if (base.kind == SymbolKind::kLibrary) {
      base.path += "." + attribute->name;
      return base;
    }
    if (base.kind == SymbolKind::kModule) {
      return resolve_global(program_, *base.module, attribute->name);
    }
    return {};
  }

  // The path of a library symbol; empty for anything else.
  std::string path(ExprId id) {
    Symbol found = symbol(id);
    if (found.kind != SymbolKind::kLibrary) return "";
    if (found.path.starts_with("typing_extensions.")) return "typing." + found.path.substr(18);
    return found.path;
  }

  Result quoted(ExprId id, const StringLiteral& text) {
    if (text.is_bytes) return bad(id);
    auto sources = std::make_unique<SourceMap>();
    FileId file = sources->add("annotation", text.value);
    Diagnostics inner;
    Tree tree = syntax::parse(*sources, file, inner);
    const ExprStmt* statement =
        tree.body.size() == 1 ? get<ExprStmt>(tree, tree.body.front()) : nullptr;
    if (inner.has_errors() || !statement) return bad(id);
    return Reader(program_, home_, tree, diagnostics_, range(id), depth_ + 1)
        .read(statement->value);
  }

  Result bad(ExprId id) {
    diagnostics_.emit(Diag::kBadAnnotation, range(id), "this annotation names no type");
    return std::nullopt;
  }

  Result scalar(Kind kind) { return AnnotatedType{program_.module.types.scalar(kind), false, ""}; }

  Result named(ExprId id) {
    Symbol found = symbol(id);
    std::string_view text = program_.sources.text(range(id));
    if (found.kind == SymbolKind::kLibrary) {
      if (std::optional<Kind> kind = kind_of_type(found.path)) return scalar(*kind);
      std::string name = path(id);
      if (name == "np.ndarray" || name == "np.typing.NDArray" || name == "np.typing.ArrayLike") {
        return unsupported(id, "an array annotation needs its element type",
                           "write NDArray[np.float64], for example");
      }
      if (name == "list" || name == "tuple" || name == "typing.List" || name == "typing.Tuple") {
        return unsupported(id, concat(text, " needs its element types"),
                           concat("write ", text, "[float], for example"));
      }
      return unsupported(id, concat("a parameter of type ", text, " is not supported"));
    }
    if (found.kind == SymbolKind::kValue) return alias(id, found);
    if (found.kind == SymbolKind::kNone || found.kind == SymbolKind::kModule) {
      auto diagnostic =
          diagnostics_.emit(Diag::kBadAnnotation, range(id), concat("'", text, "' names no type"));
      if (auto near =
              nearest(text, {"int", "float", "bool", "complex", "list", "tuple", "NDArray"})) {
        diagnostic.note(concat("did you mean ", *near, "?"));
      }
      return std::nullopt;
    }
    return unsupported(id, concat("a parameter of type ", text, " is not supported"),
                       "numbers, tuples and lists of numbers, and NumPy arrays are");
  }

  Result alias(ExprId id, const Symbol& found) {
    const Tree& tree = *found.module->tree;
    ExprId value = found.global->value;
    if (get<syntax::Call>(tree, value)) {
      return unsupported(id, "a type variable is not supported", "write the type itself");
    }
    return Reader(program_, *found.module, tree, diagnostics_, range(id), depth_ + 1).read(value);
  }

  Result subscripted(ExprId id, const Subscript& node) {
    std::string base = path(node.value);
    if (base == "np.typing.NDArray") return array_of(id, node.indices.front());
    if (base == "np.ndarray") return ndarray(id, node);
    if (base == "list" || base == "typing.List") return list_of(id, node);
    if (base == "tuple" || base == "typing.Tuple") return tuple_of(id, node);
    if (base == "typing.Annotated") return annotated(node);
    if (base == "typing.Final") return read(node.indices.front());
    if (base == "typing.Optional" || base == "typing.Union") return alternatives(id);
    if (base.starts_with("parc.") && kind_of_type(base)) return parc_array(id, node, base);
    Symbol found = symbol(node.value);
    if (found.kind == SymbolKind::kNone) return named(node.value);
    return unsupported(
        id, concat("a parameter of type ", program_.sources.text(range(id)), " is not supported"));
  }

  std::optional<Kind> element(ExprId id) {
    if (std::optional<Kind> kind = kind_of_type(path(id))) return ir::numpy_default(*kind);
    if (const auto* text = get<StringLiteral>(tree_, id)) {
      if (std::optional<Kind> kind = kind_of_type("np." + text->value))
        return ir::numpy_default(*kind);
    }
    Symbol found = symbol(id);
    if (found.kind == SymbolKind::kValue) {
      return Reader(program_, *found.module, *found.module->tree, diagnostics_, range(id),
                    depth_ + 1)
          .element(found.global->value);
    }
    unsupported(id, "this element type of an array is not supported",
                "bool, int8 to uint64, float32, float64, complex64 and complex128 are");
    return std::nullopt;
  }

  Result array_of(ExprId id, ExprId element_type) {
    (void)id;
    std::optional<Kind> kind = element(element_type);
    if (!kind) return std::nullopt;
    return AnnotatedType{program_.module.types.array(*kind, 1), true, ""};
  }

  // np.ndarray[tuple[int, int], np.dtype[np.float64]]
  Result ndarray(ExprId id, const Subscript& node) {
    const Subscript* dtype =
        node.indices.size() == 2 ? get<Subscript>(tree_, node.indices[1]) : nullptr;
    if (!dtype || path(dtype->value) != "np.dtype") {
      return unsupported(id, "an array annotation needs its element type",
                         "write NDArray[np.float64], for example");
    }
    Result result = array_of(id, dtype->indices.front());
    const Subscript* shape = get<Subscript>(tree_, node.indices[0]);
    if (!result || !shape || path(shape->value) != "tuple") return result;
    for (ExprId axis : shape->indices) {
      if (get<EllipsisLiteral>(tree_, axis)) return result;
    }
    return with_rank(id, *result, static_cast<int>(shape->indices.size()));
  }

  Result with_rank(ExprId id, AnnotatedType type, int rank) {
    if (rank < 1 || rank > ir::kMostAxes) {
      return unsupported(id, concat("an array has 1 to ", ir::kMostAxes, " axes"));
    }
    Kind elem = program_.module.types.get<ir::ArrayType>(type.type)->elem;
    type.type = program_.module.types.array(elem, rank);
    type.rank_open = false;
    return type;
  }

  Result parc_array(ExprId id, const Subscript& node, const std::string& base) {
    for (ExprId index : node.indices) {
      const auto* slice = get<Slice>(tree_, index);
      if (!slice || slice->lower || slice->upper || slice->step) {
        return unsupported(id, "the axes of an array are written as colons",
                           "for example parc.f64[:, :]");
      }
    }
    AnnotatedType type{program_.module.types.array(*kind_of_type(base), 1), true, ""};
    return with_rank(id, type, static_cast<int>(node.indices.size()));
  }

  Result list_of(ExprId id, const Subscript& node) {
    Result item = read(node.indices.front());
    if (!item) return std::nullopt;
    ir::TypeTable& types = program_.module.types;
    bool number = types.is_scalar(item->type) && ir::is_python(types.kind(item->type));
    if (node.indices.size() != 1 || (!number && !types.get<ir::ListType>(item->type))) {
      return unsupported(id, "a list holds bool, int, float, complex or such lists",
                         "use an NDArray for NumPy scalars");
    }
    return AnnotatedType{types.list(item->type), false, ""};
  }

  Result tuple_of(ExprId id, const Subscript& node) {
    ir::TypeTable& types = program_.module.types;
    std::vector<TypeId> elements;
    for (ExprId index : node.indices) {
      if (get<EllipsisLiteral>(tree_, index)) {
        return unsupported(id, "a tuple of unknown length is not supported",
                           "name each element, or use a list");
      }
      if (const auto* empty = get<Tuple>(tree_, index); empty && empty->elements.empty()) continue;
      Result element = read(index);
      if (!element) return std::nullopt;
      if (!types.is_scalar(element->type) && !types.get<ir::TupleType>(element->type)) {
        return unsupported(id, "a tuple parameter holds numbers or tuples of numbers");
      }
      elements.push_back(element->type);
    }
    return AnnotatedType{types.tuple(std::move(elements)), false, ""};
  }

  Result annotated(const Subscript& node) {
    Result result = read(node.indices.front());
    if (!result || !result->rank_open) return result;
    for (size_t at = 1; at < node.indices.size(); ++at) {
      const auto* text = get<StringLiteral>(tree_, node.indices[at]);
      if (!text || text->is_bytes) continue;
      int rank = count_words(text->value);
      if (rank == 0) continue;
      result->dims = text->value;
      return with_rank(node.indices[at], *result, rank);
    }
    return result;
  }

  static int count_words(std::string_view text) {
    int words = 0;
    bool inside = false;
    for (char ch : text) {
      bool blank = ch == ' ' || ch == '\t' || ch == ',';
      words += !blank && !inside;
      inside = !blank;
    }
    return words;
  }

  Program& program_;
  const ModuleScope& home_;
  const Tree& tree_;
  Diagnostics& diagnostics_;
  std::optional<SourceRange> place_;
  int depth_;
};

}  // namespace

Result read_annotation(Program& program, const ModuleScope& module, ExprId annotation,
                       Diagnostics& diagnostics) {
  return Reader(program, module, *module.tree, diagnostics, std::nullopt, 0).read(annotation);
}

bool is_starred(const syntax::Parameter& parameter) {
  return parameter.kind == syntax::ParameterKind::kVarArgs ||
         parameter.kind == syntax::ParameterKind::kKwArgs;
}

void refuse_starred(const syntax::Parameter& parameter, Diagnostics& diagnostics) {
  diagnostics.emit(Diag::kUnsupportedParameter, parameter.range,
                   "a * or ** parameter is not supported in a native function");
}

}  // namespace parc::check
