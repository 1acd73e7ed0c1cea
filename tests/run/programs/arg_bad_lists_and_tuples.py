#: compare: expected
"""Lists and tuples with items of the wrong kind or number are turned away by name, before anything runs."""
from parc import par

EXPECTED = ["xs"] * 6 + ["matrix"] * 3 + ["pair"] * 4, [1, 2], (7, 5.5), 3


def double(xs: list[int]) -> int:
    for i in par(range(len(xs))):
        xs[i] = xs[i] + 1
    return len(xs)


def rows(matrix: list[list[float]], k: float) -> float:
    s = 0.0
    for row in par(matrix):
        for x in row:
            s += x * k
    return s


def use(pair: tuple[int, float], n: int) -> tuple[int, float]:
    a, b = pair
    for i in par(range(n)):
        a, b = pair[0] + i, pair[1] * i
    return a, b


def blamed(f, *args):
    try:
        f(*args)
    except (TypeError, ValueError, OverflowError) as error:
        return next((name for name in ("xs", "pair", "matrix") if name in str(error)), str(error))
    return "accepted"


def main():
    bad = [[1, 2.5], [1, "2"], [1, None], [2**70], 5, [1, [2]]]
    worse = [[1.0], [[1.0], None], [["x"]]]
    odd = [(1,), (1, 2.0, 3), ("a", 1.0), [1, "b"]]
    good = [0, 1]
    double(good)
    res = [blamed(double, b) for b in bad] + [blamed(rows, w, 1.0) for w in worse] + [blamed(use, p, 2) for p in odd]
    return res, good, use((5, 2.75), 3), double([1, 2, 3])
