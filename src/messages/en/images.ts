/** English words of one room of the page; see `words.ts`. */
export const images = {};
