import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon } from './Icon';

interface DialogWindowProps {
  /** Of its styles: `NAME`, `NAME__head`, `NAME__title`. */
  name: string;
  title: string;
  /** What the button in its corner is called. */
  close: string;
  /** What else stands in its head. */
  head?: ReactNode;
  children: ReactNode;
}

/** A dialog above its scrim, with its title and a button that closes it; to stand in a `Dialog.Root`. */
export function DialogWindow({ name, title, close, head, children }: DialogWindowProps) {
  return (
    <Dialog.Portal>
      <Dialog.Overlay className="dialog__scrim" />
      <Dialog.Content className={`dialog ${name}`} aria-describedby={undefined}>
        <div className={`${name}__head`}>
          <Dialog.Title className={`${name}__title`}>{title}</Dialog.Title>
          <Dialog.Close className="icon-button" aria-label={close}>
            <Icon name="close" />
          </Dialog.Close>
          {head}
        </div>
        {children}
      </Dialog.Content>
    </Dialog.Portal>
  );
}
