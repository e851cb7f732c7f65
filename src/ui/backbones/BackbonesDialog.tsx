import { Dialog } from 'radix-ui';
import { HUB } from '../../backbones/catalogue/model-address';
import { Icon } from '../kit/Icon';
import { late } from '../kit/late';
import { useBackbonesDialog, usePage } from '../page/page';
import './dialog.css';
import { useAppState, useWords } from '../hooks/use-app';

// It comes with the page, but the page shows without it.
const BackbonesBody = late(() => import('./BackbonesBody').then((file) => file.BackbonesBody));

/** Which backbones there are, how far a switch has come, what is kept, and the person's own. */
export function BackbonesDialog() {
  const { backbonesDialog } = usePage();
  const open = useBackbonesDialog((dialog) => dialog.open);
  const opened = useAppState((state) => state.opened.kind !== 'none');
  const words = useWords().backbones;
  return (
    <Dialog.Root open={open} onOpenChange={(next) => backbonesDialog.setState({ open: next })}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog__scrim" />
        <Dialog.Content className="dialog backbones">
          <header className="backbones__head">
            <Dialog.Title className="backbones__title">
              {opened ? words.titleOfOwn : words.title}
            </Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={words.close}>
              <Icon name="close" />
            </Dialog.Close>
            <Dialog.Description className="backbones__promise">
              {opened ? words.promiseOfOwn : words.promise(new URL(HUB).host)}
            </Dialog.Description>
          </header>
          <BackbonesBody />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
