"""Runs the n-body sample as plain Python and natively, and compares."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from compare import run


def work(nbody):
    pos, vel, mass = nbody.bodies(300)
    nbody.simulate(pos, vel, mass, 10, 0.01, 1e-4)
    return (pos, vel), (nbody.kinetic_energy(vel, mass),)


if __name__ == "__main__":
    sys.exit(run(__file__, "nbody", work, "n-body, 300 bodies, 10 steps"))
