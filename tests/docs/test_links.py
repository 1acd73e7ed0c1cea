"""Links between the pages lead to files and headings that are there."""
import re

import pytest
from pages import PAGES, ROOT

LINK = re.compile(r"\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]*))?\)")


def without_code(path):
    return re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)


def links_of(path):
    return LINK.findall(re.sub(r"`[^`]*`", "code", without_code(path)))


def anchors(path):
    """The headings of a page, as links name them."""
    headings = re.findall(r"^#+ (.*)$", without_code(path), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", [*PAGES, *sorted((ROOT / "docs/diagnostics").glob("*.md"))], ids=lambda page: page.name)
def test_links(page):
    for target, anchor in links_of(page):
        path = (page.parent / target).resolve() if target else page
        assert path.exists(), f"{page.name} links to {target}"
        assert not anchor or anchor in anchors(path), f"{page.name} links to {target}#{anchor}"


def test_every_page_is_in_the_readme():
    listed = {target for target, _ in links_of(ROOT / "README.md")}
    assert {f"docs/{page.name}" for page in PAGES if page.parent.name == "docs"} <= listed
