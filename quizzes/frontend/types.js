// @ts-check
/**
 * What the modules hand to each other. Types only: nothing of this reaches the bundle.
 *
 * @typedef {{ text: string, title: string, detail: string, source: string, href: string | null }} Evidence
 *
 * A question as `quizzes/resolve.py` writes it; what a kind adds stands with its card.
 * @typedef {object} Item
 * @property {string} id
 * @property {string} digest marks the present form of the question
 * @property {string} kind
 * @property {number} i counts from 1, of `n`
 * @property {number} n
 * @property {{ number: number, text: string }} objective
 * @property {"remember" | "understand" | "apply" | "analyze" | "evaluate" | "create"} bloom
 * @property {boolean} vignette
 * @property {string} stem
 * @property {string} lead_in
 * @property {string} [hint] folded away
 * @property {string} learning_point
 * @property {Evidence[]} evidence
 * @property {{ href: string, text?: string } | null} back
 *
 * What a pick is worth: `score` within 0..1, `correct` only for full marks.
 * @typedef {{ score: number, correct: boolean }} Grade
 *
 * How sure a reader was, from 1 to 3; 0 where it was not asked.
 * @typedef {0 | 1 | 2 | 3} Certainty
 *
 * A reader's answer as kept; `lost` says why an earlier one no longer counts. `hints` is how many were opened: none takes
 * anything off the score, and the results offer such a question again.
 * @typedef {{ chosen: string[], checked: boolean, certainty: Certainty, hints: number, flagged: boolean,
 *   lost: null | "changed" | "unread" }} Given
 *
 * What may be kept with an answer: the grader's `score` within 0..1, and the time it took [ms].
 * @typedef {{ certainty?: Certainty, score?: number | null, ms?: number }} More
 *
 * What may be noted of a question without touching its picks.
 * @typedef {{ flagged?: boolean, hints?: number, certainty?: Certainty, score?: number }} Note
 *
 * What the reader has chosen: whether to be asked for certainty, how many reviews a day (1..500), and the name
 * that an exported file carries. What has happened in this browser alone, and stands in no file: when the last file was
 * saved [ms since 1970], and whether the browser was asked to keep the record.
 * @typedef {{ certainty: boolean, daily: number, pseudonym?: string, saved?: number, asked?: boolean }} Settings
 *
 * The reader's own note to a question, empty once it is taken back. `at` is the time of the last change [ms since 1970].
 * @typedef {{ text: string, at: number }} Remark
 *
 * A chapter taken as an exam. Times in ms (since 1970, but `limit` is a length); `order` holds the ids asked;
 * `only` the ids of a part that was asked, null for all; `submitted` is null as long as the exam runs.
 * @typedef {{ started: number, limit: number | null, order: string[], only: string[] | null,
 *   submitted: number | null }} Exam
 *
 * A message to the reader about what is kept.
 * @typedef {{ key: import("./strings.js").Key, values?: Record<string, string | number> }} Notice
 *
 * Who is told that something has changed: `which` questions it concerns, null where it may concern any of them and
 * what is asked as well.
 * @typedef {(which: readonly Item[] | null) => void} Listener
 *
 * Where answers are kept: the browser's storage on a page, the widget's traits in a notebook.
 * @typedef {object} Answers
 * @property {() => number} seed what the order of options is shuffled by
 * @property {(item: Item) => Given} get the same object as long as it is the same answer
 * @property {(item: Item, chosen: readonly string[], checked: boolean, more?: More) => void} put
 *   what `more` leaves out stays, but opening a checked answer again puts certainty, hints and time back to 0
 * @property {(item: Item, note: Note) => void} note
 * @property {(items: readonly Item[]) => void} clear picks, certainty, hints and flags
 * @property {(item: Item) => string} remark the reader's own note to a question, empty where there is none
 * @property {(item: Item, text: string) => void} setRemark
 * @property {() => Settings} settings
 * @property {(some: Partial<Settings>) => void} set
 * @property {(chapter: string) => Exam | null} exam
 * @property {(chapter: string, exam: Exam | null) => void} setExam null forgets it
 * @property {() => Notice[]} notices
 * @property {(listener: Listener) => () => void} subscribe returns how to end it
 *
 * The control of one question.
 * @typedef {object} Control
 * @property {HTMLElement} element
 * @property {() => string[]} read what is given; options in the order of the bank
 * @property {(chosen: readonly string[]) => void} write
 * @property {() => void} focus
 * @property {(at: number) => void} [choose] pick the option at that place, counted from 0 as it is shown
 * @property {() => void} mark lock it, and show what is right, what was picked, and why
 * @property {() => void} unmark
 */

/**
 * What should be a T and may be anything: data in which nothing is sure to be there, or to be of its type.
 * @template T
 * @typedef {{ readonly [name in keyof T]?: unknown } | null | undefined} Unsure
 */

/**
 * How a question is answered, said before answering, and what an answer counts, folded away; each may be empty.
 * @typedef {{ how: string, counts: string }} Credit
 */

/**
 * A kind of question. An answer of any kind is a list of texts, and only its kind knows what they say.
 * @template {Item} T
 * @typedef {object} Kind
 * @property {string} kind
 * @property {boolean} [alone] whether it is taken by itself: questions that are all of such kinds make no exam, and
 *   nobody is asked how sure an answer is
 * @property {() => string} [finish] what the button says that checks an answer, where it is not "Check"
 * @property {(item: Unsure<T>, chosen: unknown) => Grade} grade never throws, whatever it is given
 * @property {(item: T, chosen: readonly string[]) => number} points out of how many an answer is scored
 * @property {(item: T) => string} key the right answer as a sentence
 * @property {(item: T) => string} missed the verdict where nothing is right
 * @property {(item: T, chosen: readonly string[]) => boolean} accepts whether it can have been given here
 * @property {(item: T, chosen: readonly string[]) => boolean} ready whether it can be checked
 * @property {(item: T, chosen: readonly string[]) => string} status what is given so far, may be empty
 * @property {(item: T, seed: number, changed: () => void) => Control} control
 */
export {};
