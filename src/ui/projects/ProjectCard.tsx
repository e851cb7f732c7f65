import { useEffect, useState } from 'react';
import type { ProjectSummary } from '../../state/slices/types';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';
import './project-card.css';

interface ProjectCardProps {
  project: ProjectSummary;
  onOpen(): void;
}

/** One project of the list: its picture, its name, what is in it, and what can be done with it. */
export function ProjectCard({ project, onOpen }: ProjectCardProps) {
  const { projects: words, names } = useWords();
  const { duplicateProject, deleteProject, renameProject } = useCommands();
  const [renaming, setRenaming] = useState(false);
  const current = useAppState((state) => state.projectId === project.id);
  const name = names.project(project.name, project.id + 1);
  const take = (value: string) => {
    setRenaming(false);
    const wanted = value.trim();
    if (wanted !== '' && wanted !== name) void renameProject(project.id, wanted);
  };
  const tools = [
    {
      icon: 'pencil',
      label: words.renameOne(name),
      hint: words.rename,
      act: () => setRenaming(true),
    },
    {
      icon: 'images',
      label: words.duplicateOne(name),
      hint: words.duplicate,
      act: () => void duplicateProject(project.id),
    },
    {
      icon: 'trash',
      label: words.deleteOne(name),
      hint: words.delete,
      act: () => void deleteProject(project.id),
    },
  ] as const;
  return (
    <li className="project-card">
      <button
        type="button"
        className="project-card__open"
        aria-label={words.open(name)}
        onClick={onOpen}
      >
        <ProjectPicture project={project} />
      </button>
      <div className="project-card__words">
        {renaming ? (
          <input
            className="project-card__input"
            aria-label={words.nameOfProject}
            defaultValue={name}
            // biome-ignore lint/a11y/noAutofocus: the person has just asked for it
            autoFocus
            onFocus={(event) => event.currentTarget.select()}
            onBlur={(event) => take(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') take(event.currentTarget.value);
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              setRenaming(false);
            }}
          />
        ) : (
          <p className="project-card__name">
            <bdi>{name}</bdi>
            {current && <span className="faint"> {words.opened}</span>}
          </p>
        )}
        <p className="project-card__facts">
          {words.contents(project.classes, project.images)}
          <br />
          {words.changed(project.changedAt)}
        </p>
      </div>
      <div className="project-card__tools">
        {tools.map(({ icon, label, hint, act }) => (
          <button
            key={icon}
            type="button"
            className="icon-button icon-button--small"
            aria-label={label}
            title={hint}
            onClick={act}
          >
            <Icon name={icon} size={14} />
          </button>
        ))}
      </div>
    </li>
  );
}

/** The project's first image; nothing where there is none, or it is of a kind that browsers can't show. */
export function ProjectPicture({ project }: { project: ProjectSummary }) {
  const { projectPicture } = useCommands();
  const { id, pictureId } = project;
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (pictureId === null) return;
    let made: string | null = null;
    let gone = false;
    void projectPicture(id, pictureId).then((file) => {
      if (!file || gone) return;
      made = URL.createObjectURL(file);
      setUrl(made);
    });
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [projectPicture, id, pictureId]);
  return (
    <span className="project-card__picture">
      {url !== null && <img src={url} alt="" decoding="async" onError={() => setUrl(null)} />}
    </span>
  );
}
