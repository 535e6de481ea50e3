// @ts-check
/** What a case says. */

import { speaking } from "../../frontend/strings.js";
import catalog from "./words.json" with { type: "json" };

export const words = speaking(catalog);
