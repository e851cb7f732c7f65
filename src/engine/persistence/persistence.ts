import { findBackbone } from '../../backbones/catalogue/catalogue';
import { PROBES, PROBES_WITH_CLS } from '../../probes/methods/list';
import { probeFor } from '../../state/derive/probe-for';
import { freshBlobs, type ImageBlobsById } from '../../state/image-blobs';
import type { BackboneChoice, ImageItem, ProjectSummary } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { type KeptFiles, Overtaken, type ProjectStorage, stampOf } from '../../storage/database';
import { firstProject } from '../../storage/first-project';
import type { ProjectHolds } from '../../storage/project-holds';
import { deletionOf, restore, summarise } from '../../storage/restore';
import { isNoAnswer } from '../../vocabulary/in-time';
import type { Names } from '../../vocabulary/names';
import type { NoticeFacts } from '../../vocabulary/notices';
import type { Notices } from '../notices';
import { ImageFiles } from './image-files';
import { PacedWrites } from './paced-writes';
import { patiently } from './patiently';
import { differs, isEdited, projectRecord, settingsOf } from './project-record';

/** Time until a write that failed is tried again, the first time and at most. */
const RETRY_MS = 3000;
const LONGEST_RETRY_MS = 60_000;

/** A read that fails is tried again after so many milliseconds. */
const READ_AGAIN_MS = [100, 400, 1500];

/** Deleted projects can be brought back for a day. */
const DELETED_STAYS_MS = 24 * 3600e3;

/** As much of `ProjectHolds` as is needed. */
export type Holds = Pick<ProjectHolds, 'certain' | 'hold' | 'take' | 'keepNew' | 'letGo'>;

export interface PersistenceParts {
  storage: ProjectStorage;
  /** @param onTaken is called when another tab takes this one's project. */
  holds(onTaken: (mayWrite: boolean) => Promise<void>): Holds;
  /** The project that this tab had before a reload. */
  remembered(): number | null;
  remember(project: number | null): void;
  /** Hears which images come back that were decoded before, before they are in the store. */
  onBack(imageIds: readonly string[]): void;
  /** The images have come back. */
  onRestored(): void;
  /** What is in the store is a project of this number from now on, which is new. */
  onMade(project: number): void;
  /** Another tab has the project now: nothing more is to be kept under its number. */
  onTaken(mayWrite: boolean): Promise<void>;
  /** Takes away what was made with a project that is gone for good. */
  clear(project: number): Promise<void>;
  /** What the backbone of the last visit stands for now. */
  choose(wanted: BackboneChoice): Promise<BackboneChoice>;
  /** Calls back when the tab may be closed next, without another chance to write. */
  onHidden(listener: () => void): void;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * Keeps the project in the browser's storage: every change soon, every file as soon as it is there. What
 * fails is tried again for as long as the page is open; meanwhile everything goes on in memory.
 */
export class Persistence {
  readonly holds: Holds;
  private readonly files: ImageFiles;
  /** Of the record that was read or written last, see `ProjectStorage.write`. */
  private stamp: number | null = null;
  /** The project went to another tab: what is changed here next becomes one of its own. */
  private taken = false;
  /** `ProjectStorage.connections` when what is kept was last looked at. */
  private connections = 0;
  /** The project whose files a new one begins with. */
  private copyOf: number | null = null;
  /** Something was done since the project was opened or begun. */
  private touched = false;
  /** The message that says that nothing is saved; null while all is well. */
  private complaint: { id: number; why: Trouble } | null = null;
  private failures = 0;
  private readonly writes = new PacedWrites(() => this.save());

  constructor(
    private readonly store: AppStore,
    private readonly blobs: ImageBlobsById,
    private readonly notices: Pick<Notices, 'say' | 'dismiss'>,
    private readonly names: Pick<Names, 'recovered' | 'copyOf'>,
    private readonly parts: PersistenceParts,
  ) {
    this.holds = parts.holds((mayWrite) => this.handOver(mayWrite));
    this.files = new ImageFiles(store, blobs, parts.storage, notices, () => this.writeSoon());
  }

  /** Brings back what an earlier visit left, then keeps every change. Never throws. */
  async start(): Promise<void> {
    try {
      await this.openFirst();
    } catch (error) {
      this.holds.letGo();
      this.complain(error);
    }
    // Files may have been dropped by now.
    this.touched = this.store.getState().images.length > 0;
    this.store.setState({ restored: true });
    this.store.subscribe((state, before) => {
      if (!differs(state, before)) return;
      // Looking at what another tab has now makes no copy of it.
      if (this.taken && !isEdited(state, before)) return;
      this.touched = true;
      this.writeSoon();
    });
    this.parts.onHidden(() => void this.writes.flush());
    // What was repaired, or added meanwhile.
    this.writes.now();
  }

