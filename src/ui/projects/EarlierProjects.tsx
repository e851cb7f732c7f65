import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { useOpenProjects } from '../page/page';
import { ProjectPicture } from './ProjectCard';
import './earlier-projects.css';

/** As many as fit beside each other on a phone. */
const SHOWN = 3;

/** On the empty page: what was made before, one press away. */
export function EarlierProjects() {
  const { projects: words, names } = useWords();
  const projects = useAppState((state) => state.projects);
  const current = useAppState((state) => state.projectId);
  const { openProject } = useCommands();
  const openProjects = useOpenProjects();
  const others = projects.filter(({ id, images }) => id !== current && images > 0);
  if (others.length === 0) return null;
  return (
    <section className="earlier" aria-label={words.goOn}>
      <h3 className="heading">{words.goOn}</h3>
      <ul className="earlier__list">
        {others.slice(0, SHOWN).map((project) => {
          const name = names.project(project.name, project.id + 1);
          return (
            <li key={project.id}>
              <button
                type="button"
                className="earlier__project"
                aria-label={words.open(name)}
                onClick={() => void openProject(project.id)}
              >
                <ProjectPicture project={project} />
                <bdi className="earlier__name">{name}</bdi>
                <span className="faint">{words.contents(project.classes, project.images)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {others.length > SHOWN && (
        <button type="button" className="button button--quiet button--small" onClick={openProjects}>
          {words.all}
        </button>
      )}
    </section>
  );
}
