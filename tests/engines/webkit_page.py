"""A page of WebKit in the words of Playwright's Page and Locator, as far as the journeys use them, over WebDriver."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

from patience import PATIENCE

# WebDriver runs the body of a function, not a module.
FIND = (Path(__file__).parent / "find.js").read_text("utf-8").replace("export const", "const")
KEY = {
    "Space": Keys.SPACE, "Enter": Keys.ENTER, "Escape": Keys.ESCAPE, "Tab": Keys.TAB, "ArrowDown": Keys.ARROW_DOWN
}  # fmt: skip
FUNCTION = "const it = ({0}); return typeof it === 'function' ? it(...arguments) : it;"
# Where the element is, once it was brought to the middle; nothing where it is out of view all the same.
BROUGHT_INTO_VIEW = """const [one] = arguments;
one.scrollIntoView({block: 'center', behavior: 'instant'});
const {x, y, height} = one.getBoundingClientRect();
return y + height / 2 > 0 && y + height / 2 < innerHeight ? [x, y] : null;"""


class Finder:
    """Where one looks for something: a page, or what has been found."""

    page: "Page"
    steps: tuple

    def _then(self, *step: object) -> "Locator":
        return Locator(self.page, (*self.steps, step))

    def locator(self, css: str, *, has_text: str | None = None) -> "Locator":
        found = self._then("css", css)
        return found if has_text is None else found.filter(has_text=has_text)

    def get_by_role(self, role: str, *, name: str = "", exact: bool = False) -> "Locator":
        return self._then("role", role, name, exact)

    def get_by_text(self, text: str, *, exact: bool = False) -> "Locator":
        return self._then("text", text, exact)

    def get_by_label(self, text: str) -> "Locator":
        return self._then("label", text)


class Locator(Finder):
    """What the steps lead to, looked for anew at each use."""

    def __init__(self, page: "Page", steps: tuple) -> None:
        self.page, self.steps = page, steps

    def filter(self, *, has: "Locator | None" = None, has_text: str | None = None) -> "Locator":
        return self._then("hasText", has_text) if has is None else self._then("has", has.steps)

    def nth(self, at: int) -> "Locator":
        return self._then("nth", at)

    @property
    def first(self) -> "Locator":
        return self.nth(0)

    @property
    def last(self) -> "Locator":
        return self.nth(-1)

    def _now(self) -> list[WebElement]:
        return self.page.driver.execute_script(f"{FIND} return find(arguments[0]);", json.dumps(self.steps))

    def _one(self, ready: Callable[[WebElement], bool] = lambda _: True) -> WebElement:
        """Wait for the one element that is meant, and for it to be ready."""

        def found(_: WebDriver) -> WebElement | None:
            here = self._now()
            assert len(here) < 2, f"{self.steps} is not one place but {len(here)}"
            return here[0] if here and ready(here[0]) else None

        return self.page.wait(found, f"nothing at {self.steps}")

    def all(self) -> list["Locator"]:
        return [self.nth(at) for at in range(self.count())]

    def count(self) -> int:
        return len(self._now())

    def wait_for(self) -> None:
        self._one(WebElement.is_displayed)

    def evaluate(self, code: str, argument: object = None) -> Any:
        return self.page.driver.execute_script(FUNCTION.format(code), self._one(), argument)

    def evaluate_all(self, code: str) -> object:
        # WebKit's driver takes one element as an argument, but no list of them.
        script = f"{FIND} return ({code})(find(arguments[0]));"
        return self.page.driver.execute_script(script, json.dumps(self.steps))

    def inner_text(self) -> str:
        return self.evaluate("one => one.innerText")

    def get_attribute(self, name: str) -> str | None:
        return self.evaluate("(one, name) => one.getAttribute(name)", name)

    def focus(self) -> None:
        self.evaluate("one => one.focus()")

    def scroll_into_view_if_needed(self) -> None:
        self.evaluate("one => one.scrollIntoView({block: 'center', behavior: 'instant'})")

    def click(self) -> None:
        self._at_rest().click()

    def _at_rest(self) -> WebElement:
        """Wait for the one element to be in view, and to stay where it is: a long chapter settles as it is scrolled."""
        places: list[object] = [None]

        def at_rest(one: WebElement) -> bool:
            if not (one.is_displayed() and one.is_enabled()):
                return False
            places.append(self.page.driver.execute_script(BROUGHT_INTO_VIEW, one))
            return places[-1] is not None and places[-1] == places[-2]

        return self._one(at_rest)

    def press(self, key: str) -> None:
        self.focus()
        self.page.keyboard.press(key)

    def press_sequentially(self, text: str) -> None:
        self.focus()
        self.page.keyboard.type(text)

    def fill(self, text: str) -> None:
        self._one(WebElement.is_displayed).clear()
        self.press_sequentially(text)

    def select_option(self, *, label: str) -> None:
        self.scroll_into_view_if_needed()
        Select(self._one(WebElement.is_displayed)).select_by_visible_text(label)

    def set_input_files(self, path: Path) -> None:
        self._one().send_keys(str(path))


class Keyboard:
    """The keys, which go to whatever has the focus."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver

    def press(self, key: str) -> None:
        self.type(KEY[key])

    def type(self, text: str) -> None:
        ActionChains(self.driver).send_keys(text).perform()


class Page(Finder):
    """The page in WebKit's window."""

    def __init__(self, driver: WebDriver) -> None:
        self.page, self.steps, self.driver, self.keyboard = self, (), driver, Keyboard(driver)

    @property
    def url(self) -> str:
        return self.driver.current_url

    def wait(self, ready: Callable[[WebDriver], object], told: str) -> Any:
        # A plain card that wakes is another element from then on: it is looked for again.
        replaced = (StaleElementReferenceException,)
        waiting = WebDriverWait(self.driver, PATIENCE, poll_frequency=0.05, ignored_exceptions=replaced)
        return waiting.until(ready, told)

    def goto(self, address: str) -> None:
        same = self.url.partition("#")[0] == address.partition("#")[0] and "#" in address
        if same:
            self.driver.get(address)
        else:
            self._leave(lambda: self.driver.get(address))

    def reload(self) -> None:
        self._leave(self.driver.refresh)

    def _leave(self, go: Callable[[], None]) -> None:
        """Go, and wait for the other page: a page that keeps its place as it is left seems to the driver to be it."""
        self.driver.execute_script("window.leaving = true")
        go()
        there = "return window.leaving === undefined && document.readyState === 'complete'"
        self.wait(lambda driver: driver.execute_script(there), "the page that was gone to has not come")

    def evaluate(self, code: str, argument: object = None) -> object:
        return self.driver.execute_script(FUNCTION.format(code), argument)

    def wait_for_function(self, code: str, *, arg: object = None) -> None:
        self.wait(lambda _: self.evaluate(code, arg), code)
