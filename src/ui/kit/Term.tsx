import { Tooltip } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import type { GlossaryKey } from '../../messages/words';
import { useWords } from '../hooks/use-app';
import { HintText } from './Hint';

/** A technical word with its one-sentence explanation on hover, focus or tap. */
export function Term({ of, children }: { of: GlossaryKey; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const { glossary } = useWords();
  return (
    <Tooltip.Root open={open} onOpenChange={setOpen}>
      <Tooltip.Trigger
        asChild
        onClick={(event) => {
          // Radix closes a tooltip on click; a tap on a touch screen is a click, and must open it.
          event.preventDefault();
          setOpen(true);
        }}
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be reachable by keyboard */}
        <dfn className="term" tabIndex={0}>
          {children}
        </dfn>
      </Tooltip.Trigger>
      <HintText>{glossary[of]}</HintText>
    </Tooltip.Root>
  );
}
