// @ts-check

/** Where the script of this page lies; only known while it runs for the first time. */
const here = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;

/** The address of a file that lies beside this script. @param {string} name */
export const beside = (name) => new URL(name, here).href;

/** Load a script that few pages need. @param {string} name @returns {Promise<void>} */
export function loadBeside(name) {
  return new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    tag.src = beside(name);
    tag.addEventListener("load", () => resolve());
    tag.addEventListener("error", reject);
    document.head.append(tag);
  });
}
