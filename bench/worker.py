"""A process that runs one kernel in one way, when its parent says so.

usage: worker.py CONTESTANT KERNEL FOLDER

Reads lines from standard input: `run` answers with the seconds of one run, `answer FILE` saves what the
last run gave. The first run is not timed by the parent's table: it compiles, where that is needed.
"""
import importlib.util
import pathlib
import sys
import sysconfig
import time

import numpy as np
from problems import PROBLEMS


def entry(contestant, problem, folder):
    """The function to time."""
    if contestant == "parc":
        file = pathlib.Path(folder) / (problem.name + sysconfig.get_config_var("EXT_SUFFIX"))
        spec = importlib.util.spec_from_file_location(problem.name, file)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return getattr(module, problem.entry)
    if contestant == "C++":
        import cpp_kernels

        return getattr(cpp_kernels.Kernels(folder), problem.name)
    if contestant == "Numba":
        import numba_kernels

        return getattr(numba_kernels, problem.name)
    import numpy_kernels

    return getattr(numpy_kernels, problem.name)


def main(contestant, kernel, folder):
    problem = PROBLEMS[kernel]
    function = entry(contestant, problem, folder)
    answer = None
    for line in sys.stdin:
        command, *rest = line.split()
        if command == "answer":
            np.savez(rest[0], *answer)
            print("saved", flush=True)
            continue
        arguments = problem.make()
        start = time.perf_counter()
        result = function(*arguments)
        seconds = time.perf_counter() - start
        answer = problem.answer(arguments, result)
        print(seconds, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
