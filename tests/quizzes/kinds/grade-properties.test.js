import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { grade, kinds } from "../../../quizzes/kinds/register.js";
import { questions } from "./questions.js";

function withinBounds({ score, correct }) {
  assert.ok(Number.isFinite(score) && score >= 0 && score <= 1, `score ${score}`);
  assert.equal(correct, score === 1);
}

/** Any JSON, `__proto__` and the like among its keys. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.object().map((value) => JSON.parse(JSON.stringify(value))),
);

/** A question in which any part, however deep, is replaced by anything. */
const spoiled = (item) =>
  fc.tuple(fc.array(fc.nat(), { maxLength: 4 }), anything).map(([way, value]) => {
    const copy = structuredClone(item);
    let inside = copy;
    /** @type {{ in: Record<string, any>, name: string } | null} */
    let last = null;
    for (const at of way) {
      if (typeof inside !== "object" || inside === null) break;
      const names = Object.keys(inside).filter((name) => name !== "kind");
      if (names.length === 0) break;
      last = { in: inside, name: names[at % names.length] };
      inside = last.in[last.name];
    }
    if (last !== null) last.in[last.name] = value;
    return copy;
  });

test("every kind has its questions to be tested with", () => {
  assert.deepEqual(Object.keys(questions).sort(), [...kinds.keys()].sort());
});

test("whatever is graded, nothing is thrown and the score keeps its bounds", () => {
  fc.assert(fc.property(anything, anything, (item, chosen) => withinBounds(grade(item, chosen))));
});

for (const [kind, { item, answer, key, isKey, ordered }] of Object.entries(questions)) {
  const made = item.chain((one) => fc.record({ one: fc.constant(one), chosen: answer(one) }));
  const own = questions[kind];

  test(`${kind}: any fields and any answer are graded within bounds`, () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), anything), anything, (fields, chosen) =>
        withinBounds(grade({ ...fields, kind }, chosen)),
      ),
    );
  });

  test(`${kind}: a question spoiled in one place is graded within bounds`, () => {
    const damaged = item.chain((one) => fc.record({ one: spoiled(one), chosen: fc.oneof(answer(one), anything) }));
    fc.assert(fc.property(damaged, ({ one, chosen }) => withinBounds(grade(one, chosen))));
  });

  test(`${kind}: any texts as an answer to a good question are graded within bounds`, () => {
    fc.assert(fc.property(item, fc.array(fc.string()), (one, chosen) => withinBounds(grade(one, chosen))));
  });

  test(`${kind}: the key has full marks`, () => {
    fc.assert(
      fc.property(item, (one) => assert.deepEqual(grade(one, key.call(own, one)), { score: 1, correct: true })),
    );
  });

  test(`${kind}: only the key has full marks`, () => {
    fc.assert(
      fc.property(made, ({ one, chosen }) => assert.equal(grade(one, chosen).correct, isKey.call(own, one, chosen))),
    );
  });

  if (!ordered) {
    test(`${kind}: the order of clicks does not matter`, () => {
      const clicked = made.chain(({ one, chosen }) =>
        fc.record({
          one: fc.constant(one),
          chosen: fc.constant(chosen),
          again: fc.shuffledSubarray(chosen, { minLength: chosen.length }),
        }),
      );
      fc.assert(
        fc.property(clicked, ({ one, chosen, again }) => assert.deepEqual(grade(one, again), grade(one, chosen))),
      );
    });
  }
}
