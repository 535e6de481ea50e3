"""A built page as it stands in the volume: its text, figures, questions, answers and numbers, and nothing to click.

A leaf is made from what a reader of the site has with scripts off, so that nothing is written twice.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import AttributeValueList

# What only a screen has a use for: elements, and classes of others.
ON_A_SCREEN = {"link", "script", "template", "button", "nav", "dialog", "input", "select"}
CLASSES_ON_A_SCREEN = {
    "headerlink",
    "to-questions",
    "back",
    "progress",
    "resume",
    "live",
    "scored",
    "ev-more",
} | {f"quiz-{part}" for part in ("notice", "head", "foot", "said")}
FOR_A_SCREEN = ("tabindex", "hidden", "open", "autocomplete", "method", "for")
NAMED_BY = ("aria-labelledby", "aria-describedby")
IN_PLACE_OF = {
    "form": "div",
    "fieldset": "div",
    "legend": "p",
    "label": "div",
    "details": "div",
    "summary": "p",
}
TOP = "top"
"""The anchor of a leaf as a whole."""


@dataclass(frozen=True)
class Leaf:
    """A page of the volume: its name on the site, such as `marble-thumb`, its heading, and its content.

    Every id within begins with the name, and so does every link within the volume: `#marble-thumb--how-it-shows`.
    """

    name: str
    title: str
    content: Tag

    @property
    def anchor(self) -> str:
        """The anchor of the leaf as a whole."""
        return f"{self.name}--{TOP}"

    def sections(self) -> Iterator[tuple[str, str]]:
        """Yield anchor and heading of each section that is not within another."""
        page = self.content.find("section")
        for section in page.find_all("section", id=True, recursive=False) if page else ():
            if heading := section.find("h2", recursive=False):
                yield str(section["id"]), heading.get_text().strip()

    def anchors(self) -> set[str]:
        """Return every place of the leaf that can be led to."""
        return {str(tag["id"]) for tag in (self.content, *self.content.find_all(id=True))}


def leaf(name: str, html: str, wide: bool = True) -> Leaf:
    """Return a built page as a leaf; of a picture in two layouts the one that is asked for.

    Raises
    ------
    ValueError
        If the page has no article with a heading.
    """
    soup = BeautifulSoup(html, "html.parser")
    article = soup.find("article")
    heading = article.find("h1") if article else None
    if not article or not heading:
        raise ValueError(f"{name}: no article with a heading")
    for tag in article.find_all(True):
        if not tag.decomposed and _is_for_a_screen(tag):
            tag.decompose()
    _one_layout(article, *(("wide", "narrow") if wide else ("narrow", "wide")))
    for title, parts in (("Numbers", _numbers(soup, article)), ("Answers", _answers(soup, article))):
        _at_the_end(soup, article, title, list(parts))
    _plain(soup, article)
    _under(name, article)
    return Leaf(name, heading.get_text().strip(), article)


def bind(leaves: Sequence[Leaf], shown: Callable[[str], str], elsewhere: str | None) -> None:
    """Let each link within the volume lead to its place, told by `shown`.

    What is not in the volume leads to the published site, or is text alone where there is none.
    """
    known = {anchor for each in leaves for anchor in each.anchors()}
    for each in leaves:
        for link in each.content.find_all("a", href=True):
            href = str(link["href"])
            if urlsplit(href).scheme:
                continue
            page, _, anchor = href.removeprefix("#").partition("--")
            if href[1:] in known:
                link["href"] = shown(href)
            elif elsewhere:
                link["href"] = f"{elsewhere}/book/{page}.html" + ("" if anchor == TOP else f"#{anchor}")
            else:
                link.name = "span"
                del link["href"]


def _classes(tag: Tag) -> Sequence[str]:
    return tag.get_attribute_list("class")


def _is_for_a_screen(tag: Tag) -> bool:
    # The words of a switch name what stands beside it with the same words.
    of_a_switch = tag.name in ("label", "legend") and "switch" in _classes(tag.parent or tag)
    return tag.name in ON_A_SCREEN or of_a_switch or not CLASSES_ON_A_SCREEN.isdisjoint(_classes(tag))


def _one_layout(article: Tag, asked: str, other: str) -> None:
    """Of a picture in two layouts leave the one that is asked for, whole, and put its table after it."""
    for drawn in article.find_all("svg", class_=other):
        if drawn.parent and drawn.parent.find("svg", class_=asked):
            drawn.decompose()
    for shown in article.find_all("use"):
        if part := article.find(id=str(shown["href"]).removeprefix("#")):
            part["transform"] = shown["transform"]
            del part["id"], part["class"]
            shown.replace_with(part.extract())
    for shared in article.find_all("svg", class_="shared"):
        shared.decompose()
    for figure in article.find_all("figure", class_="chart"):
        table = figure.find(class_="data", recursive=False)
        caption = figure.find("figcaption")
        if table and caption:
            caption.insert_before(table.extract())


def _at_the_end(soup: BeautifulSoup, article: Tag, title: str, parts: list[Tag]) -> None:
    """Put what was taken out of the text behind it, before the sources, under a heading."""
    if not parts:
        return
    section = soup.new_tag("section", attrs={"id": title.lower(), "class": title.lower()})
    heading = soup.new_tag("h2")
    heading.string = title
    section.extend([heading, *parts])
    if sources := article.find("section", id="sources"):
        sources.insert_before(section)
    else:
        (article.find("section") or article).append(section)


def _numbers(soup: BeautifulSoup, article: Tag) -> Iterator[Tag]:
    """Yield what the card of each number says, in the order of the text, and lead from the number to it."""
    cards = {str(card.get("id")): card.extract() for card in article.find_all(class_="ev-card")}
    said = soup.new_tag("ol")
    for number in article.find_all("a", class_="ev"):
        name = str(number.get("aria-describedby", ""))
        if card := cards.pop(name, None):
            entry = soup.new_tag("li", attrs={"id": name})
            shown = soup.new_tag("b")
            shown.string = number.get_text(" ", strip=True)
            entry.extend([shown, " ", *list(card.children)])
            said.append(entry)
        if name:
            number["href"] = f"#{name}"
    if said.contents:
        yield said


def _answers(soup: BeautifulSoup, article: Tag) -> Iterator[Tag]:
    """Yield hint and answer of each question, with a way back to it, and lead from the question to them."""
    for item in article.find_all("section", class_="item"):
        parts = [
            part.extract()
            for part in item.find_all("details", class_=["clue", "answer"])
            if part.find_parent("details") is None
        ]
        name, told = str(item.get("id", "")), str(item.attrs.pop("aria-label", ""))
        top = item.find(class_="top")
        head = top.find("span") if top else None
        if not parts or not name or not head:
            continue
        answer = soup.new_tag("section", attrs={"id": f"answer-{name}", "class": "answer-to"})
        heading = soup.new_tag("h3")
        heading.append(_link(soup, told or head.get_text(), name))
        answer.extend([heading, *parts])
        head.extend([" ", _link(soup, "Answer", f"answer-{name}")])
        yield answer


def _link(soup: BeautifulSoup, text: str, to: str) -> Tag:
    link = soup.new_tag("a", attrs={"href": f"#{to}"})
    link.string = text
    return link


def _plain(soup: BeautifulSoup, article: Tag) -> None:
    """Unfold what is folded, and make of a form the text that it is on paper."""
    for fields in article.find_all("fieldset"):
        options = [
            row for row in fields.find_all(class_="ruled", recursive=False) if row.find(class_="option")
        ]
        options = options or fields.find_all(class_="option", recursive=False)
        if options:
            listed = soup.new_tag("ol", attrs={"class": "options"})
            options[0].insert_before(listed)
            for option in options:
                option.name = "li"
                listed.append(option)
    for tag in article.find_all(True):
        if tag.name == "summary":
            tag["class"] = AttributeValueList(["summary-of"])
        tag.name = IN_PLACE_OF.get(tag.name, tag.name)
        for attribute in FOR_A_SCREEN if tag.name == "svg" else (*FOR_A_SCREEN, *NAMED_BY):
            tag.attrs.pop(attribute, None)
        if tag.get("role") in ("region", "group", "tooltip"):
            del tag["role"]


def _under(name: str, article: Tag) -> None:
    """Begin each id with the name of the page, and each address within the site with that of the page it leads to."""
    article["id"] = TOP
    for tag in (article, *article.find_all(True)):
        if "id" in tag.attrs:
            tag["id"] = f"{name}--{tag['id']}"
        if "clip-path" in tag.attrs:
            tag["clip-path"] = str(tag["clip-path"]).replace("#", f"#{name}--")
        if tag.name == "a" and "href" in tag.attrs:
            tag["href"] = _address(name, str(tag["href"]))
        for attribute in NAMED_BY:
            if attribute in tag.attrs:
                tag[attribute] = " ".join(f"{name}--{each}" for each in str(tag[attribute]).split())


def _address(name: str, href: str) -> str:
    if urlsplit(href).scheme:
        return href
    path, _, anchor = unquote(href).partition("#")
    page = normpath(path.partition("?")[0]).removesuffix(".html").removeprefix("../book/") if path else name
    return f"#{page}--{anchor or TOP}"
