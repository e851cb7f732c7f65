import type { en } from './en/index';

export type { CaptionedLayer, CaptionFacts } from './en/caption';
export type { GlossaryKey } from './en/glossary';
export type { ProgressStage } from './en/progress-words';

/**
 * Every word that the page says. A language is a folder beside `en/` whose `index.ts` exports one
 * object of this type: the same keys, strings and functions of the same facts. Strings for `Rich`
 * hold tags: `<strong>…</strong>`, a glossary key (`<queries>queries</queries>`: the word is
 * explained), or a name that the component fills in.
 */
export type Words = AnyText<typeof en>;

/** `T` with any text in the place of the English one: `'soon' | 'later'` is a type, too. */
type AnyText<T> = T extends string
  ? string
  : T extends (...facts: infer Facts) => infer Said
    ? (...facts: Facts) => AnyText<Said>
    : { readonly [Key in keyof T]: AnyText<T[Key]> };
