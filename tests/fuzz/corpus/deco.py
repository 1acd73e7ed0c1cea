@a.b(c)
class D(E, metaclass=F):
  """d"""
  @property
  async def m(self): return [x async for x in y if z]
try: pass
except* E as e: raise X from e
else: pass
finally: pass
type A[T] = int
def f[T: int](x: T): pass
