// @ts-check
/** Answers kept in the traits of a widget, so that Python sees them. */

import { grade } from "./kinds.js";
import { readExam, readSettings } from "./record.js";

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
 * What the trait `session` holds beside the responses: it is shared by all views of the widget.
 * @typedef {{ notes?: Record<string, object>, settings?: object, exams?: Record<string, object | null> }} Session
 */

/** What is known of a question that nobody touched. */
const BLANK = { certainty: /** @type {const} */ (0), hints: 0, flagged: false };

/**
 * @param {Model} model
 * @param {readonly Item[]} items
 * @returns {import("./types.js").Answers}
 */
export function traitAnswers(model, items) {
  /** @returns {Map<string, any>} */
  const responses = () => new Map(Object.entries(model.get("responses") ?? {}));
  /** @param {keyof Session} part @returns {Map<string, any>} */
  const session = (part) => new Map(Object.entries(model.get("session")?.[part] ?? {}));
  /** @param {keyof Session} part @param {Map<string, any>} entries */
  const setSession = (part, entries) =>
    model.set("session", { ...model.get("session"), [part]: Object.fromEntries(entries) });

  /** Noted of a question, with or without picks. @param {Item} item @returns {typeof BLANK} */
  const noted = (item) => ({ ...BLANK, ...session("notes").get(item.id) });

  /** @param {Item} item @returns {import("./types.js").Given} */
  function get(item) {
    const given = responses().get(item.id);
    const readable =
      Array.isArray(given?.chosen) && given.chosen.every((/** @type {unknown} */ id) => typeof id === "string");
    if (!readable) return { ...noted(item), chosen: [], checked: false, lost: given === undefined ? null : "unread" };
    return { ...noted(item), chosen: given.chosen, checked: given.checked === true, lost: null };
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

  /** @param {Item} item @param {import("./types.js").Note} changes */
  function keepNote(item, changes) {
    setSession("notes", session("notes").set(item.id, { ...noted(item), ...changes }));
  }

  return {
    seed: () => model.get("seed"),
    get,
    put(item, chosen, checked, { certainty, ms } = {}) {
      const given = responses();
      const before = given.get(item.id);
      const reopened = before?.checked === true && !checked;
      if (reopened) keepNote(item, { certainty: 0, hints: 0 });
      if (certainty !== undefined) keepNote(item, { certainty });
      const { correct, score } = checked ? grade(item, chosen) : { correct: null, score: null };
      const took = ms ?? (reopened ? 0 : (before?.ms ?? 0));
      if (chosen.length === 0 && !checked) given.delete(item.id);
      else given.set(item.id, { chosen: [...chosen], checked, correct, score, ...noted(item), ms: took });
      save(given);
    },
    note(item, changes) {
      keepNote(item, changes);
      const given = responses();
      const before = given.get(item.id);
      if (before !== undefined) given.set(item.id, { ...before, ...changes });
      save(given);
    },
    clear(some) {
      const [given, notes] = [responses(), session("notes")];
      some.forEach((item) => [given, notes].forEach((map) => map.delete(item.id)));
      setSession("notes", notes);
      save(given);
    },
    settings: () => readSettings(model.get("session")?.settings),
    set(some) {
      const settings = readSettings({ ...model.get("session")?.settings, ...some });
      setSession("settings", new Map(Object.entries(settings)));
      model.save_changes();
    },
    exam: (chapter) => readExam(session("exams").get(chapter)),
    setExam(chapter, exam) {
      const exams = session("exams");
      if (exam === null) exams.delete(chapter);
      else exams.set(chapter, exam);
      setSession("exams", exams);
      model.save_changes();
    },
    notices: () => [],
    subscribe(listener) {
      const heard = () => {
        derive();
        listener();
      };
      const names = ["change:responses", "change:session"];
      names.forEach((name) => model.on(name, heard));
      return () => names.forEach((name) => model.off(name, heard));
    },
  };
}
