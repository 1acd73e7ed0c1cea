"""Calls the function of each case named on the command line, on its arguments. `parc race` runs this, and so
does the thread sanitizer.
"""
import importlib
import sys


def main():
    sys.path.insert(0, sys.argv[1])
    kept = []  # memory that is used again is none that the sanitizer reports twice
    for name in sys.argv[2:]:
        function = name.split("__")[1]
        try:
            module = importlib.import_module(name)
        except ImportError as error:  # it has an error of another kind; the compiler told it
            print(f"{name}: {error}", file=sys.stderr)
            continue
        arguments = getattr(module, f"{function}__args")()
        kept.append(arguments)
        try:
            getattr(module, function)(*arguments)
        except Exception as error:
            print(f"{name}: {error!r}", file=sys.stderr)


main()
