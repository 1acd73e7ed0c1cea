"""The fenced blocks of README.md and docs/*.md, each with the mark in the line above it.

Marks are `<!-- WORD REST -->`:

| mark | meaning |
|---|---|
| none | Python is run as a program, sh by bash, ipython as a cell |
| `compile`, `refuse PAR0501` | Python for `parc compile`: see test_docs.py |
| `fragment` | Python that does not stand alone |
| `file NAME` | what is in the file NAME of the page's folder |
| `prints` | output of the block before; `…` stands for any text |
| `needs NAME…` | sh that is run where these commands are |
| `not run: REASON` | sh that is not run |

Other words belong to other tests, and mean the block is left to them.
"""
import dataclasses
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"(?:^<!-- *([^\n]*?) *-->\n)?^```(\w+)\n(.*?)^```$", re.M | re.S)


@dataclasses.dataclass(frozen=True)
class Block:
    page: pathlib.Path
    line: int
    language: str
    mark: str
    rest: str
    text: str

    @property
    def place(self):
        return f"{self.page.name}:{self.line}"

    @property
    def name(self):
        """That of a module with this text."""
        return f"{self.page.stem.lower().replace('-', '_')}_{self.line}"


def blocks_of(page):
    text = page.read_text(encoding="utf-8")
    found = []
    for match in BLOCK.finditer(text):
        mark, _, rest = (match[1] or "").partition(" ")
        found.append(Block(page, text.count("\n", 0, match.start(3)) + 1, match[2], mark.rstrip(":"), rest, match[3]))
    return found


def all_blocks():
    return [block for page in PAGES for block in blocks_of(page)]
