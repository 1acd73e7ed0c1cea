"""The loops that neighbour.py compiles and neighbour_child.py runs."""
from parc import par


def many(n: int) -> int:
    """Many light iterations."""
    total = 0
    for i in par(range(n)):
        total += i % 7
    return total


def few(n: int) -> int:
    """Two long iterations, each a loop whose end cannot be foreseen."""
    total = 0
    for i in par(range(2)):
        k = 0
        while k < n:
            k += 1 + (k & i)
        total += k
    return total


def nested(n: int) -> int:
    """Iterations with two loops inside."""
    total = 0
    for i in par(range(n)):
        for j in range(1000):
            for k in range(1000):
                total += (i ^ j) & k
    return total


def empty(n: int):
    for i in par(range(n)):
        pass


def call(n: int) -> int:
    """Native, because `small` calls it; without a loop."""
    return n


def small(n: int) -> int:
    """Below the small-size threshold."""
    total = 0
    for i in par(range(n)):
        total += call(i)
    return total
