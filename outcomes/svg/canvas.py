"""Primitives of a drawing: text that is wrapped and measured, boxes, lines, arrows; SVG in the end."""

from __future__ import annotations

from collections.abc import Sequence

from records.markup import Markup, tag

# Widths of letters in hundredths of the size, from a wide typeface (DejaVu Sans), so that no text is cut off.
_WIDTHS = {
    **dict.fromkeys(" \N{NO-BREAK SPACE}',.:;|!/il’jI·′", 34), **dict.fromkeys("frt()[]-J\"“”", 44),
    **dict.fromkeys("scz?*_", 56), **dict.fromkeys("OQNGDHU&C", 79), **dict.fromkeys("mMW@%—", 99),
    **dict.fromkeys("+<>=~#×≥≤→←w", 84), **dict.fromkeys("ABEKRSVXZ", 71),
}  # fmt: skip
_OTHER = 65
_ROUNDED = 1.03  # a screen may round each letter up to a whole pixel
_BOLD = 1.14
WIDE, NARROW = 620, 300
LEADING = 1.34


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """Return an upper estimate of the width [px] of a line of text set in letters of `size` [px].

    >>> width_of("", 14), width_of("lump", 10) < width_of("lump", 10, bold=True)
    (0.0, True)
    """
    return (
        sum(_WIDTHS.get(letter, _OTHER) for letter in words) / 100 * size * _ROUNDED * (_BOLD if bold else 1)
    )


