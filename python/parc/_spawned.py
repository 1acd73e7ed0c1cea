"""The main module of a process that a script under `parc run` spawned: the script, compiled, under the name of this one."""

import os

from parc import _run

if __name__ == "__mp_main__":
    globals().update(vars(_run.run(os.environ[_run.SCRIPT], __name__)))
