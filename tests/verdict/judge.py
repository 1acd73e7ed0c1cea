"""Runs `parc check` and `parc compile` on the cases and reads what they say. Nothing here knows pytest."""
import json
import os
import pathlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from parc_command import parc_command

HERE = pathlib.Path(__file__).resolve().parent
CASES = HERE / "cases"
ROOT = HERE.parent.parent
WORDS = {"accept": "parallel", "runtime": "runtime", "refuse": "refused"}


class Case:
    """A file GROUP__FUNCTION.py: `verdicts` are the right ones, `races` the two texts to be pointed at."""

    def __init__(self, name):
        self.name = name
        self.function = name.split("__")[1]
        self.path = CASES / f"{name}.py"
        self.text = self.path.read_text(encoding="utf-8")
        found = dict(re.findall(r"(?m)^#: *(verdict|also|why|races): *(.*)$", self.text))
        words = [found["verdict"], *filter(None, found.get("also", "").split(", "))]
        self.verdicts = {WORDS[word] for word in words}
        self.races = found["races"].split(" vs ") if "races" in found else []


def names():
    return sorted(path.stem for path in CASES.glob("*.py"))


def judge_all(cases, folder):
    """A dict from name to what was found: status, objects, errors, and the answer where it compiled."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return dict(pool.map(lambda case: (case.name, _judge(case, pathlib.Path(folder) / case.name)), cases))


def _judge(case, folder):
    folder.mkdir()
    done = _run([parc_command(), "check", str(case.path), "--format", "json"])
    found = {"status": done.returncode, "errors": done.stderr, "objects": []}
    for line in done.stdout.splitlines():
        found["objects"].append(json.loads(line))
    if done.returncode == 0:
        made = _run([parc_command(), "compile", str(case.path), "--out-dir", str(folder)])
        found["answer"] = _answer(case, folder) if made.returncode == 0 else {"error": made.stderr}
    return found


def _run(command, **settings):
    return subprocess.run(command, capture_output=True, text=True, timeout=300, **settings)


def _answer(case, folder):
    settings = {k: v for k, v in os.environ.items() if not k.startswith(("OMP_", "PARC_"))}
    settings |= {"PARC_SMALL": "0", "OMP_NUM_THREADS": "3"}
    command = [sys.executable, str(HERE / "answer.py"), str(case.path), str(folder), case.function]
    done = _run(command, env=settings)
    return json.loads(done.stdout) if done.returncode == 0 else {"error": done.stdout + done.stderr}


def loops_of(case, found):
    return [o for o in found["objects"] if o["kind"] == "loop" and o["function"] == case.function]


def lines_pointed_at(case, found):
    """The source lines, as text, of the main spans and labels of all errors."""
    lines = case.text.splitlines()
    numbers = set()
    for item in found["objects"]:
        if item["kind"] == "diagnostic" and item["severity"] == "error":
            for span in (item, *item["labels"]):
                numbers.update(range(span["line"], span.get("end_line", span["line"]) + 1))
    return [lines[number - 1] for number in sorted(numbers) if 0 < number <= len(lines)]
