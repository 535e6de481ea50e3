"""A reader of the built book: a browser context of his or her own, and no network but the site itself."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

# Playwright's word where a test allows no worker behind the page; the page says nothing there.
BLOCKED = "warning: Service Worker registration blocked by Playwright"
# What a page puts off until a change is on the screen is done by then.
PAINTED = "() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))"
# What comes into sight above a figure may push it away again: a reader scrolls on until it is there, and taps it.
ASKED_AND_DRAWN = """figure => {
  if (!figure.dataset.drawn) {
    figure.scrollIntoView({block: 'center', behavior: 'instant'});
    figure.querySelector('.drawing').click();
  }
  return figure.dataset.drawn;
}"""

# A browser may paint a page before all of it has come, so the first frame of the whole page differs from that before.
# An observer tells of that frame when it has been laid out, and its time is the browser's own under any clock.
FIRST_WHOLE = """document.firstWhole = null;
document.addEventListener('readystatechange', () => {
  new IntersectionObserver(([entry], observer) => {
    document.firstWhole = entry.time;
    observer.disconnect();
  }).observe(document.documentElement);
}, {once: true});"""


@dataclass
class Reader:
    """Somebody reading the book: pages open in a context of their own, whose browser finds no other host.

    `foreign` holds the requests to other hosts, `console` what the pages wrote there, policy violations included.
    """

    context: BrowserContext
    address: str
    foreign: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context.on("request", self._see)
        self.context.add_init_script(FIRST_WHOLE)

    def open(self, path: str, *, at: str | None = None) -> Page:
        """Open a page of the site in a new tab."""
        page = self.context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.console.append(f"error: {error}"))
        page.goto((at or self.address) + path)
        return page

    def _hear(self, message: ConsoleMessage) -> None:
        said = f"{message.type}: {message.text}"
        if said != BLOCKED:
            self.console.append(said)

    def _see(self, request: Request) -> None:
        if not request.url.startswith((self.address, "file:", "data:", "blob:")):
            self.foreign.append(request.url)
