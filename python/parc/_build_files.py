"""The files that a package compiles, and the names of their modules."""

import dataclasses
import glob
import os
import re
import sys
import sysconfig

from parc._build_messages import BuildSettingError, render

OPENMP = "libomp.so.5"
_WILDCARD = re.compile(r"[*?\[]")


def suffix():
    return sysconfig.get_config_var("EXT_SUFFIX")


@dataclasses.dataclass(frozen=True)
class ModuleFile:
    """A Python file to compile. `path` is seen from the project's folder, `module` is its full name."""

    path: str
    module: str

    def in_package(self, suffix):
        """Where a file of this name with another suffix is in the wheel: "pkg/heat.pyi"."""
        return self._beside(self.stem + suffix)

    def outputs(self, has_stub):
        """The places in the wheel of what is made of the file."""
        stub = [self.in_package(".pyi")] if has_stub else []
        return [self.in_package(suffix()), self._beside(OPENMP), *stub]

    def _beside(self, name):
        folder = self.module.split(".")
        if self.stem != "__init__":
            folder = folder[:-1]
        return "/".join([*folder, name])

    @property
    def stem(self):
        return os.path.splitext(os.path.basename(self.path))[0]


def find_files(settings, package_dir=None, root="."):
    """The files that the patterns match, without those that do not use par. Raises BuildSettingError."""
    excluded = {path for pattern in settings.exclude for path in _matches(pattern, root)}
    found = {}
    for pattern in settings.modules:
        named = not _WILDCARD.search(pattern)
        paths = _matches(pattern, root)
        if not paths:
            raise BuildSettingError(f"{pattern} matches no file" if not named else f"{pattern} does not exist")
        for path in sorted(set(paths) - excluded):
            if path in found or (not named and os.path.basename(path) == "__main__.py"):
                continue
            if _is_to_compile(os.path.join(root, path), path, named):
                found[path] = ModuleFile(path, module_name(path, package_dir, root))
    return list(found.values())


def _matches(pattern, root):
    paths = glob.glob(pattern, root_dir=root, recursive=True)
    return [os.path.normpath(path) for path in paths if os.path.isfile(os.path.join(root, path))]


def _is_to_compile(path, shown, named):
    from parc import _compiler

    uses_par = _compiler.uses_par(path)
    if uses_par is None:  # compiling says what is wrong, of a file that may be ours
        with open(path, "rb") as stream:
            return named or re.search(rb"\bparc?\b", stream.read()) is not None
    if named and not uses_par:
        sys.stderr.write(render("note", "PAR0701", "there is no par loop in this file; it stays plain Python", shown))
    return uses_par


def module_name(path, package_dir=None, root="."):
    """The name under which a file of the project is imported, by setuptools' `package_dir`.

    Without `package_dir`, a folder `src` that is no package is left out.
    """
    if package_dir is None and not os.path.exists(os.path.join(root, "src", "__init__.py")):
        package_dir = {"": "src"} if path.split(os.sep)[0] == "src" else {}
    parts = os.path.splitext(path)[0].split(os.sep)
    names = parts
    longest = -1
    for package, folder in (package_dir or {}).items():
        above = [part for part in os.path.normpath(folder).split(os.sep) if part != "."]
        if parts[: len(above)] == above and len(above) > longest:
            longest = len(above)
            names = [*package.split("."), *parts[len(above) :]] if package else parts[len(above) :]
    if names[-1] == "__init__" and len(names) > 1:
        names = names[:-1]
    if not path.endswith(".py") or not all(name.isidentifier() for name in names):
        raise BuildSettingError(
            f"{path} is no module of the project", note=f"its name would be {'.'.join(names)}; is package_dir right?"
        )
    return ".".join(names)
