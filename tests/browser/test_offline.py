"""The book without a network: what was read is there, all of it can be taken along, and no page mixes two editions."""

import re
import time

import pytest
from playwright.sync_api import Error, Page, expect
from taking import FIRST, answer, card, kept, start_exam

from figures import POINTS
from hosting import hosted, put
from marble_thumb import CHAPTER, OTHER, STACKED
from patience import PATIENCE
from reader import ASKED_AND_DRAWN, Reader

HOME = "book/index.html"
WHOLE = (
    "The whole book is on this device: search, review and all but files for download work without a network."
)
TAKE = re.compile(r"^Take the whole book along \([\d.]+ MB\)$")
# Waits until files are held by this browser, whatever their edition; whether they came.
HELD = """async ([paths, patience]) => {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    const held = [];
    for (const name of await caches.keys())
      held.push(...(await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname));
    if (paths.every(path => held.some(one => one.endsWith(path)))) return true;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return false;
}"""
ADDRESSES = """async () => {
  const kept = await Promise.all((await caches.keys()).map(name => caches.open(name)));
  return (await Promise.all(kept.map(cache => cache.keys()))).flat().map(({ url }) => url);
}"""
EDITIONS = """() => {
  const { dataset, classList } = document.documentElement;
  return [dataset.of, ...[...classList].filter(name => name.startsWith("script-"))];
}"""


@pytest.fixture
def host(small_site, tmp_path):
    """The first edition of the small book, on a host."""
    put(small_site, tmp_path / "host", 1)
    with hosted(tmp_path / "host") as host:
        yield host


@pytest.fixture
def reader(new_reader, host) -> Reader:
    """A reader in whose browser a worker may stand behind the pages."""
    reader = new_reader(service_workers="allow")
    reader.address = host.address
    return reader


def keeps(page: Page, *paths: str) -> None:
    assert page.evaluate(HELD, [paths, PATIENCE * 1000])


def read(reader: Reader, folder: str = "") -> Page:
    """Open the chapter of the book in a folder of the host, and wait until it is kept with its questions."""
    base = f"{folder}/" if folder else ""
    page = reader.open(base + CHAPTER)
    files = (CHAPTER, "_static/quiz.js", "_static/items/marble-thumb.js", HOME, "_static/offline.js")
    keeps(page, *(f"/{base}{file}" for file in files))
    return page


def take_along(page: Page) -> None:
    page.locator(".take-along").get_by_role("button", name=TAKE).click()
    expect(page.locator(".take-along").get_by_role("status")).to_have_text(WHOLE)


def test_what_was_read_is_there_without_a_network_and_what_was_not_is_told(reader, host):
    page = read(reader)
    keeps(page, "/_static/outlines/marble-thumb.js", "/_static/home.js")
    # What every object of JavaScript has is no file of the book.
    missing = page.goto(f"{host.address}constructor")
    assert missing is not None
    assert missing.status == 404
    page.close()
    host.off()
    page = reader.open(STACKED)
    answer(page, FIRST, right=True)
    expect(card(page, FIRST).locator(".verdict")).to_contain_text("Right.")
    page.goto(f"{host.address}{OTHER}")
    expect(page.get_by_role("heading")).to_have_text("Not on this device")
    page.get_by_role("link", name="Open the first page").click()
    expect(page.locator(".go-on")).to_be_visible()
    expect(page.locator(".map-standing.begun")).to_contain_text("1 of")
    reader.console.clear()  # the browser says there that the page did not come, as it should


def test_one_button_takes_the_whole_book_along(reader, host):
    page = reader.open(HOME)
    offer = page.locator(".take-along")
    expect(offer.get_by_role("button")).to_have_text(TAKE)
    expect(offer).to_contain_text(re.compile(r"The whole book takes \d MB on this device\."))
    host.only(15)
    offer.get_by_role("button").click()
    expect(offer.get_by_role("progressbar")).to_be_visible()
    expect(offer.get_by_role("status")).to_have_text(re.compile(r"^[\d.]+ MB of [\d.]+ MB taken along$"))
    offer.get_by_role("button", name="Stop").click()
    host.all()
    expect(offer.get_by_role("button")).to_have_text(TAKE)
    before = {path for path in host.asked if "/_static/" in path}
    page.reload()
    # Until the last of it is held, the browser may be asking for some of it once more.
    keeps(page, *before)
    del host.asked[:]
    take_along(page)
    assert len(host.asked) > 50
    assert before & set(host.asked) == set()  # what had come was not asked for again
    host.off()
    walk(reader)


def test_what_was_taken_along_can_be_removed_again(reader, host):
    page = reader.open(STACKED)
    answer(page, FIRST, right=True)
    page.goto(f"{host.address}{HOME}")
    take_along(page)
    offer = page.locator(".take-along")
    remove = offer.get_by_role("button", name=re.compile(r"^Remove it from this device \([\d.]+ MB\)$"))
    remove.press("Enter")
    expect(offer.get_by_role("button", name="Keep it")).to_be_focused()
    offer.get_by_role("button", name="Keep it").press("Enter")
    expect(remove).to_be_focused()
    remove.press("Enter")
    offer.get_by_role("button", name="Remove it", exact=True).click()
    expect(offer.get_by_role("status")).to_have_text("The book is removed from this device.")
    expect(offer.get_by_role("button")).to_have_text(TAKE)
    assert all("?note=" in address for address in page.evaluate(ADDRESSES))
    page.goto(f"{host.address}book/progress.html")
    expect(page.locator(".memory-done")).to_contain_text("1 of")


