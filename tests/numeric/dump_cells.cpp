// Prints C++ that applies the operators' tables to arrays of operands: a function for every cell,
// named in a comment "// cell INDEX TABLE NAME RESULTS ARGUMENTS", so that the test can compare
// each with the interpreter. The argument chooses the table.
#include <cstdio>
#include <cstring>
#include <string>

#include "codegen/legalize/operators.h"
#include "ir/numeric.h"

using namespace parc;
using namespace parc::ir;
using lower::OperatorImpl;
using Kinds = std::vector<Kind>;

namespace {

constexpr const char* kBinaryNames[] = {"add", "sub",    "mul",    "truediv", "floordiv", "mod",
                                        "pow", "lshift", "rshift", "and_",    "or_",      "xor"};
constexpr const char* kUnaryNames[] = {"pos", "neg", "invert"};
constexpr const char* kCompareNames[] = {"lt", "le", "gt", "ge", "eq", "ne"};

int next_cell = 0;

std::string joined(const Kinds& kinds) {
  std::string out;
  for (Kind kind : kinds) out += (out.empty() ? "" : ",") + std::string(kind_name(kind));
  return out;
}

std::string expression(const OperatorImpl& impl, const std::vector<std::string>& values) {
  if (!impl.function.empty()) {
    std::string out = impl.function + "(";
    for (size_t k = 0; k < values.size(); ++k) out += (k ? ", " : "") + values[k];
    return out + ")";
  }
  if (impl.infix.empty()) return values[0];
  if (values.size() == 1) return impl.infix + values[0];
  return "(" + values[0] + " " + impl.infix + " " + values[1] + ")";
}

void print_cell(const char* table, const std::string& name, const OperatorImpl& impl,
                const Kinds& args, const Kinds& operands, const Kinds& results) {
  std::printf("// cell %d %s %s %s %s\n", next_cell, table, name.c_str(), joined(results).c_str(),
              joined(args).c_str());
  std::printf("extern \"C\" void cell_%d(void** in, long n, void** out, bool* failed) {\n",
              next_cell++);
  std::printf("  for (long i = 0; i < n; ++i) {\n");
  std::vector<std::string> values;
  for (size_t k = 0; k < args.size(); ++k) {
    std::string given = "((const " + lower::c_type(args[k]) + "*)in[" + std::to_string(k) + "])[i]";
    OperatorImpl conversion = lower::operand_impl(args[k], operands[k]);
    std::string value = "v" + std::to_string(k);
    if (conversion.fallible) {
      std::printf("    %s %s; if (%s(%s, &%s)) { failed[i] = true; continue; }\n",
                  lower::c_type(operands[k]).c_str(), value.c_str(), conversion.function.c_str(),
                  given.c_str(), value.c_str());
    } else {
      std::printf("    %s %s = %s;\n", lower::c_type(operands[k]).c_str(), value.c_str(),
                  expression(conversion, {given}).c_str());
    }
    values.push_back(value);
  }
  std::vector<std::string> targets;
  for (size_t k = 0; k < results.size(); ++k) {
    targets.push_back("((" + lower::c_type(results[k]) + "*)out[" + std::to_string(k) + "])[i]");
  }
  if (impl.fallible || results.size() > 1) {
    for (const std::string& target : targets) values.push_back("&" + target);
  }
  std::string call = expression(impl, values);
  if (impl.fallible) {
    std::printf("    failed[i] = %s;\n", call.c_str());
  } else if (results.size() > 1) {
    std::printf("    %s;\n", call.c_str());
  } else {
    std::printf("    %s = %s;\n", targets[0].c_str(), call.c_str());
  }
  std::printf("  }\n}\n");
}

Kind kind_at(int index) { return static_cast<Kind>(index); }

template <class Visit>
void each_pair(Visit visit) {
  for (int left = 0; left < kKindCount; ++left) {
    for (int right = 0; right < kKindCount; ++right) visit(kind_at(left), kind_at(right));
  }
}

void print_binary() {
  each_pair([](Kind left, Kind right) {
    for (int op = 0; op < 12; ++op) {
      auto result = binary_kind(static_cast<BinaryOp>(op), left, right);
      if (!result) continue;
      OperatorImpl impl = lower::binary_impl(static_cast<BinaryOp>(op), left, right);
      print_cell("operator", kBinaryNames[op], impl, {left, right}, {impl.left, impl.right},
                 {*result});
    }
  });
}

void print_compare() {
  each_pair([](Kind left, Kind right) {
    for (int op = 0; op < 6; ++op) {
      auto result = compare_kind(static_cast<CompareOp>(op), left, right);
      if (!result) continue;
      OperatorImpl impl = lower::compare_impl(static_cast<CompareOp>(op), left, right);
      print_cell("operator", kCompareNames[op], impl, {left, right}, {impl.left, impl.right},
                 {*result});
    }
  });
}

void print_unary() {
  for (int k = 0; k < kKindCount; ++k) {
    for (int op = 0; op < 3; ++op) {
      auto result = unary_kind(static_cast<UnaryOp>(op), kind_at(k));
      if (!result) continue;
      OperatorImpl impl = lower::unary_impl(static_cast<UnaryOp>(op), kind_at(k));
      print_cell("operator", kUnaryNames[op], impl, {kind_at(k)}, {impl.left}, {*result});
    }
  }
}

void print_conversions() {
  each_pair([](Kind from, Kind to) {
    if (can_convert(from, to)) {
      OperatorImpl impl = lower::convert_impl(from, to);
      print_cell("convert", kind_name(to), impl, {from}, {impl.left}, {to});
    }
    if (!is_python(to) && can_store(from, to)) {
      OperatorImpl impl = lower::store_impl(from, to);
      print_cell("store", kind_name(to), impl, {from}, {impl.left}, {to});
    }
  });
}

constexpr const char* kBuiltinNames[] = {
#define PARC_BUILTIN(id, name, ...) name,
#include "ir/builtins.def"
#undef PARC_BUILTIN
};

void print_builtin(Builtin builtin, const Kinds& args) {
  auto shape = builtin_shape(builtin, args);
  if (!shape) return;
  OperatorImpl impl = lower::builtin_impl(builtin, args);
  print_cell("builtin", std::string(info(builtin).name), impl, args, impl.operands, shape->results);
}

// Not the steps of other functions, which have no names in Python.
bool has_python_name(const BuiltinInfo& entry) { return entry.name.find(' ') == entry.name.npos; }

// Kinds that meet in calls of two and three arguments: equal ones, and those where a rule changes.
bool is_typical(Kind left, Kind right) {
  if (left == right) return true;
  auto is = [&](Kind a, Kind b) { return (left == a && right == b) || (left == b && right == a); };
  return is(Kind::kInt, Kind::kFloat) || is(Kind::kInt, Kind::kI8) || is(Kind::kInt, Kind::kU64) ||
         is(Kind::kFloat, Kind::kF32) || is(Kind::kI64, Kind::kU64) || is(Kind::kI32, Kind::kF32) ||
         is(Kind::kBool, Kind::kU16) || is(Kind::kNpBool, Kind::kInt) ||
         is(Kind::kFloat, Kind::kF64) || is(Kind::kComplex, Kind::kF64);
}

void print_builtins(int count) {
  for (size_t k = 0; k < std::size(kBuiltinNames); ++k) {
    auto builtin = static_cast<Builtin>(k);
    const BuiltinInfo& entry = info(builtin);
    if (count < entry.min_args || count > entry.max_args || !has_python_name(entry)) continue;
    if (count == 1) {
      for (int arg = 0; arg < kKindCount; ++arg) print_builtin(builtin, {kind_at(arg)});
      continue;
    }
    each_pair([&](Kind left, Kind right) {
      if (!is_typical(left, right)) return;
      Kinds args(count, right);
      args[0] = left;
      if (entry.rule == BuiltinRule::kNpWhere) args = {Kind::kBool, left, right};
      print_builtin(builtin, args);
    });
  }
}

// The result kinds of every builtin for every pair of kinds, without code.
void print_shapes() {
  for (size_t k = 0; k < std::size(kBuiltinNames); ++k) {
    auto builtin = static_cast<Builtin>(k);
    const BuiltinInfo& entry = info(builtin);
    if (!has_python_name(entry)) continue;
    auto print = [&](const Kinds& args) {
      auto shape = builtin_shape(builtin, args);
      std::printf("shape %s %s %s\n", std::string(entry.name).c_str(), joined(args).c_str(),
                  shape ? joined(shape->results).c_str() : "-");
    };
    if (entry.min_args <= 1) {
      for (int arg = 0; arg < kKindCount; ++arg) print({kind_at(arg)});
    }
    if (entry.min_args <= 2 && entry.max_args >= 2)
      each_pair([&](Kind a, Kind b) { print({a, b}); });
    if (entry.rule == BuiltinRule::kNpWhere)
      each_pair([&](Kind a, Kind b) { print({Kind::kBool, a, b}); });
    if (entry.rule == BuiltinRule::kNpClip) each_pair([&](Kind a, Kind b) { print({a, b, b}); });
  }
}

}  // namespace

int main(int count, char** args) {
  const char* table = count > 1 ? args[1] : "";
  if (!std::strcmp(table, "shapes")) return print_shapes(), 0;
  std::printf("#include \"runtime/kernel/kernel.h\"\n");
  if (!std::strcmp(table, "binary")) print_binary();
  if (!std::strcmp(table, "compare")) print_compare();
  if (!std::strcmp(table, "unary")) print_unary();
  if (!std::strcmp(table, "conversions")) print_conversions();
  if (!std::strcmp(table, "builtins1")) print_builtins(1);
  if (!std::strcmp(table, "builtins2")) print_builtins(2);
  if (!std::strcmp(table, "builtins3")) print_builtins(3);
}
