// @ts-check
/** The LMS around a package: found, spoken to, and never trusted to answer. */

/** What an LMS offers a package of SCORM 1.2. @typedef {Record<string, (...values: string[]) => unknown>} Api */

/** How many windows up it is looked for. */
const HIGHEST = 12;

/**
 * The interface of the LMS, in a window around this one or around the one that opened it; null where there is none.
 * @param {Window} from
 * @returns {Api | null}
 */
export function findApi(from) {
  return above(from) ?? (from.opener ? above(from.opener) : null);
}

/** @param {Window} from @returns {Api | null} */
function above(from) {
  let one = from;
  for (let height = 0; height < HIGHEST; height += 1) {
    try {
      const api = Reflect.get(one, "API");
      if (typeof api?.LMSInitialize === "function") return api;
    } catch {
      // A window of another site, whose own parent may be the LMS's.
    }
    if (one.parent === one) return null;
    one = one.parent;
  }
  return null;
}

/** @typedef {NonNullable<ReturnType<typeof connect>>} Lms */

/** @param {Api} api */
export function connect(api) {
  /** @param {string} name @param {...string} values */
  const call = (name, ...values) => {
    try {
      return String(api[name](...values) ?? "");
    } catch {
      return "";
    }
  };
  if (call("LMSInitialize", "") !== "true") return null;
  let open = true;
  return {
    /** @param {string} name */
    get: (name) => (open ? call("LMSGetValue", name) : ""),
    /** @param {string} name @param {string} value @returns {boolean} whether it was taken */
    set: (name, value) => open && call("LMSSetValue", name, value) === "true",
    /** @returns {boolean} whether all that was set is kept */
    commit: () => open && call("LMSCommit", "") === "true",
    finish() {
      if (open) call("LMSFinish", "");
      open = false;
    },
  };
}
