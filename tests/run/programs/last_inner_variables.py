#: compare: exact
"""Variables of inner loops and of nested par loops keep their serial last values too."""
from parc import par


def inner_loop(n: int, m: int) -> tuple[int, int, int]:
    j, t = -1, -1
    for i in par(range(n)):
        for j in range(i % m):
            t = i * 100 + j
    return n, j, t


def nested(n: int, m: int) -> tuple[int, int, int]:
    last = i = j = -1
    for i in par(range(n)):
        for j in par(range(m)):
            last = i * m + j
    return last, i, j


def in_while(n: int) -> tuple[int, int]:
    k = steps = 0
    for i in par(range(n)):
        k = i
        steps = 0
        while k > 1:
            k = k // 2
            steps += 1
    return k, steps


def main():
    loops = [inner_loop(n, m) for n, m in ((0, 3), (1, 3), (5, 3), (7, 1), (1000, 7), (1001, 7), (1002, 7))]
    return loops, [nested(n, m) for n, m in ((0, 0), (0, 3), (3, 0), (20, 30))], [in_while(n) for n in (0, 1, 2, 1025)]
