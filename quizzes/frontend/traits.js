// @ts-check
/** Answers kept in the traits of a widget, so that Python sees them. */

import { grade } from "./kinds.js";

/** @typedef {import("./types.js").Item} Item */

/**
 * The part of anywidget's model that is used here.
 * @typedef {object} Model
 * @property {(name: string) => any} get
 * @property {(name: string, value: unknown) => void} set
 * @property {(name: string, listener: () => void) => void} on
 * @property {(name: string, listener: () => void) => void} off
 * @property {() => void} save_changes
 */

/**
 * @param {Model} model
 * @param {readonly Item[]} items
 * @returns {import("./types.js").Answers}
 */
export function traitAnswers(model, items) {
  /** @returns {Map<string, any>} */
  const responses = () => new Map(Object.entries(model.get("responses") ?? {}));

  /** @param {Item} item @returns {import("./types.js").Given} */
  function get(item) {
    const given = responses().get(item.id);
    const readable =
      Array.isArray(given?.chosen) &&
      given.chosen.every((/** @type {unknown} */ id) => typeof id === "string");
    if (!readable) return { chosen: [], checked: false, lost: given === undefined ? null : "unread" };
    return { chosen: given.chosen, checked: given.checked === true, lost: null };
  }

  /** Score and completeness follow from the responses, whoever set them. */
  function derive() {
    const checked = items.map((item) => ({ item, ...get(item) })).filter((given) => given.checked);
    const points = checked.map(({ item, chosen }) => grade(item, chosen).score);
    const score = points.length === 0 ? null : points.reduce((sum, point) => sum + point, 0);
    const complete = checked.length === items.length;
    if (score === model.get("score") && complete === model.get("complete")) return;
    model.set("score", score);
    model.set("complete", complete);
    model.save_changes();
  }

  /** @param {Map<string, any>} given */
  function save(given) {
    model.set("responses", Object.fromEntries(given));
    model.save_changes();
    derive();
  }

  return {
    seed: () => model.get("seed"),
    get,
    put(item, chosen, checked) {
      const given = responses();
      const { correct, score } = checked ? grade(item, chosen) : { correct: null, score: null };
      if (chosen.length === 0) given.delete(item.id);
      else given.set(item.id, { chosen: [...chosen], checked, correct, score });
      save(given);
    },
    clear(some) {
      const given = responses();
      some.forEach((item) => given.delete(item.id));
      save(given);
    },
    notices: () => [],
    subscribe(listener) {
      const heard = () => {
        derive();
        listener();
      };
      model.on("change:responses", heard);
      return () => model.off("change:responses", heard);
    },
  };
}
