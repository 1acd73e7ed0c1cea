"""Quick looks at files, before the compiler reads them."""

import pathlib
import re

# What a file with par loops has in it somewhere: the name parc, or the statement form.
_MAY_HAVE_PAR = re.compile(rb"\bparc?\b")


def may_have_par(path):
    """Whether the text has what may be a par loop."""
    return bool(_MAY_HAVE_PAR.search(pathlib.Path(path).read_bytes()))


def source_of(path):
    """The Python file behind a module's file, compiled or not; None when there is none."""
    if not path:
        return None
    path = pathlib.Path(path)
    if path.suffix != ".py":
        path = path.with_name(path.name.partition(".")[0] + ".py") if path.suffix == ".so" else path.with_suffix(".py")
    return path if path.exists() else None
