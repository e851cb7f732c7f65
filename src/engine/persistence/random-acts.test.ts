import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { en } from '../../messages/en/index';
import { seededRandom } from '../../numbers/random';
import type { ImageBlobsById } from '../../state/image-blobs';
import { type AppStore, createAppStore } from '../../state/store';
import { testImageCommands } from '../../testing/test-image-commands';
import { FakeDisk, soleTab } from '../../testing/test-storage';
import { followDisposal } from '../images/disposal';
import { createNotices } from '../notices';
import { type Holds, Persistence } from './persistence';

/*
 * Random acts on one or two tabs against a plain model of what should be there. A failure names its
 * seed: run it alone with `SEED=… npx vitest run src/engine/persistence/random-acts.test.ts`.
 */

const SEQUENCES = 1000;
const ACTS = 24;
const CLASSES = ['cats', 'dogs', 'Cats', 'birds'];

/** What a person would say is there: images by class, as plain as can be. */
interface Model {
  classes: { id: string; name: string }[];
  images: { name: string; classId: string }[];
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const copy = (model: Model): Model => structuredClone(model);
const folded = (name: string) => name.toLowerCase();

/** A browser whose tabs hold projects, with or without locks. */
class TestTabs {
  readonly held = new Map<number, Tab>();
  constructor(readonly certain: boolean) {}

  holdsOf(tab: Tab, onTaken: (mayWrite: boolean) => Promise<void>): Holds {
    tab.onTaken = onTaken;
    const isFree = (project: number) => !this.certain || (this.held.get(project) ?? tab) === tab;
    const keep = (project: number) => {
      for (const [one, holder] of this.held) if (holder === tab) this.held.delete(one);
      this.held.set(project, tab);
    };
    return {
      ...soleTab(),
      certain: this.certain,
      hold: async (project) => {
        if (isFree(project)) keep(project);
        return isFree(project);
      },
      take: async (project) => {
        await this.held.get(project)?.onTaken(true);
        keep(project);
      },
      keepNew: keep,
    };
  }
}

class Tab {
  readonly store: AppStore = createAppStore();
  readonly blobs: ImageBlobsById = new Map();
  readonly notices = createNotices(this.store);
  readonly commands = testImageCommands(this.store, { blobs: this.blobs, notices: this.notices });
  readonly persistence: Persistence;
  onTaken: (mayWrite: boolean) => Promise<void> = async () => undefined;
  private hide = (): void => undefined;

  constructor(
    private readonly disk: DeadlyDisk,
    tabs: TestTabs,
    private remembered: number | null,
  ) {
    followDisposal(this.store, this.blobs, { worker: { inUse: null } as never });
    this.persistence = new Persistence(this.store, this.blobs, this.notices, en.names, {
      storage: disk.seenBy(this),
      holds: (onTaken) => tabs.holdsOf(this, onTaken),
      remembered: () => this.remembered,
      remember: (project) => {
        this.remembered = project;
      },
      onBack: () => undefined,
      onRestored: () => undefined,
      onMade: () => undefined,
      onTaken: async () => undefined,
      clear: async () => undefined,
      choose: async ({ backboneId, precision }) => ({ backboneId, precision }),
      onHidden: (listener) => {
        this.hide = listener;
      },
      now: () => performance.now() + 1,
    });
  }

  get project(): number | null {
    return this.remembered;
  }

  async open(): Promise<this> {
    const started = this.persistence.start();
    await pass(10);
    await started;
    return this;
  }

  /** The process is gone: whatever it still wanted to write is not written. */
  die(): void {
    this.disk.dead.add(this);
  }

  /** As when it is closed in peace. */
  async close(): Promise<void> {
    this.hide();
    await pass(10);
    this.die();
  }

  contents(): Record<string, string[]> {
    const { classes, images } = this.store.getState();
    return contentsOf({ classes, images });
  }
}

/** A disk that does not hear what dead tabs write. */
class DeadlyDisk extends FakeDisk {
  readonly dead = new Set<Tab>();