def wrapped(words: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Break a text, in letters of `size` [px], into lines no wider than `width` [px]; a longer word stands alone.

    >>> wrapped("bone and lung", 60, 10)
    ['bone and', 'lung']
    """
    lines: list[str] = []
    for word in words.split(" "):  # no break at a no-break space
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


class Canvas:
    """A drawing in the making, `WIDE` or `NARROW` units across; it grows downward as things are put in.

    Every length and place is in these units, from the top left corner. A unit is a pixel or a little more: the SVG
    is as wide as its column, up to a limit that the style sets. A `kind` is a class of `drawing.css`.
    """

    def __init__(self, width: int, name: str = "", shared: dict[str, Markup] | None = None) -> None:
        self.width = width
        self.narrow = width == NARROW
        self.layout = "narrow" if self.narrow else "wide"
        self._drawing = name
        self._name = f"{name}-{self.layout}"
        self._shared = shared
        self.size = 13 if self.narrow else 14
        self.bottom = 0.0
        self._behind: list[Markup] = []
        self._clips = self._owned = 0
        self._parts: list[Markup] = []

    def text(
        self, words: str, x: float, y: float, width: float, kind: str = "", *, middle: bool = False
    ) -> float:
        """Put a text with its top at `y`, wrapped to `width`, and return the y of its end.

        `x` is its left edge or, with `middle`, its middle.
        """
        bold = bool({"strong", "accent", "note", "on"} & set(kind.split()))
        lines = wrapped(words, width, self.size, bold=bold)
        step = self.size * LEADING
        first = y + self.size
        lines = [f"{line} " for line in lines[:-1]] + lines[
            -1:
        ]  # so that the whole reads and copies as a sentence
        spans = [
            tag("tspan", line, x=f"{x:g}", y=f"{first + step * row:.1f}") for row, line in enumerate(lines)
        ]
        anchor = "middle" if middle else None
        self._put(tag("text", *spans, class_=kind, text_anchor=anchor), y + step * len(lines))
        return y + step * len(lines)

    def height(self, words: str, width: float) -> float:
        """Return the height of a wrapped text."""
        return len(wrapped(words, width, self.size)) * self.size * LEADING

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        kind: str,
        *,
        radius: float = 8,
        behind: bool = True,
    ) -> None:
        """Put a rectangle; by default behind whatever was put before."""
        size = {"width": f"{width:g}", "height": f"{height:.1f}", "rx": f"{radius:g}"}
        self._put(tag("rect", class_=kind, x=f"{x:g}", y=f"{y:.1f}", **size), y + height, behind=behind)

    def path(self, steps: str, kind: str, *, bottom: float = 0, behind: bool = True) -> None:
        """Put a path of SVG; `bottom` is how far down it reaches."""
        self._put(tag("path", class_=kind, d=steps), bottom, behind=behind)

    def circle(self, x: float, y: float, radius: float, kind: str, *, behind: bool = False) -> None:
        """Put a circle about its middle."""
        self._put(_circle(x, y, radius, kind), y + radius, behind=behind)

    def within(self, x: float, y: float, radius: float, paths: Sequence[tuple[str, str]]) -> None:
        """Put paths, each with its kind, clipped to a circle; behind, like all paths."""
        self._clips += 1
        name = f"{self._name}-clip-{self._clips}"
        self._put(tag("clipPath", _circle(x, y, radius), id=name), y + radius, behind=True)
        drawn = (tag("path", class_=kind, d=steps) for kind, steps in paths)
        self._put(tag("g", *drawn, clip_path=f"url(#{name})"), y + radius, behind=True)

    def own(self) -> Canvas:
        """Return a canvas for a part that is drawn about 0, alike in each layout, and put in as a whole (`inset`)."""
        self._owned += 1
        part = Canvas(self.width)
        part._name = f"{self._drawing}-{self._owned}"
        return part

    def inset(self, part: Canvas, x: float, y: float, scale: float, bottom: float) -> None:
        """Put what was drawn on another canvas, its 0 at a place, behind; `bottom` is how far down it reaches.

        Where layouts share their parts, the part is among these, and is only named here.

        Raises
        ------
        ValueError
            If another layout drew this part otherwise.
        """
        moved = f"translate({x:g} {y:.1f})" + ("" if scale == 1 else f" scale({scale:.3g})")
        drawn = (*part._behind, *part._parts)
        if self._shared is None:
            self._put(tag("g", *drawn, transform=moved), bottom, behind=True)
            return
        # Some engines style what is shown here by what stands around it there, others by what is in it.
        whole = tag("g", *drawn, id=part._name, class_="drawn")
        if self._shared.setdefault(part._name, whole) != whole:
            raise ValueError(f"{part._name}: is not alike in the wide and the narrow layout")
        self._put(tag("use", href=f"#{part._name}", transform=moved), bottom, behind=True)

    def arrow_head(self, x: float, y: float, toward: str) -> None:
        """Put the tip of an arrow that ends at a point; `toward` is one of down, up, left, right."""
        ends = {
            "down": "l-5 -9 h10 z",
            "up": "l-5 9 h10 z",
            "right": "l-9 -5 v10 z",
            "left": "l9 -5 v10 z",
        }
        self.path(f"M{x:g} {y:.1f} {ends[toward]}", "mark", bottom=y, behind=False)

    def aside(self, words: str, x: float, y: float, width: float) -> float:
        """Put a text in a box of the pitfalls' color; return the y of its end."""
        pad = 10
        end = self.text(words, x + pad + 4, y + pad - 3, width - 2 * pad - 4) + pad - 1
        self.box(x, y, width, end - y, "aside", radius=4)
        self.box(x, y, 4, end - y, "edge", radius=1, behind=False)
        return end

    def _put(self, part: Markup, bottom: float, *, behind: bool = False) -> None:
        (self._behind if behind else self._parts).append(part)
        self.bottom = max(self.bottom, bottom)

    def svg(self, title: str, description: str) -> Markup:
        """Return the drawing as SVG: a picture with a name and a description."""
        named, described = f"{self._name}-title", f"{self._name}-desc"
        return tag(
            "svg",
            tag("title", title, id=named),
            tag("desc", description, id=described),
            *self._behind,
            *self._parts,
            class_=self.layout,
            viewBox=f"0 0 {self.width} {self.bottom + 4:.0f}",
            role="img",
            aria_labelledby=named,
            aria_describedby=described,
            xmlns="http://www.w3.org/2000/svg",
        )


def _circle(x: float, y: float, radius: float, kind: str | None = None) -> Markup:
    return tag("circle", class_=kind, cx=f"{x:g}", cy=f"{y:.1f}", r=f"{radius:g}")
