"""Where an engine keeps what a reader answers, and a page as if nobody had answered there before."""


def storage(engine, place):
    """Return what has the storage: the page, or the frame that has it for all pages where each has its own."""
    if (engine.name, place.name) != ("firefox", "folder"):
        return engine.page
    frame = engine.page.wait_for_selector("iframe[src$='/folder.htm']", state="attached").content_frame()
    frame.wait_for_function("() => document.readyState === 'complete'")
    return frame


def begin(engine, place, address):
    """Open a page where nothing is kept yet, neither by it nor for all pages of a folder."""
    page = engine.page
    page.goto(address)
    page.evaluate("localStorage.clear()")
    storage(engine, place).evaluate("localStorage.clear()")
    page.reload()
