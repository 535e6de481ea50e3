// @ts-check
// The bar of a path: which step one is at, the next one, and the way off. It is asked for by first.js where a path is
// kept that the course has; which paths those are stands in paths.js.
(() => {
  const root = document.documentElement;
  const KEY = `${root.dataset.book}.path`;
  /** @typedef {{ at: string, text: string, href: string, key: string }} Step */
  /** @type {{ id: string, steps: Step[] }[]} */
  const paths = Reflect.get(window, "coursePaths") ?? [];
  const base = new URL(`${root.dataset.content_root}book/`, location.href);

  /** @returns {{ on?: string, step?: number, done: string[] }} */
  const kept = () => {
    try {
      const found = JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
      // Whatever stands there, what is ticked is a list.
      return { ...found, done: Array.isArray(found.done) ? found.done : [] };
    } catch {
      return { done: [] };
    }
  };
  /** @param {object} changes */
  const keep = (changes) => {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...kept(), ...changes }));
    } catch {
      // Full or refused: the step is kept as long as the page.
    }
  };

  /** @param {string} name @param {Record<string, string>} attributes @param {...(string | Node)} children */
  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    made.append(...children);
    return made;
  };

  const start = () => {
    const bar = document.querySelector(".walk");
    const { on, step: last = 0 } = kept();
    const steps = paths.find(({ id }) => id === on)?.steps ?? [];
    const address = (/** @type {Step} */ { href }) => new URL(href, base).href;
    // Who steps back in the browser is at the step whose address that is.
    const here = steps.findIndex((each) => address(each) === location.href);
    let at = here < 0 ? last : here;
    if (!bar || !steps[at]) return;

    const leave = () => {
      keep({ on: undefined, step: undefined });
      root.classList.remove("on-path");
    };
    const draw = () => {
      const [now, next] = [steps[at], steps[at + 1]];
      const where = element("a", { class: "walk-at", href: address(now) }, now.at);
      const what = element("span", { class: "walk-what" }, next ? `: ${next.text}` : " the path");
      const href = next ? address(next) : new URL("index.html#paths", base).href;
      const way = element("a", { class: "walk-next", href }, next ? "Next" : "Finish", what, " →");
      way.addEventListener("click", () => {
        keep({ done: [...new Set([...kept().done, now.key])] });
        if (!next) return leave();
        at += 1;
        keep({ step: at });
        // The link that is being followed stays until it has been.
        setTimeout(draw);
      });
      const away = element("button", { type: "button", "aria-label": "Leave the path" }, "×");
      away.addEventListener("click", leave);
      bar.replaceChildren(where, way, away);
    };
    draw();
    // Erased or left in another tab.
    addEventListener("storage", ({ key }) => {
      if ((key === KEY || key === null) && kept().on !== on) root.classList.remove("on-path");
    });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
