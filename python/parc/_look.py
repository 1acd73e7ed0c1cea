"""A quick look at a file, before the compiler reads it."""

import pathlib
import re

# What a file with par loops has in it somewhere: the name parc, or the statement form.
_MAY_HAVE_PAR = re.compile(rb"^\s*(from|import)\s+parc\b|^\s*par\b.*\bin\b|\bpar\b.*\bin\b.*[\])]", re.MULTILINE)


def may_have_par(path):
    """Whether the text has what may be a par loop."""
    return bool(_MAY_HAVE_PAR.search(pathlib.Path(path).read_bytes()))
