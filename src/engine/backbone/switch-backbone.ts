import { type BackboneChoice, isSameChoice } from '../../backbones/choice';
import type { DownloadOptions } from '../../backbones/obtain/download';
import type { ObtainedModel, ObtainOutcome } from '../../backbones/obtain/obtain-model';
import { preferredPrecision } from '../../state/derive/preferred-precision';
import type { SwitchStatus } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { type Failure, failureOf } from '../../vocabulary/failures';
import type { Notice } from '../../vocabulary/notices';
import type { Notices } from '../notices';

export interface SwitchParts {
  /** @throws `AbortError` */
  obtain(choice: BackboneChoice, options: DownloadOptions): Promise<ObtainOutcome>;
  /** Whether this very model has run here before, so that there is nothing to be tried. */
  hasRun(choice: BackboneChoice, model: ObtainedModel): Promise<boolean>;
  /**
   * Starts the model in a worker beside the one in use, runs one image, and puts it in its place.
   * `apply` is called in between. @throws when it does not run; `AbortError`.
   */
  start(
    choice: BackboneChoice,
    model: ObtainedModel,
    apply: () => void,
    signal: AbortSignal,
  ): Promise<Started>;
  /** Puts it in use at once; its worker follows. */
  adopt(choice: BackboneChoice, model: ObtainedModel, apply: () => void): void;
  /** Puts it in use in the store. */
  apply(choice: BackboneChoice, model: ObtainedModel): void;
  /** After everything else. */
  onApplied(choice: BackboneChoice, model: ObtainedModel): void;
}

/** `instead`: it runs, but not as it should; another precision of it is to take its place. */
export type Started =
  | { kind: 'started' }
  | { kind: 'instead'; choice: BackboneChoice; why: Notice };

/** `cancelled`: by the person, or by another choice. `failed` is on show, until it is dismissed. */
export type SwitchEnd =
  | { kind: 'arrived' }
  | { kind: 'cancelled' }
  | { kind: 'failed'; failure: Failure };

/** Takes the page from one backbone to another, or leaves everything as it was. */
export class BackboneSwitch {
  private under: AbortController | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly parts: SwitchParts,
    private readonly notices: Pick<Notices, 'say'>,
  ) {}

  /**
   * Switches to another backbone, downloading it first where it is not at hand. Without `precision`
   * the one that is at hand, else the most exact. Choosing the one in use ends a switch under way.
   */
  async choose(
    backboneId: BackboneChoice['backboneId'],
    precision?: BackboneChoice['precision'],
  ): Promise<SwitchEnd> {
    const state = this.store.getState();
    const target = { backboneId, precision: precision ?? preferredPrecision(backboneId, state) };
    this.cancel();
    if (isSameChoice(target, state)) return { kind: 'arrived' };
    const under = new AbortController();
    this.under = under;
    this.show({ kind: 'queued', target });
    try {
      return await this.take(target, target, under.signal);
    } catch (error) {
      if (under.signal.aborted) return { kind: 'cancelled' };
      const failure = failureOf(error);
      this.show({ kind: 'failed', target, failure });
      return { kind: 'failed', failure };
    } finally {
      if (this.under === under) this.under = null;
    }
  }

  /** Ends a switch under way, or dismisses one that failed; the backbone in use stays. */
  cancel(): void {
    this.under?.abort();
    this.under = null;
    if (this.store.getState().switching.kind !== 'idle') this.show({ kind: 'idle' });
  }

  /** @param target what was asked for; `choice` differs when it takes the place of that. */
  private async take(
    target: BackboneChoice,
    choice: BackboneChoice,
    signal: AbortSignal,
  ): Promise<SwitchEnd> {
    const outcome = await this.parts.obtain(choice, {
      signal,
      onProgress: (progress) => {
        if (signal.aborted) return;
        const whole = progress.total !== null && progress.loaded >= progress.total;
        this.show(
          whole ? { kind: 'verifying', target } : { kind: 'downloading', target, progress },
        );
      },
    });
    signal.throwIfAborted();
    if (outcome.kind === 'failed') {
      const { failure } = outcome;
      this.show({ kind: 'failed', target, failure });
      return { kind: 'failed', failure };
    }
    this.show({ kind: 'starting', target });
    const apply = () => {
      // From here on there is no way back, and what follows is no cancelling.
      this.under = null;
      this.parts.apply(choice, outcome);
    };
    if (await this.parts.hasRun(choice, outcome)) {
      signal.throwIfAborted();
      this.parts.adopt(choice, outcome, apply);
    } else {
      const started = await this.parts.start(choice, outcome, apply, signal);
      if (started.kind === 'instead') {
        this.notices.say('note', { part: 'backbone' }, started.why);
        return this.take(target, started.choice, signal);
      }
    }
    this.parts.onApplied(choice, outcome);
    return { kind: 'arrived' };
  }

  private show(switching: SwitchStatus): void {
    this.store.setState({ switching });
  }
}
