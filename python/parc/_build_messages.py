"""What the build hooks have to say, in the form of the command's messages."""

import difflib


class BuildError(Exception):
    """The build cannot go on. The text has been written as the command would print it."""


class BuildSettingError(BuildError):
    """PAR0013: what the project says about its build cannot be."""

    def __init__(self, message, place="", note=""):
        super().__init__(render("error", "PAR0013", message, place, note))


def render(severity, code, message, place="", note=""):
    """A message; `place` is "FILE" or "FILE:LINE"."""
    text = f"{severity}[{code}]: {message}\n"
    if place:
        text += f" --> {place}\n"
    if note:
        text += f"  = note: {note}\n"
    return text


def did_you_mean(word, known):
    """A note that names the nearest of the known words, or all of them."""
    near = difflib.get_close_matches(word, known, 1)
    return f"did you mean {near[0]}?" if near else f"it is one of {', '.join(known)}"
