"""Runs programs in this process and writes what their `main()` returns, one JSON line a program.

usage: child.py RESULTS SECONDS FOLDER[:FOLDER...] native|plain NAME...

The folders go to the front of `sys.path`. A program that takes longer than SECONDS ends the process;
the parent goes on with the next one in a new process.
"""
import faulthandler
import importlib
import json
import sys
import traceback
import warnings

import numpy as np
from encoding import encode


def outcome(name, native):
    try:
        module = importlib.import_module(name)
        if native and not hasattr(module, "__parc_native__"):
            return {"error": f"{name} was imported from {module.__file__}, which is not a compiled module"}
        result = {"value": encode(module.main())}
        if hasattr(module, "EXPECTED"):
            result["expected"] = encode(module.EXPECTED)
        return result
    except BaseException:  # SystemExit and KeyboardInterrupt are failures of a program like any other
        return {"error": traceback.format_exc()}


def main(results, seconds, folders, mode, *names):
    sys.path[:0] = folders.split(":")
    np.seterr(all="ignore")
    with open(results, "a", encoding="utf-8") as out:
        for name in names:
            faulthandler.dump_traceback_later(float(seconds), exit=True)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", RuntimeWarning)
                found = outcome(name, mode == "native")
            faulthandler.cancel_dump_traceback_later()
            out.write(json.dumps({"name": name, **found}) + "\n")
            out.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
