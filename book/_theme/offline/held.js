// @ts-check
/**
 * What this browser holds of the book: files, each under its address and the digest of what is in it, so that a file of
 * another edition is another entry, and notes of the worker itself. One cache for a book at a place of a host.
 */

import identity from "../../../quizzes/book.json" with { type: "json" };

/** @type {ServiceWorkerGlobalScope} */
export const worker = /** @type {any} */ (self);

export const BOOK = identity.book;
/** Where the book begins on its host; ends with a slash. */
export const SCOPE = worker.registration.scope;
/** A number that goes up where what is kept is kept in another way. */
const FORM = 1;
const NAMED = "course";
const NAME = `${NAMED} ${FORM} ${BOOK} ${SCOPE}`;

const cache = () => caches.open(NAME);
/** @param {string} path @param {string} digest */
const addressOf = (path, digest) => `${SCOPE}${path}?v=${digest}`;
/** @param {string} name */
const noteOf = (name) => `${SCOPE}?note=${name}`;

/** The first 64 bits of SHA-256, in hexadecimal. @param {BufferSource} bytes */
export async function digestOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 8);
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} path @param {string} digest */
export const held = async (path, digest) => (await cache()).match(addressOf(path, digest));

/** The addresses of all that is held. @returns {Promise<(path: string, digest: string) => boolean>} */
export async function allHeld() {
  const addresses = new Set((await (await cache()).keys()).map(({ url }) => url));
  return (path, digest) => addresses.has(new URL(addressOf(path, digest)).href);
}

/** @param {string} name @returns {Promise<any>} undefined where there is none, or none that can be read */
export async function note(name) {
  try {
    return await (await (await cache()).match(noteOf(name)))?.json();
  } catch {
    return undefined;
  }
}

/** @param {string} name @param {unknown} value */
export const setNote = async (name, value) => (await cache()).put(noteOf(name), new Response(JSON.stringify(value)));

/** @typedef {{ bytes: ArrayBuffer, headers: Headers, kept: boolean }} Taken `kept` is false where there was no room */

/** What is on its way. @type {Map<string, Promise<Taken | null>>} */
const coming = new Map();

/**
 * Take a file from the host, and keep it; null where the host has another one, or none. Whoever asks for the same
 * file meanwhile gets the same.
 * @param {string} path
 * @param {string} digest
 * @param {string} [url] as a page asks for it
 * @throws {TypeError} where there is no network
 */
export function take(path, digest, url = SCOPE + path) {
  const address = addressOf(path, digest);
  const begun = coming.get(address);
  if (begun) return begun;
  const taking = load(address, digest, url).finally(() => coming.delete(address));
  coming.set(address, taking);
  return taking;
}

/** @param {string} address @param {string} digest @param {string} url @returns {Promise<Taken | null>} */
async function load(address, digest, url) {
  // However old what the browser has is: if it is the right one, it is the right one.
  for (const from of /** @type {const} */ (["force-cache", "reload"])) {
    const answer = await fetch(url, { cache: from });
    const bytes = await answer.arrayBuffer();
    if (!answer.ok || (await digestOf(bytes)) !== digest) continue;
    // As the host sent it, unpacked.
    const headers = new Headers(answer.headers);
    for (const name of ["content-encoding", "content-length"]) headers.delete(name);
    try {
      await (await cache()).put(address, new Response(bytes, { headers }));
      return { bytes, headers, kept: true };
    } catch {
      return { bytes, headers, kept: false };
    }
  }
  return null;
}

/**
 * Let go of all files and notes but these.
 * @param {(readonly [path: string, digest: string])[]} files
 * @param {string[]} notes
 */
export async function keepOnly(files, notes) {
  const here = await cache();
  const addresses = [...files.map(([path, digest]) => addressOf(path, digest)), ...notes.map(noteOf)];
  const wanted = new Set(addresses.map((address) => new URL(address).href));
  for (const { url } of await here.keys()) if (!wanted.has(url)) await here.delete(url);
}

/** Let go of everything. */
export const letGo = () => caches.delete(NAME);

/** Let go of what another book, or an earlier form of this one, has kept at this place. */
export async function clearPlace() {
  for (const name of await caches.keys())
    if (name !== NAME && name.startsWith(`${NAMED} `) && name.endsWith(` ${SCOPE}`)) await caches.delete(name);
}
