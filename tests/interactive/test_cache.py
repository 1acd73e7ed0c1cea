"""The cache: one build for all processes, and nothing loaded that is not what was stored."""

import os
import stat
import subprocess
import sys

import pytest


PROGRAM = """
    import warnings
    warnings.simplefilter("always")
    import numpy as np
    import kernels
    print(kernels.total(np.arange(4.0)))
"""


@pytest.fixture
def program(place):
    place.write("program.py", PROGRAM)
    place.write("kernels.py", open(os.path.join(os.path.dirname(__file__), "kernels.py")).read())
    return place


def test_a_second_process_finds_what_the_first_built(program):
    assert program.run("program.py") == "18.0\n"
    assert program.info() == {"folder": str(program.cache), "entries": 1, "hits": 0, "builds": 1,
                              "bytes": program.entries()[0].stat().st_size}
    assert program.run("program.py") == "18.0\n"
    info = program.info()
    assert (info["hits"], info["builds"]) == (1, 1)
    assert stat.S_IMODE(program.cache.stat().st_mode) == 0o700


def test_clear_empties_it_and_counts_anew(program):
    program.run("program.py")
    assert program.parc("cache", "clear") == ""
    info = program.info()
    assert (info["entries"], info["bytes"], info["hits"], info["builds"]) == (0, 0, 0, 0)
    assert program.run("program.py") == "18.0\n"
    assert "builds   1" in program.parc("cache", "info")


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "swap"])
def test_a_damaged_entry_is_dropped_and_built_again(program, damage):
    program.run("program.py")
    entry = program.entries()[0]
    data = bytearray(entry.read_bytes())
    if damage == "flip":
        data[len(data) // 2] ^= 1
    entry.write_bytes({"flip": data, "cut": data[:1000], "empty": b"", "swap": b"\x7fELF" + bytes(1000)}[damage])
    output = program.run("program.py")
    assert "PAR0807" in output and "is damaged, and is built again" in output and output.endswith("18.0\n")
    assert program.run("program.py") == "18.0\n"
    assert program.info()["builds"] == 2


def test_an_entry_that_others_can_write_is_not_loaded(program):
    program.run("program.py")
    program.entries()[0].chmod(0o666)
    output = program.run("program.py")
    assert "PAR0807" in output and "is not the user's alone" in output and output.endswith("18.0\n")
    assert program.run("program.py") == "18.0\n"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_an_entry_of_another_user_is_not_loaded(program):
    program.run("program.py")
    os.chown(program.entries()[0], 12345, 12345)
    output = program.run("program.py")
    assert "PAR0807" in output and output.endswith("18.0\n")
    os.chown(program.cache, 12345, 12345)
    output = program.run("program.py")
    assert "PAR0806" in output and "it belongs to another user" in output and output.endswith("18.0\n")


def test_a_folder_that_others_can_write_is_not_used(program):
    program.cache.mkdir(mode=0o700)
    program.cache.chmod(0o777)
    output = program.run("program.py")
    assert "PAR0806" in output and "others can write to it" in output and output.endswith("18.0\n")
    assert program.entries() == []


def test_a_folder_that_cannot_be_made_is_told_once(program):
    program.cache.write_text("a file")
    program.write("twice.py", PROGRAM + "    print(kernels.total(np.arange(4, dtype=np.float32)))\n")
    output = program.run("twice.py")
    assert output.count("PAR0806") == 1 and output.endswith("18.0\n18.0\n")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
def test_a_full_disk_is_told_and_the_program_runs(program):
    program.cache.mkdir(mode=0o700)
    words = f"mount -t tmpfs -o size=100k,mode=700 tmpfs {program.cache} && exec {sys.executable} program.py && ls -A {program.cache}"
    done = subprocess.run(["unshare", "-m", "sh", "-c", words], cwd=program.folder, env=program.environment(),
                          capture_output=True, text=True)
    if "mount" in done.stderr:
        pytest.skip("nothing can be mounted here")
    assert "PAR0806" in done.stderr and done.stdout == "18.0\n"


def test_an_empty_variable_means_no_cache(program):
    assert program.run("program.py", PARC_CACHE_DIR="") == "18.0\n"
    assert not program.cache.exists()


def test_the_oldest_entries_go_when_it_is_too_large(program):
    program.write("many.py", """
        import numpy as np
        import kernels
        for kind in (np.int8, np.int16, np.int32, np.int64, np.float32):
            kernels.square(kind(3))
    """)
    program.run("many.py", PARC_CACHE_MIB="1")
    info = program.info()
    assert info["builds"] == 5 and info["bytes"] <= 1 << 20 and 1 <= info["entries"] < 5


def test_fifty_processes_make_one_build(place):
    place.write("package/__init__.py", "")
    place.write("package/module.py", """
        def total(n: int) -> int:
            s = 0
            par i in range(n):
                s += i
            return s
    """)
    place.write("program.py", """
        import parc.importer
        parc.importer.install("package")
        from package import module
        print(module.total(10), len(module.__parc_native__))
    """)
    processes = [place.start("program.py") for _ in range(50)]
    assert {process.communicate(timeout=120)[0] for process in processes} == {"45 1\n"}
    info = place.info()
    assert (info["builds"], info["hits"], info["entries"]) == (1, 49, 1)


def test_the_compiler_is_part_of_the_key(program):
    program.run("program.py")
    program.run("program.py", PARC_CXX="g++")
    assert program.info()["builds"] == 2
