import { Fragment, type ReactNode } from 'react';
import { richParts } from '../../messages/rich';
import type { GlossaryKey } from '../../messages/words';
import { useWords } from '../hooks/use-app';
import { Term } from './Term';

/** Tags that only change how a stretch of text looks. */
const LOOKS = new Set(['faint', 'unbroken']);

/**
 * A sentence of `messages/` with its tags: `<strong>`, `<faint>`, `<unbroken>`, words of the glossary,
 * and those that `parts` names.
 */
export function Rich({
  text,
  parts = {},
}: {
  text: string;
  parts?: Readonly<Record<string, (text: string) => ReactNode>>;
}) {
  const { glossary } = useWords();
  const isTerm = (tag: string): tag is GlossaryKey => tag in glossary;
  return richParts(text).map(({ tag, text: inner }, index) => {
    const write = tag === null ? undefined : parts[tag];
    let part: ReactNode = inner;
    if (write) part = write(inner);
    else if (tag === 'strong') part = <strong>{inner}</strong>;
    else if (tag !== null && LOOKS.has(tag)) part = <span className={tag}>{inner}</span>;
    else if (tag !== null && isTerm(tag)) part = <Term of={tag}>{inner}</Term>;
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
    return <Fragment key={index}>{part}</Fragment>;
  });
}
