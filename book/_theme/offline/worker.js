// @ts-check
/**
 * The book without a network. A page, and everything it asks for, comes from one edition: from what this browser holds
 * of it, or from the host if what the host has is the same to the byte. A newer edition is taken beside the one that
 * is read, and is what the next page opened is of.
 */

import {
  current,
  edition,
  editionOf,
  give,
  look,
  NONE,
  newest,
  remove,
  standing,
  takeAll,
  takePage,
} from "./editions.js";
import { clearPlace, held, SCOPE, take, worker } from "./held.js";

/** @typedef {import("./editions.js").Edition} Edition */

/** Which file an address asks for, as a path from where the book begins. @param {string} url */
function pathOf(url) {
  const { pathname } = new URL(url);
  try {
    const path = decodeURIComponent(pathname.slice(new URL(SCOPE).pathname.length));
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  } catch {
    return "";
  }
}

/** @param {import("./held.js").Taken} taken */
const answer = ({ bytes, headers }) => new Response(bytes, { headers });

/** What a reader sees who has no network, and asks for what was never loaded. */
const notHere = () =>
  new Response(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not on this device</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<style>body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 38rem; margin: 3rem auto; padding: 0 1rem }</style></head>
<body><main><h1>Not on this device</h1><p>There is no network, and this page was not loaded before.
<a href="${SCOPE}index.html">Open the first page</a>, which can take the whole book along once there is a network.</p></main></body></html>`,
    { status: 503, headers: { "content-type": "text/html; charset=utf-8" } },
  );

/** A page that is opened. @param {FetchEvent} event */
async function page({ request, resultingClientId }) {
  const path = pathOf(request.url);
  const given = await current();
  if (!given?.list.files[path]) return fetch(request).catch(notHere);
  const [digest] = given.list.files[path];
  try {
    const here = await held(path, digest);
    if (here) {
      await give(resultingClientId, given.id);
      return here;
    }
    const taken = await take(path, digest, request.url.split("#")[0]);
    if (taken) {
      await give(resultingClientId, given.id);
      return answer(taken);
    }
    // The host has moved on.
    const { id, list } = await newest();
    const newer = list.files[path] && (await take(path, list.files[path][0]));
    await give(resultingClientId, newer ? id : NONE);
    return newer ? answer(newer) : fetch(request);
  } catch {
    return fetch(request).catch(notHere);
  }
}

/** What a page asks for. @param {FetchEvent} event */
async function part({ request, clientId }) {
  const id = await editionOf(clientId);
  if (id === NONE) return fetch(request);
  const path = pathOf(request.url);
  const given = await edition(id);
  const [digest] = given?.list.files[path] ?? [];
  // What no edition lists, such as a file of questions for another tool, is the host's alone.
  if (given && !digest) return fetch(request);
  const here = digest && (await held(path, digest));
  if (here) return here;
  const taken = digest && (await take(path, digest, request.url));
  // What the host has is of another edition: the page does without.
  return taken ? answer(taken) : Response.error();
}

/** Tell the pages that are open of a newer edition, once there is one. */
async function lookAndTell() {
  if (!(await look().catch(() => false))) return;
  const now = await current();
  for (const client of await worker.clients.matchAll({ includeUncontrolled: true }))
    if (client.url.startsWith(SCOPE) && (await editionOf(client.id)) !== now?.id)
      client.postMessage({ edition: "old" });
}

/** The edition of now; the first there is, where there was none. */
async function first() {
  if (!(await current())) await look();
  return current();
}

/**
 * A page was loaded: it is kept, with what it names and what it has asked for.
 * @param {Client} client @param {string[]} urls
 */
async function visited({ id, url }, urls) {
  const now = await first();
  const had = await editionOf(id);
  const list = (had === NONE ? now : await edition(had))?.list;
  if (!list?.files[pathOf(url)]) return;
  await takePage(list, pathOf(url));
  await takeAll(list, urls.filter((each) => each.startsWith(SCOPE)).map(pathOf));
}

worker.addEventListener("install", (event) => {
  // Which edition a page has is kept, not known by a worker: a mended one may begin at once.
  event.waitUntil(worker.skipWaiting());
});
worker.addEventListener("activate", (event) => event.waitUntil(Promise.all([clearPlace(), worker.clients.claim()])));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  if (request.mode !== "navigate") return event.respondWith(part(event));
  event.respondWith(page(event));
  event.waitUntil(lookAndTell());
});
worker.addEventListener("message", (event) => {
  const { data, source, ports } = event;
  const answerWith = async (/** @type {Promise<unknown>} */ said) => ports[0].postMessage(await said.catch(() => null));
  if (data.visited && source instanceof Client) event.waitUntil(visited(source, data.visited).catch(() => {}));
  else if (data.ask === "standing") event.waitUntil(answerWith(first().then((now) => now && standing(now))));
  else if (data.ask === "removal")
    event.waitUntil(answerWith(remove().then(async () => standing(/** @type {Edition} */ (await current())))));
  else if (data.take)
    event.waitUntil(
      answerWith(edition(data.of).then((one) => one && takeAll(one.list, data.take).then((kept) => ({ kept })))),
    );
});
