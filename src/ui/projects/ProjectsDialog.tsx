import { Dialog } from 'radix-ui';
import { useEffect } from 'react';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { DialogWindow } from '../kit/DialogWindow';
import { Icon } from '../kit/Icon';
import { usePage, useProjectsDialog } from '../page/page';
import { ProjectCard } from './ProjectCard';
import { StorageMeter } from './StorageMeter';
import './projects-dialog.css';

/** Every project that this browser keeps, and what storage holds. */
export function ProjectsDialog() {
  const words = useWords().projects;
  const { projectsDialog } = usePage();
  const open = useProjectsDialog((dialog) => dialog.open);
  const close = () => projectsDialog.setState({ open: false });
  return (
    <Dialog.Root open={open} onOpenChange={(next) => projectsDialog.setState({ open: next })}>
      <DialogWindow name="projects" title={words.all} close={words.close}>
        <Projects onLeave={close} />
      </DialogWindow>
    </Dialog.Root>
  );
}

function Projects({ onLeave }: { onLeave(): void }) {
  const words = useWords().projects;
  const projects = useAppState((state) => state.projects);
  const { listProjects, openProject, newProject } = useCommands();
  useEffect(() => void listProjects(), [listProjects]);
  return (
    <div className="projects__body">
      <button
        type="button"
        className="button projects__new"
        onClick={() => {
          onLeave();
          void newProject();
        }}
      >
        <Icon name="plus" /> {words.newProject}
      </button>
      {projects.length === 0 ? (
        <p className="note">{words.none}</p>
      ) : (
        <ul className="projects__list">
          {projects.map((project) => (
            <ProjectCard
              key={project.id}
              project={project}
              onOpen={() => {
                onLeave();
                void openProject(project.id);
              }}
            />
          ))}
        </ul>
      )}
      <StorageMeter onLeave={onLeave} />
    </div>
  );
}
