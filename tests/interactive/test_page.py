"""The listings of docs/interactive.md run: programs as programs, cells in one notebook."""

import pathlib
import re

PAGE = (pathlib.Path(__file__).resolve().parents[2] / "docs" / "interactive.md").read_text(encoding="utf-8")


def listings(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.M | re.S)


def test_programs(place):
    place.write("mypackage/__init__.py", "")
    for number, text in enumerate(listings("python")):
        place.write(f"program{number}.py", text)
        place.run(f"program{number}.py")


def test_cells(place):
    place.write("cells.py", f"""
        import nbclient, nbformat
        cells = [nbformat.v4.new_code_cell(text) for text in {listings("ipython")!r}]
        notebook = nbclient.NotebookClient(nbformat.v4.new_notebook(cells=cells), timeout=60).execute()
        print([output["text"] for cell in notebook.cells for output in cell.outputs])
    """)
    assert "['0.2500\\n']" in place.run("cells.py")
