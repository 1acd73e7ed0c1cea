"""Files of a package as plain Python that needs no parc: `par` is `for`, and what the file imports of `parc` is a
module of the package itself."""

import ast
import dataclasses
import io
import os
import pathlib
import re
import shutil
import tokenize

HELPER = "_parc_plain"


@dataclasses.dataclass
class Plain:
    """The text of a file, changed; `helper` is the module that stands for parc there, "" when it imports nothing."""

    text: str
    helper: str
    encoding: str = "utf-8"

    @classmethod
    def of(cls, path, names):
        """For the file of the module with these names; None when nothing in it has to change."""
        written = pathlib.Path(path).read_bytes()
        if not re.search(rb"\bparc?\b", written):
            return None
        try:
            encoding, _ = tokenize.detect_encoding(io.BytesIO(written).readline)
            text = written.decode(encoding)
        except (SyntaxError, UnicodeDecodeError):
            return None  # it is no Python
        from parc import _compiler

        helper = f"{names[0]}.{HELPER}" if len(names) > 1 else f"_{names[0]}{HELPER}"
        masked, _ = _compiler.mask(text)
        changed = _replace_imports(masked, helper)
        if changed == text:
            return None
        return cls(changed, helper if changed != masked else "", encoding)

    def write(self, target, folder):
        """Writes the text, and the helper below the folder that the package's names start from: the helper's path."""
        pathlib.Path(target).write_bytes(self.text.encode(self.encoding))
        if not self.helper:
            return None
        return shutil.copy(plain_source(), os.path.join(folder, *self.helper.split(".")) + ".py")


def plain_source():
    """The file with `par` and the names of types, which uses nothing else of parc."""
    return pathlib.Path(__file__).with_name("_plain.py")


def _replace_imports(text, helper):
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return text
    # As `ast` counts: its lines end at no other character than those of bytes, its columns are bytes.
    lines = text.encode().splitlines(keepends=True)
    plain = _plain_names()
    name = helper.encode()
    uses = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and _is_parc(node.value)}
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 1) - 1
        if isinstance(node, ast.ImportFrom) and node.module == "parc" and node.level == 0:
            if all(alias.name in plain for alias in node.names):
                lines[line] = re.sub(rb"\bfrom(\s+)parc\b", rb"from\g<1>" + name, lines[line], count=1)
        elif isinstance(node, ast.alias) and node.name == "parc" and uses <= plain:
            bound = b"" if node.asname else b" as parc"
            after = lines[line][node.col_offset :]
            lines[line] = lines[line][: node.col_offset] + after.replace(b"parc", name + bound, 1)
    return b"".join(lines).decode()


def _is_parc(node):
    return isinstance(node, ast.Name) and node.id == "parc"


def _plain_names():
    from parc import _plain

    return set(vars(_plain)) - {"jit"}
