/** Where the built page, as people get it, is served. Set `PAGE_PORT` to test another one. */
export const PAGE_PORT = Number(process.env.PAGE_PORT ?? 4173);
/** The development server, for pieces run by themselves (`bench/lab.html`). */
export const LAB_PORT = Number(process.env.LAB_PORT ?? 4174);
/** A stand-in for the model hub; the page under test has been built for it. */
export const HUB_PORT = Number(process.env.HUB_PORT ?? 4175);
