*a, b = c
f(*x, **y, z=1, *w)
def g(a, /, b, *, c=1, **k) -> int: ...
x[1:2, ..., ::3] = y
del x, y[0]
a: int = 3
(yield)
await x
