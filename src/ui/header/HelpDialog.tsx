import { Dialog } from 'radix-ui';
import { useWords } from '../hooks/use-app';
import { DialogWindow } from '../kit/DialogWindow';
import { Icon } from '../kit/Icon';
import { HelpPicture } from './HelpPicture';

export function HelpDialog() {
  const words = useWords().app.help;
  return (
    <Dialog.Root>
      <Dialog.Trigger className="icon-button" aria-label={words.title}>
        <Icon name="help" />
      </Dialog.Trigger>
      <DialogWindow name="help" title={words.title} close={words.close}>
        <HelpPicture />
        <ol className="help__steps">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="help__foot">{words.foot}</p>
      </DialogWindow>
    </Dialog.Root>
  );
}
