"""A browser that translates the pages that it shows, as Chromium does: two <font> take the place of each text."""

TRANSLATES = """addEventListener('load', () => {
  const texts = (part) => {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found.filter((text) => text.data.trim() && !text.parentElement.closest('font, script, style, OPTION'));
  };
  const font = (inside) => {
    const made = document.createElement('font');
    made.append(inside);
    return made;
  };
  const translate = (part) => {
    for (const text of texts(part)) text.replaceWith(font(font(text.data.replace(/\\p{L}+/gu, WORD))));
  };
  translate(document.body);
  document.documentElement.lang = LANGUAGE;
  new MutationObserver((changes) => changes.forEach(({ target }) => translate(target)))
    .observe(document.body, { childList: true, subtree: true });
});"""


def translates(*, into_other_words: bool = False) -> str:
    """Return a script for a page; its words stay, or every one becomes another, headings and options too."""
    if not into_other_words:
        return TRANSLATES.replace("OPTION", "option").replace("WORD", "'$&'").replace("LANGUAGE", "'en'")
    return TRANSLATES.replace(", OPTION", "").replace("WORD", "'$&o'").replace("LANGUAGE", "'eo'")
