#: compare: exact
"""Items of lists in lists: rows that are one list, lists that share rows, ragged and empty ones, three levels, helpers."""
import warnings

from parc import par


def count_up(m: list[list[int]]):
    for i in par(range(len(m))):
        for j in range(len(m[i])):
            m[i][j] += i + 1


def first_items(m: list[list[float]]):
    for row in par(m):
        row[0] += 1.5
        row[-1] = row[0] * row[-1]


def from_other(m: list[list[int]], n: list[list[int]]):
    for i in par(range(len(m))):
        for j in range(len(m[i])):
            m[i][j] = 2 * m[i][j] + n[i][j]


def from_last(m: list[list[int]], n: list[list[int]]):
    for i in par(range(len(m))):
        m[i][0] = n[len(n) - 1 - i][0] + 1


def diagonal(m: list[list[int]], n: list[list[int]]):
    for j in par(range(len(n) - 1)):
        m[0][j] = n[j + 1][j + 1]


def sums(m: list[list[int]], out: list[int]):
    for i in par(range(len(m))):
        s = 0
        for x in m[i]:
            s += x
        out[i] = s


def one_row(m: list[list[int]], k: int):
    for j in par(range(len(m[k]))):
        m[k][j] *= 3


def add_to(row, x):
    for j in range(len(row)):
        row[j] += x


def with_helper(m: list[list[int]]):
    for i, row in par(enumerate(m)):
        add_to(row, i)


def deep(m: list[list[list[int]]]):
    for i in par(range(len(m))):
        for rows in m[i]:
            for k in range(len(rows)):
                rows[k] -= i


def backwards(xs: list[int], ys: list[int]):
    for i in par(range(len(xs))):
        xs[i] = ys[len(ys) - 1 - i]


def exchanged(m: list[list[int]]):
    m[0] = m[1]
    for i in par(range(len(m))):
        m[i][0] += 1


def too_far(m: list[list[int]], k: int):
    for i in par(range(len(m))):
        m[i][k] = i


def ragged(n):
    return [[(i * 7 + j) % 11 for j in range(1 + i % 4)] for i in range(n)]


def error_of(call, *args):
    try:
        call(*args)
    except Exception as error:
        return type(error).__name__, str(error), args[0]
    return args[0]


def main():
    warnings.simplefilter("ignore")
    results = []
    for m in (ragged(50), [], [[]], [[1, 2]] * 7, [[k] for k in range(300)]):
        count_up(m)
        results.append(m)
    twice = [[1, 2, 3], [4], [5, 6]]
    twice.append(twice[0])
    count_up(twice)
    results.append((twice, twice[3] is twice[0]))
    floats = [[1.0], [2.0, 3.0], [4.0, 5.0, 6.0]]
    first_items(floats)
    first_items([floats[1]] * 4)
    results.append(floats)
    m = ragged(40)
    from_other(m, m)
    from_other(m, ragged(40))
    from_other(m, m[:])
    from_other(m, [m[0] + [0] * 9] * 40)
    results.append(m)
    square = [[i * 10 + j for j in range(10)] for i in range(10)]
    from_last(square, square)
    from_last(square, square[::-1])
    from_last(square, [row[:] for row in square])
    diagonal(square, square)
    diagonal([square[4]] + square[1:], square)
    shared = square[:]
    shared[5] = shared[0]
    diagonal(shared, shared)
    results.append(square)
    out = [0] * 10
    sums(square, out)
    sums(square, square[3])
    sums(square + [out], out + [0])
    results.append((out, square))
    one_row(square, 2)
    one_row([square[1]] * 5, 2)
    with_helper(square)
    with_helper([square[0]] * 6)
    results.append(square)
    cube = [[[i + j + k for k in range(4)] for j in range(i % 3)] for i in range(30)]
    deep(cube)
    deep([cube[8]] * 3)
    deep([[cube[8][0], cube[9 - 2][0]], [cube[8][0]]])
    results.append(cube)
    xs = list(range(500))
    backwards(xs, xs)
    ys = xs[:]
    backwards(xs, ys)
    results.append((xs, ys))
    rows = ragged(20)
    exchanged(rows)
    results.append((rows, rows[0] is rows[1]))
    results.append(error_of(too_far, [[0, 0], [0, 0], [0], [0, 0]], 1))
    results.append(error_of(too_far, [[0, 0]] * 3, -3))
    return results
