import { DropdownMenu } from 'radix-ui';
import { SAMPLE_SETS } from '../../images/samples/samples';
import { AddFiles } from '../images/AddFiles';
import { SampleItems } from '../images/MoreMenu';
import { Icon } from '../kit/Icon';
import { Rich } from '../kit/Rich';
import { EarlierProjects } from '../projects/EarlierProjects';
import { LivingExample } from './LivingExample';
import './empty.css';
import { useCommands, useWords } from '../hooks/use-app';

/** The first thing a person sees: one living example and two ways to begin. */
export function EmptyState() {
  const words = useWords().app.empty;
  const addSamples = useCommands().addSamples;
  const { samples } = useWords();
  return (
    <div className="empty">
      <LivingExample />
      <div className="empty__words">
        <h2 className="empty__title">{words.title}</h2>
        <p className="empty__lead">
          <Rich text={words.lead} />
        </p>
      </div>
      <div className="empty__choices">
        <div className="empty__samples">
          <button
            type="button"
            className="button empty__choice"
            onClick={() => void addSamples(SAMPLE_SETS[0].id, samples)}
          >
            {words.trySamples}
          </button>
          <DropdownMenu.Root>
            <DropdownMenu.Trigger className="button empty__other" aria-label={words.otherSamples}>
              <Icon name="down" />
            </DropdownMenu.Trigger>
            <DropdownMenu.Portal>
              <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
                <SampleItems />
              </DropdownMenu.Content>
            </DropdownMenu.Portal>
          </DropdownMenu.Root>
        </div>
        <AddFiles label={words.ownImages} className="button empty__choice" />
      </div>
      <EarlierProjects />
      <p className="empty__foot">{words.foot}</p>
    </div>
  );
}
