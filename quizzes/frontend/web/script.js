// @ts-check

/**
 * Load a script, which a page from a folder can load too; those that are asked for together run in that order.
 * @param {string} src
 * @returns {Promise<boolean>} whether it came
 */
export const loadScript = (src) =>
  new Promise((resolve) => {
    const script = Object.assign(document.createElement("script"), { src, async: false });
    script.addEventListener("load", () => resolve(true));
    script.addEventListener("error", () => resolve(false));
    document.head.append(script);
  });
