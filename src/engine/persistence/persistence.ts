import { findBackbone } from '../../backbones/catalogue/catalogue';
import { PROBES, PROBES_WITH_CLS } from '../../probes/methods/list';
import { probeFor } from '../../state/derive/probe-for';
import { freshPicture, pictures } from '../../state/pictures';
import type { AppState, BackboneChoice } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { ProjectStore } from '../../storage/database';
import { PROJECT_VERSION, type ProjectSettings, type StoredProject } from '../../storage/project';
import { restore } from '../../storage/restore';
import { claimSlot } from '../../storage/tab-slot';

/** Time between two writes: a hundred images that arrive are a few of them, not a hundred. */
const PAUSE_MS = 300;

/** Keeps the project in the browser's storage; without storage everything goes on in memory. */
export class Persistence {
  private storage: ProjectStore | null = null;
  private readonly saved = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private lastWrite = Number.NEGATIVE_INFINITY;
  private writing: Promise<void> = Promise.resolve();

  /**
   * @param onBack hears which images come back, before they are in the store.
   * @param choose what the backbone of the last visit stands for now.
   */
  constructor(
    private readonly store: AppStore,
    private readonly onBack: (imageIds: readonly string[]) => void,
    private readonly choose: (wanted: BackboneChoice) => Promise<BackboneChoice>,
  ) {}

  /** Brings back what an earlier visit left, then writes every change. Never throws. */
  async start(): Promise<void> {
    try {
      this.storage = await ProjectStore.open(await claimSlot());
      await this.restore(this.storage);
    } catch (error) {
      this.goOnInMemory(error);
    }
    this.store.setState({ restored: true });
    this.store.subscribe((state, before) => {
      if (differs(state, before)) this.writeSoon();
    });
    document.addEventListener('visibilitychange', () => {
      // The tab may be closed next, without another chance to write.
      if (document.visibilityState === 'hidden' && this.timer !== null) this.write();
    });
    // What was repaired, or added meanwhile.
    this.write();
  }

  private async restore(storage: ProjectStore): Promise<void> {
    const { project: stored, files } = await storage.load();
    for (const id of files.keys()) this.saved.add(id);
    const state = this.store.getState();
    const found = restore(stored, {
      fileIds: new Set(files.keys()),
      probeNames: [...PROBES, ...PROBES_WITH_CLS].map(({ name }) => name),
      defaults: settingsOf(state),
      recovered: 'Recovered', // TODO integrator: `words.names.recovered`
    });
    if (!found) {
      if (stored !== undefined) throw new LaterVersion();
      return;
    }
    const { project, missing } = found;
    const { selectedImageId, ...settings } = project.settings;
    const choice = await this.choose(settings);
    for (const { id, contentHash } of project.images) {
      const file = files.get(id);
      if (file) pictures.set(id, freshPicture(file, contentHash));
    }
    const images = project.images.map(({ id, name, classId }) => ({
      id,
      name,
      classId,
      status: { kind: 'preparing' } as const,
      cropUrl: null,
    }));
    this.onBack(images.map(({ id }) => id));
    // What the person added while storage was being read comes after.
    this.store.setState((now) => ({
      ...settings,
      ...choice,
      probe: probeFor(findBackbone(choice.backboneId), settings.probe),
      classes: [...project.classes, ...now.classes],
      images: [...images, ...now.images],
      selectedImageId: now.selectedImageId ?? selectedImageId,
    }));
    for (const name of missing) {
      state.say({
        severity: 'error',
        subject: name,
        text: 'The browser has lost the file of this image. Add it again.',
      });
    }
  }

  /** At once after a while of peace: whoever reloads right after a change must find it. */
  private writeSoon(): void {
    const pause = Math.max(0, this.lastWrite + PAUSE_MS - performance.now());
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
      const file = pictures.get(id)?.file;
      if (file && !this.saved.has(id)) added.set(id, file);
    }
    const removed = [...this.saved].filter((id) => !wanted.has(id));
    try {
      await this.storage.save({ project, added, removed });
      for (const id of added.keys()) this.saved.add(id);
      for (const id of removed) this.saved.delete(id);
    } catch (error) {
      this.goOnInMemory(error);
    }
  }

  private goOnInMemory(error: unknown): void {
    this.storage = null;
    this.store.getState().say({ severity: 'note', subject: 'Storage', text: whyInMemory(error) });
  }

  private project(): StoredProject {
    const state = this.store.getState();
    // A new file is worth keeping once it is known to be an image.
    const worthKeeping = (id: string) => this.saved.has(id) || pictures.get(id)?.contentHash;
    return {
      version: PROJECT_VERSION,
      classes: state.classes.map(({ id, name }) => ({ id, name })),
      images: state.images
        .filter(({ id }) => worthKeeping(id))
        .map(({ id, name, classId }) => {
          return { id, name, classId, contentHash: pictures.get(id)?.contentHash ?? null };
        }),
      settings: settingsOf(state),
    };
  }
}

/** What lies in storage was written by a program that knows more; writing over it would lose that. */
class LaterVersion extends Error {}

function whyInMemory(error: unknown): string {
  if (error instanceof LaterVersion) {
    return 'A later version of this page keeps a project here that this one cannot read. It stays untouched, and what you do now is lost when the page is closed. Reload to get the later version.';
  }
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    return 'The disk is full, so what you do from now on is lost when this page is closed. Free some space and reload.';
  }
  return 'This browser keeps nothing for this page (a private window, perhaps), so what you do is lost when it is closed.';
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
