// @ts-check
/** The cards of all kinds, one line a kind. */

export { branchingCase } from "./case/card.js";
export { keyFeature } from "./key_feature/card.js";
export { matching } from "./matching/card.js";
export { multipleResponse } from "./multiple_response/card.js";
export { numeric } from "./numeric/card.js";
export { ordering } from "./ordering/card.js";
export { shortAnswer } from "./short_answer/card.js";
export { singleBestAnswer } from "./single_best_answer/card.js";
