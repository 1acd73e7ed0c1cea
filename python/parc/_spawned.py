"""The main module of a process that a script under `parc run` spawned: the script, compiled, under the name of this one."""

import os

from parc import _run

globals().update(vars(_run.run(os.environ[_run.SCRIPT], __name__)))
