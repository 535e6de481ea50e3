// @ts-check
/** What the first page offers, from what the device keeps: the path or the chapter that was begun, or what is due. Pure. */

import { isObject, own } from "../record/record.js";

/**
 * @typedef {object} Opening what the page was built with
 * @property {Record<string, string>} words
 * @property {import("../record/outlines.js").Listed} outlines
 * @property {{ id: string, name: string, steps: { what: string, href: string, key: string }[] }[]} paths
 * @property {[string, string, number][]} test the questions of the pre-test, as a chapter has them
 *
 * What is kept of a chapter that was read: the ids at which it may have been left, and when [ms since 1970].
 * @typedef {{ name: string, ids: string[], at: number }} Left
 * @typedef {{ name: string, title: string, section: string }} Place
 * @typedef {{ label: string, what?: string, href: string, path?: string }} Way `path`: one that is set out on by it
 */

/** @param {string} words @param {Record<string, string | number>} values */
const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/**
 * The chapters that were read, the last one first.
 * @param {string | null} raw what the theme keeps (book/_theme/static/place.js)
 * @returns {Left[]}
 */
export function lastRead(raw) {
  let data;
  try {
    data = JSON.parse(raw ?? "{}");
  } catch {
    return [];
  }
  if (!isObject(data)) return [];
  const left = Object.entries(data).flatMap(([name, place]) => {
    const at = isObject(place) ? own(place, "at") : null;
    const ids = isObject(place) ? [own(place, "section"), own(place, "id")] : [];
    return typeof at === "number" ? [{ name, ids: ids.filter((id) => typeof id === "string"), at }] : [];
  });
  return left.sort((one, other) => other.at - one.at);
}

/**
 * Where a chapter was left; null where its section is gone.
 * @param {Left} left
 * @param {string} title
 * @param {Record<string, string>} sections the titles of its sections, by address
 * @returns {Place | null}
 */
export function placeIn({ name, ids }, title, sections) {
  const id = ids.find((each) => own(sections, each) !== undefined);
  return id === undefined ? null : { name, title, section: sections[id] };
}

/**
 * The next path for who has walked one to its end and has read nothing else since; null for everybody else.
 * @param {Opening} opening
 * @param {readonly string[]} done
 * @param {Place | null} place
 * @returns {Way | null}
 */
function nextPath({ words, paths }, done, place) {
  const isDone = (/** @type {{ key: string }} */ { key }) => done.includes(key);
  const walked = paths.filter(({ steps }) => steps.every(isDone));
  const next = paths.find(({ steps }) => !steps.every(isDone));
  const read = walked.flatMap(({ steps }) => steps.map(({ key }) => key.split("#")[0]));
  if (!next || walked.length === 0 || (place && !read.includes(place.name))) return null;
  const [{ what, href }] = next.steps;
  return { label: filled(words.next_path, { name: next.name }), what, href, path: next.id };
}

/**
 * What the two links say and where they lead; null where they stay as on a first visit.
 * @param {Opening} opening
 * @param {{ steps: import("../record/steps.js").Steps, place: Place | null, due: number, tested: boolean }} kept
 * @returns {{ on: Way | null, also: Way | null }}
 */
export function wayOn(opening, { steps, place, due, tested }) {
  const { words, paths } = opening;
  const questions = due === 1 ? words.one : filled(words.many, { count: due });
  const review = { label: filled(words.due, { questions }), what: words.due_what, href: "review.html" };
  const path = paths.find(({ id }) => id === steps.on);
  const step = path?.steps[steps.step];
  const on =
    path && step
      ? { label: filled(words.path, { name: path.name }), what: step.what, href: step.href }
      : (nextPath(opening, steps.done, place) ??
        (place
          ? {
              label: filled(words.place, { title: place.title }),
              what: place.section,
              href: `${place.name}.html?continue`,
            }
          : due > 0
            ? review
            : null));
  if (due > 0 && on !== review)
    return { on, also: { label: filled(words.also_due, { questions }), href: "review.html" } };
  return { on, also: tested ? { label: words.progress, href: "progress.html" } : null };
}
