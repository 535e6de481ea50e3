// @ts-check
// Draws a figure when it comes near the screen, for the width and the light it has.
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  const root = document.documentElement;
  const darkScheme = matchMedia("(prefers-color-scheme: dark)");
  const printing = matchMedia("print");
  const isDark = () => !printing.matches && (root.dataset.theme ?? (darkScheme.matches ? "dark" : "light")) === "dark";

  /** @typedef {{ react: (drawing: HTMLElement, data: unknown, layout: unknown, options: object) => Promise<unknown> }} Plotly */
  /** @typedef {Record<string, { data: unknown, layout: any }>} Charts what each is drawn from, by the id of its figure */
  /** @type {Map<string, Promise<unknown>>} */
  const asked = new Map();
  /** Load a script, once. @param {string} source */
  const load = (source) => {
    const before = asked.get(source);
    if (before) return before;
    const loading = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = source;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    asked.set(source, loading);
    return loading;
  };
  /** Load what draws, and what it draws. */
  const loadAll = async () => {
    try {
      await Promise.all([load(own.plotly ?? ""), load(own.charts ?? "")]);
      const { Plotly, courseCharts } = /** @type {Window & { Plotly?: Plotly, courseCharts?: Charts }} */ (window);
      if (Plotly && courseCharts) return { Plotly, courseCharts };
    } catch {
      // Said below.
    }
    // Asked for again, they may be there.
    asked.clear();
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
    const drawing = /** @type {HTMLElement} */ (figure.querySelector(".drawing"));
    try {
      const { Plotly, courseCharts } = await loadAll();
      // The layout is changed below; what it was is wanted again for another width.
      const { data, layout } = structuredClone(courseCharts[figure.id]);
      // The style sheet decides which layout there is room for; asked here, so that it is decided once.
      const style = getComputedStyle(drawing);
      if (style.getPropertyValue("--layout").trim() === "narrow") {
        for (const [path, value] of Object.entries(layout.meta.narrow)) set(layout, path, value);
      }
      Object.assign(layout, { width: drawing.clientWidth, height: drawing.clientHeight });
      if (!figure.dataset.drawn) {
        // It may have failed before, and said so.
        drawing.textContent = "";
        drawing.setAttribute("aria-hidden", "true");
      }
      const twins = isDark() ? layout.meta.dark : {};
      await Plotly.react(drawing, recolor(data, twins), recolor(layout, twins), {
        displayModeBar: false,
        responsive: false,
      });
      figure.dataset.drawn = `${drawing.clientWidth}${isDark() ? " dark" : ""}`;
    } catch {
      drawing.textContent = "The drawing could not be loaded. Its data are in the table below.";
      drawing.removeAttribute("aria-hidden");
      figure.querySelector("details")?.setAttribute("open", "");
    }
  };

  const figures = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("figure.chart:not([data-drawn])"));
  /** @type {Set<HTMLElement>} */
  const near = new Set();
  const redraw = () => near.forEach((figure) => void draw(figure));

  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watcher.unobserve(target);
        const figure = /** @type {HTMLElement} */ (target);
        near.add(figure);
        let width = 0;
        new ResizeObserver(([{ contentRect }]) => {
          if (contentRect.width === width) return;
          width = contentRect.width;
          void draw(figure);
        }).observe(figure);
      }
    },
    { rootMargin: "600px 0px" },
  );
  figures.forEach((figure) => watcher.observe(figure));

  darkScheme.addEventListener("change", redraw);
  printing.addEventListener("change", redraw);
  new MutationObserver(redraw).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
  addEventListener("beforeprint", () => figures.forEach((figure) => void (near.has(figure) || draw(figure))));
})();
