// @ts-check
/** How many questions a day a reader wants to review at the most. */

import { DAILY } from "../../record/record.js";
import { say } from "../../strings.js";
import { element } from "../../web/dom.js";

/** @param {import("../own-page.js").Store} store */
export function dailyLimit(store) {
  const [min, max] = [String(DAILY.least), String(DAILY.most)];
  const input = element("input", {
    type: "number",
    min,
    max,
    autocomplete: "off",
    "aria-describedby": "daily-fault",
  });
  const fault = element("span", { id: "daily-fault", class: "fault", role: "alert" });
  input.addEventListener("change", () => {
    const daily = input.value === "" ? Number.NaN : Number(input.value);
    const allowed = Number.isInteger(daily) && daily >= DAILY.least && daily <= DAILY.most;
    fault.textContent = allowed ? "" : say("review_daily_fault", { least: DAILY.least, most: DAILY.most });
    input.setAttribute("aria-invalid", String(!allowed));
    if (allowed) store.set({ daily });
  });
  return {
    element: element("div", {}, element("label", {}, element("span", {}, say("review_daily")), input), fault),
    refresh() {
      if (document.activeElement !== input) input.value = String(store.settings().daily);
    },
  };
}
