// @ts-check
// A figure is a picture, made with the page. When a reader asks something of it, its points say what they are, from data
// that are loaded then; a forest answers by a script of its own (outcomes/frontend/forest).
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

  /** @typedef {{ text: string[], href: string | null } | null} Point */
  /** @typedef {Record<string, { points?: Point[], forest?: object }>} Charts what each can say, by the id of its figure */
  /** @typedef {{ start: (figure: HTMLElement, forest: object) => (event: Event) => void }} Forests */
  /** @type {Map<string, Promise<unknown>>} */
  const loaded = new Map();
  /** Load a script, once. @param {string} source */
  const load = (source) => {
    const before = loaded.get(source);
    if (before) return before;
    const loading = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = source;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    loaded.set(source, loading);
    return loading;
  };
  /** Load what a figure can say, and the script that says it where that is one of its own. @param {string} [script] */
  const loadAll = async (script) => {
    try {
      await Promise.all([script && load(script), load(own.charts ?? "")]);
      const found = /** @type {Window & { courseForest: Forests, courseCharts: Charts }} */ (
        /** @type {unknown} */ (window)
      );
      if (found.courseCharts) return found;
    } catch {
      // Said below.
    }
    // Asked for again, they may be there.
    loaded.clear();
    throw new Error("not loaded");
  };

  const failed = () => {
    const said = document.createElement("p");
    said.className = "failed";
    said.setAttribute("role", "status");
    said.textContent = "What each point says could not be loaded. It is in the table below.";
    return said;
  };

  /** How far from a point a finger may be [px]. */
  const REACH = 24;

  /**
   * The points of a picture answer; what is returned answers events.
   * @param {HTMLElement} figure @param {Point[]} points what is said of each mark of a picture, in their order
   */
  function startPoints(figure, points) {
    const drawing = /** @type {HTMLElement} */ (figure.querySelector(".drawing"));
    const card = drawing.appendChild(document.createElement("div"));
    card.className = "point-card";
    const said = document.createElement("p");
    said.className = "said aside";
    said.setAttribute("role", "status");
    drawing.before(said);
    /** The one that the keys are at. */
    let at = -1;
    const close = () => {
      card.hidden = true;
    };
    close();

    /** The points that say something, with the middle of their marks in the layout that is seen [px]. */
    const seen = () => {
      const pictures = [...drawing.querySelectorAll(".picture")];
      const picture = pictures.find((one) => one.getClientRects().length > 0);
      return [...(picture?.querySelectorAll(":scope > circle, .mark > path") ?? [])].flatMap((mark, index) => {
        const { left, right, top, bottom } = mark.getBoundingClientRect();
        return points[index] ? [{ point: points[index], x: (left + right) / 2, y: (top + bottom) / 2 }] : [];
      });
    };

    /** @param {{ point: NonNullable<Point>, y: number }} found */
    function open({ point: { text, href }, y }) {
      const away = document.createElement("button");
      Object.assign(away, { type: "button", className: "close", ariaLabel: "Close", textContent: "×", onclick: close });
      const lines = text.map((words, index) => {
        const isLink = href && index === text.length - 1;
        const line = document.createElement(isLink ? "a" : "span");
        if (isLink) line.setAttribute("href", href);
        line.className = index === 0 ? "ev-title" : isLink ? "ev-source" : "";
        line.textContent = words;
        return line;
      });
      card.replaceChildren(away, ...lines);
      card.style.setProperty("--top", `${y + REACH / 2 - drawing.getBoundingClientRect().top}px`);
      card.hidden = false;
    }

    /** @param {MouseEvent} event */
    function nearest({ clientX, clientY }) {
      const far = (/** @type {{ x: number, y: number }} */ { x, y }) => Math.hypot(x - clientX, y - clientY);
      const [first] = seen().sort((one, other) => far(one) - far(other));
      return first && far(first) <= REACH ? first : null;
    }

    /** @param {Event} event */
    return (event) => {
      if (event instanceof KeyboardEvent) {
        const all = seen();
        const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
        if (event.key === "Escape") {
          close();
          drawing.focus();
        } else if (step && !card.contains(document.activeElement)) {
          at = Math.max(0, Math.min(all.length - 1, at + step));
          open(all[at]);
          said.textContent = all[at].point.text.join(". ");
        } else if (event.key === "Enter" && event.target === drawing && !card.hidden) card.querySelector("a")?.focus();
        return;
      }
      if (card.contains(/** @type {Element} */ (event.target))) return;
      const found = nearest(/** @type {MouseEvent} */ (event));
      if (found) open(found);
      else if (event.type === "click") close();
    };
  }

  /** Bring a figure to life, once a reader or the address asks something of it. @param {HTMLElement} figure */
  function chart(figure) {
    const isForest = figure.dataset.chart === "forest";
    const drawing = /** @type {HTMLElement} */ (figure.querySelector(".drawing"));
    const says = "Chart. Arrow keys go from result to result, Enter to the study of one.";
    drawing.removeAttribute("aria-hidden");
    for (const picture of drawing.children) picture.setAttribute("aria-hidden", "true");
    for (const [name, value] of Object.entries({ role: "application", tabindex: "0", "aria-label": says }))
      drawing.setAttribute(name, value);
    /** @type {Promise<(event: Event) => void> | null} */
    let started = null;
    const begin = () => {
      started ??= loadAll(isForest ? own.forest : undefined).then(({ courseForest, courseCharts }) => {
        figure.querySelector(".failed")?.remove();
        const { forest = {}, points = [] } = courseCharts[figure.dataset.figure ?? figure.id];
        const answer = isForest ? courseForest.start(figure, forest) : startPoints(figure, points);
        figure.dataset.drawn = figure.dataset.chart;
        return answer;
      });
      started.catch(() => {
        started = null;
        if (!figure.querySelector(".failed")) drawing.after(failed());
      });
      return started;
    };
    /** @param {Event} event */
    const ask = (event) => {
      // The keys go through the results, not through the page.
      if (event instanceof KeyboardEvent && event.key.startsWith("Arrow")) event.preventDefault();
      begin().then(
        (answer) => answer(event),
        () => {},
      );
    };
    figure.querySelector(".choose")?.addEventListener("click", ask);
    drawing.addEventListener("click", ask);
    drawing.addEventListener("keydown", ask);
    // A finger that scrolls past asks nothing.
    if (!isForest) drawing.addEventListener("pointermove", (event) => event.pointerType === "mouse" && ask(event));
    if (new URLSearchParams(location.search).get("figure") === figure.id) {
      // The address of a section may have taken the place of the figure's since (place.js).
      try {
        history.replaceState(history.state, "", `#${figure.id}`);
      } catch {
        // A page from a folder may not change its address.
      }
      figure.scrollIntoView();
      void begin();
    }
  }
  for (const figure of document.querySelectorAll("figure.chart[data-chart]"))
    chart(/** @type {HTMLElement} */ (figure));
})();
