"""`--format html` and `--html FILE`: one page that needs nothing beside it."""
import html.parser

from conftest import HEAT, REFUSED

VOID = {"meta"}


class Page(html.parser.HTMLParser):
    """Checks that tags are closed in order; keeps texts by class, anchors and links."""

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.links, self.texts = [], set(), [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        assert not {"src", "onclick", "style"} & set(found) and tag not in ("script", "link", "img")
        if "id" in found:
            assert found["id"] not in self.ids
            self.ids.add(found["id"])
        if tag == "a":
            self.links.append(found["href"])
        if tag not in VOID:
            self.open.append((tag, found.get("class", "")))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        self.texts.append((tuple(self.open), data))

    def under(self, name):
        """All text in elements of this class or tag."""
        return "".join(text for path, text in self.texts if any(name in (tag, *classes.split()) for tag, classes in path))


def page_of(done):
    return Page(done.stdout)


def test_source_and_loops(parc):
    parc.write("heat.py", HEAT)
    done = parc("check", "--format=html", "heat.py", check=0)
    page = page_of(done)
    assert done.stderr == ""
    numbers = page.under("number")
    assert page.under("source").startswith('\n1"""A stencil."""\n2from parc import par\n3import numpy as np\n')
    assert numbers == "".join(str(n) for n in range(1, HEAT.count("\n") + 1))
    assert sorted(page.links) == sorted(f"#{name}" for name in page.ids) and len(page.links) == 2
    assert "par loop in step" in page.under("card") and "tested when the loop starts" in page.under("card")


def test_a_refusal_is_marked(parc):
    parc.write("prefix.py", REFUSED)
    page = page_of(parc("check", "--format=html", "prefix.py", check=1))
    assert page.under("primary") == "a[i - 1]"
    assert page.under("mark") == "a[i]" + "a[i - 1]"
    assert "iteration i = 1 writes a[1], which iteration i = 2 reads" in page.under("card")


def test_vector_code_stands_in_the_source(parc):
    parc.write("heat.py", HEAT)
    parc("compile", "--html=page.html", "heat.py", check=0)
    page = Page((parc.folder / "page.html").read_text(encoding="utf-8"))
    assert "vectorised" in page.under("chip")


def test_a_page_beside_other_output(parc):
    parc.write("heat.py", HEAT)
    parc.write("prefix.py", REFUSED)
    done = parc("check", "--html", "page.html", "heat.py", "prefix.py", check=1)
    assert "par loop in step: parallel" in done.stderr and done.stdout == ""
    page = Page((parc.folder / "page.html").read_text(encoding="utf-8"))
    assert page.under("h2") == "heat.pyprefix.py" and "3 par loops" in page.under("p")
    done = parc("check", "--html", "none/page.html", "heat.py", check=1)
    assert "PAR0005" in done.stderr


def test_nothing_of_the_source_is_markup(parc):
    name = "a&b<i>.py"
    parc.write(name, REFUSED + '\n\ndef f(x):\n    return "</style><script>alert(1)</script>" + x  # \u202e <b>\x0c\n')
    text = parc("check", "--format=html", name, check=1).stdout
    page = Page(text)
    assert "<script>alert(1)</script>" in page.under("source") and name in page.under("h2")
    assert "\u202e" not in text and "\x0c" not in text


def test_files_that_cannot_be_read(parc):
    parc.write("broken.py", "def f(:\n")
    assert "PAR0106" in page_of(parc("check", "--format=html", "broken.py", check=1)).under("card")
    assert "gone.py does not exist" in page_of(parc("check", "--format=html", "gone.py", check=1)).under("card")
