"""Calls a case plain and native with each of its sets of arguments; prints a JSON line of what differs.

usage: answer.py FILE FOLDER FUNCTION
"""
import importlib.util
import json
import pathlib
import sys
import sysconfig
import warnings

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "run"))

import numpy as np
from encoding import difference, encode


def load(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def call(module, function, suffix):
    """The result and the arguments after the call, encoded, and whether a SerialWarning was issued."""
    arguments = getattr(module, function + suffix)()
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        result = getattr(module, function)(*arguments)
    serial = any(w.category.__name__ == "SerialWarning" for w in seen)
    return encode((result, arguments)), serial


def main(file, folder, function):
    np.seterr(all="ignore")
    plain = load(file, pathlib.Path(file).stem + "_plain")
    stem = pathlib.Path(file).stem
    native = load(pathlib.Path(folder) / (stem + sysconfig.get_config_var("EXT_SUFFIX")), stem)
    report = {}
    for suffix in ("__args", "__args_bad"):
        if hasattr(plain, function + suffix):
            want, _ = call(plain, function, suffix)
            got, serial = call(native, function, suffix)
            report[suffix] = {"difference": difference(want, got), "serial": serial}
    print(json.dumps(report))


if __name__ == "__main__":
    main(*sys.argv[1:])
