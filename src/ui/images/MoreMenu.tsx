import { DropdownMenu } from 'radix-ui';
import { SAMPLE_SETS } from '../../images/samples/samples';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';
import { usePage } from '../page/page';

/** What concerns all images at once. */
export function MoreMenu() {
  const empty = useAppState((state) => state.images.length + state.classes.length === 0);
  const latest = useAppState((state) => state.drops[0]?.id ?? null);
  const { filesDialog } = usePage();
  const words = useWords().images.menu;
  const clearAll = useCommands().clearAll;
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="icon-button icon-button--small" aria-label={words.name}>
        <Icon name="more" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          <SampleItems />
          <DropdownMenu.Separator className="menu__line" />
          <DropdownMenu.Item
            className="menu__item"
            disabled={latest === null}
            onSelect={() => filesDialog.setState({ drop: latest })}
          >
            {words.files}
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="menu__item menu__item--danger"
            disabled={empty}
            onSelect={clearAll}
          >
            {words.removeEverything}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** The sample sets, as entries of a menu. */
export function SampleItems() {
  const { images: words, samples } = useWords();
  const addSamples = useCommands().addSamples;
  return (
    <DropdownMenu.Group>
      <DropdownMenu.Label className="menu__label">{words.menu.samples}</DropdownMenu.Label>
      {SAMPLE_SETS.map(({ id, classes }) => (
        <DropdownMenu.Item
          key={id}
          className="menu__item"
          onSelect={() => void addSamples(id, samples)}
        >
          <span className="menu__text">
            {samples.set[id]}
            <span className="menu__note">
              {words.sampleSet(
                classes.length,
                classes.reduce((sum, sample) => sum + sample.images.length, 0),
              )}
            </span>
          </span>
        </DropdownMenu.Item>
      ))}
    </DropdownMenu.Group>
  );
}
