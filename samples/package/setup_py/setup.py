from parc.build import parcify
from setuptools import find_packages, setup

setup(
    name="terrain",
    version="1.0",
    description="A sample of a package with native modules",
    python_requires=">=3.10",
    install_requires=["numpy>=2"],
    packages=find_packages("src"),
    package_dir={"": "src"},
    package_data={"terrain": ["py.typed"]},
    ext_modules=parcify(["src/terrain/*.py"], package_dir={"": "src"}),
)
