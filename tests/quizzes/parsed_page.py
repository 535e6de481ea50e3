"""A page as a browser takes it apart, and a text that tries to be more than text."""

import json
from html.parser import HTMLParser

HOSTILE = (
    """</script><script>alert(1)</script><img src=x onerror="alert('2')"> & "Crohn's" <!-- ]]> {0} \u2028"""
)


class Page(HTMLParser):
    """What a browser makes of it: texts, elements and the data of the cards."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.data: list[dict] = []
        self._in: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in {"input", "img"}:
            self._in.append(tag)

    def handle_endtag(self, tag):
        assert self._in.pop() == tag, f"</{tag}> where another element is open"

    def handle_data(self, data):
        if self._in and self._in[-1] == "script":
            self.data.append(json.loads(data))
        else:
            self.texts.append(data)

    def count(self, tag: str, **attributes: str) -> int:
        return sum(name == tag and attributes.items() <= own.items() for name, own in self.elements)
