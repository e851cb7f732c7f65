import { DropdownMenu } from 'radix-ui';
import { headIdOf } from '../../state/slices/inspector';
import type { HeadRecord } from '../../state/slices/types';
import { useRun } from '../hooks/use-verdicts';
import { Icon } from '../kit/Icon';
import { MenuChoice } from '../kit/MenuChoice';
import './heads-menu.css';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

/** Whose maps these are; the heads of earlier runs can be shown again. */
export function HeadsMenu() {
  const words = useWords();
  const run = useRun();
  const heads = useAppState((state) => state.heads);
  const openedKey = useAppState((state) => state.openedKey);
  if (!run || (heads.length < 2 && openedKey === null)) return null;
  return (
    <div className="heads">
      {heads.length < 2 ? (
        <strong>{words.probes.entryName(run.probe)}</strong>
      ) : (
        <Choices heads={heads} shown={run.result.headId} name={words.probes.entryName(run.probe)} />
      )}
      {openedKey !== null && (
        <span className="heads__note">
          {words.sees.heads.withoutFirstFold(words.describe.headOrigin(openedKey))}
        </span>
      )}
    </div>
  );
}

interface ChoicesProps {
  heads: readonly HeadRecord[];
  /** The head on show, and what it is called. */
  shown: string;
  name: string;
}

function Choices({ heads, shown, name }: ChoicesProps) {
  const words = useWords();
  const showHead = useCommands().showHead;
  const unkept = useAppState((state) => state.unkept);
  const noteOf = (head: HeadRecord) => {
    const missing = unkept[headIdOf(head)];
    const facts = words.describe.head(head);
    return missing ? `${facts} · ${words.sees.heads.unkept[missing]}` : facts;
  };
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        className="button button--quiet button--small heads__button"
        aria-label={words.sees.heads.onShow(name)}
      >
        {name} <Icon name="down" size={12} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4} collisionPadding={8}>
          <p className="menu__label">{words.sees.heads.list}</p>
          <DropdownMenu.RadioGroup value={shown} onValueChange={showHead}>
            {heads.map((head) => (
              <MenuChoice
                key={headIdOf(head)}
                value={headIdOf(head)}
                label={words.probes.entryName(head.run.probe)}
                note={noteOf(head)}
              />
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
