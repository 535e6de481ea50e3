"""The page from which a chapter is opened in the browser's own kernel: it says what that takes before it begins."""

from collections.abc import Mapping

from course import course
from records.markup import data_script, document, join, style, tag

PAGE = (
    "body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 38rem; margin: 3rem auto; padding: 0 1rem }"
    " h1 { line-height: 1.2 } li a { display: inline-block; padding: 0.55rem 0 }"
)
PYTHON_TAKES = "a quarter of a minute to a minute"
LAB = 4_000_000  # bytes of JupyterLab itself that a browser loads for a notebook; `make lite-chapter` measures them


def launch_page(chapters: Mapping[str, str], kernel: int) -> str:
    """Return the page.

    Parameters
    ----------
    chapters : mapping
        Name of each notebook -> its title, in the order of the book.
    kernel : int
        What the kernel loads [bytes].
    """
    title = f"{course().title}: live in your browser"
    megabytes = tag("strong", f"about {round((LAB + kernel) / 1e6)} MB")
    python = tag("strong", PYTHON_TAKES)
    head = join(
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        style(PAGE),
        # JupyterLite reads its settings up to the page that says it is the root.
        data_script({}, id="jupyter-config-data", data_jupyter_lite_root="."),
    )
    items = (
        tag("li", tag("a", said, href=f"lab/index.html?path={name}.ipynb"), id=name)
        for name, said in chapters.items()
    )
    body = tag(
        "main",
        tag("h1", title),
        tag(
            "p",
            "Each chapter below opens as a notebook in JupyterLab, with Python at work in your own browser. "
            "Nothing is installed, no server computes for you, and nothing is asked of any other host.",
        ),
        tag("p", "The first chapter loads ", megabytes, ", and Python is ready after ", python, "; "
            "the chapters after it take no loading, and the same wait. Use a computer, not a phone."),
        tag("p", "Then choose ", tag("em", "Run"), ", ", tag("em", "Run All Cells"), ". "
            "What you change is kept in this browser and goes nowhere else; answers last as long as Python runs."),
        tag("ul", *items),
        tag("p", "All is as in JupyterLab, but for polars, which no browser has: tables are lists of rows, cells that "
            "need it are shown and not run, and a class is read with ", tag("code", "make lab"), " or on Binder."),
    )  # fmt: skip
    return document(head, tag("body", body))
