/** The built page, as people get it. */
export const PAGE_PORT = 4173;
/** The development server, for pieces run by themselves (`bench/lab.html`). */
export const LAB_PORT = 4174;
