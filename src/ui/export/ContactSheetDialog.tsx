import { Dialog } from 'radix-ui';
import type { TrainedRun } from '../../state/slices/types';
import { useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';
import { late } from '../kit/late';
import './contact-sheet.css';

// It comes with the page, but the page shows without it.
const SheetBody = late(() => import('./SheetBody').then((file) => file.SheetBody));

/** Joint figures of images to be chosen, on one sheet to be saved. */
export function ContactSheetDialog({ run, onClose }: { run: TrainedRun; onClose(): void }) {
  const words = useWords().exports.sheet;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog__scrim" />
        <Dialog.Content className="dialog sheet" aria-describedby={undefined}>
          <div className="sheet__head">
            <Dialog.Title className="sheet__title">{words.title}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={words.close}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          <SheetBody run={run} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
