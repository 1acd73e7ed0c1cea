// Functions that run over one iterable: its items, and a serial loop over them.
#pragma once

#include <string>
#include <utility>

#include "frontend/check/calls.h"
#include "frontend/check/iterables.h"
#include "ir/builder.h"

namespace parc::check {

struct Fold {
  Context& c;
  const CallSite& site;
  Items items;

  // The item at an index, a number; an error value when a diagnostic was emitted.
  Value number_at(const Value& index) const;

  // Loop over the items, once; `body` gets each.
  template <class F>
  void loop(F&& body) const {
    ir::Loop loop;
    loop.index = ir::add_local(c.fn, "", c.types().scalar(ir::Kind::kInt), ir::LocalRole::kIndex,
                               site.range);
    loop.trip = items.count.expr;
    loop.header = site.range;
    loop.body = in_block(c, [&] {
      Value item = number_at(read_local(c, loop.index, site.range));
      if (!is_error(c, item)) body(item);
    });
    emit(c, std::move(loop), site.range);
  }
};

// Whether an argument is written as a tuple or list of some items.
bool is_display(const Context& c, syntax::ExprId arg);
// An argument that the functions of math take as a sequence of floats: what is written as a tuple
// or list becomes a tuple of floats.
Value float_sequence(Context& c, const CallSite& site, syntax::ExprId arg);
// float(value), for what math takes as a float; an error value when it is no such number.
Value to_float(Context& c, const CallSite& site, const Value& value);

// exact_sum.cpp: math.fsum
Value call_fsum(Context& c, const CallSite& site);
// distance.cpp: math.dist
Value call_dist(Context& c, const CallSite& site);

}  // namespace parc::check
