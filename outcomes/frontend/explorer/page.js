// @ts-check
/** Built pages: each explorer keeps its own counts as long as the page is open. */

import { explore } from "./explorer.js";

function start() {
  /** @type {NodeListOf<HTMLElement>} */
  const explorers = document.querySelectorAll("figure.explorer");
  for (const root of explorers) {
    let counts = { events: Number(root.dataset.events), n: Number(root.dataset.n) };
    explore(root, {
      get: () => counts,
      set(next) {
        counts = next;
      },
      subscribe: () => () => {},
    });
  }
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
