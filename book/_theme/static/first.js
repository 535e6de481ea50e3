// @ts-check
// Runs before the first paint, so that a chosen mode or voice never flashes or shifts the page.
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  // Without their script the questions stand one under the other, as they do where scripts are off.
  const lost = (/** @type {Event} */ { target }) => {
    if (target instanceof HTMLScriptElement && /\/(waiting|quiz|case|items\/[^/]+)\.js/.test(target.src))
      root.classList.add("unasked");
  };
  addEventListener("error", lost, true);
  // A question or a figure for a room: its script is written here, so that it comes before those that change the page.
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  if (new URLSearchParams(location.search).has("present"))
    document.write(`<script src="${new URL("present.js", src).href}" defer></script>`);
  try {
    const { on, step } = JSON.parse(localStorage.getItem(`${root.dataset.book}.path`) ?? "{}");
    const steps = root.dataset.paths
      ?.split(" ")
      .find((path) => path.startsWith(`${on}:`))
      ?.split(":")[1];
    // On a path, room is kept for its bar, and what fills it is asked for.
    if (Number.isInteger(step) && step >= 0 && step < Number(steps)) {
      root.classList.add("on-path");
      for (const name of ["paths.js", "path.js"]) {
        const script = document.createElement("script");
        script.src = new URL(name, src).href;
        script.async = false;
        document.head.append(script);
      }
    }
  } catch {
    // Refused, or not ours: no path.
  }
  for (const choice of ["theme", "voice"]) {
    try {
      const kept = localStorage.getItem(`${root.dataset.book}.${choice}`);
      if (kept) root.dataset[choice] = kept;
    } catch {
      // Storage may be refused; the page then follows the device.
    }
  }
})();
