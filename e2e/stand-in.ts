/**
 * Which model's file the server of the page under test gives this visitor in place of the bundled
 * backbone's. A cookie says it, not a request answered on its way: those make the browser ask for
 * every file anew, and hold up each request of the page.
 */
export const STAND_IN = 'backbone';

export type StandIn = 'tiny' | 'slow' | 'broken' | 'missing';
