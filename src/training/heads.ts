import type { HeadTensors } from './head';
import type { HeadView } from './head-view';
import type { HeadMoment } from './inspect-api';
import type { TokenStore } from './token-store';
import type { FinishedRun } from './train';

/** A head at one moment, ready to be run. */
export interface Looked {
  run: FinishedRun;
  view: HeadView;
  /** For raw tokens. */
  tensors: HeadTensors;
}

interface Kept {
  run: FinishedRun;
  /** Questions that are being answered. */
  users: number;
}

/** Heads whose sessions stay, so that memory is bounded: two side by side, and the one before. */
const AT_HAND = 3;

/**
 * Every head that was trained, until it is forgotten. Only the few that were looked at last have
 * sessions; the others get them anew.
 */
export class Heads {
  /** The one looked at last is the last one. */
  private readonly kept = new Map<string, Kept>();
  private trained = 0;

  constructor(private readonly store: TokenStore) {}

  /** Keeps a head under a new name: `train-1`, `train-2`, … */
  add(run: FinishedRun): Promise<string> {
    return this.put(`train-${++this.trained}`, run);
  }

  /** Keeps a head of the study, in place of an earlier one of the same entry. */
  addOfStudy(key: string, run: FinishedRun): Promise<string> {
    return this.put(studyId(key), run);
  }

  /** Forgets every head of the study. */
  async forgetStudy(): Promise<void> {
    for (const id of [...this.kept.keys()].filter(isOfStudy)) await this.forget(id);
  }

  async forgetAll(): Promise<void> {
    for (const id of [...this.kept.keys()]) await this.forget(id);
  }

  /** Lets a head go; questions about it that are being answered still are. */
  async forget(id: string): Promise<void> {
    const head = this.kept.get(id);
    this.kept.delete(id);
    if (head?.users === 0) await head.run.view.release();
  }

  /**
   * Answers a question about a head; its sessions stay as long as that takes.
   * @returns null when the head or that moment of it is gone, or the images' tokens are of another
   *   backbone.
   */
  async use<T>(
    { headId, epoch }: HeadMoment,
    answer: (looked: Looked) => Promise<T>,
  ): Promise<T | null> {
    const head = this.kept.get(headId);
    if (!head || !this.fits(head.run)) return null;
    const { run } = head;
    const tensors =
      epoch === null
        ? run.head.tensors
        : run.snapshots.find((snapshot) => snapshot.epoch === epoch)?.tensors;
    if (!tensors) return null;
    this.kept.delete(headId);
    this.kept.set(headId, head);
    head.users++;
    try {
      return await answer({ run, view: run.view, tensors });
    } finally {
      head.users--;
      if (this.kept.get(headId) !== head && head.users === 0) await run.view.release();
      await this.tidy();
    }
  }

  private async put(id: string, run: FinishedRun): Promise<string> {
    await this.forget(id);
    this.kept.set(id, { run, users: 0 });
    await this.tidy();
    return id;
  }

  private fits({ head: { shape } }: FinishedRun): boolean {
    if (this.store.ids().length === 0) return false;
    const { patches, width } = this.store.sizes();
    return patches === shape.patches && width === shape.width;
  }

  /** Frees the sessions of heads that have not been looked at lately. */
  private async tidy(): Promise<void> {
    const old = [...this.kept.values()].slice(0, -AT_HAND).filter(({ users }) => users === 0);
    for (const { run } of old) await run.view.release();
  }
}

/** What a head of the study is known by. */
export function studyId(key: string): string {
  return `${STUDY}${key}`;
}

const STUDY = 'study:';
const isOfStudy = (id: string) => id.startsWith(STUDY);