  seenBy(tab: Tab): FakeDisk {
    const gone = () => new Promise<never>(() => undefined);
    return new Proxy(this, {
      get: (disk, key) => {
        const value = Reflect.get(disk, key, disk);
        if (typeof value !== 'function') return value;
        return (...all: unknown[]) => (this.dead.has(tab) ? gone() : value.apply(disk, all));
      },
    });
  }
}

function contentsOf({ classes, images }: Model): Record<string, string[]> {
  return Object.fromEntries(
    classes.map(({ id, name }) => [
      name,
      images
        .filter(({ classId }) => classId === id)
        .map((image) => image.name)
        .sort(),
    ]),
  );
}

async function play(seed: number): Promise<void> {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const disk = new DeadlyDisk();
  const tabs = new TestTabs(random() < 0.5);
  let tab = await new Tab(disk, tabs, null).open();
  let model: Model = { classes: [], images: [] };
  let past: Model[] = [];
  let future: Model[] = [];
  /** What was there at any time since everything was last known to be kept. */
  let recent: Model[] = [copy(model)];
  let added = 0;
  const one = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const edit = (change: (next: Model) => void) => {
    past.push(copy(model));
    future = [];
    change(model);
  };
  const state = () => tab.store.getState();
  const imageNamed = (name: string) => state().images.find((image) => image.name === name);
  const classNamed = (name: string) => state().classes.find((label) => label.name === name);
  const calmDown = async () => {
    disk.trouble = null;
    await pass(130_000);
    recent = [copy(model)];
  };
  /** From here on what is there is right: in a tab that had done nothing yet, the last project opens. */
  const adopt = () => {
    [past, future] = [[], []];
    const { classes, images } = state();
    model = {
      classes: classes.map(({ id, name }) => ({ id, name })),
      images: images.map(({ name, classId }) => ({ name, classId })),
    };
  };

  const acts: Record<string, () => Promise<void> | void> = {
    async add() {
      const folder = one(CLASSES) ?? '';
      added += 1;
      const name = `${added}.gif`;
      const file = new File([`GIF89a ${name}`], name);
      edit((next) => {
        let label = next.classes.find((known) => folded(known.name) === folded(folder));
        if (!label) {
          label = { id: `of ${folder} ${added}`, name: folder };
          next.classes.push(label);
        }
        next.images.push({ name, classId: label.id });
      });
      await tab.commands.addFiles({ files: [{ file, folder }], emptyFolders: [] }, null);
      const blob = tab.blobs.get(imageNamed(name)?.id ?? '');
      if (blob && random() < 0.7) blob.contentHash = `hash of ${name}`;
    },
    move() {
      const [image, label] = [one(model.images), one(model.classes)];
      if (!image || !label || image.classId === label.id) return;
      const [id, to] = [imageNamed(image.name)?.id ?? '', classNamed(label.name)?.id ?? ''];
      edit(() => {
        image.classId = label.id;
      });
      tab.commands.moveImage(id, to);
    },
    rename() {
      const label = one(model.classes);
      const name = one([...CLASSES, 'fish', 'frogs']) ?? '';
      if (!label) return;
      const taken = model.classes.some(
        (other) => other !== label && folded(other.name) === folded(name),
      );
      const id = classNamed(label.name)?.id ?? '';
      if (!taken && name !== label.name) {
        edit(() => {
          label.name = name;
        });
      }
      expect(tab.commands.renameClass(id, name)).toBe(!taken);
    },
    deleteImage() {
      const image = one(model.images);
      if (!image) return;
      const id = imageNamed(image.name)?.id ?? '';
      edit((next) => next.images.splice(next.images.indexOf(image), 1));
      tab.commands.deleteImage(id);
    },
    deleteClass() {
      const label = one(model.classes);
      if (!label) return;
      const id = classNamed(label.name)?.id ?? '';
      edit((next) => {
        next.classes = next.classes.filter((other) => other !== label);
        next.images = next.images.filter(({ classId }) => classId !== label.id);
      });
      tab.commands.deleteClass(id);
    },
    clear() {
      if (random() < 0.7 || model.classes.length === 0) return;
      edit((next) => {
        next.classes = [];
        next.images = [];
      });
      tab.commands.clearAll();
    },
    /** The decoder turns an image away: no step of the history brings it back. */
    refuse() {
      const image = one(model.images);
      if (!image || random() < 0.5) return;
      const id = imageNamed(image.name)?.id;
      tab.store.setState(({ images }) => ({ images: images.filter((other) => other.id !== id) }));
      for (const step of [model, ...past, ...future]) {
        step.images = step.images.filter(({ name }) => name !== image.name);
      }
    },
    undo() {
      const before = past.pop();
      if (before) {
        future.push(model);
        model = before;
      }
      tab.commands.undo();
    },
    redo() {
      const next = future.pop();
      if (next) {
        past.push(model);
        model = next;
      }
      tab.commands.redo();
    },
    wait: () => pass(below(800)).then(() => undefined),
    /** Writes fail for a while. */
    async fail() {
      disk.trouble = new DOMException('No.', one(['QuotaExceededError', 'UnknownError']));
      await pass(below(5000));
      if (random() < 0.7) disk.trouble = null;
    },
    /** Everything is kept, and the page is loaded again. */
    async reload() {
      await calmDown();
      const { project } = tab;
      await tab.close();
      tabs.held.clear();
      tab = await new Tab(disk, tabs, project).open();
      if (project === null) return adopt();
      [past, future] = [[], []];
      expect(tab.contents()).toEqual(contentsOf(model));
      for (const { id } of state().images) expect(tab.blobs.get(id)?.file.size).toBeGreaterThan(0);
    },
    /** The process is killed, at whatever it was. */
    async crash() {
      const { project } = tab;
      tab.die();
      disk.trouble = null;
      tabs.held.clear();
      tab = await new Tab(disk, tabs, project).open();
      await pass(10);
      if (project === null) return adopt();
      const found = tab.contents();
      const named = state().messages.flatMap(({ subject, what }) =>
        what.code === 'images-lost'
          ? [...what.names]
          : typeof subject === 'string'
            ? [subject]
            : [],
      );
      // As it was a moment ago, but for files that had no time to be kept: those are named.
      const was = recent.find((then) => {
        const images = then.images.filter(({ name }) => !named.includes(name));
        return JSON.stringify(contentsOf({ ...then, images })) === JSON.stringify(found);
      });
      expect(was, `one of ${recent.length} moments is ${JSON.stringify(found)}`).toBeDefined();
      adopt();
      await calmDown();
    },
    /** Another tab is opened beside this one, does something, and is closed. */
    async secondTab() {
      if (!tabs.certain) return;
      await calmDown();
      const other = await new Tab(disk, tabs, null).open();
      const elsewhere = tab.project !== null && disk.projects.size > 0;
      if (elsewhere && other.project !== null) expect(other.project).not.toBe(tab.project);
      other.commands.addClass('theirs');
      await pass(1000);
      await other.close();
      for (const [project, holder] of tabs.held) if (holder === other) tabs.held.delete(project);
    },
    /** Where tabs can't know of each other, another one writes the same project. */
    async overwritten() {
      if (tabs.certain || tab.project === null) return;
      await calmDown();
      const { project } = tab;
      const theirs = { ...(disk.projects.get(project) as object), stamp: 2, changedAt: 0 };
      disk.projects.set(project, theirs);
      edit((next) => next.classes.push({ id: `new ${added}`, name: `new ${added}` }));
      tab.commands.addClass(`new ${added}`);
      added += 1;
      await calmDown();
      expect(disk.projects.get(project)).toBe(theirs);
      expect(tab.project).not.toBe(project);
    },
  };
  const names = Object.keys(acts);
  const usual = ['add', 'add', 'move', 'rename', 'deleteImage', 'undo', 'redo', 'undo', 'wait'];

  const log: string[] = [];
  try {
    for (let act = 0; act < ACTS; act++) {
      const name = one([...names, ...usual]) ?? 'wait';
      log.push(name);
      await acts[name]?.();
      recent.push(copy(model));
      expect(tab.contents()).toEqual(contentsOf(model));
      const { images, classes } = state();
      expect(new Set(images.map((image) => image.name)).size).toBe(images.length);
      expect(new Set(classes.map((label) => folded(label.name))).size).toBe(classes.length);
    }
    await acts.reload?.();
  } catch (error) {
    throw new Error(`seed ${seed}, after ${log.join(' ')}: ${error}`);
  }
  tab.die();
}

test('whatever a person does, and whatever storage does, what should be there is there', async () => {
  const alone = process.env.SEED;
  if (alone !== undefined) return play(Number(alone));
  for (let seed = 0; seed < SEQUENCES; seed++) await play(seed);
}, 120_000);
