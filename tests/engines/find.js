// What Playwright's locators mean, as far as the journeys use them.
const tidy = (text) => text.replace(/\s+/g, " ").trim();
const says = (text, wanted, exact) =>
  exact ? tidy(text) === tidy(wanted) : tidy(text).toLowerCase().includes(tidy(wanted).toLowerCase());
const seen = (one) => one.checkVisibility({ visibilityProperty: true });
const inside = (found, css) => [...new Set(found.flatMap((one) => [...one.querySelectorAll(css)]))];
const labelled = (one) => [...(one.labels ?? [])].map((label) => label.textContent).join(" ");
const nameOf = (one) => one.getAttribute("aria-label") ?? (labelled(one) || one.textContent);
const ROLES = {
  alert: "[role=alert]",
  button: "button, [role=button]",
  group: "fieldset, [role=group]",
  heading: "h1, h2, h3, h4, h5, h6",
  searchbox: "input[type=search]",
  textbox: "input:not([type]), input[type=text], textarea",
};
const HOW = {
  css: (found, css) => {
    const plain = css.replace(/:visible$/, "");
    return inside(found, plain).filter((one) => plain === css || seen(one));
  },
  role: (found, role, name, exact) =>
    inside(found, ROLES[role]).filter((one) => seen(one) && says(nameOf(one), name, exact)),
  text: (found, text, exact) => {
    const all = inside(found, "body *, *").filter((one) => says(one.textContent, text, exact));
    return all.filter((one) => !all.some((other) => other !== one && one.contains(other)));
  },
  label: (found, text) =>
    inside(found, "input, select, textarea").filter((one) =>
      says(one.getAttribute("aria-label") ?? labelled(one), text, false),
    ),
  has: (found, steps) => found.filter((one) => walk([one], steps).length > 0),
  hasText: (found, text) => found.filter((one) => says(one.textContent, text, false)),
  nth: (found, at) => [found.at(at)].filter(Boolean),
};
const walk = (from, steps) => steps.reduce((found, [how, ...what]) => HOW[how](found, ...what), from);

/** The elements at the end of the steps, which are JSON. */
export const find = (steps) => walk([document], JSON.parse(steps));
