import { headIdOf } from '../state/slices/inspector';
import type { StoredHead, StoredHeadRecord } from '../storage/head-schema';
import type { KeptRecords, ProjectHeads } from '../storage/head-store';
import type { PortableHead } from '../training/head/portable-head';
import { RECIPES } from '../training/model/recipe';

/** For tests: what was made with one project, on a disk in memory. */
export class FakeHeads implements FakedHeads {
  readonly records = new Map<string, StoredHeadRecord>();
  readonly numbers = new Map<string, PortableHead>();
  studies: unknown = undefined;
  view: unknown = undefined;
  /** Heads whose snapshots, or which, have no room. */
  readonly noRoomFor = { snapshots: new Set<string>(), head: new Set<string>() };
  /** Thrown by everything, while there is one. */
  trouble: Error | null = null;
  /** Writes of heads, in order, and how much of their numbers came. */
  readonly log: string[] = [];

  async load(): Promise<KeptRecords> {
    this.work();
    const heads = [...this.records.values()].map((record) => structuredClone(record));
    return { heads, studies: this.studies, view: this.view };
  }

  async loadHead(headId: string): Promise<PortableHead | null> {
    this.work();
    return structuredClone(this.numbers.get(headId) ?? null);
  }

  async saveHead(head: StoredHead, numbers: PortableHead | null): Promise<StoredHeadRecord[]> {
    this.work();
    const headId = headIdOf(head);
    this.log.push([headId, ...(numbers ? [numbers.snapshots.length] : [])].join(' '));
    if (numbers) this.numbers.set(headId, structuredClone(numbers));
    this.records.set(headId, { ...structuredClone(head), weights: 4, snapshots: 4 });
    for (const id of this.noRoomFor.snapshots) {
      const record = this.records.get(id);
      if (record) this.records.set(id, { ...record, snapshots: null });
    }
    for (const id of this.noRoomFor.head) {
      if (id !== headId) this.records.delete(id);
    }
    return [...this.records.values()];
  }

  async removeHead(headId: string): Promise<void> {
    this.work();
    this.records.delete(headId);
    this.numbers.delete(headId);
  }

  async saveStudies(studies: unknown): Promise<void> {
    this.work();
    this.studies = structuredClone(studies);
  }

  async saveView(view: unknown): Promise<void> {
    this.work();
    this.view = structuredClone(view);
  }

  async clear(): Promise<void> {
    this.work();
    this.records.clear();
    this.numbers.clear();
    this.studies = undefined;
    this.view = undefined;
  }

  async copyTo(): Promise<void> {
    this.work();
  }

  async bytes(): Promise<number> {
    return 8 * this.records.size;
  }

  private work(): void {
    if (this.trouble) throw this.trouble;
  }
}

type FakedHeads = Pick<ProjectHeads, keyof ProjectHeads>;

/** For tests: a head's numbers, with snapshots of these epochs beside the last of `testRun`. */
export function testNumbers(epochs: readonly number[] = [0, 50]): PortableHead {
  const tensors = { weight: new Float32Array([1]) };
  return {
    format: 1,
    plan: {
      probe: { name: 'ep', options: { queries: 8, dOut: 1 } },
      recipe: RECIPES['small-data'],
      classCount: 2,
      split: { training: [], heldOut: [] },
      seed: 0,
      selection: 'best',
      snapshots: true,
    },
    patches: 1,
    width: 1,
    tensors,
    snapshots: epochs.map((epoch) => ({ epoch, tensors: structuredClone(tensors) })),
    chosenEpoch: 100,
    epochsRun: 100,
    parameters: 10,
    milliseconds: 1,
  };
}
