// @ts-check
/** What a case says. */

import { speaking } from "../../frontend/strings.js";
import catalogue from "./words.json" with { type: "json" };

export const words = speaking(catalogue);
