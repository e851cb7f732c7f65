import { queryMaps as usualAnswers } from '../../../state/queries/head-queries';
import type { QueryCache } from '../../../state/queries/query-cache';

type QueryMaps = typeof usualAnswers;
type Args = QueryMaps extends QueryCache<infer A, infer _V, infer _P> ? A : never;

/**
 * The maps of one query on those images that are on screen, each asked for once. While an answer is
 * on its way only the latest wish is remembered: scrolling past a thousand images asks for few.
 */
export class MapLoader {
  /** (N) by image id; null where the worker has no tokens for it. */
  private readonly known = new Map<string, Float32Array | null>();
  private readonly listeners = new Set<() => void>();
  private wish: readonly string[] = [];
  private asked: { args: Args; release(): void } | null = null;
  private reason: string | null = null;
  private disconnect: (() => void) | null = null;

  constructor(
    private readonly subject: Omit<Args, 'imageIds'>,
    private readonly answers: QueryMaps = usualAnswers,
  ) {}

  /** Begins to ask. @returns to be called when nobody looks any more. */
  connect(): () => void {
    this.disconnect = this.answers.subscribe(() => this.take());
    this.follow();
    return () => {
      this.disconnect?.();
      this.disconnect = null;
      this.asked?.release();
      this.asked = null;
    };
  }

  /** The images that are on screen now. */
  show(imageIds: readonly string[]): void {
    this.wish = imageIds;
    this.follow();
  }

  /** (N), or null as long as it isn't there; the same array every time. */
  read(imageId: string): Float32Array | null {
    return this.known.get(imageId) ?? null;
  }

  /** Why the last maps did not come; null when all is well. */
  readonly failure = (): string | null => this.reason;

  readonly retry = (): void => {
    if (!this.asked) return;
    this.reason = null;
    this.answers.retry(this.asked.args);
    this.tell();
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private follow(): void {
    if (!this.disconnect || this.asked) return;
    const imageIds = this.wish.filter((id) => !this.known.has(id));
    if (imageIds.length === 0) return;
    const args = { ...this.subject, imageIds };
    this.asked = { args, release: this.answers.want(args) };
    // It may be known from before.
    this.take();
  }

  private take(): void {
    if (!this.asked) return;
    const { args, release } = this.asked;
    const answer = this.answers.read(args);
    if (answer?.kind === 'failed' && this.reason === null) {
      this.reason = answer.reason;
      this.tell();
    }
    if (answer?.kind !== 'ready') return;
    this.reason = null;
    for (const id of args.imageIds) this.known.set(id, null);
    const { imageIds, weights } = answer.value ?? { imageIds: [], weights: new Float32Array() };
    const patches = weights.length / Math.max(1, imageIds.length);
    imageIds.forEach((id, at) => {
      this.known.set(id, weights.subarray(at * patches, (at + 1) * patches));
    });
    this.asked = null;
    release();
    this.tell();
    this.follow();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
