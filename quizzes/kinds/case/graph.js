// @ts-check
/** The graph of a case: what was taken, and what the best path is worth. Pure; never throws. */

import { nothing, records, share, texts } from "../grade.js";

/**
 * @typedef {{ id: string, text: string, consequence: string, rationale: string, worth: number,
 *   next: string }} Move
 * @typedef {{ id: string, text: string, lead_in: string | null, choices: Move[], end: boolean }} Step
 * @typedef {import("../../frontend/types.js").Item & { shuffle: boolean, start: string, steps: Step[],
 *   debrief: string }} CaseItem
 * @typedef {{ step: Step, choice: Move }} Taken
 * @typedef {import("../../frontend/types.js").Unsure<CaseItem>} Case
 *
 * What can still be reached from a step: `move` is the first of the best path, null at an end, and `steps` how many
 * choices that path has.
 * @typedef {{ best: number, move: Move | null, steps: number }} Reach
 */

/** Taken for steps though nothing is sure of them: they are only compared. @param {Case} item @returns {Map<unknown, Step>} */
const stepsOf = (item) => new Map(/** @type {Step[]} */ (records(item?.steps)).map((step) => [step.id, step]));

/** The choices that count; of these, the worth alone is sure. @param {Step} step */
const movesOf = (step) => /** @type {Move[]} */ (records(step.choices)).filter(({ worth }) => Number.isFinite(worth));

/**
 * Walk along an answer. `here` is the step it leads to; `ok` whether all of it could be walked.
 * @param {Case} item
 * @param {unknown} chosen
 * @returns {{ taken: Taken[], here: Step | undefined, ok: boolean }}
 */
export function walk(item, chosen) {
  const steps = stepsOf(item);
  /** @type {Taken[]} */
  const taken = [];
  let here = steps.get(item?.start);
  for (const part of texts(chosen)) {
    const choice = here && movesOf(here).find(({ id }) => part === namedPart(here?.id, id));
    if (here === undefined || choice === undefined) return { taken, here, ok: false };
    taken.push({ step: here, choice });
    here = steps.get(choice.next);
  }
  return { taken, here, ok: here !== undefined };
}

/** How a choice is kept. @param {unknown} step @param {unknown} choice */
export const namedPart = (step, choice) =>
  typeof step === "string" && typeof choice === "string" ? `${step}:${choice}` : null;

/**
 * What each step can still reach, by its id. A step from which no end can be reached is not in it, and a way
 * that leads back is no way.
 * @param {Case} item
 * @returns {Map<unknown, Reach>}
 */
export function reaches(item) {
  const steps = stepsOf(item);
  /** @type {Map<unknown, Reach>} */
  const found = new Map();
  const begun = new Set();
  /** @type {unknown[]} */
  const stack = [item?.start];
  // Depth first without recursion: a step is judged when all that follows it has been.
  while (stack.length > 0) {
    const id = stack[stack.length - 1];
    const step = steps.get(id);
    if (step !== undefined && !begun.has(id)) {
      begun.add(id);
      stack.push(
        ...movesOf(step)
          .map(({ next }) => next)
          .filter((next) => !begun.has(next)),
      );
      continue;
    }
    stack.pop();
    const reach = step && !found.has(id) ? judged(step, found) : null;
    if (reach) found.set(id, reach);
  }
  return found;
}

/** @param {Step} step @param {Map<unknown, Reach>} found @returns {Reach | null} */
function judged(step, found) {
  if (step.end === true) return { best: 0, move: null, steps: 0 };
  /** @type {Reach | null} */
  let reach = null;
  for (const move of movesOf(step)) {
    const after = found.get(move.next);
    if (after === undefined) continue;
    const best = move.worth + after.best;
    if (reach === null || best > reach.best) reach = { best, move, steps: after.steps + 1 };
  }
  return reach;
}

/**
 * The best path from the start.
 * @param {Case} item
 * @returns {Taken[]}
 */
export function bestPath(item) {
  const [steps, found] = [stepsOf(item), reaches(item)];
  /** @type {Taken[]} */
  const path = [];
  let id = item?.start;
  while (path.length < found.size) {
    const [step, choice] = [steps.get(id), found.get(id)?.move];
    if (!(step && choice)) break;
    path.push({ step, choice });
    id = choice.next;
  }
  return path;
}

/**
 * What each choice cost: by how much less can be reached after it than before it. Along a path to an end the costs
 * add up to what the best path is worth more.
 * @param {Case} item
 * @param {readonly Taken[]} taken
 * @returns {number[]}
 */
export function costs(item, taken) {
  const found = reaches(item);
  const best = (/** @type {unknown} */ id) => found.get(id)?.best ?? 0;
  return taken.map(({ step, choice }) => best(step.id) - choice.worth - best(choice.next));
}

/**
 * Two paths side by side, in rows: a step that both take is one row, the others stand between.
 * @param {readonly Taken[]} own
 * @param {readonly Taken[]} best
 * @returns {{ own: Taken | null, best: Taken | null }[]}
 */
export function sideBySide(own, best) {
  /** @type {{ own: Taken | null, best: Taken | null }[]} */
  const rows = [];
  const alone = (/** @type {readonly Taken[]} */ some) =>
    rows.push(...some.map((taken) => ({ own: null, best: taken })));
  let from = 0;
  for (const taken of own) {
    const at = best.findIndex(({ step }, place) => place >= from && step.id === taken.step.id);
    if (at >= 0) {
      alone(best.slice(from, at));
      from = at + 1;
    }
    rows.push({ own: taken, best: best[at] ?? null });
  }
  alone(best.slice(from));
  return rows;
}

/**
 * What a path is worth; summed from its end, as the best is, so that rounding is the same.
 * @param {readonly Taken[]} taken
 */
export const worthOf = (taken) => taken.reduceRight((sum, { choice }) => choice.worth + sum, 0);

/**
 * What a path to an end is worth, of the best; never below 0, and any other path is worth nothing. Not from the worst
 * path on: there a case that soon ends badly, with few steps to lose by, would beat one that was long mended.
 * @param {Case} item
 * @param {unknown} chosen
 * @returns {import("../../frontend/types.js").Grade}
 */
export function gradeCase(item, chosen) {
  const { taken, here, ok } = walk(item, chosen);
  const whole = reaches(item).get(item?.start);
  if (!ok || here?.end !== true || whole === undefined) return nothing();
  return share(worthOf(taken), whole.best);
}
