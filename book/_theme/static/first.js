// @ts-check
// Runs before the first paint, so that a chosen mode or voice never flashes or shifts the page.
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  // Without their script the questions stand one under the other, as they do where scripts are off.
  const lost = (/** @type {Event} */ { target }) => {
    if (target instanceof HTMLScriptElement && /\/(quiz|case)\.js/.test(target.src)) root.classList.add("unasked");
  };
  addEventListener("error", lost, true);
  // A question or a figure for a room: its script is written here, so that it comes before those that change the page.
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  if (new URLSearchParams(location.search).has("present"))
    document.write(`<script src="${src.replace("first.js", "present.js")}" defer></script>`);
  for (const choice of ["theme", "voice"]) {
    try {
      const kept = localStorage.getItem(`${root.dataset.book}.${choice}`);
      if (kept) root.dataset[choice] = kept;
    } catch {
      // Storage may be refused; the page then follows the device.
    }
  }
})();
