"""The command `parc`, in the interpreter that runs this."""

import os
import signal
import sys


def main():
    """Runs the command line. Ctrl-C and a closed pipe end the process, as they end a native command."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not ignored, as in the background
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    os.environ.setdefault("PARC_PYTHON", sys.executable)
    from parc._compiler import run_command

    return run_command(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
