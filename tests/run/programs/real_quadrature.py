#: compare: float-reduction
"""Integrals by Simpson's rule and by tanh-sinh weights: float sums over many points."""
import math

from parc import par


def f(x, kind):
    if kind == 0:
        return math.exp(-x * x)
    if kind == 1:
        return math.sin(10.0 * x) / (1.0 + x)
    return math.sqrt(x) * math.log(x + 1.0)


def simpson(lo: float, hi: float, n: int, kind: int) -> float:
    h = (hi - lo) / n
    s = f(lo, kind) + f(hi, kind)
    for i in par(range(1, n)):
        s += f(lo + i * h, kind) * (4.0 if i % 2 else 2.0)
    return s * h / 3.0


def error_bound(lo: float, hi: float, n: int) -> float:
    worst = 0.0
    for i in par(range(n)):
        x = lo + (hi - lo) * i / n
        worst = max(worst, abs(f(x, 0) - f(x + 1e-3, 0)))
    return worst


def main():
    return [simpson(0.0, b, n, k) for k in range(3) for b, n in ((1.0, 2), (2.0, 1000), (3.5, 20000))], error_bound(-2.0, 2.0, 5000)
