#: compare: exact
#: may-refuse: yes
"""Lists of complex numbers and of tuples as parameters, tuples with arrays in them."""
from parc import par


def totals(zs: list[complex], ps: list[tuple[int, float]]) -> tuple[complex, float]:
    z, s = 0j, 0.0
    for i in par(range(len(zs))):
        z += zs[i]
    for k, x in par(ps):
        s = max(s, k * x)
    return z, s


def main():
    return totals([1j, 2.0 + 0j, -3j], [(1, 0.5), (4, 2.5)]), totals([], [])
