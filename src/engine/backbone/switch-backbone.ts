import type { DownloadOptions } from '../../backbones/obtain/download';
import type { ObtainedModel, ObtainOutcome } from '../../backbones/obtain/obtain-model';
import type { BackboneChoice, SwitchStatus } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { failureOf } from '../../vocabulary/failures';
import type { Notice } from '../../vocabulary/notices';

export interface SwitchParts {
  /** @throws `AbortError` */
  obtain(choice: BackboneChoice, options: DownloadOptions): Promise<ObtainOutcome>;
  /** Whether this very model has run here before, so that there is nothing to be tried. */
  hasRun(choice: BackboneChoice, model: ObtainedModel): Promise<boolean>;
  /**
   * Starts the model in a worker beside the one in use, runs one image, and puts it in its place.
   * `apply` is called in between. @throws `AppError` when it does not run; `AbortError`.
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
  /** After everything else; `kept` when its files have just been downloaded and kept. */
  onApplied(choice: BackboneChoice, model: ObtainedModel): void;
}

/** `instead`: it runs, but not as it should; another precision of it is to take its place. */
export type Started =
  | { kind: 'started' }
  | { kind: 'instead'; choice: BackboneChoice; why: Notice };

/** Takes the page from one backbone to another, or leaves everything as it was. */
export class Switcher {
  private under: { target: BackboneChoice; controller: AbortController } | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly parts: SwitchParts,
  ) {
    store.subscribe(() => this.look());
    this.look();
  }

  private look(): void {
    const { switching } = this.store.getState();
    const { under } = this;
    if (under && !(isUnderWay(switching) && switching.target === under.target)) {
      this.under = null;
      under.controller.abort();
    }
    if (switching.kind === 'queued' && !this.under) void this.run(switching.target);
  }

  private async run(target: BackboneChoice): Promise<void> {
    const controller = new AbortController();
    const under = { target, controller };
    this.under = under;
    try {
      await this.take(target, target, controller.signal);
    } catch (error) {
      if (controller.signal.aborted) return;
      this.show({ kind: 'failed', target, failure: failureOf(error) });
    } finally {
      if (this.under === under) this.under = null;
    }
  }

  /** @param target what was asked for; `choice` differs when it takes the place of that. */
  private async take(
    target: BackboneChoice,
    choice: BackboneChoice,
    signal: AbortSignal,
  ): Promise<void> {
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
      this.show({ kind: 'failed', target, failure: outcome.failure });
      return;
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
        this.store.getState().say({ severity: 'note', subject: 'Backbone', text: started.why });
        return this.take(target, started.choice, signal);
      }
    }
    this.parts.onApplied(choice, outcome);
  }

  private show(switching: SwitchStatus): void {
    if (switching.kind === 'failed') this.under = null;
    this.store.setState({ switching });
  }
}

function isUnderWay(
  switching: SwitchStatus,
): switching is Exclude<SwitchStatus, { kind: 'idle' | 'failed' }> {
  return switching.kind !== 'idle' && switching.kind !== 'failed';
}
