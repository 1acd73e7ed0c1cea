"""Native modules in packages, for setuptools.

In setup.py:

    from parc.build import parcify

    setup(ext_modules=parcify(["src/pkg/*.py"]))

or, with no setup.py, in pyproject.toml:

    [tool.parc]
    modules = ["src/pkg/*.py"]
"""

__all__ = ["finalize", "parcify"]


def parcify(patterns, *, exclude=(), cpu=None, options=None, package_dir=None):
    """The extension modules for the files that the patterns match, as setuptools wants them.

    `patterns` and `exclude` are lists of paths seen from the project's folder, with `*`, `?` and `**`. Files without a
    par loop stay plain Python. `cpu` is the CPU to compile for: "portable" for wheels and "native" in place unless it
    is given. `options` are more options of `parc compile`, as {"no-stub": True}. `package_dir` is that of `setup()`.
    """
    from parc import _build_setuptools

    return _build_setuptools.parcify(patterns, exclude=exclude, cpu=cpu, options=options, package_dir=package_dir)


def finalize(dist):
    """The entry point of setuptools (group `setuptools.finalize_distribution_options`)."""
    from parc import _build_setuptools

    _build_setuptools.finalize(dist)
