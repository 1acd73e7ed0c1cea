"""Runs the Floyd-Warshall sample as plain Python and natively, and compares."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from compare import run


def work(floyd_warshall):
    d = floyd_warshall.graph(100)
    e = d.copy()
    floyd_warshall.in_place(d)
    floyd_warshall.with_copy(e)
    return (d, e), ()


if __name__ == "__main__":
    sys.exit(run(__file__, "floyd_warshall", work, "Floyd-Warshall, 100 nodes, twice"))
