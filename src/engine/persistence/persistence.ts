import { findBackbone } from '../../backbones/catalogue/catalogue';
import { PROBES, PROBES_WITH_CLS } from '../../probes/methods/list';
import { probeFor } from '../../state/derive/probe-for';
import { freshBlobs, type ImageBlobsById } from '../../state/image-blobs';
import type { AppState, BackboneChoice } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { ProjectStore } from '../../storage/database';
import { PROJECT_VERSION, type ProjectSettings, type StoredProject } from '../../storage/project';
import { restore } from '../../storage/restore';
import type { Names } from '../../vocabulary/names';
import type { Notices } from '../notices';

/** Time between two writes: a hundred images that arrive are a few of them, not a hundred. */
const PAUSE_MS = 300;

/** Time until a write that failed is tried again. */
const RETRY_MS = 3000;

export interface PersistenceParts {
  /** This tab's project. @throws where the browser gives no storage. */
  open(): Promise<Pick<ProjectStore, 'load' | 'save'>>;
  /** Hears which images come back, before they are in the store. */
  onBack(imageIds: readonly string[]): void;
  /** The images have come back. */
  onRestored(): void;
  /** What the backbone of the last visit stands for now. */
  choose(wanted: BackboneChoice): Promise<BackboneChoice>;
  /** Calls back when the tab may be closed next, without another chance to write. */
  onHidden(listener: () => void): void;
}

/** Keeps the project in the browser's storage; without storage everything goes on in memory. */
export class Persistence {
  private storage: Pick<ProjectStore, 'load' | 'save'> | null = null;
  /** The message that says that nothing is saved; null while all is well. */
  private complaint: number | null = null;
  private readonly saved = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private lastWrite = Number.NEGATIVE_INFINITY;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: AppStore,
    private readonly blobs: ImageBlobsById,
    private readonly notices: Pick<Notices, 'say' | 'dismiss'>,
    private readonly names: Pick<Names, 'recovered'>,
    private readonly parts: PersistenceParts,
  ) {}

  /** Brings back what an earlier visit left, then writes every change. Never throws. */
  async start(): Promise<void> {
    try {
      this.storage = await this.parts.open();
      await this.restore(this.storage);
    } catch (error) {
      this.storage = null;
      this.complain(error);
    }
    this.store.setState({ restored: true });
    this.store.subscribe((state, before) => {
      if (differs(state, before)) this.writeSoon();
    });
    this.parts.onHidden(() => {
      if (this.timer !== null) this.write();
    });
    // What was repaired, or added meanwhile.
    this.write();
  }

  private async restore(storage: Pick<ProjectStore, 'load'>): Promise<void> {
    const { project: stored, files } = await storage.load();
    for (const id of files.keys()) this.saved.add(id);
    const state = this.store.getState();
    const found = restore(stored, {
      fileIds: new Set(files.keys()),
      probeNames: [...PROBES, ...PROBES_WITH_CLS].map(({ name }) => name),
      defaults: settingsOf(state),
      recovered: this.names.recovered,
    });
    if (!found) {
      if (stored !== undefined) throw new LaterVersion();
      return;
    }
    const { project, missing } = found;
    const { selectedImageId, ...settings } = project.settings;
    const choice = await this.parts.choose(settings);
    for (const { id, contentHash } of project.images) {
      const file = files.get(id);
      if (file) this.blobs.set(id, freshBlobs(file, contentHash));
    }
    const images = project.images.map(({ id, name, classId }) => ({
      id,
      name,
      classId,
      status: { kind: 'preparing' } as const,
      cropUrl: null,
    }));
    this.parts.onBack(images.map(({ id }) => id));
    // What the person added while storage was being read comes after.
    this.store.setState((now) => ({
      ...settings,
      ...choice,
      probe: probeFor(findBackbone(now.backbones, choice.backboneId), settings.probe),
      classes: [...project.classes, ...now.classes],
      images: [...images, ...now.images],
      selectedImageId: now.selectedImageId ?? selectedImageId,
    }));
    for (const name of missing) {
      this.notices.say('error', name, { code: 'image-lost' });
    }
    this.parts.onRestored();
  }

  /** Leading-edge debounce, so that a reload right after a change finds it. */
  private writeSoon(least = 0): void {
    const pause = Math.max(least, this.lastWrite + PAUSE_MS - performance.now());
    this.timer ??= setTimeout(() => this.write(), pause);
  }

  private write(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.lastWrite = performance.now();
    this.writing = this.writing.then(() => this.save());
  }

  private async save(): Promise<void> {
    if (!this.storage) return;
    const project = this.project();
    const wanted = new Set(project.images.map(({ id }) => id));
    const added = new Map<string, Blob>();
    for (const id of wanted) {
      const file = this.blobs.get(id)?.file;
      if (file && !this.saved.has(id)) added.set(id, file);
    }
    const removed = [...this.saved].filter((id) => !wanted.has(id));
    try {
      await this.storage.save({ project, added, removed });
      for (const id of added.keys()) this.saved.add(id);
      for (const id of removed) this.saved.delete(id);
      if (this.complaint !== null) this.notices.dismiss(this.complaint);
      this.complaint = null;
    } catch (error) {
      // Said once, and tried again: the next write may find room, or a database that answers.
      if (this.complaint === null) this.complain(error);
      this.writeSoon(RETRY_MS);
    }
  }

  private complain(error: unknown): void {
    const what = { code: 'in-memory-only', why: whyInMemory(error) } as const;
    this.complaint = this.notices.say('note', { part: 'storage' }, what);
  }

  private project(): StoredProject {
    const state = this.store.getState();
    // A new file is worth keeping once it is known to be an image.
    const worthKeeping = (id: string) => this.saved.has(id) || this.blobs.get(id)?.contentHash;
    return {
      version: PROJECT_VERSION,
      classes: state.classes.map(({ id, name }) => ({ id, name })),
      images: state.images
        .filter(({ id }) => worthKeeping(id))
        .map(({ id, name, classId }) => {
          return { id, name, classId, contentHash: this.blobs.get(id)?.contentHash ?? null };
        }),
      settings: settingsOf(state),
    };
  }
}

/** What lies in storage was written by a program that knows more; writing over it would lose that. */
class LaterVersion extends Error {}

function whyInMemory(error: unknown): 'later-version' | 'disk-full' | 'no-storage' {
  if (error instanceof LaterVersion) return 'later-version';
  const full = error instanceof DOMException && error.name === 'QuotaExceededError';
  return full ? 'disk-full' : 'no-storage';
}

function settingsOf(state: AppState): ProjectSettings {
  const { probe, recipe, seed, heldOutShare, devicePreference, selectedImageId } = state;
  const { backboneId, precision } = state;
  return {
    probe,
    recipe,
    seed,
    heldOutShare,
    backboneId,
    precision,
    devicePreference,
    selectedImageId,
  };
}

const SAVED = [
  'classes',
  'images',
  'probe',
  'recipe',
  'seed',
  'heldOutShare',
  'backboneId',
  'precision',
  'devicePreference',
  'selectedImageId',
] as const satisfies readonly (keyof AppState)[];

function differs(state: AppState, before: AppState): boolean {
  return SAVED.some((key) => state[key] !== before[key]);
}
