import { Dialog } from 'radix-ui';
import { Icon } from '../kit/Icon';
import { HelpPicture } from './HelpPicture';

export function HelpDialog() {
  return (
    <Dialog.Root>
      <Dialog.Trigger className="icon-button" aria-label="How it works">
        <Icon name="help" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog__scrim" />
        <Dialog.Content className="dialog help" aria-describedby={undefined}>
          <div className="help__head">
            <Dialog.Title className="help__title">How it works</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label="Close">
              <Icon name="close" />
            </Dialog.Close>
          </div>
          <HelpPicture />
          <ol className="help__steps">
            <li>A frozen backbone cuts each image into patches and makes one token of each.</li>
            <li>
              A few queries look over the tokens; each spreads its attention over the patches.
            </li>
            <li>What they gather is classified. Only the queries and the classifier learn.</li>
            <li>Some images are held out, so the accuracy is that on images never learned from.</li>
            <li>The maps show, patch by patch, where every query looks.</li>
          </ol>
          <p className="help__foot">
            Everything runs in this browser; no image leaves it. The method is efficient probing
            (Psomas et al., ICLR 2026, arXiv 2506.10178).
          </p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
