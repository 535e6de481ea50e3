// @ts-check
/** Answers kept in the traits of a widget, so that Python sees them. */

import { grade } from "../kinds/register.js";
import { isCertainty, isObject, isTexts, isWhole, readExam, readSettings } from "./record/record.js";

/** @typedef {import("./types.js").Item} Item */

/**
 * The traits of the widget. `session` is what is kept beside the responses, shared by all views of the widget. Both
 * are Python's to change: what they hold is not sure to be what was put there.
 * @typedef {{ notes?: Record<string, unknown>, settings?: unknown, exams?: Record<string, unknown>,
 *   remarks?: Record<string, unknown> }} Session
 * @typedef {{ items: Item[], responses: Record<string, unknown>, session: Session, score: number | null,
 *   complete: boolean, seed: number }} Traits
 *
 * The part of anywidget's model that is used here.
 * @typedef {Pick<import("@anywidget/types").AnyModel<Traits>, "get" | "set" | "on" | "off" | "save_changes">} Model
 *
 * What is noted of a question, with or without picks.
 * @typedef {Pick<import("./types.js").Given, "certainty" | "hints" | "flagged">} Noted
 */

/**
 * @param {Model} model
 * @param {readonly Item[]} items
 * @returns {import("./types.js").Answers}
 */
export function traitAnswers(model, items) {
  const responses = () => new Map(Object.entries(model.get("responses") ?? {}));
  /** @param {keyof Session} part @returns {Map<string, unknown>} */
  const session = (part) => new Map(Object.entries(model.get("session")?.[part] ?? {}));
  /** @param {keyof Session} part @param {Map<string, unknown>} entries */
  const setSession = (part, entries) =>
    model.set("session", { ...model.get("session"), [part]: Object.fromEntries(entries) });

  /** What can be read of the notes; for the rest, what is known of a question that nobody touched. @param {Item} item */
  function noted(item) {
    const { certainty, hints, flagged } = fields(session("notes").get(item.id));
    /** @type {Noted} */
    const known = {
      certainty: isCertainty(certainty) ? certainty : 0,
      hints: isWhole(hints) ? hints : 0,
      flagged: flagged === true,
    };
    return known;
  }

  /**
   * What was said of each question, and of which response and notes.
   * @type {WeakMap<Item, { given: unknown, notes: unknown, now: import("./types.js").Given }>}
   */
  const said = new WeakMap();

  /** @param {Item} item */
  function get(item) {
    const [given, notes] = [responses().get(item.id), session("notes").get(item.id)];
    const last = said.get(item);
    if (last !== undefined && last.given === given && last.notes === notes) return last.now;
    const { chosen, checked } = fields(given);
    /** @type {import("./types.js").Given} */
    const now = isTexts(chosen)
      ? { ...noted(item), chosen, checked: checked === true, lost: null }
      : { ...noted(item), chosen: [], checked: false, lost: given === undefined ? null : "unread" };
    said.set(item, { given, notes, now });
    return now;
  }

  /** The questions that are just being changed here; null while Python, or another view, changes any. @type {readonly Item[] | null} */
  let changing = null;
  /** @param {readonly Item[]} which @param {() => void} change */
  function changed(which, change) {
    changing = which;
    change();
    changing = null;
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

  /** @param {Map<string, unknown>} given */
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
    put: (item, chosen, checked, { certainty, ms } = {}) =>
      changed([item], () => {
        const given = responses();
        const before = fields(given.get(item.id));
        const reopened = before.checked === true && !checked;
        if (reopened) keepNote(item, { certainty: 0, hints: 0 });
        if (certainty !== undefined) keepNote(item, { certainty });
        const { correct, score } = checked ? grade(item, chosen) : { correct: null, score: null };
        const took = ms ?? (reopened ? 0 : (before.ms ?? 0));
        if (chosen.length === 0 && !checked) given.delete(item.id);
        else given.set(item.id, { chosen: [...chosen], checked, correct, score, ...noted(item), ms: took });
        save(given);
      }),
    note: (item, changes) =>
      changed([item], () => {
        keepNote(item, changes);
        const given = responses();
        if (given.has(item.id)) given.set(item.id, { ...fields(given.get(item.id)), ...changes });
        save(given);
      }),
    clear: (some) =>
      changed(some, () => {
        const [given, notes] = [responses(), session("notes")];
        some.forEach((item) => [given, notes].forEach((map) => map.delete(item.id)));
        setSession("notes", notes);
        save(given);
      }),
    remark(item) {
      const text = session("remarks").get(item.id);
      return typeof text === "string" ? text : "";
    },
    setRemark: (item, text) =>
      changed([item], () => {
        setSession("remarks", session("remarks").set(item.id, text));
        model.save_changes();
      }),
    settings: () => readSettings(model.get("session")?.settings),
    set(some) {
      const settings = readSettings({ ...fields(model.get("session")?.settings), ...some });
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
        listener(changing);
      };
      const names = ["change:responses", "change:session"];
      names.forEach((name) => model.on(name, heard));
      return () => names.forEach((name) => model.off(name, heard));
    },
  };
}

/** The fields of a record; of anything else none. @param {unknown} value @returns {Record<string, unknown>} */
const fields = (value) => (isObject(value) ? { ...value } : {});
