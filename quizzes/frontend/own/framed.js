// @ts-check
/** A chapter in a frame of another site: above its questions stands what is kept there. Loaded only then. */

import { element } from "../web/dom.js";
import { aboutThisPlace } from "./keeping.js";

document
  .querySelector(".quiz")
  ?.prepend(element("div", { class: "quiz-notice", role: "status" }, ...aboutThisPlace(true)));
