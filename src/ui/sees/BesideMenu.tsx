import { DropdownMenu } from 'radix-ui';
import { useShallow } from 'zustand/react/shallow';
import { headIdOf, shownHead } from '../../state/slices/inspector';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';

/** Opens a second place beside the first, for another image or another head, and closes it. */
export function BesideMenu({ imageId }: { imageId: string }) {
  const words = useWords();
  const trained = useAppState((state) => state.training.kind === 'done');
  const open = useAppState((state) => state.beside !== null);
  const setBeside = useCommands().setBeside;
  const others = useAppState(
    useShallow((state) =>
      state.heads.filter((head) => headIdOf(head) !== shownHead(state)?.headId),
    ),
  );
  if (!trained) return null;
  if (open) {
    return (
      <button
        type="button"
        className="button button--quiet button--small beside-open"
        aria-label={words.sees.beside.close}
        onClick={() => setBeside(null)}
      >
        {words.sees.beside.button} <Icon name="close" size={12} />
      </button>
    );
  }
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="button button--quiet button--small">
        {words.sees.beside.button} <Icon name="down" size={12} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.Item
            className="menu__item"
            onSelect={() => setBeside({ kind: 'image', imageId })}
          >
            <span className="menu__text">
              {words.sees.beside.images.label}
              <span className="menu__note">{words.sees.beside.images.note}</span>
            </span>
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu__line" />
          <p className="menu__label">
            {others.length > 0 ? words.sees.beside.heads : words.sees.beside.noHeads}
          </p>
          {others.map((head) => (
            <DropdownMenu.Item
              key={headIdOf(head)}
              className="menu__item"
              onSelect={() => setBeside({ kind: 'head', headId: headIdOf(head) })}
            >
              <span className="menu__text">
                {words.probes.entryName(head.run.probe)}
                <span className="menu__note">{words.describe.head(head)}</span>
              </span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
