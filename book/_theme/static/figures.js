// @ts-check
// A figure is a picture, made with the page. When a reader asks something of it, plotly draws it over the picture, for
// the width and the light it has; a forest answers by itself (outcomes/frontend/forest).
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  const root = document.documentElement;
  const darkScheme = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (darkScheme.matches ? "dark" : "light")) === "dark";

  /** @typedef {{ react: (drawing: HTMLElement, data: unknown, layout: unknown, options: object) => Promise<unknown> }} Plotly */
  /** @typedef {Record<string, { data: unknown, layout: any, forest?: object }>} Charts what each is drawn from, by the id of its figure */
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
  /** Load what draws, and what it draws. @param {string} [script] */
  const loadAll = async (script = "") => {
    try {
      await Promise.all([load(script), load(own.charts ?? "")]);
      const found = /** @type {Window & { Plotly: Plotly, courseForest: Forests, courseCharts: Charts }} */ (
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

  /** Replace each color by its twin for dark paper. @param {unknown} value @param {Record<string, string>} twins @returns {unknown} */
  const recolor = (value, twins) => {
    if (typeof value === "string") return twins[value] ?? value;
    if (Array.isArray(value)) return value.map((part) => recolor(part, twins));
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, recolor(part, twins)]));
    }
    return value;
  };

  /** Set `annotations[3].xanchor` or `margin.l` in a layout. @param {object} layout @param {string} path @param {unknown} value */
  const set = (layout, path, value) => {
    const keys = path.split(/[.[\]]+/).filter(Boolean);
    const last = keys.pop() ?? "";
    Reflect.set(
      keys.reduce((part, key) => Reflect.get(part, key), layout),
      last,
      value,
    );
  };

  /** @param {HTMLElement} figure */
  const draw = async (figure) => {
    const { drawing, live } = partsOf(figure);
    try {
      const { Plotly, courseCharts } = await loadAll(own.plotly);
      // The layout is changed below; what it was is wanted again for another width. A copy names the figure it is of.
      const { data, layout } = structuredClone(courseCharts[figure.dataset.figure ?? figure.id]);
      // The style sheet decides which layout there is room for; asked here, so that it is decided once.
      const style = getComputedStyle(drawing);
      if (style.getPropertyValue("--layout").trim() === "narrow") {
        for (const [path, value] of Object.entries(layout.meta.narrow)) set(layout, path, value);
      }
      Object.assign(layout, { width: drawing.clientWidth, height: drawing.clientHeight });
      const twins = isDark() ? layout.meta.dark : {};
      await Plotly.react(live, recolor(data, twins), recolor(layout, twins), {
        displayModeBar: false,
        responsive: false,
      });
      figure.querySelector(".failed")?.remove();
      figure.dataset.drawn = `${drawing.clientWidth}${isDark() ? " dark" : ""}`;
      return true;
    } catch {
      if (!figure.querySelector(".failed")) drawing.after(failed());
      return false;
    }
  };

  const failed = () => {
    const said = document.createElement("p");
    said.className = "failed";
    said.setAttribute("role", "status");
    said.textContent = "What each point says could not be loaded. It is in the table below.";
    return said;
  };

  /** The picture, and what plotly draws over it. @param {HTMLElement} figure */
  const partsOf = (figure) => {
    const drawing = /** @type {HTMLElement} */ (figure.querySelector(".drawing"));
    const live = drawing.querySelector(".live") ?? drawing.appendChild(document.createElement("div"));
    live.className = "live";
    return { drawing, live: /** @type {HTMLElement} */ (live) };
  };

  /** @type {Set<HTMLElement>} */
  const asked = new Set();
  const redraw = () => asked.forEach((figure) => void draw(figure));

  /**
   * The reader points at a figure or taps it: plotly takes the place of the picture, and answers at once.
   * @param {HTMLElement} figure @param {MouseEvent} at
   */
  async function ask(figure, { clientX, clientY }) {
    if (asked.has(figure)) return;
    asked.add(figure);
    if (!(await draw(figure))) {
      // Asked again, it may be there.
      asked.delete(figure);
      return;
    }
    let width = figure.clientWidth;
    new ResizeObserver(() => {
      if (figure.clientWidth === width) return;
      width = figure.clientWidth;
      void draw(figure);
    }).observe(figure);
    const under = document.elementFromPoint(clientX, clientY);
    under?.dispatchEvent(new MouseEvent("mousemove", { clientX, clientY, bubbles: true }));
  }

  const figures = /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll("figure.chart:not([data-drawn], [data-chart])")
  );
  for (const figure of figures) {
    const { drawing } = partsOf(figure);
    // A finger that scrolls past asks nothing.
    drawing.addEventListener("pointermove", (event) => event.pointerType === "mouse" && void ask(figure, event));
    drawing.addEventListener("click", (event) => void ask(figure, event));
  }

  /** A forest, once a reader or the address asks something of it. @param {HTMLElement} figure */
  function forest(figure) {
    const drawing = /** @type {HTMLElement} */ (figure.querySelector(".drawing"));
    const says = "Chart. Arrow keys go from result to result, Enter to the study of one.";
    drawing.removeAttribute("aria-hidden");
    for (const picture of drawing.children) picture.setAttribute("aria-hidden", "true");
    for (const [name, value] of Object.entries({ role: "application", tabindex: "0", "aria-label": says }))
      drawing.setAttribute(name, value);
    /** @type {Promise<(event: Event) => void> | null} */
    let started = null;
    const begin = () => {
      started ??= loadAll(own.forest).then(({ courseForest, courseCharts }) => {
        figure.querySelector(".failed")?.remove();
        return courseForest.start(figure, courseCharts[figure.dataset.figure ?? figure.id].forest ?? {});
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
    forest(/** @type {HTMLElement} */ (figure));

  darkScheme.addEventListener("change", redraw);
  new MutationObserver(redraw).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
})();
