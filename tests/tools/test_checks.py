"""The checks of tools/ find what they are for."""

import pathlib
import sys

import pytest

TOOLS = pathlib.Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))

import check_layering  # noqa: E402
import check_sizes  # noqa: E402
import check_text  # noqa: E402
import sources  # noqa: E402


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A function that lays out a project of the given files and makes it the one that is checked."""
    monkeypatch.setattr(sources, "ROOT", tmp_path)

    def lay_out(files):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    return lay_out


def test_includes_along_the_layers_pass(project, capsys):
    project({
        "support/a.h": "#include <vector>\n#include <sys/stat.h>\n",
        "ir/b.h": '#include "support/a.h"\n',
        "ir/analysis/set.cpp": '#include <isl/set.h>\n\n#include "ir/b.h"\n',
        "codegen/native/tool.cpp": '#include "clang/Basic/Version.h"\n',
        "ir/b_test.cpp": '#include <gtest/gtest.h>\n#include "ir/b.h"\n',
    })
    assert check_layering.main() == 0
    assert "0 problem(s)" in capsys.readouterr().out


@pytest.mark.parametrize("path, include, complaint", [
    ("support/a.h", '"ir/b.h"', "support/ may not include ir/"),
    ("frontend/check/a.cpp", '"codegen/cpp/c.h"', "frontend/check/ may not include codegen/cpp/"),
    ("runtime/core/a.cpp", '"support/s.h"', "runtime/core/ may not include support/"),
    ("runtime/kernel/a.h", "<cmath>", "the kernel is freestanding"),
    ("ir/a.cpp", "<isl/set.h>", "which only ir/analysis may"),
    ("driver/a.cpp", '"llvm/Support/JSON.h"', "which only codegen/native, codegen/native/static may"),
    ("ir/a.cpp", "<boost/any.hpp>", "a third party"),
    ("ir/a.cpp", "<gtest/gtest.h>", "which only tests may"),
    ("ir/a.cpp", '"nowhere.h"', "no file of the project"),
    ("utilities/a.cpp", '"support/s.h"', "no layer"),
])
def test_an_include_against_the_layers_fails(project, capsys, path, include, complaint):
    project({"support/s.h": "", "ir/b.h": "", "codegen/cpp/c.h": "", path: f"#include {include}\n"})
    assert check_layering.main() == 1
    out = capsys.readouterr().out
    assert complaint in out and "1 problem(s)" in out


def test_too_many_files_with_a_third_party_fail(project, capsys):
    project({f"ir/analysis/{name}.cpp": "#include <isl/set.h>\n" for name in ("a", "b")})
    assert check_layering.main() == 1
    assert "2 files include <isl/…>, at most 1 may" in capsys.readouterr().out


def test_a_circle_of_headers_fails(project, capsys):
    project({"ir/a.h": '#include "ir/b.h"\n', "ir/b.h": '#include "ir/a.h"\n'})
    assert check_layering.main() == 1
    assert "circle of includes: ir/a.h -> ir/b.h -> ir/a.h" in capsys.readouterr().out


def test_includes_in_text_of_tests_do_not_count(project):
    project({"ir/a_test.cpp": 'auto text = R"(\n#include "made_up.h"\n)";\n'})
    assert check_layering.main() == 0


def test_a_file_past_the_limit_fails(project, capsys):
    project({"ir/a.cpp": "\n" * check_sizes.LIMIT})
    assert check_sizes.main() == 0
    project({"ir/a.cpp": "\n" * (check_sizes.LIMIT + 1)})
    assert check_sizes.main() == 1
    assert "ir/a.cpp: 601 lines" in capsys.readouterr().out


@pytest.mark.parametrize("text, complaint", [
    ("// see /" + "home/somebody/notes\n", "a path of somebody's machine"),
    ("// TO" + "DO: later\n", "a mark of unfinished work"),
    ("int a; \n", "white space at the end"),
    ("\tint a;\n", "a tab"),
    ("int a;", "no newline at the end"),
    ("// https://py" + "pi.org/x\n", "the address of a package registry"),
])
def test_text_that_has_no_place_fails(project, capsys, text, complaint):
    project({"ir/a.cpp": text})
    assert check_text.main() == 1
    assert complaint in capsys.readouterr().out
