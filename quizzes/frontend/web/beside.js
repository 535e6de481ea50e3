// @ts-check

/** Where the script of this page lies; only known while it runs for the first time. */
const here = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;

/** The address of a file that lies beside this script, and that few pages need. @param {string} name */
export const beside = (name) => new URL(name, here).href;