def walk(reader: Reader) -> None:
    """Use what needs most: the search, a chart that answers, the progress, the review."""
    page = reader.open("search.html?q=mitten")
    expect(page.locator("#search-results li").first).to_be_visible()
    page.goto(f"{reader.address}{CHAPTER}")
    page.wait_for_function(ASKED_AND_DRAWN, arg=page.locator(POINTS).first.element_handle())
    page.goto(f"{reader.address}{STACKED}")
    answer(page, FIRST, right=False)
    page.goto(f"{reader.address}book/progress.html")
    expect(page.locator(".memory-done")).to_contain_text("1 of")
    page.goto(f"{reader.address}book/review.html")
    expect(page.locator(".review-state")).to_have_text("Nothing to review today.")


def test_an_edition_that_comes_in_an_exam_mixes_nothing_and_loses_no_answer(reader, host, small_site):
    read(reader).close()
    page = reader.open(STACKED)
    start_exam(page)
    choose(page)
    put(small_site, host.folder, 2)
    reader.open(HOME).close()
    told = page.locator(".newer")
    expect(told.get_by_role("status")).to_have_text("There is a newer edition of this course.")
    choose(page)
    figure = page.locator(POINTS).first
    figure.locator(".drawing").click()
    expect(figure.get_by_role("status").or_(page.locator(".failed")).first).to_be_visible()
    assert page.evaluate(EDITIONS) == ["1", "script-1"]
    before = kept(page)["exams"]
    told.get_by_role("button", name="Show it").click()
    page.wait_for_function("() => document.documentElement.dataset.of === '2'")
    expect(page.locator(".quiz[data-mode=exam]")).to_be_attached()
    assert page.evaluate(EDITIONS) == ["2", "script-2"]
    assert kept(page)["exams"] == before
    reader.console.clear()  # what the first edition no longer gets is said there


def choose(page: Page) -> None:
    page.locator(".item:visible label.option").first.click()
    page.get_by_role("button", name="Next question").click()


def test_two_books_in_folders_of_one_host_do_not_touch_each_other(new_reader, small_site, tmp_path):
    for folder in ("one", "two/deeper"):
        put(small_site, tmp_path / folder, 1)
    with hosted(tmp_path) as host:
        reader = new_reader(service_workers="allow")
        reader.address = host.address
        for folder in ("one", "two/deeper"):
            read(reader, folder).close()
        put(small_site, tmp_path / "one", 2)
        page = reader.open(f"one/{HOME}")
        page.locator(".newer").get_by_role("button", name="Show it").click()
        page.wait_for_function("() => document.documentElement.dataset.of === '2'")
        host.off()
        for folder, edition in (("one", "2"), ("two/deeper", "1")):
            page.goto(f"{host.address}{folder}/{CHAPTER}")
            assert page.evaluate(EDITIONS) == [edition, f"script-{edition}"]


BROKEN = """self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", event => event.respondWith(Response.error()));"""
DAMAGED = """async () => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys())
      if (url.includes("?note=")) await cache.put(url, new Response("{"));
  }
}"""

# Waits until a worker that the host has now stands behind the page: it knows no more than it reads.
UPDATED = """async () => {
  const { serviceWorker } = navigator;
  const taken = new Promise(resolve => serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
  await (await serviceWorker.ready).update();
  await taken;
}"""


def test_a_worker_that_breaks_every_page_is_gone_once_the_host_has_a_good_one(reader, host):
    good = (host.folder / "sw.js").read_text("utf-8")
    (host.folder / "sw.js").write_text(BROKEN, "utf-8")
    page = reader.open(CHAPTER)
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    with pytest.raises(Error):
        page.goto(f"{host.address}{OTHER}")
    (host.folder / "sw.js").write_text(good, "utf-8")
    # As the browser does by itself some time after each page that was opened.
    browser = reader.context.new_cdp_session(page)
    browser.send("ServiceWorker.enable")
    browser.send("ServiceWorker.updateRegistration", {"scopeURL": host.address})
    opened_again(page, f"{host.address}{CHAPTER}")
    keeps(page, CHAPTER, "_static/quiz.js")
    reader.console.clear()  # the browser says there which pages the broken one has not given


def opened_again(page: Page, address: str) -> None:
    """Try until the page comes."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            page.goto(address)
        except Error:
            continue
        return
    raise AssertionError(f"{address} has never come again")


def test_where_what_it_remembers_is_damaged_pages_come_from_the_host_and_are_kept_anew(reader, host):
    page = read(reader)
    page.evaluate(DAMAGED)
    (host.folder / "sw.js").write_text((host.folder / "sw.js").read_text("utf-8") + "\n", "utf-8")
    page.evaluate(UPDATED)
    page.goto(f"{host.address}{OTHER}")
    keeps(page, OTHER)
    assert page.evaluate(EDITIONS) == ["1", "script-1"]


def test_a_browser_finds_nothing_missing_to_install_it(reader):
    page = read(reader)
    page.reload()
    browser_says = reader.context.new_cdp_session(page).send("Page.getInstallabilityErrors")
    assert browser_says == {"installabilityErrors": []}
