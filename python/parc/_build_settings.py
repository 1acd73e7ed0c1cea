"""What a project says about its native modules, checked."""

import dataclasses
import os
import re

from parc._build_messages import BuildSettingError, did_you_mean

# Options of `parc compile` that mean something for a package. Their values: text, or whether they are on.
_OPTIONS = {"cpu": str, "no-stub": bool, "report": bool, "timings": bool}
_KEYS = ("modules", "exclude", "cpu", "pure", "options")


@dataclasses.dataclass(frozen=True)
class Settings:
    """`modules` and `exclude` are patterns of files; a `cpu` of None is left to the kind of build."""

    modules: tuple
    exclude: tuple = ()
    cpu: str | None = None
    pure: bool = False
    flags: tuple = ()  # for `parc compile`

    def cpu_of(self, in_place):
        """The CPU to compile for: wheels are for any machine, what is built in place for this one."""
        return self.cpu or ("native" if in_place else "portable")

    def wants_pure(self):
        """Whether the package is built without native modules: by PARC_PURE, else as the project says."""
        word = os.environ.get("PARC_PURE", "")
        return word != "0" if word else self.pure


def read_settings(table, where, place="", text=""):
    """Settings from a table of pyproject.toml, or from the arguments of `parcify`.

    `where` is the name of the table in messages, `place` the file, and `text` what stands in it, so that messages can
    name a line. Raises BuildSettingError.
    """
    reader = _Reader(where, place, text)
    for key in table:
        if key not in _KEYS:
            reader.fail(key, f"{where} has no key {key}", did_you_mean(key, _KEYS))
    if "modules" not in table:
        raise BuildSettingError(f"{where} says no modules", reader.line_of(), 'modules = ["src/pkg/*.py"]')
    options = table.get("options") or {}
    if not isinstance(options, dict):
        reader.fail("options", f"options of {where} has to be a table")
    return Settings(
        modules=reader.patterns(table, "modules"),
        exclude=reader.patterns(table, "exclude"),
        cpu=reader.value(table, "cpu", str) or reader.value(options, "cpu", str),
        pure=bool(reader.value(table, "pure", bool)),
        flags=reader.flags(options),
    )


class _Reader:
    def __init__(self, where, place, text):
        self.where = where
        self.place = place
        self.lines = text.splitlines()

    def line_of(self, *keys):
        """The place of the first of the keys that stands below the table's header, else that of the header."""
        header = next((at for at, line in enumerate(self.lines, 1) if line.strip().startswith(self.where)), None)
        if header is None:
            return self.place
        for key in keys:
            for at, line in enumerate(self.lines[header:], header + 1):
                if re.match(rf"""\s*["']?{re.escape(key)}["']?\s*[.=]""", line):
                    return f"{self.place}:{at}"
        return f"{self.place}:{header}"

    def fail(self, key, message, note=""):
        raise BuildSettingError(message, self.line_of(key, "options"), note)

    def value(self, table, key, kind):
        value = table.get(key)
        if value is not None and not isinstance(value, kind):
            word = {str: "text", bool: "true or false"}[kind]
            self.fail(key, f"{key} of {self.where} has to be {word}, not {value!r}")
        return value

    def patterns(self, table, key):
        value = table.get(key) or ()
        value = [value] if isinstance(value, (str, os.PathLike)) else value
        try:
            return tuple(os.fspath(each) for each in value)
        except TypeError:
            self.fail(key, f"{key} of {self.where} has to be a list of patterns, not {value!r}")

    def flags(self, options):
        flags = []
        for name, value in options.items():
            if name not in _OPTIONS:
                self.fail(name, f"options of {self.where} cannot have {name}", did_you_mean(name, tuple(_OPTIONS)))
            self.value(options, name, _OPTIONS[name])
            if value is True:
                flags.append(f"--{name}")
        return tuple(flags)


def read_pyproject(path):
    """The settings in `[tool.parc]`, None without that table or without the file."""
    tables, text = read_tables(path, "tool.parc")
    for name, table in tables.items():
        return read_settings(table, f"[{name}]", os.path.basename(path), text)
    return None


def read_tables(path, *names):
    """Those of these tables that a file has anything in, by name, and the file's text."""
    try:
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
        whole = load_toml(text)
    except (OSError, ValueError):
        return {}, ""  # who builds the package reads the file, too, and says what is wrong with it
    found = {}
    for name in names:
        table = whole
        for part in name.split("."):
            table = table.get(part, {}) if isinstance(table, dict) else {}
        if table:
            found[name] = table
    return found, text


def load_toml(text):
    try:
        import tomllib
    except ImportError:  # before Python 3.11: hatchling depends on one, setuptools carries one
        try:
            import tomli as tomllib  # type: ignore
        except ImportError:
            from setuptools.compat.py310 import tomllib  # type: ignore
    return tomllib.loads(text)
