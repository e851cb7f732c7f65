import { DropdownMenu } from 'radix-ui';
import { SAMPLE_SETS } from '../../images/samples/samples';
import { AddFiles } from '../images/AddFiles';
import { SampleItems } from '../images/MoreMenu';
import { Icon } from '../kit/Icon';
import { Term } from '../kit/Term';
import { LivingExample } from './LivingExample';
import './empty.css';
import { useCommands, useWords } from '../hooks/use-app';

/** The first thing a person sees: one living example and two ways to begin. */
export function EmptyState() {
  const addSamples = useCommands().addSamples;
  const { samples } = useWords();
  return (
    <div className="empty">
      <LivingExample />
      <div className="empty__words">
        <h2 className="empty__title">See what each query looks at</h2>
        <p className="empty__lead">
          Sort images into classes. A frozen <Term of="backbone">Vision Transformer</Term> reads
          them, a small <Term of="probe">probe</Term> learns your classes in seconds, and you watch
          where its <Term of="queries">queries</Term> look.
        </p>
      </div>
      <div className="empty__choices">
        <div className="empty__samples">
          <button
            type="button"
            className="button empty__choice"
            onClick={() => void addSamples(SAMPLE_SETS[0].id, samples)}
          >
            Try the samples
          </button>
          <DropdownMenu.Root>
            <DropdownMenu.Trigger className="button empty__other" aria-label="Other sample sets">
              <Icon name="down" />
            </DropdownMenu.Trigger>
            <DropdownMenu.Portal>
              <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
                <SampleItems />
              </DropdownMenu.Content>
            </DropdownMenu.Portal>
          </DropdownMenu.Root>
        </div>
        <AddFiles label="Use my own images" className="button empty__choice" />
      </div>
      <p className="empty__foot">
        Or drop files and folders anywhere. Nothing ever leaves this browser.
      </p>
    </div>
  );
}
