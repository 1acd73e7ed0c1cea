"""The build hook `parc` of hatchling: native modules in the wheels of a project."""

import os
import sys
import tempfile

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.plugin import hookimpl

from parc._build_files import find_files
from parc._build_messages import BuildError
from parc._build_pure import Plain
from parc._build_run import build_modules, copy_outputs
from parc._build_settings import read_pyproject, read_settings, read_tables

_TABLES = ("tool.hatch.build.targets.wheel.hooks.parc", "tool.hatch.build.hooks.parc")
# What hatchling itself reads in the table of any hook.
_HATCH_KEYS = ("dependencies", "enable-by-default", "require-runtime-dependencies", "require-runtime-features")
# hatchling looks for files everywhere but in a few folders, of which this is one.
_STAGE = os.path.join(".hatch", "parc")


class ParcBuildHook(BuildHookInterface):
    PLUGIN_NAME = "parc"
    _temporary = None

    def initialize(self, version, build_data):
        if self.target_name != "wheel":
            return
        try:
            self._add_modules(version == "editable", build_data)
        except BuildError as error:
            sys.exit(str(error).rstrip())
        except OSError as error:
            sys.exit(f"error[PAR0005]: cannot write {error.filename}: {error.strerror}")

    def _add_modules(self, is_editable, build_data):
        settings = self._settings()
        if settings.wants_pure():
            if not is_editable:
                self._add_plain(build_data)
            return
        files = find_files(settings, root=self.root)
        stage = os.path.join(self.root, _STAGE)
        made = build_modules(files, settings, settings.cpu_of(is_editable), stage, self.root)
        for built in made:
            if is_editable:
                folder = os.path.join(self.root, os.path.dirname(built.file.path))
                copy_outputs({os.path.basename(place): path for place, path in built.outputs.items()}, folder)
            else:
                self._include(copy_outputs(built.outputs, self._outside()), build_data)
        if made:
            build_data["pure_python"] = False
            build_data["infer_tag"] = True

    def _settings(self):
        path = os.path.join(self.root, "pyproject.toml")
        own = {key: value for key, value in self.config.items() if key not in _HATCH_KEYS}
        if not own and (settings := read_pyproject(path)) is not None:
            return settings
        tables, text = read_tables(path, *_TABLES)
        for name, table in tables.items():
            if table == self.config:
                return read_settings(own, f"[{name}]", os.path.basename(path), text)
        return read_settings(own, "the build hook parc")  # hatchling also reads hatch.toml

    def _add_plain(self, build_data):
        folder = self._outside()
        for included in list(self.build_config.builder.recurse_included_files()):
            place = included.distribution_path
            if not place.endswith(".py"):
                continue
            plain = Plain.of(included.path, place[: -len(".py")].split("/"))
            if plain is None:
                continue
            target = os.path.join(folder, place)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            plain.write(target, folder)
            self._include([place, *([plain.helper.replace(".", "/") + ".py"] if plain.helper else [])], build_data)

    def _outside(self):
        """A folder outside of the project: a file from there takes the place of one of the project in the wheel."""
        if self._temporary is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="parc-wheel-")
        return self._temporary.name

    def _include(self, places, build_data):
        build_data["force_include"].update({os.path.join(self._outside(), place): place for place in places})

    def finalize(self, version, build_data, artifact_path):
        if self._temporary is not None:
            self._temporary.cleanup()


@hookimpl
def hatch_register_build_hook():
    return ParcBuildHook
