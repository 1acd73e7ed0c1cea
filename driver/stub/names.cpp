#include "driver/stub/context.h"
#include "driver/stub/types.h"
#include "frontend/syntax/walk.h"
#include "support/text_writer.h"

namespace parc::stub {
namespace {

using namespace syntax;

struct ParcType {
  const char* name;
  const char* numpy;
};
constexpr ParcType kParcTypes[] = {{"bool_", "bool"},     {"i8", "int8"},     {"i16", "int16"},
                                   {"i32", "int32"},      {"i64", "int64"},   {"u8", "uint8"},
                                   {"u16", "uint16"},     {"u32", "uint32"},  {"u64", "uint64"},
                                   {"f32", "float32"},    {"f64", "float64"}, {"c64", "complex64"},
                                   {"c128", "complex128"}};

class Finder {
 public:
  explicit Finder(const Tree& tree) : tree_(tree) {}

  ModuleNames run() {
    for (const ParcType& type : kParcTypes) {
      names_.parc_types[concat("parc.", type.name)] = type.numpy;
    }
    scan(tree_.body);
    return std::move(names_);
  }

 private:
  void scan(const Body& body) {
    for (StmtId id : body) {
      if (const auto* import = get<Import>(tree_, id)) {
        for (const ImportName& name : import->names) add_import(name);
      } else if (const auto* from = get<ImportFrom>(tree_, id)) {
        for (const ImportName& name : from->names) add_import_from(*from, name);
      } else if (const auto* function = get<FunctionDef>(tree_, id)) {
        names_.bound.insert(function->name);
      } else if (const auto* type = get<ClassDef>(tree_, id)) {
        names_.classes.insert(type->name);
        add_type(type->name);
      } else {
        scan_other(id);
      }
    }
  }

  void scan_other(StmtId id) {
    if (const auto* assign = get<Assign>(tree_, id)) {
      for (ExprId target : assign->targets) add_target(target, assign->value);
    } else if (const auto* annotated = get<AnnAssign>(tree_, id)) {
      add_target(annotated->target, annotated->value);
      if (last_name(tree_, annotated->annotation) == "TypeAlias") {
        add_type(last_name(tree_, annotated->target));
      }
    } else if (const auto* other = get<UnsupportedStmt>(tree_, id)) {
      bool is_alias = other->what == "a type alias statement";
      for (const std::string& name : other->bound_names) {
        is_alias ? add_type(name) : void(names_.bound.insert(name));
      }
    }
    scan(children_of(tree_, id).stmts);
  }

  void add_type(const std::string& name) {
    names_.bound.insert(name);
    names_.types.insert(name);
  }

  void add_import(const ImportName& name) {
    std::string bound =
        name.as_name.empty() ? name.name.substr(0, name.name.find('.')) : name.as_name;
    add_type(bound);
    if (name.name == "parc") names_.parc_modules.insert(bound);
    if (name.name == "numpy") names_.numpy = bound;
  }

  void add_import_from(const ImportFrom& from, const ImportName& name) {
    std::string bound = name.as_name.empty() ? name.name : name.as_name;
    add_type(bound);
    if (from.module == "numpy.typing" && name.name == "NDArray") names_.ndarray = bound;
    auto found = names_.parc_types.find(concat("parc.", name.name));
    bool is_parc = from.module == "parc" && from.level == 0;
    if (is_parc && found != names_.parc_types.end()) names_.parc_types[bound] = found->second;
  }

  void add_target(ExprId target, ExprId value) {
    std::vector<std::string> targets;
    collect_target_names(tree_, target, targets);
    names_.bound.insert(targets.begin(), targets.end());
    names_.has_all |= targets == std::vector<std::string>{"__all__"};
    const auto* name = get<Name>(tree_, target);
    if (name && value && (makes_type(tree_, value) || is_type(tree_, names_, value))) {
      names_.types.insert(name->id);
    }
  }

  const Tree& tree_;
  ModuleNames names_;
};

}  // namespace

ModuleNames find_names(const Tree& tree) { return Finder(tree).run(); }

}  // namespace parc::stub