  /** Looks at what there is, for a list. @throws where storage can't be read. */
  async list(): Promise<void> {
    this.showList(await this.records());
  }

  private records(): Promise<ReadonlyMap<number, unknown>> {
    return reading(() => this.parts.storage.records());
  }

  private showList(records: ReadonlyMap<number, unknown>): ProjectSummary[] {
    const projects = [...records]
      .flatMap(([id, record]) => summarise(id, record) ?? [])
      .toSorted((a, b) => b.changedAt - a.changedAt || a.id - b.id);
    this.store.setState({ projects });
    return projects;
  }

  /** Writes all that is still to be written, as far as it can be. */
  flush(): Promise<void> {
    return this.writes.flush();
  }

  /** Shows a project in the place of what is there, which must be gone from the store by now. */
  async open(project: number): Promise<void> {
    const [record, files] = await Promise.all([
      reading(() => this.parts.storage.record(project)),
      reading(() => this.parts.storage.files(project)),
    ]);
    this.begin(project, [...files.files.keys(), ...files.unreadable]);
    await this.bringBack(record, files);
    this.stamp = stampOf(record);
    this.writeSoon();
  }

  /** What is in the store from now on is a new project. */
  begin(project: number | null, imageIds: Iterable<string> = []): void {
    this.taken = false;
    this.copyOf = null;
    this.touched = false;
    this.stamp = null;
    this.files.begin(imageIds);
    this.parts.remember(project);
    this.store.setState({ projectId: project });
  }

  private async openFirst(): Promise<void> {
    const records = await this.records();
    const { id, elsewhere } = await firstProject({
      projects: this.showList(records),
      remembered: this.parts.remembered(),
      hold: (project, wasMine) => this.holds.hold(project, wasMine),
    });
    if (elsewhere) {
      this.notices.say(
        'error',
        { part: 'storage' },
        { code: 'project-elsewhere', name: elsewhere.name, number: elsewhere.id + 1 },
        { kind: 'take-over', projectId: elsewhere.id },
      );
    }
    if (id !== null) await this.open(id);
    await this.sweep(records).catch(() => undefined);
  }

  /** Lets go of projects that were deleted long ago. */
  private async sweep(records: ReadonlyMap<number, unknown>): Promise<void> {
    for (const [id, record] of records) {
      const deletedAt = deletionOf(record);
      if (deletedAt !== null && this.parts.now() - deletedAt > DELETED_STAYS_MS) {
        await this.parts.clear(id);
        await this.parts.storage.remove(id);
      }
    }
  }

  private async bringBack(stored: unknown, { files, unreadable }: KeptFiles): Promise<void> {
    const state = this.store.getState();
    const found = restore(stored, {
      fileIds: new Set([...files.keys(), ...unreadable]),
      probeNames: [...PROBES, ...PROBES_WITH_CLS].map(({ name }) => name),
      defaults: settingsOf(state),
      recovered: this.names.recovered,
    });
    if (!found) return;
    const { project, missing } = found;
    const { selectedImageId, ...settings } = project.settings;
    const choice = await this.parts.choose(settings);
    for (const { id, contentHash } of project.images) {
      const file = files.get(id);
      if (file) this.blobs.set(id, freshBlobs(file, contentHash));
    }
    const images = project.images.map(({ id, name, classId }): ImageItem => {
      const status: ImageItem['status'] = files.has(id)
        ? { kind: 'preparing' }
        : { kind: 'failed', reason: { code: 'image-unreadable' } };
      return { id, name, classId, status, cropUrl: null };
    });
    // Of what was dropped a moment before a reload nothing is known yet. Earlier versions kept no such files.
    const isOld = versionOf(stored) < 3;
    const known = project.images.filter(({ contentHash }) => isOld || contentHash !== null);
    this.parts.onBack(known.map(({ id }) => id));
    // What the person added while storage was being read comes after.
    this.store.setState((now) => ({
      ...settings,
      ...choice,
      probe: probeFor(findBackbone(now.backbones, choice.backboneId), settings.probe),
      projectName: project.name,
      classes: [...project.classes, ...now.classes],
      images: [...images, ...now.images],
      selectedImageId: now.selectedImageId ?? selectedImageId,
    }));
    const [first] = missing;
    if (missing.length > 1) {
      this.notices.say('error', { part: 'images' }, { code: 'images-lost', names: missing });
    } else if (first !== undefined) {
      this.notices.say('error', first, { code: 'image-lost' });
    }
    this.parts.onRestored();
  }

