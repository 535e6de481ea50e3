// @ts-check

/** What the address names on the page; empty where it names nothing, or is no address that can be read. */
export function idInAddress() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}
