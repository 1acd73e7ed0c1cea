"""Runs the heat sample as plain Python and natively, and compares."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from compare import run


def work(heat):
    u = heat.simulate(heat.plate(180, 200), 100, 0.2)
    return (u, heat.warmest(u[1:])), ()


if __name__ == "__main__":
    sys.exit(run(__file__, "heat", work, "heat equation, 180 x 200 cells, 100 steps"))
