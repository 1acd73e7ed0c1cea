"""Builds cases with clang's thread sanitizer in their loops, runs them, and reads its reports. Archer tells the
sanitizer what OpenMP orders.

Every iteration is made a block of its own, and blocks go to the threads in turn, so that iterations that
collide meet on small arrays too. Nothing here knows pytest.
"""
import functools
import os
import pathlib
import re
import shutil
import subprocess
import sys
import sysconfig
from concurrent.futures import ThreadPoolExecutor

from judge import HERE, ROOT
from parc_command import parc_command, resources

CXX = "clang++-19"
INSTRUMENTED = ["-fsanitize=thread", "-g", "-O0", "-w", "-fPIC", "-fopenmp", "-fvisibility=hidden"]
LINKED = ["-shared", "-fuse-ld=lld", "-Wl,--exclude-libs=ALL", "-Wl,--gc-sections", "-Wl,-rpath,$ORIGIN"]
# Parts of the runtime that loads and stores of elements are left to.
PARTS = ("assign", "elements", "layout", "lists")
# What OpenMP's library locks for itself; Archer tells what it orders.
IGNORED = "called_from_lib:libomp.so"


def missing():
    """What the set-up should have installed and is not there; nothing when all is."""
    if shutil.which(CXX) is None:
        return f"{CXX} is not installed"
    for library in (_sanitizer(), _archer()):
        if not library.is_file():
            return f"{library.name} is not installed"
    return ""


def start_failure():
    """Why the sanitizer does not start on this kernel, whose address layout it may not know; nothing when it does."""
    done = subprocess.run([sys.executable, "-c", ""], capture_output=True, text=True, env=_environment(2))
    return done.stderr.strip() if done.returncode else ""


def build_all(texts, folder, elements):
    """Modules in `folder` from a dict from name to Python text; a dict from name to what went wrong, if anything.

    Loops that update elements are told that there are so many: they copy few, and sort the updates of many.
    """
    folder.mkdir()
    (folder / "ignored").write_text(IGNORED)
    shutil.copy(resources() / "libomp.so.5", folder)
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        parts = list(pool.map(lambda part: _build_part(part, folder), PARTS))
        return dict(pool.map(lambda name: (name, _build(name, texts[name], folder, parts, elements)), texts))


def _build_part(part, folder):
    made = folder / f"{part}.o"
    source = ROOT / "runtime" / "core" / f"{part}.cpp"
    _run([CXX, "-std=c++20", *INSTRUMENTED, f"-I{ROOT}", "-c", source, "-o", made], check=True)
    return made


def _build(name, text, folder, parts, elements):
    source = folder / f"{name}.py"
    source.write_text(text, encoding="utf-8")
    emitted = _run([parc_command(), "emit", "--stage=cpp", source])
    if emitted.returncode != 0:
        return emitted.stderr
    kernel = folder / f"{name}.cpp"
    kernel.write_text(_spread(emitted.stdout, name, elements), encoding="utf-8")
    inputs = [kernel, *parts, resources() / "libparc_runtime.a", folder / "libomp.so.5"]
    module = folder / f"{name}{sysconfig.get_config_var('EXT_SUFFIX')}"
    options = ["-std=c++17", *INSTRUMENTED, f"-I{ROOT / 'runtime' / 'kernel'}", *LINKED]
    return _run([CXX, *options, *inputs, "-o", module]).stderr


def _spread(cpp, name, elements):
    """The loops with blocks of one iteration that is worth it, dealt out one by one by threads that say the name;
    and every line of C++ is of a line of Python.
    """
    cpp, count = re.subn(r"parc_block_size\(\w+\)", "1", cpp)
    assert count, f"{name}: no loop has blocks"
    ways = cpp.count("parc_choose_way(")
    cpp, count = re.subn(r"(parc_choose_way\(\w+, \w+), \w+, (.*?), \w+,", rf"\1, 1 << 20, \2, {elements},", cpp)
    assert count == ways, f"{name}: a choice between copies and sorting is written in another way"
    cpp, count = re.subn(r"schedule\(static\)", "schedule(static, 1)", cpp)
    assert count, f"{name}: no loop has a static schedule"
    cpp = re.sub(r"parc_worker_begin\(.*\);", rf'\g<0> __builtin_printf("{name} in parallel\\n");', cpp)
    lines, place = [], ""
    for line in cpp.splitlines():
        place = line if line.startswith("#line") else place
        lines += [place, line]
    return "\n".join(lines)


def run(names, folder, threads):
    """What a process that calls these cases says."""
    command = [sys.executable, HERE / "race_driver.py", folder, *names]
    environment = _environment(threads)
    environment["TSAN_OPTIONS"] += f":suppressions={folder / 'ignored'}"
    done = _run(command, env=environment)
    said = done.stdout + done.stderr
    assert "Archer detected" in said, said
    assert done.returncode == (66 if reports_of(said) else 0), said
    return said


def reports_of(said):
    return re.findall(r"(?ms)^WARNING: ThreadSanitizer.*?^={18}$", said)


def lines_of(report):
    """The name of the case and the numbers of its lines that made the two accesses."""
    stacks = re.findall(r"(?ms)^  (?:Read|Write|Previous)\b.*?^$", report)
    frames = [re.search(r"/(\w+__\w+)\.py:(\d+)", stack) for stack in stacks]
    assert len(frames) == 2 and all(frames), report
    return frames[0][1], {int(frame[2]) for frame in frames}


def parallel(said):
    """Names of the cases whose iterations were shared out."""
    return set(re.findall(r"(?m)^(\w+) in parallel$", said))


def _environment(threads):
    others = {k: v for k, v in os.environ.items() if not k.startswith(("OMP_", "KMP_", "PARC_", "TSAN_"))}
    symbolizer = _run([CXX, "-print-prog-name=llvm-symbolizer"]).stdout.strip()
    return others | {
        "LD_PRELOAD": str(_sanitizer()),
        "TSAN_OPTIONS": f"exitcode=66:external_symbolizer_path={symbolizer}",
        "OMP_TOOL_LIBRARIES": str(_archer()),
        "ARCHER_OPTIONS": "verbose=1",
        "OMP_NUM_THREADS": str(threads),
        "PARC_SMALL": "0",
    }


def _sanitizer():
    return _library("libclang_rt.tsan-x86_64.so")


def _archer():
    return _library("libarcher.so")


@functools.cache
def _library(name):
    return pathlib.Path(_run([CXX, f"-print-file-name={name}"]).stdout.strip()).resolve()


def _run(command, **settings):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=300, **settings)
