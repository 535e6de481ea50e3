// @ts-check
/** Where a figure is found again. Pure. */

/** The figure on its page, with what has been chosen on it, and not on another. @param {string} here @param {string} id */
export function addressOf(here, id) {
  const url = new URL(here);
  if (url.searchParams.get("figure") !== id) url.search = "";
  url.searchParams.delete("present");
  url.hash = id;
  return url.href;
}

/** The figure alone, as a room sees it. @param {string} here @param {string} id */
export function aloneAt(here, id) {
  const url = new URL(addressOf(here, id));
  url.searchParams.set("present", id);
  return url.href;
}

/** A line of HTML that shows the figure on another page. @param {string} here @param {string} id @param {string} finding */
export function embedLine(here, id, finding) {
  /** @param {string} text */
  const inAttribute = (text) =>
    text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const attributes = { src: aloneAt(here, id), title: finding, width: "100%", height: "640", loading: "lazy" };
  const written = Object.entries(attributes).map(([name, text]) => `${name}="${inAttribute(text)}"`);
  return `<iframe ${written.join(" ")} style="border:0"></iframe>`;
}

/** Where the numbers of a page lie, beside what its charts are drawn from; a host adds a digest to that. @param {string} charts */
export const dataBeside = (charts) => charts.replace(/\.js(\?.*)?$/, "-data.js");
