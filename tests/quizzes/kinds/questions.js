/**
 * Well-made questions of every kind, for property tests: how one is drawn, an answer that is right, any answer at
 * all, and, from what the kind promises and not from its grader, whether an answer is the key.
 */

import fc from "fast-check";

const slug = fc.stringMatching(/^[a-z0-9]{1,6}$/);
const slugs = (minLength, maxLength) => fc.uniqueArray(slug, { minLength, maxLength });
const same = (one, other) => JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());

/**
 * Options of which `fewest` to all but one are right.
 * @param {string} kind
 * @param {number} fewest
 * @param {number} most
 * @param {(count: number) => object} more what else the kind has, by how many are right
 */
const optionKind = (kind, fewest, most, more, harm = false) => ({
  ordered: false,
  item: slugs(3, 6)
    .chain((ids) =>
      fc.record({
        ids: fc.constant(ids),
        count: fc.integer({ min: fewest, max: Math.min(most, ids.length - 1) }),
        harmful: harm ? fc.boolean() : fc.constant(false),
      }),
    )
    .map(({ ids, count, harmful }) => ({
      kind,
      ...more(count),
      options: ids.map((id, at) => ({
        id,
        correct: at < count,
        ...(harm ? { harmful: harmful && at === ids.length - 1 } : {}),
      })),
    })),
  key: ({ options }) => options.filter(({ correct }) => correct).map(({ id }) => id),
  answer: ({ options }) => fc.subarray(options.map(({ id }) => id)).chain((ids) => fc.shuffledSubarray(ids)),
  isKey(item, chosen) {
    return same(new Set(chosen), this.key(item));
  },
});

/** @type {Drawn} */
const numeric = {
  ordered: true,
  item: fc
    .record({
      value: fc.integer({ min: -9999, max: 9999 }),
      tolerance: fc.integer({ min: 0, max: 50 }),
      ids: slugs(1, 4),
    })
    .map(({ value, tolerance, ids }) => ({
      kind: "numeric",
      value: value / 10,
      tolerance: tolerance / 10,
      unit: ids[0],
      units: ids.map((id) => ({ id, text: id })),
    })),
  key: ({ value, unit }) => [String(value), unit],
  answer: ({ value, units }) =>
    fc.tuple(
      fc.integer({ min: -99, max: 99 }).map((off) => ((Math.round(value * 10) + off) / 10).toString()),
      fc.constantFrom(...units.map(({ id }) => id)),
    ),
  isKey: ({ value, tolerance, unit }, [typed, chosen]) =>
    chosen === unit && Math.round(Math.abs(Number(typed) - value) * 10) <= Math.round(tolerance * 10),
};

/** @type {Drawn} */
const shortAnswer = {
  ordered: true,
  item: slugs(1, 4).map((accepted) => ({ kind: "short-answer", accepted, also: [] })),
  key: ({ accepted }) => [accepted[0]],
  answer: ({ accepted }) =>
    fc
      .oneof(
        fc.constantFrom(...accepted, ...accepted.map((text) => ` ${text.toUpperCase()}. `)),
        fc.constantFrom(...accepted).map((text) => `${text}x`),
        slug,
      )
      .map((text) => [text]),
  isKey: ({ accepted }, [typed]) => accepted.includes(typed.toLowerCase().replace(/[ .]/g, "")),
};

const ordering = {
  ordered: true,
  item: slugs(3, 8).map((ids) => ({ kind: "ordering", entries: ids.map((id) => ({ id })) })),
  key: ({ entries }) => entries.map(({ id }) => id),
  answer: ({ entries }) => fc.shuffledSubarray(entries.map(({ id }) => id)),
  isKey: ({ entries }, chosen) => chosen.join() === entries.map(({ id }) => id).join(),
};

const matching = {
  ordered: false,
  item: fc
    .tuple(slugs(2, 6), slugs(2, 6), fc.array(fc.nat(), { minLength: 6, maxLength: 6 }))
    .map(([prompts, answers, picks]) => ({
      kind: "matching",
      prompts: prompts.map((id, at) => ({ id, answer: answers[picks[at] % answers.length] })),
      answers: answers.map((id) => ({ id })),
    })),
  key: ({ prompts }) => prompts.map(({ id, answer }) => `${id}=${answer}`),
  answer: ({ prompts, answers }) =>
    fc
      .tuple(...prompts.map(() => fc.option(fc.constantFrom(...answers.map(({ id }) => id)), { nil: null })))
      .map((picked) => picked.flatMap((answer, at) => (answer === null ? [] : [`${prompts[at].id}=${answer}`]))),
  isKey(item, chosen) {
    return same(chosen, this.key(item));
  },
};

/** Steps in a row, each choice leading some way on, so that there is neither a loop nor a dead end. */
const branchingCase = {
  ordered: true,
  item: fc
    .array(
      fc.uniqueArray(fc.record({ worth: fc.integer({ min: -2, max: 2 }), skip: fc.integer({ min: 1, max: 2 }) }), {
        minLength: 2,
        maxLength: 3,
        selector: ({ worth }) => worth,
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((drawn) => ({
      kind: "case",
      start: "s0",
      steps: [
        ...drawn.map((moves, at) => ({
          id: `s${at}`,
          end: false,
          choices: moves.map(({ worth, skip }, name) => ({
            id: `c${name}`,
            worth,
            next: `s${Math.min(drawn.length, at + skip)}`,
          })),
        })),
        { id: `s${drawn.length}`, end: true, choices: [] },
      ],
    }))
    // A case whose every path is worth the same is a fault of the bank, and so is one whose best is worth nothing.
    .filter((item) => new Set(paths(item).map(({ worth }) => worth)).size > 1 && best(item)[0].worth > 0),
  key: (item) => best(item)[0].chosen,
  answer: (item) => fc.constantFrom(...paths(item).map(({ chosen }) => chosen)),
  isKey: (item, chosen) => best(item).some((path) => path.chosen.join() === chosen.join()),
};

/** Every path to the end, with its worth. */
function paths(item, name = item.start) {
  const step = item.steps.find(({ id }) => id === name);
  if (step.end) return [{ chosen: [], worth: 0 }];
  return step.choices.flatMap(({ id, worth, next }) =>
    paths(item, next).map((rest) => ({ chosen: [`${name}:${id}`, ...rest.chosen], worth: worth + rest.worth })),
  );
}

function best(item) {
  const all = paths(item);
  const most = Math.max(...all.map(({ worth }) => worth));
  return all.filter(({ worth }) => worth === most);
}

/**
 * Each kind reads its own questions, and the properties are those of any: so they are any here.
 * @typedef {object} Drawn
 * @property {fc.Arbitrary<any>} item
 * @property {boolean} ordered whether the order of an answer means something
 * @property {(item: any) => string[]} key
 * @property {(item: any) => fc.Arbitrary<string[]>} answer
 * @property {(item: any, chosen: string[]) => boolean} isKey
 */

/** By the name of the kind. @type {Record<string, Drawn>} */
export const questions = {
  "single-best-answer": optionKind("single-best-answer", 1, 1, () => ({ pick: 1 })),
  "multiple-response": optionKind("multiple-response", 1, 5, (count) => ({ pick: count })),
  "key-feature": optionKind("key-feature", 1, 5, (count) => ({ at_most: count }), true),
  numeric,
  "short-answer": shortAnswer,
  matching,
  ordering,
  case: branchingCase,
};
