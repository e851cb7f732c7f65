import type { en } from './en/index';

export type { GlossaryKey } from './en/glossary';

/**
 * Every word that the page says. A language is a folder beside `en/` whose `index.ts` exports one
 * object of this type: the same keys, strings and functions of the same facts. Strings for `Rich`
 * hold tags: `<strong>…</strong>`, a glossary key (`<queries>queries</queries>`: the word is
 * explained), or a name that the component fills in.
 */
export type Words = typeof en;
