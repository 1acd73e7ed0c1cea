#: compare: exact
"""Names of variables, parameters and functions that mean something in C or C++ or to the generated code."""
import numpy as np
from numpy.typing import NDArray

from parc import par


def double(register, template):
    return register * 2 + template


def static(new, delete=3):
    namespace = new - delete
    return namespace


def errno(a):
    return a + 1


def main_(int64_t: NDArray[np.int64], void: int, auto: NDArray[np.float64]) -> int:
    const = unsigned = 0
    for volatile in par(range(len(int64_t))):
        struct = int(int64_t[volatile])
        union, switch = struct + void, double(struct, volatile)
        auto[volatile] = union / (switch + 1 + void * void)
        for goto in range(2):
            const += static(goto, delete=volatile) + errno(goto)
        unsigned ^= switch
        this, NULL, nullptr, bool_, size_t = 1, 2, 3, 4, 5
        omp_get_num_threads = this + NULL + nullptr + bool_ + size_t
        int64_t[volatile] = omp_get_num_threads - typeof(union)
    return const + unsigned


def typeof(long):
    char = long
    short = char
    return short


def main():
    a, b = np.arange(500), np.zeros(500)
    return main_(a, 7, b), a, b
