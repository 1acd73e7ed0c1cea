"""Compiled modules in the commands of setuptools."""

import os
import sys

import setuptools  # type: ignore
from setuptools.errors import CompileError  # type: ignore

from parc._build_files import find_files
from parc._build_messages import BuildError
from parc._build_pure import Plain
from parc._build_run import build_modules, copy_outputs
from parc._build_settings import Settings, read_pyproject, read_settings


class ParcExtension(setuptools.Extension):
    """An extension module that parc makes of one Python file."""

    def __init__(self, file, settings):
        name = f"{file.module}.__init__" if file.stem == "__init__" else file.module
        super().__init__(name, [file.path])
        self.file = file
        self.settings = settings


def extensions(settings, package_dir=None):
    """The extension modules of a project in the current folder; none where they are not wanted."""
    if settings.wants_pure():
        return []
    return [ParcExtension(file, settings) for file in find_files(settings, package_dir)]


def parcify(patterns, *, exclude=(), cpu=None, options=None, package_dir=None):
    table = {"modules": patterns, "exclude": exclude, "cpu": cpu, "options": options}
    with stopping():
        return extensions(read_settings(table, "parcify()"), package_dir)


def finalize(dist):
    """Called by setuptools for every distribution, when it has the arguments of `setup()`."""
    with stopping():
        settings = read_pyproject("pyproject.toml")
        if settings:
            dist.ext_modules = [*(dist.ext_modules or []), *extensions(settings, dist.package_dir)]
    mine = [each for each in dist.ext_modules or [] if isinstance(each, ParcExtension)]
    if mine:
        _mix_into(dist, "build_ext", BuildExt, parc_extensions=mine)
    elif (settings or Settings(())).wants_pure():
        _mix_into(dist, "build_py", BuildPure)


def _mix_into(dist, command, mixin, **attributes):
    """Puts a class before the project's own command, which goes on serving all the rest."""
    base = dist.get_command_class(command)
    if not issubclass(base, mixin):
        dist.cmdclass[command] = type(base.__name__, (mixin, base), attributes)


class stopping:
    """A context that ends the build with the message of a BuildError, without a traceback."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, _):
        if kind is not None and issubclass(kind, BuildError):
            raise SystemExit(str(error).rstrip()) from None


class BuildExt:
    """Comes before a class `build_ext`: the modules of parc are built here, all others there."""

    parc_extensions = ()

    def initialize_options(self):
        super().initialize_options()
        self.parc_in_place = False
        self.parc_built = []

    def finalize_options(self):
        super().finalize_options()
        # A configuration file that is read late may have replaced the list.
        missing = [each for each in self.parc_extensions if each not in self.extensions]
        for extension in missing:
            extension._full_name = self.get_ext_fullname(extension.name)
            extension._links_to_dynamic = extension._needs_stub = False
            extension._file_name = self.get_ext_filename(extension._full_name)
        self.extensions = [*self.extensions, *missing]

    def run(self):
        self.parc_in_place = bool(self.inplace)
        super().run()

    def build_extensions(self):
        every = self.extensions
        self.extensions = [each for each in every if not isinstance(each, ParcExtension)]
        try:
            if self.extensions:
                super().build_extensions()
        finally:
            self.extensions = every
        self._build_parc()

    def _build_parc(self):
        groups = {}
        for extension in self._mine():
            groups.setdefault(extension.settings, []).append(extension.file)
        jobs = self.parallel if isinstance(self.parallel, int) and self.parallel > 1 else None
        stage = os.path.join(self.build_temp, "parc")
        try:
            for settings, files in groups.items():
                cpu = settings.cpu_of(self.parc_in_place)
                self.parc_built += build_modules(files, settings, cpu, stage, jobs=jobs)
            os.makedirs(self.build_lib, exist_ok=True)
            self._remove_outdated()
            for built in self.parc_built:
                copy_outputs(built.outputs, self.build_lib)
        except BuildError as error:
            raise CompileError(str(error).rstrip()) from None
        except OSError as error:
            raise CompileError(f"error[PAR0005]: cannot write {error.filename}: {error.strerror}") from None

    def _mine(self):
        return [each for each in self.extensions if isinstance(each, ParcExtension)]

    def _remove_outdated(self):
        """Removes modules that an earlier build made of files which are not compiled any more."""
        current = {place for built in self.parc_built for place in built.outputs}
        record = os.path.join(self.build_temp, "parc", "outputs.txt")
        if os.path.exists(record):
            with open(record, encoding="utf-8") as stream:
                outdated = set(stream.read().splitlines()) - current
            for path in (os.path.join(self.build_lib, place) for place in outdated):
                if os.path.exists(path):
                    os.remove(path)
        with open(record, "w", encoding="utf-8") as stream:
            stream.write("".join(f"{place}\n" for place in sorted(current)))

    def copy_extensions_to_source(self):
        every = self.extensions
        self.extensions = [each for each in every if not isinstance(each, ParcExtension)]
        try:
            super().copy_extensions_to_source()
        finally:
            self.extensions = every
        for source, target in self._more_outputs().items():
            copy_outputs({os.path.basename(target): source}, os.path.dirname(target) or ".")

    def _more_outputs(self):
        """Files of parc in the build's folder -> where they are when it is built in place."""
        outputs = {}
        for extension in self._mine():
            file = extension.file
            has_stub = os.path.exists(os.path.join(self.build_lib, file.in_package(".pyi")))
            for place in file.outputs(has_stub):
                in_place = os.path.join(os.path.dirname(file.path), os.path.basename(place))
                outputs[os.path.join(self.build_lib, place)] = in_place
        return outputs

    def get_outputs(self):
        return sorted({*super().get_outputs(), *self._more_outputs()})

    def get_output_mapping(self):
        mapping = super().get_output_mapping()
        if self.inplace:
            mapping |= self._more_outputs()
        return dict(sorted(mapping.items()))


class BuildPure:
    """Comes before a class `build_py`: Python files are changed so that they need neither parc nor a compiler."""

    def initialize_options(self):
        super().initialize_options()
        self.parc_helpers = set()

    def build_module(self, module, module_file, package):
        outfile, copied = super().build_module(module, module_file, package)
        names = list(package) if isinstance(package, (list, tuple)) else package.split(".")
        names = [name for name in names if name]
        plain = Plain.of(module_file, [*names, module])
        if plain is not None:
            self.parc_helpers.update(filter(None, [plain.write(outfile, self.build_lib)]))
            print(f"parc: {module_file} is plain Python in this build", file=sys.stderr)
        return outfile, copied

    def get_outputs(self, include_bytecode=True):
        return [*super().get_outputs(include_bytecode), *sorted(self.parc_helpers)]
