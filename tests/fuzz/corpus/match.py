match x:
  case [1, *r] | {"a": b, **k} if b: pass
  case C(x=1) as y: pass
  case _: pass
