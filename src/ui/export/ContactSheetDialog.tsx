import { Dialog } from 'radix-ui';
import type { TrainedRun } from '../../state/slices/types';
import { useWords } from '../hooks/use-app';
import { DialogWindow } from '../kit/DialogWindow';
import { late } from '../kit/late';
import './contact-sheet.css';

// It comes with the page, but the page shows without it.
const SheetBody = late(() => import('./SheetBody').then((file) => file.SheetBody));

/** Joint figures of images to be chosen, on one sheet to be saved. */
export function ContactSheetDialog({ run, onClose }: { run: TrainedRun; onClose(): void }) {
  const words = useWords().exports.sheet;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <DialogWindow name="sheet" title={words.title} close={words.close}>
        <SheetBody run={run} />
      </DialogWindow>
    </Dialog.Root>
  );
}
