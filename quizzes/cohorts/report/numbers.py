"""Numbers as a report writes them, with a dash for a missing one."""

from course.pages import heading
from course.record import ROOT

NONE = "–"


def bank_title(name: str) -> str:
    """Return the title under which readers know a bank: that of its page, or else its name.

    >>> bank_title("a-bank-without-a-page")
    'A bank without a page'
    """
    return heading(ROOT, name) or name.replace("-", " ").capitalize()


def bank_page(name: str) -> str | None:
    """Return the file of the page with a bank's questions, each at its id, or nothing where the book has no such page.

    >>> bank_page("a-bank-without-a-page")
    """
    return f"{name}.html" if heading(ROOT, name) else None


def cut(text: str, most: int) -> str:
    """Return a text, cut to `most` characters.

    >>> cut("Which one?", 10), cut("Which one is it?", 10)
    ('Which one?', 'Which one…')
    """
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def percent(share: float | None) -> str:
    """Return a share, 0..1, as whole percent.

    >>> percent(0.756), percent(0.0), percent(None)
    ('76%', '0%', '–')
    """
    return NONE if share is None else f"{share:.0%}"


def percent_range(low: float | None, high: float | None) -> str:
    """Return an interval of shares, each end 0..1, as whole percent.

    >>> percent_range(0.7, 0.8), percent_range(-0.05, 0.1), percent_range(None, None)
    ('70 to 80%', '−5 to 10%', '–')
    """
    return NONE if low is None or high is None else f"{signed(low * 100, 0)} to {signed(high * 100, 0)}%"


def points(difference: float | None) -> str:
    """Return a difference of shares, -1..1, in percentage points, with its sign.

    >>> points(0.123), points(-0.05), points(0.0)
    ('+12', '−5', '0')
    """
    if difference is None:
        return NONE
    text = signed(difference * 100, 0)
    return f"+{text}" if difference > 0 and text != "0" else text


def points_range(low: float | None, high: float | None) -> str:
    """Return an interval of differences of shares, in percentage points.

    >>> points_range(-0.05, 0.1), points_range(None, None)
    ('−5 to +10', '–')
    """
    return NONE if low is None or high is None else f"{points(low)} to {points(high)}"


def number(value: float | None, digits: int = 2) -> str:
    """Return a number with so many digits after the point, and a true minus.

    >>> number(-0.126), number(None)
    ('−0.13', '–')
    """
    return NONE if value is None else signed(value, digits)


def number_range(low: float | None, high: float | None) -> str:
    """Return an interval with two digits after the point.

    >>> number_range(-0.1, 0.25)
    '−0.10 to 0.25'
    """
    return NONE if low is None or high is None else f"{signed(low, 2)} to {signed(high, 2)}"


def signed(value: float, digits: int) -> str:
    """Return a number with a true minus, and none before a zero.

    >>> signed(-0.001, 2)
    '0.00'
    """
    text = f"{value:.{digits}f}"
    return text.lstrip("-") if float(text) == 0 else text.replace("-", "−")


def count(n: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun.

    >>> count(1, "file"), count(1200, "file"), count(0, "copy", "copies")
    ('1 file', '1,200 files', '0 copies')
    """
    return f"{n:,} {one if n == 1 else many or one + 's'}"
