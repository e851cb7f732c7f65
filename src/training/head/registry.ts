import type { HeadRef } from '../../vocabulary/heads';
import type { TokenStore } from '../data/token-store';
import type { HeadTensors } from '../model/head';
import type { HeadEvaluator } from './evaluator';
import type { FinishedRun } from './finished-run';

/** A head, as it ended or at one of its snapshots, ready to be run. */
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
const MOST_WITH_SESSIONS = 3;

/**
 * Every trained head, until it is forgotten. Only the most recently used ones have sessions (least
 * recently used eviction); the others get theirs again when they are used.
 */
export class HeadRegistry {
  /** In the order of their last use. */
  private readonly heads = new Map<string, RegisteredHead>();
  private trained = 0;
  /** The heads of the present study, by entry. */
  private readonly study = new Map<string, string>();
  private studied = 0;
  /** Heads of a study that were opened: they stay until they are forgotten by id. */
  private readonly opened = new Set<string>();

  /** @param mark ends every new id, so that none is that of a head of another worker. */
  constructor(
    private readonly store: TokenStore,
    private readonly mark = '',
  ) {}

  /** Registers a head under a new id: `train-1`, `train-2`, … */
  add(run: FinishedRun): Promise<string> {
    return this.put(`train-${++this.trained}${this.mark}`, run);
  }

  /** Registers a head of another worker under its own id; does nothing where it is there. */
  async addOld(id: string, run: FinishedRun): Promise<void> {
    if (!this.heads.has(id)) await this.put(id, run);
  }

  /** What a head came of, whichever backbone it is for; null when it is gone. */
  runOf(id: string): FinishedRun | null {
    return this.heads.get(id)?.run ?? null;
  }

  /** Registers a head of the study under a new id, in place of an earlier one of the same entry. */
  async addOfStudy(key: string, run: FinishedRun): Promise<string> {
    const before = this.study.get(key);
    const id = await this.put(`study-${++this.studied}${this.mark}`, run);
    this.study.set(key, id);
    if (before !== undefined) await this.closeOfStudy(before);
    return id;
  }

  /** The id of a head of the study, which from now on outlives the study; null when it is gone. */
  open(key: string): string | null {
    const id = this.study.get(key) ?? null;
    if (id !== null) this.opened.add(id);
    return id;
  }

  /** Drops the heads of the study, except those that were opened. */
  async forgetStudy(): Promise<void> {
    const ids = [...this.study.values()];
    this.study.clear();
    for (const id of ids) await this.closeOfStudy(id);
  }

  /** Drops all heads, including those on screen. */
  async forgetAll(): Promise<void> {
    this.study.clear();
    this.opened.clear();
    for (const id of [...this.heads.keys()]) await this.drop(id);
  }

  /**
   * Drops a head; questions about it that are being answered are still answered. One of the present
   * study stays until the study ends, so that it can be opened again.
   */
  async forget(id: string): Promise<void> {
    this.opened.delete(id);
    if (![...this.study.values()].includes(id)) await this.drop(id);
  }

  /**
   * Answers a question about a head; its sessions are not freed meanwhile.
   * @returns null when the head or that snapshot is gone, or the images' tokens are of another backbone.
   */
  async use<T>(
    { headId, epoch }: HeadRef,
    answer: (head: HeadInUse) => Promise<T>,
  ): Promise<T | null> {
    const head = this.heads.get(headId);
    if (!head || !this.fits(head.run)) return null;
    const { run } = head;
    const tensors =
      epoch === null
        ? run.head.tensors
        : run.snapshots.find((snapshot) => snapshot.epoch === epoch)?.tensors;
    if (!tensors) return null;
    this.heads.delete(headId);
    this.heads.set(headId, head);
    head.users++;
    try {
      return await answer({ run, evaluator: run.evaluator, tensors });
    } finally {
      head.users--;
      if (this.heads.get(headId) !== head && head.users === 0) await run.evaluator.release();
      await this.evict();
    }
  }

  private async closeOfStudy(id: string): Promise<void> {
    if (!this.opened.has(id)) await this.drop(id);
  }

  private async drop(id: string): Promise<void> {
    const head = this.heads.get(id);
    this.heads.delete(id);
    if (head?.users === 0) await head.run.evaluator.release();
  }

  private async put(id: string, run: FinishedRun): Promise<string> {
    this.heads.set(id, { run, users: 0 });
    await this.evict();
    return id;
  }

  private fits({ head: { shape } }: FinishedRun): boolean {
    if (this.store.ids().length === 0) return false;
    const { patches, width } = this.store.sizes();
    return patches === shape.patches && width === shape.width;
  }

  /** Frees the sessions of heads that have not been used lately. */
  private async evict(): Promise<void> {
    const old = [...this.heads.values()]
      .slice(0, -MOST_WITH_SESSIONS)
      .filter(({ users }) => users === 0);
    for (const { run } of old) await run.evaluator.release();
  }
}
