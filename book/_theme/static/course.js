// @ts-check
// What every page does: light or dark, which voice first, the cards of numbers and citations, and how far one has come.
(() => {
  const root = document.documentElement;

  /** @param {string} name @param {string} value */
  const keep = (name, value) => {
    root.dataset[name] = value;
    try {
      localStorage.setItem(`${root.dataset.book}.${name}`, value);
    } catch {
      // Refused or full: the choice lasts as long as the page.
    }
  };

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";
  const mode = /** @type {HTMLButtonElement | null} */ (document.querySelector("button.mode"));
  mode?.addEventListener("click", () => keep("theme", isDark() ? "light" : "dark"));

  const plain = /** @type {HTMLElement | null} */ (document.querySelector("article section.plain"));
  const voice = plain?.querySelector("button.voice");
  if (plain && voice instanceof HTMLButtonElement) {
    const above = plain.nextElementSibling;
    const show = () => {
      // The style sheet has placed it already; the document follows, for those who hear the page.
      const after = root.dataset.voice === "clinical" ? document.getElementById("check-yourself") : above;
      after?.before(plain);
    };
    voice.addEventListener("click", () => {
      keep("voice", root.dataset.voice === "clinical" ? "plain" : "clinical");
      show();
      voice.focus({ preventScroll: true });
    });
    show();
  }

  // To the search from anywhere: Ctrl or Command and K; a slash too, where nothing is typed and nobody has turned it off.
  const toSearch = /** @type {HTMLAnchorElement} */ (document.querySelector("a.to-search"));
  const slash = /** @type {HTMLInputElement | null} */ (document.getElementById("slash"));
  const isOff = () => {
    try {
      return localStorage.getItem(`${root.dataset.book}.slash`) === "off";
    } catch {
      return false;
    }
  };
  document.addEventListener("keydown", (event) => {
    const typing =
      event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]");
    const chord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === "k";
    const alone = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing && !isOff();
    if (!chord && !alone) return;
    event.preventDefault();
    const query = document.getElementById("query");
    if (query) query.focus();
    else location.href = toSearch.href;
  });
  if (slash) {
    slash.checked = !isOff();
    slash.addEventListener("change", () => keep("slash", slash.checked ? "on" : "off"));
  }

  // What is folded opens when an address leads into it, or to the section or drawing that has it. A table that takes the
  // place of its chart opens by an address of its own: who is led to a chart comes for the chart.
  const unfold = () => {
    let target;
    try {
      target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      // An address that cannot be read names nothing.
    }
    if (!target) return;
    target.querySelector(":scope > :is(.data:not(:has(~ :is(.drawing, .switch))), .fold)")?.setAttribute("open", "");
    let closed = target.closest("details:not([open])");
    if (!closed) return;
    for (; closed; closed = target.closest("details:not([open])")) closed.setAttribute("open", "");
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  if (!history.state?.folded) unfold();

  /** Those that paper alone has opened. @type {Element[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.fold:not([open])")];
    for (const fold of opened) fold.setAttribute("open", "");
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.removeAttribute("open");
  });

  // What can be done with a figure is loaded when a reader asks for it; before a room, the figure stands alone.
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** @typedef {Record<string, (figure: HTMLElement, way: HTMLElement) => Promise<void>>} Take */
  /** @type {Promise<Take> | undefined} */
  let taking;
  const loadTake = () =>
    (taking ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL("take.js", src).href;
      script.onload = () => resolve(/** @type {Window & { courseTake?: Take }} */ (window).courseTake ?? {});
      script.onerror = () => {
        taking = undefined;
        reject();
      };
      document.head.append(script);
    }));
  for (const act of ["enlarge", "take"]) {
    for (const found of document.querySelectorAll(`figure.chart:not([data-figure]) > .toolbar > .${act}`)) {
      const way = /** @type {HTMLElement} */ (found);
      const figure = /** @type {HTMLElement} */ (way.closest("figure"));
      const words = way.textContent;
      way.addEventListener("click", async () => {
        way.textContent = words;
        try {
          await (await loadTake())[act](figure, way);
        } catch {
          way.textContent = `${words}: not loaded`;
        }
      });
    }
  }

  const progress = /** @type {HTMLElement | null} */ (document.querySelector(".chapter-head .progress"));
  const untouched = progress?.textContent ?? "";
  document.addEventListener("quiz:change", (event) => {
    const { answered, total } = /** @type {CustomEvent} */ (event).detail;
    if (progress) progress.textContent = answered === 0 ? untouched : `${answered} of ${total} answered`;
    const listed = /** @type {HTMLElement | null} */ (document.querySelector('.sections a[href="#check-yourself"]'));
    if (listed) listed.dataset.answered = `${answered}/${total}`;
  });

  // The card of a number, a term or a citation: shown by hover and focus in the style sheet; here it is kept on the screen and put away.
  /** @param {Element | null} target */
  const linkOf = (target) => /** @type {HTMLElement | null} */ (target?.closest?.("a.ev, a.term, a.cite") ?? null);

  /** The entries that a citation such as `3-5,7` leads to. @param {HTMLElement} link */
  const cited = (link) =>
    (link.firstChild?.textContent ?? "").split(",").flatMap((run) => {
      const [first, last = first] = run.split("-").map(Number);
      return Array.from({ length: last - first + 1 }, (_, at) => first + at);
    });

  /** A card with more works than these is no longer read on a telephone. */
  const MOST = 4;
  /** The card of a citation says what the list has, and is made when somebody asks. @param {HTMLElement} link */
  const makeCard = (link) => {
    const card = Object.assign(document.createElement("span"), { className: "ev-card", role: "tooltip" });
    const all = cited(link);
    for (const number of all.length > MOST ? all.slice(0, MOST - 1) : all) {
      const entry = document.getElementById(`source-${number}`)?.cloneNode(true);
      if (!(entry instanceof HTMLElement)) continue;
      entry.querySelector(".back")?.remove();
      for (const way of entry.querySelectorAll("a")) way.replaceWith(...way.childNodes);
      const [title, said] = [document.createElement("span"), document.createElement("span")];
      title.className = "ev-title";
      title.textContent = `Source ${number}`;
      said.append(...entry.childNodes);
      card.append(title, " ", said, " ");
    }
    if (all.length > MOST) {
      const rest = document.createElement("span");
      rest.className = "ev-more";
      rest.textContent = `and ${all.length - MOST + 1} more in the list`;
      card.append(rest);
    }
    // It describes the number and is no part of the sentence.
    card.setAttribute("aria-hidden", "true");
    card.id = `card-${link.getAttribute("href")?.slice(1)}-${document.querySelectorAll(".cite .ev-card").length}`;
    link.append(card);
    link.setAttribute("aria-describedby", card.id);
  };

  /** @param {HTMLElement} link */
  const place = (link) => {
    if (link.matches(".cite:not([aria-describedby])")) makeCard(link);
    const card = document.getElementById(link.getAttribute("aria-describedby") ?? "");
    if (!card) return;
    // A card is on the page once, and goes to the link that is looked at.
    if (card.parentElement !== link) link.append(card);
    card.style.removeProperty("--shift");
    const { left, right } = card.getBoundingClientRect();
    const width = root.clientWidth;
    const shift = right > width - 8 ? width - 8 - right : left < 8 ? 8 - left : 0;
    card.style.setProperty("--shift", `${Math.max(shift, 8 - left)}px`);
  };

  for (const type of ["mouseover", "focusin"]) {
    document.addEventListener(type, (event) => {
      const link = linkOf(/** @type {Element} */ (event.target));
      if (link) place(link);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const link of document.querySelectorAll(":is(a.ev, a.term, a.cite):is(:hover, :focus)"))
      link.classList.add("closed");
  });
  for (const type of ["mouseout", "focusout"]) {
    document.addEventListener(type, (event) => {
      const link = linkOf(/** @type {Element} */ (event.target));
      const to = /** @type {MouseEvent | FocusEvent} */ (event).relatedTarget;
      if (!link || (to instanceof Node && link.contains(to))) return;
      link.classList.remove("closed");
      // Where a mouse lies beside the screen, it leaves what a finger has tapped.
      if (type === "focusout") link.classList.remove("shown");
    });
  }
  /** Mark in the list what a citation has led to; an address alone marks only the first. @param {number[]} numbers */
  const mark = (numbers) => {
    for (const entry of document.querySelectorAll(".sources li"))
      entry.classList.toggle("marked", numbers.includes(Number(entry.id.slice("source-".length))));
  };
  // Touch: the first tap shows the card, the second follows the link.
  document.addEventListener("click", (event) => {
    const link = linkOf(/** @type {Element} */ (event.target));
    if (!link) return;
    const { pointerType } = /** @type {PointerEvent} */ (event);
    if (pointerType !== "touch" || link.classList.contains("shown")) {
      if (link.matches(".cite")) mark(cited(link));
      // Who follows it is done with the card.
      link.classList.remove("shown");
      link.classList.add("closed");
      return;
    }
    event.preventDefault();
    link.focus();
    link.classList.remove("closed");
    link.classList.add("shown");
    place(link);
  });

  // A worker keeps what was read for a time without a network, where there can be one (book/_theme/offline); in a frame
  // the browser is asked to keep nothing. What it says is shown by a script of its own.
  addEventListener("load", async () => {
    try {
      const { serviceWorker } = navigator;
      if (!serviceWorker || parent !== window || !location.protocol.startsWith("http")) return;
      serviceWorker.addEventListener("message", () => {
        if (document.querySelector('script[src*="/offline.js"]')) document.dispatchEvent(new Event("course:edition"));
        else {
          root.dataset.edition = "old";
          document.head.append(
            Object.assign(document.createElement("script"), { src: new URL("offline.js", src).href }),
          );
        }
      });
      await serviceWorker.register(new URL("sw.js", new URL(root.dataset.content_root ?? "", location.href)));
      const { active } = await serviceWorker.ready;
      active?.postMessage({ visited: performance.getEntriesByType("resource").map(({ name }) => name) });
    } catch {
      // A private window, or a host without it: the book is read as before.
    }
  });
})();
