"""samples/tutorial.ipynb: in a kernel, and in JupyterLab with a browser."""

import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import time

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

NOTEBOOK = pathlib.Path(__file__).resolve().parents[2] / "samples/tutorial.ipynb"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def plain(text):
    return re.sub("\x1b\\[[0-9;]*m", "", text)


def shown(output):
    return plain(output.get("text") or output.get("data", {}).get("text/plain") or "\n".join(output.get("traceback", [])))


def test_the_tutorial_in_a_kernel(cache):
    notebook = nbformat.read(NOTEBOOK, 4)
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    texts = ["\n".join(map(shown, cell.outputs)) for cell in cells]
    assert re.match(r"compiled in [\d.]+ ms, ran in [\d.]+ ms\n\n\(np.int64\(200\), 10610293\)", texts[2])
    assert texts[4] == "mean brightness 0.7790, darkest 0.0 in row 27\n"
    assert "Cell In[7]:2: par loop in <module>: parallel" in texts[6]
    assert "<title>" in cells[6].outputs[0].data["text/html"]
    assert texts[7].startswith("CompileError\nerror[PAR0501]: iteration y = 1 writes blurred[1, 0]")
    assert texts[8] == "44.31479741019215"
    assert texts[9].endswith("IndexError: index 400 is out of bounds for axis 0 with size 400")
    assert texts[10].endswith("3.1416014")
    assert texts[11].endswith("3.144 ['(points: int) -> float']\n")


def test_a_failing_cell_fails_the_run(cache):
    notebook = nbformat.read(NOTEBOOK, 4)
    for cell in notebook.cells:
        cell.metadata.pop("tags", None)
    with pytest.raises(CellExecutionError, match="PAR0501"):
        NotebookClient(notebook, timeout=120, kernel_name="python3").execute()


@pytest.fixture
def lab(tmp_path, cache):
    """The address of a JupyterLab with the notebook, whose kernel is this Python."""
    pytest.importorskip("jupyterlab", reason="jupyterlab is not installed")
    pytest.importorskip("playwright", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium")
    shutil.copy(NOTEBOOK, tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}",
               "--IdentityProvider.token=token", f"--ServerApp.root_dir={tmp_path}", "--LabApp.news_url=",
               "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    folders = {f"JUPYTER_{name}_DIR": str(tmp_path / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    server = subprocess.Popen(command, env={**os.environ, **folders}, stderr=subprocess.DEVNULL)
    yield f"http://127.0.0.1:{port}/lab/tree/{NOTEBOOK.name}?token=token"
    server.terminate()
    server.wait(30)


def test_the_tutorial_in_a_browser(lab, tmp_path):
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 4000})
        for _ in range(60):
            try:
                page.goto(lab)
                break
            except Error:
                time.sleep(1)
        page.wait_for_selector(".jp-Notebook .jp-CodeCell")
        page.wait_for_selector("text=Idle", state="attached")
        page.wait_for_load_state("networkidle")
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_text("Run All Cells", exact=True).click()
        cells = page.locator(".jp-Notebook .jp-CodeCell")
        cells.nth(11).locator("text=3.144").wait_for(timeout=90000)
        folder = pathlib.Path(os.environ.get("PARC_SCREENSHOTS", tmp_path))
        for number in range(cells.count()):
            cells.nth(number).screenshot(path=folder / f"cell{number + 1}.png")
        texts = [cell.locator(".jp-OutputArea").inner_text() for cell in cells.all()]
        report = cells.nth(6).frame_locator("iframe").locator("body").inner_text()
        bar = cells.nth(10).locator("progress")
        assert bar.get_attribute("value") == bar.get_attribute("max") == "20000000"
        browser.close()
    assert "(np.int64(200), 10610293)" in texts[2]
    assert "1 par loop" in report and "histogram is a reduction" in report
    assert "error[PAR0501]" in texts[7] and "written here" in texts[7]
    assert "----> 3     image[y, 0] = 0" in texts[9].replace("\xa0", " ")
