import { Dialog } from 'radix-ui';
import { useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';
import { HelpPicture } from './HelpPicture';

export function HelpDialog() {
  const words = useWords().app.help;
  return (
    <Dialog.Root>
      <Dialog.Trigger className="icon-button" aria-label={words.title}>
        <Icon name="help" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog__scrim" />
        <Dialog.Content className="dialog help" aria-describedby={undefined}>
          <div className="help__head">
            <Dialog.Title className="help__title">{words.title}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={words.close}>
              <Icon name="close" />
            </Dialog.Close>
          </div>
          <HelpPicture />
          <ol className="help__steps">
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p className="help__foot">{words.foot}</p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
