// @ts-check
/** Live notebooks: the same quiz as an anywidget, its answers in the widget's traits. */

import { createQuiz } from "./taking/quiz.js";
import { traitAnswers } from "./traits.js";
import { element } from "./web/dom.js";

/** @param {{ model: import("./traits.js").Model, el: HTMLElement }} view */
function render({ model, el }) {
  /** @type {import("./types.js").Item[]} */
  const items = model.get("items");
  const notice = element("div", { class: "quiz-notice", role: "status" });
  const said = element("p", { class: "quiz-said", role: "status" });
  const head = element("div", { class: "quiz-head" });
  const foot = element("div", { class: "quiz-foot" });
  const entries = items.map((item) => ({ item, root: element("section", { class: "item" }) }));
  const root = element("section", { class: "quiz is-widget" });
  // JupyterLab takes arrows and letters as commands unless the very element that has the focus says not to.
  root.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element) target.setAttribute("data-lm-suppress-shortcuts", "true");
  });
  root.append(notice, head, ...entries.map((entry) => entry.root), foot, said);
  el.append(root);
  // An educator has all questions of a class in sight.
  const { release } = createQuiz({ root, notice, said, head, foot }, entries, traitAnswers(model, items), true);
  return () => {
    release();
    root.remove();
  };
}

export default { render };
