#include "frontend/check/variables.h"

#include "frontend/check/emit.h"
#include "frontend/check/type_join.h"
#include "ir/builder.h"
#include "support/text_writer.h"

namespace parc::check {
namespace {

ir::LocalId flag_of(Context& c, NameId name) {
  auto [place, added] = c.flags.try_emplace(name);
  if (added) {
    place->second = ir::add_local(c.fn, c.scope->names[name], c.types().scalar(ir::Kind::kBool),
                                  ir::LocalRole::kBoundFlag, c.fn.range);
  }
  return place->second;
}

Value report_conflict(Context& c, const Binding& binding, const std::string& name,
                      SourceRange range) {
  auto diagnostic = c.diagnostics.emit(
      Diag::kCannotJoin, range,
      concat("'", name, "' is ", spell(c, binding.type), " on one way here and ",
             spell(c, binding.other_type), " on another, which no variable can hold"));
  diagnostic.label(binding.range, spell(c, binding.type));
  if (!(binding.other_range == binding.range)) {
    diagnostic.label(binding.other_range, spell(c, binding.other_type));
  }
  const ir::TypeId none = c.types().none();
  if (binding.type == none || binding.other_type == none) {
    diagnostic.note("start it with a value of the other type");
  }
  return make_error(c, range);
}

void test_bound(Context& c, NameId name, SourceRange range) {
  c.facts.need_flag(name);
  emit(c, ir::CheckBound{flag_of(c, name), c.scope->names[name]}, range);
  c.env.names[name].bound = Bound::kYes;
}

ir::Const zero_of(ir::Kind kind) {
  if (ir::is_bool(kind)) return {false};
  if (ir::is_complex(kind)) return {std::complex<double>(0.0, 0.0)};
  if (ir::is_floating(kind)) return {0.0};
  if (ir::is_unsigned(kind)) return {uint64_t{0}};
  return {int64_t{0}};
}

}  // namespace

NameSet all_names(const Context& c) {
  NameSet names(c.env.names.size());
  for (NameId name = 0; name < c.env.names.size(); ++name) names.add(name);
  return names;
}

ir::LocalId local_of(Context& c, DefId def, const std::string& name, SourceRange range) {
  auto [place, added] = c.locals.try_emplace(c.facts.web(def));
  if (added) {
    place->second =
        ir::add_local(c.fn, name, c.facts.type(c.types(), def), ir::LocalRole::kVariable, range);
  }
  return place->second;
}

Value read_variable(Context& c, NameId name, SourceRange range) {
  const std::string& text = c.scope->names[name];
  const Binding binding = c.env.names[name];
  if (binding.bound == Bound::kNo) {
    c.diagnostics.emit(Diag::kNeverBound, range, concat("'", text, "' is read before it is bound"));
    return make_error(c, range);
  }
  if (c.types().is_error(binding.type) || binding.type == c.types().never()) {
    return make_error(c, range);
  }
  if (binding.conflict) {
    c.env.names[name].type = c.types().error();  // one report is enough
    c.env.names[name].conflict = false;
    return report_conflict(c, binding, text, range);
  }
  if (binding.bound == Bound::kMaybe) test_bound(c, name, range);
  if (binding.known) {
    Value value = make(c, *binding.known, binding.type, range);
    value.reduction = binding.reduction;
    return value;
  }
  Value value = read_local(c, local_of(c, binding.def, text, binding.range), range);
  if (value.type != binding.type && c.types().is_scalar(binding.type)) {
    value = make(c, ir::Narrow{value.expr}, binding.type, range);
  }
  value.origin = binding.origin;
  value.reduction = binding.reduction;
  return value;
}

Value read_if_bound(Context& c, NameId name, SourceRange range) {
  const Binding binding = c.env.names[name];
  const bool may_be = binding.bound == Bound::kMaybe && !binding.conflict;
  std::vector<ir::Kind> kinds;
  if (may_be) kinds = kinds_of(c.types(), binding.type);
  const bool is_open = may_be && !kinds.empty();
  Value bound = make_bool(c, binding.bound != Bound::kNo, range);
  Value value = make_int(c, 0, range);
  if (is_open) {
    c.facts.need_flag(name);
    const ir::LocalId flag = flag_of(c, name);
    const ir::LocalId result = new_temporary(c, binding.type, range);
    c.env.names[name].bound = Bound::kYes;
    ir::Block then = in_block(c, [&] {
      emit(c, ir::Assign{result, coerce(c, read_variable(c, name, range), binding.type)}, range);
    });
    ir::Block otherwise = in_block(c, [&] {
      const Value zero = make(c, zero_of(kinds.front()), c.types().scalar(kinds.front()), range);
      emit(c, ir::Assign{result, coerce(c, zero, binding.type)}, range);
    });
    const Value condition = read_local(c, flag, range);
    emit(c, ir::If{condition.expr, std::move(then), std::move(otherwise)}, range);
    bound = read_local(c, flag, range);
    value = read_local(c, result, range);
  } else if (binding.bound != Bound::kNo) {
    value = read_variable(c, name, range);
    if (is_error(c, value)) return value;
  }
  const ir::TypeId type = c.types().tuple({bound.type, value.type});
  return make(c, ir::MakeTuple{{bound.expr, value.expr}}, type, range);
}

void bind_variable(Context& c, syntax::ExprId target, const Value& value) {
  const std::string& text = syntax::get<syntax::Name>(c.tree(), target)->id;
  const NameId* name = c.scope ? c.scope->find(text) : nullptr;
  SourceRange range = range_of(c, target);
  if (!name) {
    c.diagnostics
        .emit(Diag::kUnsupportedStatement, range,
              concat("assigning to the global '", text, "' is not supported"))
        .note("give the value back with return instead");
    return;
  }
  DefId def = def_of(target);
  Binding& binding = c.env.names[*name];
  Bound before = binding.bound;
  binding = Binding{};
  binding.bound = Bound::kYes;
  binding.def = def;
  binding.type = value.type;
  binding.range = range;
  binding.origin = value.origin;
  binding.reduction = value.reduction;
  if (is_error(c, value)) return;
  binding.known = known_constant(c, value.expr);
  if (!c.facts.record(c.types(), def, value.type)) {
    c.diagnostics.emit(Diag::kCannotJoin, value.range,
                       concat("'", text, "' cannot hold both ", spell(c, value.type), " and ",
                              spell(c, c.facts.type(c.types(), def))));
    return;
  }
  ir::LocalId local = local_of(c, def, text, range);
  emit(c, ir::Assign{local, coerce(c, value, c.fn[local].type)}, range);
  if (before != Bound::kYes && c.facts.has_flag(*name)) {
    emit(c, ir::Assign{flag_of(c, *name), make_bool(c, true, range).expr}, range);
  }
}

void bind_parameters(Context& c) {
  const auto& parameters = c.instance.source->node->parameters.all;
  for (size_t at = 0; at < parameters.size(); ++at) {
    ir::TypeId type = c.instance.parameter_types[at];
    SourceRange range = parameters[at].range;
    ir::LocalId parameter =
        ir::add_local(c.fn, parameters[at].name, type, ir::LocalRole::kParameter, range);
    c.fn.parameters.push_back({parameter, parameters[at].name});
    DefId def = def_of_parameter(at);
    c.facts.record(c.types(), def, type);
    Binding& binding = c.env.names[at];
    binding.bound = Bound::kYes;
    binding.def = def;
    binding.type = type;
    binding.range = range;
    binding.origin = static_cast<int>(at);
    // A parameter that meets other definitions lives on in a variable: parameters never change.
    if (c.facts.web_size(def) == 1) {
      c.locals.emplace(c.facts.web(def), parameter);
    } else {
      ir::LocalId variable = local_of(c, def, parameters[at].name, range);
      Value value = read_local(c, parameter, range);
      emit(c, ir::Assign{variable, coerce(c, value, c.fn[variable].type)}, range);
    }
  }
}

ir::Block clear_flags(Context& c) {
  return in_block(c, [&] {
    for (auto [name, flag] : c.flags) {
      emit(c, ir::Assign{flag, make_bool(c, false, c.fn.range).expr}, c.fn.range);
    }
  });
}

}  // namespace parc::check
