// @ts-check
/** A figure for a room: its finding as the title, the drawing large, its data when asked for. */

import { say } from "../strings.js";
import { element } from "../web/dom.js";

/**
 * @param {HTMLElement} figure
 * @param {{ at: number, total: number } | null} place
 * @returns {import("./present.js").Presented}
 */
export function presentedFigure(figure, place) {
  const finding = figure.querySelector("p.finding");
  finding?.replaceWith(element("h2", { class: "finding" }, finding.textContent ?? ""));
  const name = place ? say("present_figure_of", place) : say("present_figure");
  const data = figure.querySelector("details.data");
  data?.removeAttribute("open");
  const show = () => {
    data?.setAttribute("open", "");
    data?.scrollIntoView();
    return say("present_data_shown");
  };
  return { name, body: figure, reveals: data ? [{ label: say("present_data"), show }] : [] };
}
