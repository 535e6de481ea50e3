// @ts-check
// The book without a network, as a reader sees it: the whole of it is taken along on the first page, and a newer
// edition is announced on any page that is open (the worker is in book/_theme/offline).
(() => {
  /** So many files are asked for between two looks at whether to go on. */
  const SOME = 12;
  /** @typedef {{ id: string, size: number, packed: number, left: number, missing: string[] }} Standing all in bytes */

  /** @param {string} text @param {() => void} act */
  const button = (text, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    made.addEventListener("click", act);
    return made;
  };
  const megabytes = (/** @type {number} */ bytes) =>
    bytes < 950_000 ? `${Math.ceil(bytes / 100_000) / 10} MB` : `${Math.ceil(bytes / 1_000_000)} MB`;

  /** Ask the worker. @param {object} message @returns {Promise<any>} null where it cannot say, as without a network */
  const ask = async (message) => {
    const { active } = await navigator.serviceWorker.ready;
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      active?.postMessage(message, [port2]);
    });
  };

  const box = /** @type {HTMLElement | null} */ (document.querySelector(".take-along"));
  const bar = document.createElement("progress");
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  bar.setAttribute("aria-label", "Of the whole book");

  /** @param {string} words @param {HTMLElement[]} parts */
  const show = (words, ...parts) => {
    if (!box) return;
    if (said.textContent !== words) said.textContent = words;
    const hadFocus = box.contains(document.activeElement);
    box.replaceChildren(said, ...parts);
    box.hidden = false;
    if (hadFocus) box.querySelector("button")?.focus();
  };

  let stopped = true;

  /** @param {Standing} standing */
  const tell = (standing) => {
    const { left, packed, size } = standing;
    const here = megabytes((size * (packed - left)) / packed);
    const remove = button(`Remove it from this device (${here})`, () => askToRemove(standing));
    if (left === 0)
      show(
        "The whole book is on this device: search, review and all but files for download work without a network.",
        remove,
      );
    else
      show(
        `Pages that you have opened work without a network. The whole book takes ${megabytes(size)} on this device.`,
        button(`Take the whole book along (${megabytes(left)})`, takeAll),
        // Less is what was opened, and not taken.
        ...(left < packed / 2 ? [remove] : []),
      );
  };

  /** @param {Standing} standing */
  const askToRemove = (standing) =>
    show(
      "Remove the book from this device? Your answers stay. Without a network, its pages may not open then.",
      button("Keep it", () => tell(standing)),
      button("Remove it", async () => {
        const left = await ask({ ask: "removal" });
        if (left) tell(left);
        said.textContent = `${left ? "The book is" : "Not all of the book could be"} removed from this device.`;
      }),
    );

  const takeAll = async () => {
    stopped = false;
    // What is asked for so plainly should not be the first that a full device lets go of.
    navigator.storage?.persist?.().catch(() => {});
    let [standing, trouble] = [/** @type {Standing | null} */ (await ask({ ask: "standing" })), ""];
    const stop = button("Stop", () => {
      stopped = true;
    });
    while (standing && standing.left > 0 && !stopped && !trouble) {
      const { packed, left, missing, id } = standing;
      Object.assign(bar, { max: packed, value: packed - left });
      const taken = `${megabytes(packed - left)} of ${megabytes(packed)} taken along`;
      // A button that is put anew under a finger that presses it is not pressed.
      if (stop.isConnected) said.textContent = taken;
      else show(taken, bar, stop);
      const done = await ask({ take: missing.slice(0, SOME), of: id });
      if (!done) trouble = "The network is gone. What has come is kept.";
      else if (!done.kept) trouble = "This device has no more room. What has come is kept.";
      const before = left;
      standing = await ask({ ask: "standing" });
      if (!trouble && standing?.id === id && standing.left === before)
        trouble = "The host has changed meanwhile. Reload this page, and go on.";
    }
    stopped = true;
    if (standing) tell(standing);
    if (trouble) said.textContent = trouble;
  };

  const start = async () => {
    const standing = await ask({ ask: "standing" });
    if (standing && stopped) tell(standing);
  };

  /** A page that is open stays what it is until somebody wants the new one. */
  const announce = () => {
    if (document.querySelector(".newer") || new URLSearchParams(location.search).has("present")) return;
    const note = document.createElement("p");
    note.className = "newer";
    const words = document.createElement("span");
    words.setAttribute("role", "status");
    const away = button("×", () => note.remove());
    away.setAttribute("aria-label", "Stay with this edition");
    note.append(
      words,
      " ",
      button("Show it", () => location.reload()),
      " ",
      away,
    );
    document.body.append(note);
    words.textContent = "There is a newer edition of this course.";
  };

  document.addEventListener("course:edition", () => {
    announce();
    if (box && stopped) void start();
  });
  if (document.documentElement.dataset.edition) announce();
  if (box) start().catch(() => {});
})();
