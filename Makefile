# The two commands that matter are `make demo` and `make test`: each installs what is missing,
# builds, and does its work. All others are parts of them or for developers.

PRESET ?= release
BUILD := build/$(PRESET)
VENV_PYTHON := .venv/bin/python
MINUTES ?= 5

.DEFAULT_GOAL := help
.PHONY: help setup build demo test bench format lint fuzz clean

help:
	@echo 'make demo    build, then run the heat sample as Python and natively'
	@echo 'make test    build, then run every check and test'
	@echo 'make build   build the compiler and the runtime (PRESET=release, debug or asan)'
	@echo 'make setup   only install what the project needs'
	@echo 'make bench   compare with C++ and OpenMP, NumPy and Numba'
	@echo 'make format  rewrite the sources with clang-format'
	@echo 'make lint    run clang-tidy'
	@echo 'make fuzz    fuzz the parser and the checker (MINUTES=5)'
	@echo 'make clean   remove what was built (not what was installed)'

setup:
	@tools/setup.sh

build: setup
	@tools/build.sh $(PRESET)

demo: build
	@.venv/bin/parc compile samples/heat/heat.py
	@$(VENV_PYTHON) samples/heat/run.py

test: build
	@tools/run_tests.sh $(PRESET)

bench: build
	@tools/setup.sh bench
	@$(VENV_PYTHON) bench/run.py

format: setup
	@$(VENV_PYTHON) tools/sources.py | xargs clang-format-19 -i

lint: build
	@tools/lint.sh $(PRESET)

fuzz: setup
	@tools/fuzz.sh $(MINUTES)

clean:
	@rm -rf build/release build/debug build/asan build/fuzz build/wheel build/wheel-env