  private writeSoon(): void {
    // What failed has a time of its own.
    if (this.failures === 0 || !this.writes.due) this.writes.soon();
  }

  private async save(): Promise<void> {
    try {
      await this.saveRecord();
      const { projectId } = this.store.getState();
      if (projectId === null) return;
      await this.checkKept(projectId);
      await this.files.keepUp(projectId);
      this.failures = 0;
      if (this.complaint !== null) this.notices.dismiss(this.complaint.id);
      this.complaint = null;
    } catch (error) {
      if (error instanceof Overtaken) {
        this.becomeCopy();
        this.notices.say('note', { part: 'storage' }, { code: 'project-copied' });
        this.writeSoon();
        return;
      }
      // Tried again for as long as the page is open: there may be room, or an answer, next time.
      this.complain(error);
      this.failures += 1;
      this.writes.soon(Math.min(RETRY_MS * 2 ** (this.failures - 1), LONGEST_RETRY_MS));
    }
  }

  /** The person may have cleared the browser's storage under the page: what is here is kept anew. */
  private async checkKept(project: number): Promise<void> {
    const { storage } = this.parts;
    if (storage.connections === this.connections) return;
    const { connections } = storage;
    const found = await storage.files(project).catch(() => null);
    if (!found) return;
    const { files, unreadable } = found;
    this.files.begin([...files.keys(), ...unreadable]);
    this.connections = connections;
  }

  private async saveRecord(): Promise<void> {
    if (this.taken) this.becomeCopy();
    const { projectId } = this.store.getState();
    // A new project is one once something was done in it.
    if (projectId === null && !this.touched) return;
    const removed = this.files.abandoned();
    const stamp = Math.random();
    const written = await this.parts.storage.write(projectId, {
      project: projectRecord(this.store.getState(), this.blobs, this.parts.now()),
      expected: this.holds.certain ? 'held' : this.stamp,
      stamp,
      removed,
      copyOf: this.copyOf,
    });
    this.stamp = stamp;
    this.files.forget(removed);
    if (projectId !== null) return;
    // Its files came along, as far as there were some.
    if (this.copyOf !== null) this.connections = 0;
    this.copyOf = null;
    this.holds.keepNew(written);
    this.parts.remember(written);
    this.store.setState({ projectId: written });
    this.parts.onMade(written);
  }

  /** Another tab has this project now: what is here goes on as a new one. */
  private becomeCopy(): void {
    const { projectName, projectId } = this.store.getState();
    this.begin(null);
    this.copyOf = projectId;
    this.touched = true;
    this.store.setState({ projectName: this.names.copyOf(projectName) });
  }

  private async handOver(mayWrite: boolean): Promise<void> {
    if (mayWrite) await this.flush();
    const { projectId } = this.store.getState();
    if (projectId === null) return;
    await this.parts.onTaken(mayWrite);
    this.taken = true;
    this.notices.say(
      'error',
      { part: 'storage' },
      { code: 'project-taken' },
      { kind: 'take-over', projectId },
    );
  }

  private complain(error: unknown): void {
    const why = troubleOf(error);
    // Said once while it lasts; another reason is worth another word.
    if (this.complaint?.why === why) return;
    if (this.complaint) this.notices.dismiss(this.complaint.id);
    const what = { code: 'in-memory-only', why } as const;
    this.complaint = { id: this.notices.say('note', { part: 'storage' }, what), why };
  }
}

function reading<T>(read: () => Promise<T>): Promise<T> {
  return patiently(read, READ_AGAIN_MS, (error) => isNoAnswer(error) || isRefusal(error));
}

type Trouble = NoticeFacts['in-memory-only']['why'];

function troubleOf(error: unknown): Trouble {
  if (isNoAnswer(error)) return 'no-answer';
  if (!(error instanceof DOMException)) return 'failing';
  if (error.name === 'QuotaExceededError') return 'disk-full';
  if (error.name === 'VersionError') return 'later-version';
  return isRefusal(error) ? 'no-storage' : 'failing';
}

/** The browser does not want to keep anything, now or later. */
function isRefusal(error: unknown): boolean {
  const refusals = ['SecurityError', 'NotAllowedError', 'NotSupportedError', 'VersionError'];
  return error instanceof DOMException && refusals.includes(error.name);
}

function versionOf(record: unknown): number {
  const found = typeof record === 'object' && record && 'version' in record ? record.version : null;
  return typeof found === 'number' ? found : 0;
}
