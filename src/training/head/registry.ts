import type { HeadRef } from '../../vocabulary/heads';
import type { TokenStore } from '../data/token-store';
import type { HeadTensors } from '../model/head';
import type { HeadEvaluator } from './evaluator';
import type { FinishedRun } from './finished-run';

/** A head as it was kept or at one of its snapshots, ready to be run. */
export interface HeadInUse {
  run: FinishedRun;
  evaluator: HeadEvaluator;
  /** For raw tokens. */
  tensors: HeadTensors;
}

interface RegisteredHead {
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
export class HeadRegistry {
  /** The one looked at last is the last one. */
  private readonly kept = new Map<string, RegisteredHead>();
  private trained = 0;
  /** The heads of the present study, by entry. */
  private readonly study = new Map<string, string>();
  private studied = 0;
  /** Heads of a study that were opened: they stay until they are forgotten by name. */
  private readonly opened = new Set<string>();

  constructor(private readonly store: TokenStore) {}

  /** Keeps a head under a new name: `train-1`, `train-2`, … */
  add(run: FinishedRun): Promise<string> {
    return this.put(`train-${++this.trained}`, run);
  }

  /** Keeps a head of the study under a new name, in place of an earlier one of the same entry. */
  async addOfStudy(key: string, run: FinishedRun): Promise<string> {
    const before = this.study.get(key);
    const id = await this.put(`study-${++this.studied}`, run);
    this.study.set(key, id);
    if (before !== undefined) await this.closeOfStudy(before);
    return id;
  }

  /** The name of a head of the study, which stays when the next study begins; null when it is gone. */
  open(key: string): string | null {
    const id = this.study.get(key) ?? null;
    if (id !== null) this.opened.add(id);
    return id;
  }

  /** Ends the study: its heads go, but for those that were opened. */
  async forgetStudy(): Promise<void> {
    const ids = [...this.study.values()];
    this.study.clear();
    for (const id of ids) await this.closeOfStudy(id);
  }

  /** Lets every head go, whoever looks at it. */
  async forgetAll(): Promise<void> {
    this.study.clear();
    this.opened.clear();
    for (const id of [...this.kept.keys()]) await this.drop(id);
  }

  /**
   * Lets a head go; questions about it that are being answered still are. One of the present study
   * stays as long as that, to be opened again.
   */
  async forget(id: string): Promise<void> {
    this.opened.delete(id);
    if (![...this.study.values()].includes(id)) await this.drop(id);
  }

  /**
   * Answers a question about a head; its sessions stay as long as that takes.
   * @returns null when the head or that moment of it is gone, or the images' tokens are of another
   *   backbone.
   */
  async use<T>(
    { headId, epoch }: HeadRef,
    answer: (head: HeadInUse) => Promise<T>,
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
      return await answer({ run, evaluator: run.evaluator, tensors });
    } finally {
      head.users--;
      if (this.kept.get(headId) !== head && head.users === 0) await run.evaluator.release();
      await this.tidy();
    }
  }

  private async closeOfStudy(id: string): Promise<void> {
    if (!this.opened.has(id)) await this.drop(id);
  }

  private async drop(id: string): Promise<void> {
    const head = this.kept.get(id);
    this.kept.delete(id);
    if (head?.users === 0) await head.run.evaluator.release();
  }

  private async put(id: string, run: FinishedRun): Promise<string> {
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
    for (const { run } of old) await run.evaluator.release();
  }
}
