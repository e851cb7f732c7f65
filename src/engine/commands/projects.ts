import { initialComparison } from '../../state/slices/comparison';
import { initialHistory } from '../../state/slices/history';
import { initialImages } from '../../state/slices/images';
import { initialInspector } from '../../state/slices/inspector';
import { initialStudy } from '../../state/slices/study';
import { DEFAULT_SETTINGS } from '../../state/slices/training';
import type { AppStore } from '../../state/store';
import { type ProjectStorage, stampOf } from '../../storage/database';
import type { ProjectHeads } from '../../storage/head-store';
import type { Room } from '../../storage/room';
import { failureOf } from '../../vocabulary/failures';
import type { Names } from '../../vocabulary/names';
import type { Notices } from '../notices';
import type { Persistence } from '../persistence/persistence';

export interface ProjectCommandParts {
  store: AppStore;
  notices: Notices;
  names: Names;
  storage: ProjectStorage;
  persistence: Pick<Persistence, 'flush' | 'list' | 'open' | 'begin' | 'holds'>;
  askForRoom(): Promise<Room>;
  /** Brings what is known of cached tokens and models up to date. */
  refreshCaches(): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends all that is under way, and forgets what was made of the project's images. */
  leave(): Promise<void>;
  /** Brings back what was made with a project, whose images are there. */
  arrive(project: number): Promise<void>;
  /** What was made with a project. */
  work(project: number): Pick<ProjectHeads, 'copyTo' | 'bytes'>;
}

/** What a person does with whole projects. */
export function createProjectCommands(parts: ProjectCommandParts) {
  const { store, notices, names, storage, persistence } = parts;
  const { getState, setState } = store;
  const subject = { part: 'storage' } as const;

  /** Says why something could not be done, and leaves all as it was. */
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      notices.say('error', subject, { code: 'failed', failure: failureOf(error) });
    }
  };
  const empty = async () => {
    await parts.leave();
    setState({
      ...initialImages,
      pixels: getState().pixels,
      restored: true,
      ...initialHistory,
      ...initialStudy,
      ...initialComparison,
      ...initialInspector,
      ...DEFAULT_SETTINGS,
      training: { kind: 'idle' },
      extraction: { kind: 'idle' },
      projectName: '',
      messages: [],
    });
  };
  const show = async (projectId: number) => {
    await empty();
    await persistence.open(projectId);
    void parts.arrive(projectId);
    await persistence.list();
  };

  return {
    /** Looks at what there is. */
    listProjects: (): Promise<void> => attempt(() => persistence.list()),

    /** Looks at what storage holds. */
    async measureStorage(): Promise<void> {
      await attempt(async () => {
        const projects = [...(await storage.records()).keys()];
        const [imageBytes, room, work] = await Promise.all([
          storage.bytes(),
          parts.askForRoom(),
          Promise.all(projects.map((id) => parts.work(id).bytes())),
          parts.refreshCaches(),
        ]);
        const workBytes = work.reduce((sum, bytes) => sum + bytes, 0);
        setState({ stored: { imageBytes, workBytes, room } });
      });
    },

    /** The file of an image of any project; null where it is gone. */
    projectPicture: (projectId: number, imageId: string): Promise<Blob | null> =>
      storage.file(projectId, imageId).catch(() => null),

    async openProject(projectId: number): Promise<void> {
      if (projectId === getState().projectId) return;
      await attempt(async () => {
        await persistence.flush();
        if (await persistence.holds.hold(projectId)) return show(projectId);
        const name = getState().projects.find(({ id }) => id === projectId)?.name ?? '';
        notices.say(
          'error',
          subject,
          { code: 'project-held', name, number: projectId + 1 },
          { kind: 'take-over', projectId },
        );
      });
    },

    /** Opens a project that another tab has open, and closes it there. */
    async takeOver(projectId: number): Promise<void> {
      await attempt(async () => {
        await persistence.flush();
        await persistence.holds.take(projectId);
        await show(projectId);
      });
    },

    async newProject(): Promise<void> {
      await attempt(async () => {
        await persistence.flush();
        persistence.holds.letGo();
        await empty();
        persistence.begin(null);
        await persistence.list();
      });
    },

    async renameProject(projectId: number | null, name: string): Promise<void> {
      if (projectId === getState().projectId) {
        setState({ projectName: name });
        await persistence.flush();
      } else if (projectId !== null) {
        await attempt(async () => void (await change(storage, projectId, { name })));
      }
      await attempt(() => persistence.list());
    },

    async duplicateProject(projectId: number): Promise<void> {
      await attempt(async () => {
        await persistence.flush();
        const name = getState().projects.find(({ id }) => id === projectId)?.name ?? '';
        const copy = await change(
          storage,
          projectId,
          { name: names.copyOf(names.project(name, projectId + 1)) },
          null,
        );
        await parts.work(projectId).copyTo(copy);
        await persistence.list();
      });
    },

    /** Takes a project off the list; until the next day it can be brought back. */
    async deleteProject(projectId: number): Promise<void> {
      await attempt(async () => {
        const { projectId: open, projects } = getState();
        await persistence.flush();
        if (projectId === open) {
          await empty();
          persistence.begin(null);
          persistence.holds.letGo();
        }
        await change(storage, projectId, { deletedAt: parts.now() });
        const name = projects.find(({ id }) => id === projectId)?.name ?? '';
        notices.say(
          'note',
          subject,
          { code: 'project-deleted', name, number: projectId + 1 },
          { kind: 'restore-project', projectId },
        );
        await persistence.list();
      });
    },

    async restoreProject(projectId: number): Promise<void> {
      await attempt(async () => {
        await change(storage, projectId, { deletedAt: null });
        await persistence.list();
      });
    },
  };
}

/**
 * Writes a record again with some of it changed. @param to null for a new project of the same contents,
 * files included.
 * @returns its number.
 */
async function change(
  storage: ProjectStorage,
  projectId: number,
  part: Record<string, unknown>,
  to: number | null = projectId,
): Promise<number> {
  const record = await storage.record(projectId);
  const stored = typeof record === 'object' && record !== null ? record : {};
  return storage.write(to, {
    project: { ...stored, ...part },
    expected: stampOf(record),
    stamp: Math.random(),
    removed: [],
    copyOf: to === null ? projectId : null,
  });
}
