// @ts-check
/**
 * What the modules hand to each other. Types only: nothing of this reaches the bundle.
 *
 * @typedef {{ id: string, text: string, correct: boolean, rationale: string }} Option
 * @typedef {{ text: string, title: string, detail: string, source: string, href: string | null }} Evidence
 *
 * A question as `quizzes/resolve.py` writes it.
 * @typedef {object} Item
 * @property {string} id
 * @property {string} digest marks the present form of the question
 * @property {string} kind
 * @property {number} i counts from 1, of `n`
 * @property {number} n
 * @property {{ number: number, text: string }} objective
 * @property {string} bloom
 * @property {boolean} vignette
 * @property {string} stem
 * @property {string} lead_in
 * @property {number} pick
 * @property {boolean} shuffle
 * @property {Option[]} options
 * @property {string} learning_point
 * @property {Evidence[]} evidence
 * @property {{ href: string, text?: string } | null} back
 *
 * What a pick is worth: `score` within 0..1, `correct` only for full marks.
 * @typedef {{ score: number, correct: boolean }} Grade
 *
 * A reader's answer as kept; `lost` says why an earlier one no longer counts.
 * @typedef {{ chosen: string[], checked: boolean, lost: null | "changed" | "unread" }} Given
 *
 * A message to the reader about what is kept.
 * @typedef {{ key: string, values?: Record<string, string | number> }} Notice
 *
 * Where answers are kept: the browser's storage on a page, the widget's traits in a notebook.
 * @typedef {object} Answers
 * @property {() => number} seed what the order of options is shuffled by
 * @property {(item: Item) => Given} get
 * @property {(item: Item, chosen: readonly string[], checked: boolean) => void} put
 * @property {(items: readonly Item[]) => void} clear
 * @property {() => Notice[]} notices
 * @property {(listener: () => void) => () => void} subscribe returns how to end it
 *
 * The control of one question.
 * @typedef {object} Control
 * @property {HTMLElement} element
 * @property {() => string[]} read what is picked, in the order of the bank
 * @property {(chosen: readonly string[]) => void} write
 * @property {() => void} focus
 * @property {() => void} mark lock it, and show what is right, what was picked, and why
 * @property {() => void} unmark
 *
 * A kind of question.
 * @typedef {object} Kind
 * @property {string} kind
 * @property {(item: Item, chosen: readonly string[]) => Grade} grade
 * @property {(item: Item, chosen: readonly string[]) => boolean} accepts whether it can have been picked here
 * @property {(item: Item, chosen: readonly string[]) => boolean} ready whether it can be checked
 * @property {(item: Item, chosen: readonly string[]) => string} status what is picked so far, may be empty
 * @property {(item: Item, seed: number, changed: () => void) => Control} control
 */
export {};
