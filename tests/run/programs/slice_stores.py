#: compare: exact
"""Arrays stored to rows, columns and slices: broadcast, from views of the same array, with NumPy's errors."""
import numpy as np
from numpy.typing import NDArray

from parc import f64, par


def rows(m: NDArray[np.float64], row: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        m[i] = row


def columns(m: NDArray[np.float64], column: NDArray[np.float64]):
    for j in par(range(m.shape[1])):
        m[:, j] = column


def planes(t: NDArray[np.float64], row: NDArray[np.float64], column: f64[:, :], one: f64[:, :]):
    for i in par(range(0, t.shape[0], 3)):
        t[i] = row
        t[i + 1, 1:] = column[1:, :]
        t[i + 2, :, ::-2] = one


def filled(m: NDArray[np.float64], x: float):
    for i in par(range(1, len(m))):
        m[i, :] = i
        m[i, 1:3] = x
        m[i, 4:2] = np.nan


def doubled(row):
    out = np.empty(len(row))
    for k in range(len(row)):
        out[k] = 2.0 * row[k]
    return out


def made(m: NDArray[np.float64]):
    for i in par(range(m.shape[0])):
        m[i] = doubled(m[i])
        m[i, 1:] = np.full(m.shape[1] - 1, 0.5 * i)
        m[i, :2] = m[i, -2:].copy()


def within(m: NDArray[np.int64]):
    for i in par(range(m.shape[0])):
        m[i, 1:] = m[i, :-1]
        m[i, ::-1] = m[i]
        m[i, 0:10:2] = m[i, 0:5]
        m[i, 0:5] = m[i, 0:10:2]
        m[i, 2:12:2] = m[i, 0:5]
        m[i, 4:9] = m[i, 0:10:2]
        m[i, ::-1][0:10:2] = m[i, ::-1][0:5]
        m[i, :5] = m[i, 9:4:-1]
        m[i, 3:8] = m[i, 5:6]
        m[i] = m[i]


def blocks(t: NDArray[np.int64]):
    for i in par(range(len(t))):
        t[i, 1:, 1:] = t[i, :-1, :-1]
        t[i, :, :] = t[i].T
        t[i, :4:2] = t[i, 1::2]
        t[i, :3, :3] = t[i, 2:5, 1:4]
        t[i] = t[i, 0]
        t[i, :, 1:] = t[i, :, :1]


def serial(a: NDArray[np.int64], b: NDArray[np.int64]):
    a[...] = b
    a[len(a) // 2 :] = a[0]
    a[2:][:3] = b[:3]
    for i in par(range(len(a))):
        a[i] += 1


def own(m: NDArray[np.float64], at: int):
    row = m[at]
    row[:] = m[at - 1]
    for i in par(range(len(m))):
        view = m[i][2:]
        view[:] = row[:1]


def pieces(a: NDArray[np.float64], b: NDArray[np.float64]):
    for i in par(range(len(a) // 10)):
        a[10 * i : 10 * (i + 1)] = b[10 * i : 10 * i + 10]


def attempt(function, *arguments):
    try:
        function(*arguments)
    except (ValueError, IndexError) as error:
        return type(error).__name__, str(error)
    return "no error"


def main():
    m, t = np.arange(40.0).reshape(5, 8), np.zeros((9, 4, 6))
    rows(m, np.arange(8) / 4.0)
    rows(m[:, ::-2], -np.arange(4.0))
    rows(m[3:], np.array([7.0]))
    columns(m[1:4], np.arange(3.0))
    planes(t, np.arange(6.0), np.arange(4.0).reshape(4, 1), np.array([[0.25]]))
    f, d = np.ones((6, 7)), np.arange(30.0).reshape(5, 6)
    filled(f, 2.5)
    made(d)
    a, b = np.arange(60).reshape(5, 12), np.arange(400).reshape(16, 5, 5)
    within(a)
    blocks(b)
    c, s = np.arange(10), np.arange(10)[::-1] * 2
    serial(c, s)
    o = np.arange(42.0).reshape(6, 7)
    own(o, 2)
    p = np.zeros(500)
    pieces(p, np.arange(500) / 8.0)
    pieces(p, p[::-1])
    errors = [
        attempt(rows, m, np.arange(3.0)),
        attempt(rows, m, np.zeros(0)),
        attempt(rows, m[:, :0], np.zeros(2)),
        attempt(rows, m[:, :0], np.zeros(1)),
        attempt(rows, m[:, :1], np.zeros(0)),
        attempt(rows, m[:0], np.zeros(2)),
        attempt(planes, t, np.zeros(6), np.zeros((4, 2)), np.zeros((1, 1))),
        attempt(planes, t, np.zeros(6), np.zeros((4, 1)), np.zeros((2, 3))),
        attempt(planes, t[:4], np.zeros(6), np.zeros((4, 1)), np.zeros((1, 1))),
        attempt(columns, m, np.zeros(4)),
        attempt(serial, c, np.zeros(3, int)),
    ]
    return m, t, f, d, a, b, c, o, p, errors
