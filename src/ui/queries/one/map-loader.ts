import type { Queries } from '../../../state/queries/queries';
import type { QueryCache } from '../../../state/queries/query-cache';
import type { Failure } from '../../../vocabulary/failures';

type QueryMaps = Queries['queryMaps'];
type Args = QueryMaps extends QueryCache<infer A, infer _V, infer _P> ? A : never;

/**
 * The maps of one query on those images that are on screen, each asked for once. While an answer is
 * on its way only the latest request is remembered: scrolling past a thousand images asks for few.
 */
export class MapLoader {
  /** (N) by image id; null where the worker has no tokens for it. */
  private readonly known = new Map<string, Float32Array | null>();
  private readonly listeners = new Set<() => void>();
  private wanted: readonly string[] = [];
  private asked: { args: Args; release(): void } | null = null;
  private reason: Failure | null = null;
  private disconnect: (() => void) | null = null;

  constructor(
    private readonly answers: QueryMaps,
    private readonly subject: Omit<Args, 'imageIds'>,
  ) {}

  /** Begins to ask. @returns to be called when it is no longer on show. */
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
    this.wanted = imageIds;
    this.follow();
  }

  /** (N), or null as long as it isn't there; the same array every time. */
  read(imageId: string): Float32Array | null {
    return this.known.get(imageId) ?? null;
  }

  /** Why the last maps did not come; null when all is well. */
  readonly failure = (): Failure | null => this.reason;

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
    const imageIds = this.wanted.filter((id) => !this.known.has(id));
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
      this.reason = answer.failure;
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
