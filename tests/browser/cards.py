"""The cards of numbers and terms, as they come up when the keyboard reaches their links."""

from playwright.sync_api import Locator

# Each link is focused in turn; a card that is not shown has no width.
OFF_THE_SCREEN = """links => links.filter((link) => {
  link.focus();
  const { left, right, width } = link.querySelector('.ev-card').getBoundingClientRect();
  return width === 0 || left < 0 || right > innerWidth;
}).map((link) => link.textContent)"""


def off_the_screen(links: Locator) -> list[str]:
    """Return the texts of those links whose card is not shown, or leaves the screen at its left or right."""
    return links.evaluate_all(OFF_THE_SCREEN)
