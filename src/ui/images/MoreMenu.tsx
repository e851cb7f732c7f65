import { DropdownMenu } from 'radix-ui';
import { SAMPLE_SETS } from '../../images/samples/samples';
import { count } from '../../messages/en/format';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';

/** What concerns all images at once. */
export function MoreMenu() {
  const empty = useAppState((state) => state.images.length + state.classes.length === 0);
  const clearAll = useCommands().clearAll;
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="icon-button icon-button--small" aria-label="More">
        <Icon name="more" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          <SampleItems />
          <DropdownMenu.Separator className="menu__line" />
          <DropdownMenu.Item
            className="menu__item menu__item--danger"
            disabled={empty}
            onSelect={clearAll}
          >
            Remove everything
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** The sample sets, as entries of a menu. */
export function SampleItems() {
  const addSamples = useCommands().addSamples;
  const words = useWords().samples;
  return (
    <DropdownMenu.Group>
      <DropdownMenu.Label className="menu__label">Samples</DropdownMenu.Label>
      {SAMPLE_SETS.map(({ id, classes }) => (
        <DropdownMenu.Item
          key={id}
          className="menu__item"
          onSelect={() => void addSamples(id, words)}
        >
          <span className="menu__text">
            {words.set[id]}
            <span className="menu__note">
              {count(classes.length, 'class', 'classes')},{' '}
              {count(
                classes.reduce((sum, sample) => sum + sample.images.length, 0),
                'image',
              )}
            </span>
          </span>
        </DropdownMenu.Item>
      ))}
    </DropdownMenu.Group>
  );
}
