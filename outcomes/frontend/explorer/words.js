// @ts-check
/** What the explorer says of two counts, in the words that the built page uses as well. Pure. */

import catalog from "../../explorer/words.json" with { type: "json" };
import { clopperPearson, ruleOfThree, wilson } from "../intervals.js";

/** @typedef {Exclude<keyof typeof catalog, "columns">} Key */

/** @param {Key} key @param {Record<string, string | number>} [values] */
export const say = (key, values = {}) => catalog[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

/** Tenths, halves up, as Python does it. @param {number} value */
const tenths = (value) => (Math.floor(value * 10 + 0.5) / 10).toFixed(1);

/** A proportion as text; what is not quite none or all is not said to be. @param {number} share */
export function percent(share) {
  const text = tenths(100 * share);
  if (share > 0 && text === "0.0") return "<0.1%";
  if (share < 1 && text === "100.0") return ">99.9%";
  return `${share === 0 || share === 1 ? 100 * share : text}%`;
}

/**
 * Everything that is shown of two counts.
 * @param {number} events
 * @param {number} n
 */
export function described(events, n) {
  const [exact, score] = [clopperPearson(events, n), wilson(events, n)];
  const [low, high] = [percent(exact.low), percent(exact.high)];
  const [wilson_low, wilson_high] = [percent(score.low), percent(score.high)];
  const width = tenths(100 * (exact.high - exact.low));
  const share = percent(events / n);
  const said = [say("said", { events, n, percent: share, low, high, width, wilson_low, wilson_high })];
  const three = events === 0 || events === n ? ruleOfThree(n) : null;
  const limit = three === null ? null : events === 0 ? three : 1 - three;
  if (limit !== null) {
    said.push(say(events === 0 ? "none" : "all", { n, limit: percent(limit), low, high }));
    if (n < 30) said.push(say("rough"));
  } else if (events === 0 || events === n) said.push(say("too_few"));
  return {
    share,
    exact: { ...exact, text: say("range", { low, high }) },
    wilson: { ...score, text: say("range", { low: wilson_low, high: wilson_high }) },
    three:
      limit === null
        ? null
        : events === 0
          ? { low: 0, high: limit, text: say("up_to", { high: percent(limit) }) }
          : { low: limit, high: 1, text: say("from", { low: percent(limit) }) },
    said: said.join(" "),
  };
}
