// @ts-check
/**
 * The editions of the book: the list of an edition's files (`offline.json`, made by the build) says each by its digest,
 * and is known by its own. Every page is given one edition and gets no file of another.
 */

import { allHeld, BOOK, digestOf, held, keepOnly, letGo, note, SCOPE, setNote, take, worker } from "./held.js";

/**
 * @typedef {object} List the files of an edition
 * @property {string} book
 * @property {number} size in bytes, as they lie on the device
 * @property {string[]} always what is taken without being asked for
 * @property {Record<string, [digest: string, packed: number]>} files by path; `packed`: in bytes, compressed
 * @typedef {{ id: string, list: List }} Edition
 */

/** What a page has that is of no edition known here: all it asks for comes from the host. */
export const NONE = "none";
/** Past so many pages, those that are closed are forgotten, the oldest first. */
const PAGES = 100;
/** So many files at once are asked of the host. */
const AT_ONCE = 6;

/** @type {Map<string, List>} */
const lists = new Map();

/** A list whose files are asked for by any path, which may be the name of what every object has. @param {List} list @returns {List} */
const listed = (list) => ({ ...list, files: Object.assign(Object.create(null), list.files) });

/** @param {string} id @returns {Promise<Edition | null>} */
export async function edition(id) {
  if (!lists.has(id)) {
    const found = await note(`list-${id}`);
    if (found) lists.set(id, listed(found));
  }
  const list = lists.get(id);
  return list ? { id, list } : null;
}

/** @type {Promise<{ now: string, pages: Map<string, string> }> | undefined} */
let remembered;

/** Which edition a page is given that is opened now, and which those have that were opened last. */
const memory = () =>
  (remembered ??= (async () => {
    const [now, pages] = [await note("now"), await note("pages")];
    return { now: now && (await edition(now)) ? now : NONE, pages: new Map(Array.isArray(pages) ? pages : []) };
  })());

/** The edition that a page is given which is opened now; null before there is one. */
export const current = async () => edition((await memory()).now);

/** Which edition a page has; one that was there before this worker is of none that is known. @param {string} page */
export const editionOf = async (page) => (await memory()).pages.get(page) ?? NONE;

/** @param {string} page @param {string} id */
export async function give(page, id) {
  const { pages } = await memory();
  pages.set(page, id);
  for (const old of [...pages.keys()].slice(0, -PAGES)) if (!(await worker.clients.get(old))) pages.delete(old);
  // Where there is no room, it is remembered as long as this worker lives.
  await setNote("pages", [...pages]).catch(() => {});
}

/**
 * The edition that the host has.
 * @returns {Promise<Edition>}
 * @throws {Error} where there is no network, or no list of this book
 */
export async function newest() {
  const answer = await fetch(`${SCOPE}offline.json`, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`offline.json: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  const id = await digestOf(bytes);
  const known = await edition(id);
  if (known) return known;
  const list = listed(JSON.parse(new TextDecoder().decode(bytes)));
  if (list.book !== BOOK) throw new Error(`offline.json: of ${list.book}`);
  await setNote(`list-${id}`, list);
  lists.set(id, list);
  return { id, list };
}

/** What a page names: what it loads, and asks for later; but what draws charts is large, and comes when it is asked for. */
const NAMED = /(?:src|href|data-[a-z]+)="(?:\.\.\/)*(_static\/(?!plotly)[^"?#]+)/g;

/**
 * Take a page of an edition, and what it names.
 * @param {List} list @param {string} path
 */
export async function takePage(list, path) {
  const [digest] = list.files[path];
  const page = (await held(path, digest)) ?? (await take(path, digest))?.bytes;
  if (!page || !path.endsWith(".html")) return;
  const text = page instanceof Response ? await page.text() : new TextDecoder().decode(page);
  await takeAll(
    list,
    [...text.matchAll(NAMED)].map(([, name]) => name),
  );
}

/**
 * Take those of the files that are not held; those that the host has in another edition stay behind.
 * @param {List} list @param {Iterable<string>} paths
 * @throws {TypeError} where there is no network
 */
export async function takeAll(list, paths) {
  const isHeld = await allHeld();
  const waiting = [...new Set(paths)].filter((path) => list.files[path] && !isHeld(path, list.files[path][0]));
  let kept = true;
  const next = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop())
      if ((await take(path, list.files[path][0]))?.kept === false) kept = false;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return kept;
}

/** What is held of an edition, and what is missing. @param {Edition} edition */
export async function standing({ id, list }) {
  const isHeld = await allHeld();
  const files = Object.entries(list.files);
  const missing = files.filter(([path, [digest]]) => !isHeld(path, digest));
  const packed = (/** @type {typeof files} */ some) => some.reduce((sum, [, [, bytes]]) => sum + bytes, 0);
  return { id, size: list.size, packed: packed(files), left: packed(missing), missing: missing.map(([path]) => path) };
}

/** Let go of all files; what says which page is of which edition stays, so that none that is open mixes two. */
export async function remove() {
  const { now, pages } = await memory();
  await keepOnly([], ["now", "pages", ...[now, ...pages.values()].map((id) => `list-${id}`)]);
}

/** @type {Promise<boolean> | undefined} */
let looking;
/** Whether the host has a newer edition, which pages are given from now on. @returns {Promise<boolean>} */
export const look = () =>
  (looking ??= lookOnce()
    .catch(async (fault) => {
      // On a device that is full a correction would never arrive: then the host alone is read.
      if (fault.name === "QuotaExceededError") {
        await letGo();
        lists.clear();
        remembered = undefined;
      }
      throw fault;
    })
    .finally(() => {
      looking = undefined;
    }));

async function lookOnce() {
  const mine = await memory();
  const found = await newest();
  if (found.id === mine.now) return false;
  const last = await edition(mine.now);
  // Whatever was to be had without a network is to be had in the new edition first.
  const { missing = [] } = last ? await standing(last) : {};
  const lost = new Set(missing);
  const all = Object.keys(found.list.files);
  const known = (/** @type {string} */ path) => last?.list.files[path] && !lost.has(path);
  await takeAll(found.list, last && lost.size === 0 ? all : all.filter(known));
  for (const path of found.list.always) await takePage(found.list, path);
  mine.now = found.id;
  await setNote("now", mine.now);
  // A page of the edition before may still be open.
  const kept = [found, ...(last ? [last] : [])];
  await keepOnly(
    kept.flatMap(({ list }) =>
      Object.entries(list.files).map(([path, [digest]]) => /** @type {const} */ ([path, digest])),
    ),
    ["now", "pages", ...kept.map(({ id }) => `list-${id}`)],
  );
  return last !== null;
}
