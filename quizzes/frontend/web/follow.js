// @ts-check
/** A page keeps up with what other pages, and other tabs, do in the browser's storage. */

/**
 * Have the record read again whenever it may have changed: in another tab, or while this page was out of sight or lay in
 * the cache of the browser's way back, where it hears of nothing.
 * @param {{ storageChanged: (event: { key: string | null, newValue: string | null }) => void, comeBack: () => void }} store
 */
export function followStorage({ storageChanged, comeBack }) {
  window.addEventListener("storage", storageChanged);
  window.addEventListener("pageshow", ({ persisted }) => persisted && comeBack());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && comeBack());
}
