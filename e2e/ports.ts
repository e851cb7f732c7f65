/**
 * Where the page is served as people get it, but for the address of the model hub. Set `PAGE_PORT` to
 * test another one.
 */
export const PAGE_PORT = Number(process.env.PAGE_PORT ?? 4173);
/** The development server, for pieces run by themselves (`bench/lab.html`). */
export const LAB_PORT = Number(process.env.LAB_PORT ?? 4174);
/** A stand-in for the model hub, which the page under test has been built for. */
export const HUB_PORT = Number(process.env.HUB_PORT ?? 4175);
export const HUB_ORIGIN = `http://127.0.0.1:${HUB_PORT}`;
/** Where `npm test` builds that page. */
export const TEST_PAGE = 'dist-test';
