import { Tooltip } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import './hint.css';

/** A short text beside a control while it is pointed at or focused. */
export function Hint({ text, children }: { text: ReactNode; children: ReactElement }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <HintText>{text}</HintText>
    </Tooltip.Root>
  );
}

/** The floating text itself, for tooltips that decide by themselves when to open. */
export function HintText({ children }: { children: ReactNode }) {
  return (
    <Tooltip.Portal>
      <Tooltip.Content className="hint" sideOffset={6} collisionPadding={8}>
        {children}
      </Tooltip.Content>
    </Tooltip.Portal>
  );
}
