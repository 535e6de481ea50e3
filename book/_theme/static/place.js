// @ts-check
// The reader's place: the section on top and how far into it. The address follows it, a reload comes back to it, and a
// later visit of a chapter offers it. It is kept by heading, so that another width or a changed text does not lose it.
(() => {
  const root = document.documentElement;
  /** Milliseconds without scrolling, after which somebody is reading. Safari takes 100 addresses in 30 s. */
  const SETTLED = 400;
  /** Where the storage has the places of all chapters, by chapter. */
  const KEY = `${root.dataset.book}.place`;
  const { chapter } = root.dataset;

  /** @typedef {{ id: string, into: number }} Place a section, and how much of it stands above the line [0 to 1] */

  const listed = new Set(
    [...document.querySelectorAll(".sections a")].map((link) => /** @type {HTMLAnchorElement} */ (link).hash.slice(1)),
  );
  /** What a place is told by: sections, and within them figures and questions. */
  const MARKS = "article :is(section, figure)[id]";
  const marks = () => [...document.querySelectorAll(MARKS)].filter((mark) => mark.getClientRects().length > 0);
  /** The line under the bar at which an address puts its heading [px], and a little more. */
  const line = () => Number.parseFloat(getComputedStyle(root).scrollPaddingTop) + 16;

  /** Where each mark begins and ends [px from the top of the window]; it ends where the next one begins. */
  function extents() {
    const all = marks();
    const tops = all.map((mark) => mark.getBoundingClientRect().top);
    const end = document.querySelector("article")?.getBoundingClientRect().bottom ?? 0;
    return all.map((mark, at) => ({ mark, top: tops[at], bottom: tops[at + 1] ?? end }));
  }

  /** The mark on top and how far into it; and its section, the which of how many, and how far into that. */
  function whereNow() {
    const all = extents();
    const y = line();
    const atEnd = scrollY > 0 && scrollY + innerHeight >= root.scrollHeight - 2;
    // A browser stops at whole pixels, so that what was gone to may stand a fraction below the line.
    const passed = atEnd ? all : all.filter(({ top }) => top < y + 1);
    const sections = all.filter(({ mark }) => listed.has(mark.id));
    const begun = passed.filter(({ mark }) => listed.has(mark.id));
    const [last, section] = [passed[passed.length - 1], begun[begun.length - 1]];
    if (!last || !section) return null;
    const until = sections[begun.length]?.top ?? all[all.length - 1].bottom;
    /** @param {number} top @param {number} bottom */
    const share = (top, bottom) => (atEnd ? 1 : Math.min(1, (y - top) / Math.max(1, bottom - top)));
    const place = { id: last.mark.id, into: share(last.top, last.bottom) };
    return {
      place,
      id: section.mark.id,
      read: (begun.length - 1 + share(section.top, until)) / sections.length,
    };
  }

  /** Whether the place is there. @param {unknown} place @returns {place is Place} */
  function isHere(place) {
    const { id, into } = /** @type {Partial<Place>} */ (place ?? {});
    if (typeof id !== "string" || typeof into !== "number" || into < 0 || into > 1) return false;
    return document.getElementById(id)?.matches(MARKS) ?? false;
  }

  /** A place that is kept, or the head of its section where what it was told by is gone. @param {unknown} place */
  const whatIsLeftOf = (place) =>
    [place, { id: /** @type {{ section?: string } | null} */ (place)?.section, into: 0 }].find(isHere);

  /** @param {Place} place */
  function goTo({ id, into }) {
    const found = extents().find(({ mark }) => mark.id === id);
    if (found) scrollBy({ top: found.top + into * (found.bottom - found.top) - line(), behavior: "instant" });
  }

  /** @returns {Record<string, unknown>} */
  function kept() {
    try {
      const found = JSON.parse(localStorage.getItem(KEY) ?? "{}");
      return typeof found === "object" && found !== null && !Array.isArray(found) ? found : {};
    } catch {
      // Refused, or not ours: as on a first visit.
      return {};
    }
  }

  /** Whether the reader has moved here: who has only opened the page has no new place. */
  let moved = false;
  let shown = "";
  const offer = /** @type {HTMLElement | null} */ (document.querySelector(".resume"));
  const isOffered = () => offer?.hidden === false;

  /** Runs from the last scroll until the place is kept; 0 where it is. */
  let timer = 0;

  function keep() {
    clearTimeout(timer);
    timer = 0;
    const now = whereNow();
    const id = now?.id ?? "";
    // Within one section an address may say more: a question, a figure, a term.
    const address = id === shown ? location.href : id === "" ? location.pathname + location.search : `#${id}`;
    shown = id;
    // Who has only come by what is folded there finds it so after a reload, although the address names it.
    const folded = document.getElementById(id)?.matches(":has(> .fold:not([open]))") ?? false;
    try {
      history.replaceState({ ...history.state, place: now?.place, folded }, "", address);
    } catch {
      // Some engines take no address from a folder, and none takes hundreds at once.
    }
    if (!chapter || !moved || !now || isOffered()) return;
    try {
      localStorage.setItem(
        KEY,
        JSON.stringify({ ...kept(), [chapter]: { ...now.place, section: now.id, at: Date.now() } }),
      );
    } catch {
      // Refused or full: a later visit begins at the top.
    }
  }

  const tell = () => document.dispatchEvent(new CustomEvent("place:now", { detail: whereNow() }));

  function takeBack() {
    if (offer) offer.hidden = true;
  }

  /** @param {Place} place */
  function offerTo(place) {
    let section = document.getElementById(place.id)?.closest("section");
    while (section && !listed.has(section.id)) section = section.parentElement?.closest("section");
    const heading = section?.querySelector("h2, h3");
    const [at, go, away] = [".resume-at", ".resume-go", ".resume-away"].map((name) => offer?.querySelector(name));
    if (!offer || !heading || !at || !go || !away) return;
    at.textContent = (heading.firstChild?.textContent ?? "").trim();
    go.addEventListener("click", (event) => {
      event.preventDefault();
      takeBack();
      goTo(place);
      heading.setAttribute("tabindex", "-1");
      /** @type {HTMLElement} */ (heading).focus({ preventScroll: true });
    });
    away.addEventListener("click", takeBack);
    offer.hidden = false;
  }

  history.scrollRestoration = "manual";
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  const discarded = "wasDiscarded" in document && document.wasDiscarded === true;
  const comesBack = discarded || visit?.type === "reload" || visit?.type === "back_forward";
  const [before, last] = [history.state?.place, chapter ? whatIsLeftOf(kept()[chapter]) : undefined];
  if (comesBack && isHere(before)) {
    // Questions that are still to come move what stands around them; then the place is gone to.
    if (root.dataset.asking === undefined) goTo(before);
    // An engine goes to the heading of the address once more when all has come; the reader may be on the way by then.
    const again = new AbortController();
    const away = () => again.abort();
    for (const type of ["wheel", "touchstart", "keydown", "pointerdown"])
      addEventListener(type, away, { once: true, signal: again.signal });
    const back = () => again.signal.aborted || goTo(before);
    // A card has a mean height until it is drawn, some frames later; what stands below it would hold its own place then.
    let frames = 20;
    const onceMore = () => {
      back();
      frames -= 1;
      if (frames > 0 && !again.signal.aborted) requestAnimationFrame(onceMore);
    };
    addEventListener("load", () => setTimeout(onceMore), { signal: again.signal });
  } else if (visit?.type === "navigate" && location.hash === "" && last) {
    // The first page has offered it already.
    if (location.search === "?continue") goTo(last);
    else offerTo(last);
  }

  shown = whereNow()?.id ?? "";
  let waiting = false;
  addEventListener(
    "scroll",
    () => {
      moved = true;
      clearTimeout(timer);
      timer = setTimeout(keep, SETTLED);
      if (scrollY > 2 * innerHeight) takeBack();
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        tell();
      });
    },
    { passive: true },
  );
  addEventListener("resize", tell);
  // Who leaves in the middle of a scroll. Otherwise the history is left alone: in some engines what is written there on
  // the way to another page is taken for that page.
  const keepUnsettled = () => timer !== 0 && keep();
  addEventListener("pagehide", keepUnsettled);
  // A step back within the page leads to the line: a browser that is told to leave the place alone stays where it is.
  const keepBeforeAJump = (/** @type {Event} */ { target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (link?.hash && link.pathname === location.pathname) keep();
  };
  document.addEventListener("click", keepBeforeAJump, true);
  addEventListener("popstate", ({ state }) => isHere(state?.place) && goTo(state.place));
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keepUnsettled());
  // Erased in another tab: what this one knows must not come back by its being closed.
  addEventListener("storage", ({ key, newValue }) => {
    if ((key !== null && key !== KEY) || newValue !== null) return;
    moved = false;
    takeBack();
  });
  tell();
})();
