// @ts-check
/** What an earlier edition kept with one page of a folder goes to where all pages find it. */

import { decode, encode, KEY } from "../record/record.js";
import { joined } from "../record/transfer.js";

/**
 * @param {import("../web/storage.js").Area} area the storage of all pages
 * @param {number} erased when all was erased [ms since 1970]: what is older goes too
 */
export function moved(area, erased) {
  const here = decode(localStorage.getItem(KEY));
  if (here.state !== "record") return;
  const { answers, remarks } = here.kept;
  if (erased > 0 && [...answers.values(), ...remarks.values()].every(({ at }) => at < erased))
    return localStorage.removeItem(KEY);
  const there = decode(area.getItem(KEY));
  if (there.state !== "none" && there.state !== "record") return;
  const both = there.state === "record" ? joined(there.kept, here.kept, Date.now()).kept : here.kept;
  const seed = (there.state === "record" ? there.seed : null) ?? here.seed ?? 0;
  area.setItem(KEY, encode(seed, both));
  localStorage.removeItem(KEY);
}
