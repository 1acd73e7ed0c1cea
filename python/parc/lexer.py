"""A Pygments lexer for Python with the statement form of parc: `par i in xs:`, clauses of comprehensions, `with par:`.

`par` is a keyword where the compiler takes it for one (frontend/syntax/mask.h) and in `with par:`; else it is a name.
"""

import keyword
from typing import Any, NamedTuple

from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Keyword, Name, Number, String, Text, Whitespace

__all__ = ["ParcLexer"]

_OPENING, _CLOSING = set("([{"), set(")]}")
_LITERALS = ("None", "True", "False")


class _Word(NamedTuple):
    """A token that is neither blank nor comment. A newline that ends a logical line has the value "\\n"."""

    place: int  # among all tokens
    kind: Any
    value: str
    depth: int  # brackets around it; of a bracket itself, those around the pair
    starts_line: bool

    @property
    def is_text(self):
        return self.kind in String or self.kind in Number

    @property
    def is_word(self):
        return not self.is_text and self.value.isidentifier()

    @property
    def is_name(self):
        return self.is_word and not keyword.iskeyword(self.value)


_END = _Word(-1, Text, "\n", 0, False)


def _words(tokens):
    depth, starts_line, found = 0, True, []
    for index, (_, kind, value) in enumerate(tokens):
        if kind in Whitespace or kind is Text or kind in Comment:
            ends_line = "\n" in value and not value.startswith("\\") and depth == 0
            if ends_line and not starts_line:
                found.append(_Word(index, kind, "\n", 0, False))
                starts_line = True
            continue
        if kind not in String:
            depth -= value in _CLOSING
        found.append(_Word(index, kind, value, depth, starts_line))
        if kind not in String:
            depth += value in _OPENING
        starts_line = False
    return [*found, _END]


class _Finder:
    """The places where `par` is a keyword; the same rules as in the compiler."""

    def __init__(self, tokens):
        self.words = _words(tokens)
        self.found = set()

    def run(self):
        for at, word in enumerate(self.words):
            if word.kind in Name and word.value == "par" and self._is_keyword(at):
                self.found.add(word.place)
        return self.found

    def _is_keyword(self, at):
        if self.words[at].starts_line:
            return self._is_statement(at)
        return self._is_block(at) or self._is_clause(at)

    def _is_block(self, at):
        before, after = self.words[at - 1], self.words[at + 1]
        return before.starts_line and before.value == "with" and after.value == ":"

    def _find_in(self, first):
        """The place of the `in` behind loop targets that start at `first`, or 0."""
        depth = self.words[first].depth
        for at in range(first, len(self.words) - 1):
            word = self.words[at]
            if word.depth < depth or word.value == "\n":
                return 0
            if word.depth > depth:
                continue
            if word.value == "in":
                return at if at > first else 0
            fits = word.is_name or word.value in "()[]*" or (at > first and word.value in ",.")
            if word.is_text or not fits:
                return 0
        return 0

    def _is_statement(self, at):
        place = self._find_in(at + 1)
        if place == 0:
            return False
        if self.words[at + 1].is_name:
            return True
        lambdas = 0
        for word in self.words[place + 1 :]:
            if word.value == "\n":
                return False
            if word.depth == 0 and word.value == "lambda":
                lambdas += 1
            if word.depth == 0 and word.value == ":":
                if lambdas == 0:
                    return True
                lambdas -= 1
        return False

    def _is_clause(self, at):
        return self.words[at].depth > 0 and self._ends_expression(at - 1) and self._find_in(at + 1) != 0

    def _ends_expression(self, at):
        word = self.words[at]
        if word.place in self.found:
            return False
        if word.value == "." and self.words[at - 1].value == ".":
            return True
        is_end = word.is_name or word.value in _LITERALS or word.value in _CLOSING
        return is_end or (word.is_text and word.kind not in String.Interpol) or word.value == "}"


class ParcLexer(PythonLexer):
    """Python with parc's statement form."""

    name = "Parc"
    aliases = ["parc"]
    filenames = []
    mimetypes = []

    def get_tokens_unprocessed(self, text):
        tokens = list(super().get_tokens_unprocessed(text))
        places = _Finder(tokens).run()
        for index, (offset, kind, value) in enumerate(tokens):
            yield offset, Keyword if index in places else kind, value
