// @ts-check
/** Live notebooks: the same explorer as an anywidget, its counts in the widget's traits. */

import { explore } from "./explorer.js";

/** @type {import("@anywidget/types").Render<import("./explorer.js").Counts & { markup: string }>} */
function render({ model, el }) {
  // What Python has made, every text in it escaped there; a template runs no script.
  const template = document.createElement("template");
  template.innerHTML = model.get("markup");
  const root = /** @type {HTMLElement} */ (template.content.firstElementChild);
  root.classList.add("is-widget");
  // JupyterLab takes arrows and letters as commands unless the very element that has the focus says not to.
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
  el.append(root);
  const names = ["change:events", "change:n"];
  const release = explore(root, {
    get: () => ({ events: model.get("events"), n: model.get("n") }),
    set: ({ events, n }) => {
      model.set("n", n);
      model.set("events", events);
      model.save_changes();
    },
    subscribe: (listener) => {
      names.forEach((name) => model.on(name, listener));
      return () => names.forEach((name) => model.off(name, listener));
    },
  });
  return () => {
    release();
    root.remove();
  };
}

export default { render };
