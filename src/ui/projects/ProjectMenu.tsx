import { DropdownMenu } from 'radix-ui';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';
import { useOpenProjects } from '../page/page';
import { useProjectName } from './use-project-name';
import './project-menu.css';

/** The project of this tab, others, and the history of edits. */
export function ProjectMenu() {
  const { projects: words } = useWords();
  const name = useProjectName();
  const projectId = useAppState((state) => state.projectId);
  const { newProject, duplicateProject, undo, redo } = useCommands();
  const undoable = useAppState((state) => state.past.at(-1)?.kind ?? null);
  const redoable = useAppState((state) => state.future.at(-1)?.kind ?? null);
  const openProjects = useOpenProjects();
  const apple = /Mac|iP(hone|ad)/.test(navigator.userAgent);
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        className="button button--quiet button--small project-menu"
        aria-label={words.menu(name)}
      >
        <bdi className="project-menu__name">{name}</bdi>
        <Icon name="down" size={12} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" sideOffset={6} collisionPadding={8}>
          <DropdownMenu.Item className="menu__item" onSelect={openProjects}>
            <Icon name="grid" /> {words.all}
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu__item" onSelect={() => void newProject()}>
            <Icon name="plus" /> {words.newProject}
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="menu__item"
            disabled={projectId === null}
            onSelect={() => projectId !== null && void duplicateProject(projectId)}
          >
            <Icon name="images" /> {words.duplicate}
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu__line" />
          <DropdownMenu.Item className="menu__item" disabled={undoable === null} onSelect={undo}>
            <Icon name="undo" />
            <span className="menu__text">{words.undoOf(undoable)}</span>
            <kbd className="menu__end">{words.shortcut('Z', apple)}</kbd>
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu__item" disabled={redoable === null} onSelect={redo}>
            <Icon name="redo" />
            <span className="menu__text">{words.redoOf(redoable)}</span>
            <kbd className="menu__end">{words.shortcut('⇧Z', apple)}</kbd>
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
