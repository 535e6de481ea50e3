// @ts-check
// Where one is, and the way elsewhere: the bar, the line of progress, and the lists of sections and pages, which stand
// beside the text where there is room and in a sheet where there is none.
(() => {
  const contents = document.getElementById("contents");
  const sheet = document.querySelector("dialog.sheet");
  if (!contents || !(sheet instanceof HTMLDialogElement)) return;
  const navs = [...contents.children];
  const sections = /** @type {HTMLElement | undefined} */ (navs.find((nav) => nav.matches(".sections")));
  const beside = matchMedia("(min-width: 76rem)");

  /** @returns {HTMLElement | null} */
  const current = () => sections?.querySelector("[aria-current]") ?? null;

  /** Bring what is marked to the middle of a list where it is out of sight. @param {HTMLElement} list */
  const bringInto = (list) => {
    const link = current();
    if (!link) return;
    const [inner, outer] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
    if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
    list.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
  };

  /** @param {string} which `sections` or `pages` */
  const show = (which) => {
    sheet.dataset.shown = which;
    for (const button of sheet.querySelectorAll("button[value]"))
      button.setAttribute("aria-pressed", String(button.getAttribute("value") === which));
    sheet.scrollTop = 0;
    if (which === "sections") bringInto(sheet);
  };

  const open = () => {
    if (beside.matches) {
      (current() ?? contents.querySelector("a"))?.focus();
      return;
    }
    sheet.append(...navs);
    sheet.showModal();
    show(sections ? "sections" : "pages");
    current()?.focus({ preventScroll: true });
  };

  for (const link of document.querySelectorAll('a[href="#contents"]')) {
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      open();
    });
  }
  sheet.addEventListener("close", () => contents.append(...navs));
  sheet.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const which = target.closest("button[value]")?.getAttribute("value");
    if (which) show(which);
    // Its own box has no room beside what is in it: who meets it alone has pressed what lies behind.
    else if (target === sheet || target.closest("a, .close")) sheet.close();
  });
  beside.addEventListener("change", () => sheet.close());

  const title = document.querySelector(".here-section");
  const above = title?.textContent ?? "";
  const line = /** @type {HTMLElement | null} */ (document.querySelector(".bar .read"));
  document.addEventListener("place:now", (event) => {
    const now = /** @type {CustomEvent} */ (event).detail;
    line?.style.setProperty("--read", String(now?.read ?? 0));
    const link = now ? sections?.querySelector(`a[href="#${CSS.escape(now.id)}"]`) : null;
    if (link === current()) return;
    current()?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    if (title) title.textContent = link?.textContent ?? above;
    if (sections && beside.matches) bringInto(sections);
  });
})();
