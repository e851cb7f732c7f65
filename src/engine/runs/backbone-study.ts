import { knownBackbone } from '../../backbones/catalogue/catalogue';
import { comparisonEntries } from '../../state/derive/comparison-rows';
import { isPending } from '../../state/derive/images-of';
import type {
  AppState,
  BackboneChoice,
  Comparison,
  ComparisonStatus,
  Study,
} from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { AppError, type Failure, failureOf } from '../../vocabulary/failures';
import { together } from './backbone-studies';
import { planStudy } from './probe-study';
import { until } from './until';

type Step = Extract<ComparisonStatus, { kind: 'running' }>['step'];

/** The person, or something that failed, has stopped what a comparison was waiting for. */
class Stopped extends Error {}

/**
 * Carries out comparisons of backbones with what the page has for one: it switches, waits for the
 * tokens, and has a study run, one backbone after another. Then the one of before comes back.
 */
export class ComparisonRuns {
  private under: AbortController | null = null;
  /** What it wants to switch to, and where it has got to. */
  private target: BackboneChoice | null = null;
  private reached: string | null = null;

  constructor(private readonly store: AppStore) {
    store.subscribe(({ comparison }, before) => {
      if (comparison.kind !== 'running' && before.comparison.kind === 'running') {
        this.under?.abort();
      }
      if (comparison.kind === 'running' && !this.under) void this.run();
    });
  }

  private async run(): Promise<void> {
    const under = new AbortController();
    this.under = under;
    this.reached = this.store.getState().backboneId;
    try {
      await this.compareAll(under.signal);
      this.step('returning');
      await this.goHome(under.signal);
      this.end((comparison) => ({ kind: 'done', comparison }));
      this.tellOfFailures();
    } catch (error) {
      if (!under.signal.aborted) {
        const failure = failureOf(error);
        this.end((comparison) => ({ kind: 'paused', comparison, failure }));
      }
      this.stopEverything();
      await this.goHome(new AbortController().signal).catch(() => undefined);
    } finally {
      this.under = null;
    }
    // It may have been resumed while the backbone of before came back.
    if (this.store.getState().comparison.kind === 'running') void this.run();
  }

  private async compareAll(signal: AbortSignal): Promise<void> {
    for (let plan = this.plan(); plan; plan = this.plan()) {
      const choice = plan.backbones[plan.done];
      if (!choice) break;
      const failure = await this.compareOne(choice, plan, signal);
      this.update((comparison) => ({
        ...comparison,
        done: comparison.done + 1,
        failed:
          failure === null
            ? comparison.failed
            : [...comparison.failed, { backboneId: choice.backboneId, failure }],
      }));
    }
  }

  /** Null when it is through, else why it can't be compared. */
  private async compareOne(
    choice: BackboneChoice,
    plan: Comparison,
    signal: AbortSignal,
  ): Promise<Failure | null> {
    const isFree = ({ training, study }: AppState) =>
      [training.kind, study.kind].every((kind) => kind !== 'running' && kind !== 'queued');
    this.step('waiting');
    await until(this.store, isFree, signal);
    this.step('switching');
    const failure = await this.switchTo(choice, signal);
    if (failure !== null) return failure;
    this.step('tokens');
    await this.untilTokens(signal);
    this.step('probes');
    return this.study(plan, signal);
  }

  private async switchTo(choice: BackboneChoice, signal: AbortSignal): Promise<Failure | null> {
    if (isSame(this.store.getState(), choice)) return null;
    this.target = choice;
    this.store.getState().chooseBackbone(choice.backboneId, choice.precision);
    const isOver = ({ switching }: AppState) =>
      switching.kind === 'idle' || switching.kind === 'failed';
    await until(this.store, isOver, signal);
    this.target = null;
    const { switching, backboneId } = this.store.getState();
    if (switching.kind === 'failed') {
      const { failure } = switching;
      this.store.getState().cancelDownload();
      return failure;
    }
    // A 16-bit variant may have given way to the 32-bit one.
    if (backboneId === choice.backboneId) {
      this.reached = backboneId;
      return null;
    }
    throw new Stopped('The switch to the next backbone was cancelled.');
  }

  private async untilTokens(signal: AbortSignal): Promise<void> {
    const isOver = ({ images, extraction, deviceStatus }: AppState) =>
      !images.some(isPending) || extraction.kind === 'cancelled' || deviceStatus.kind === 'failed';
    await until(this.store, isOver, signal);
    const { images, deviceStatus } = this.store.getState();
    if (!images.some(isPending)) return;
    if (deviceStatus.kind === 'failed') throw new AppError(deviceStatus.failure);
    throw new Stopped('The extraction of tokens was cancelled.');
  }

  private async study(plan: Comparison, signal: AbortSignal): Promise<Failure | null> {
    const state = this.store.getState();
    const entries = Object.values(comparisonEntries(state.backboneId, plan.queries));
    const planned = planStudy(state, entries);
    if (planned.classes.length < 2) {
      return failureOf('Fewer than two classes have two images with tokens.');
    }
    const known = state.backboneStudies[state.backboneId];
    const study = known ? onlyMissing(known, planned) : planned;
    this.store.setState({ study: { kind: 'queued', study } });
    const isOver = ({ study: { kind } }: AppState) => kind !== 'queued' && kind !== 'running';
    await until(this.store, isOver, signal);
    const { study: ended } = this.store.getState();
    if (ended.kind === 'done') return null;
    const reason = ended.kind === 'paused' ? ended.reason : null;
    throw new Stopped(reason ?? 'The study of this backbone was cancelled.');
  }

  /** What was under way for this comparison, and would go on without it. */
  private stopEverything(): void {
    const { study, switching, cancelStudy, cancelDownload } = this.store.getState();
    if (study.kind === 'running' || study.kind === 'queued') cancelStudy();
    const { target } = this;
    if ('target' in switching && target && isSame(switching.target, target)) cancelDownload();
  }

  /** Unless the person has gone elsewhere meanwhile. */
  private async goHome(signal: AbortSignal): Promise<void> {
    const state = this.store.getState();
    const { comparison: status, switching } = state;
    if (status.kind === 'idle' || switching.kind !== 'idle') return;
    if (state.backboneId !== this.reached) return;
    await this.switchTo(status.comparison.home, signal);
  }

  private tellOfFailures(): void {
    const { comparison: status, say } = this.store.getState();
    if (status.kind !== 'done') return;
    for (const { backboneId, failure } of status.comparison.failed) {
      say({
        severity: 'error',
        subject: knownBackbone(backboneId)?.label ?? backboneId,
        text: { code: 'backbone-not-compared', failure },
      });
    }
  }

  private plan(): Comparison | null {
    const { comparison } = this.store.getState();
    return comparison.kind === 'running' ? comparison.comparison : null;
  }

  private step(step: Step): void {
    this.store.setState(({ comparison }) =>
      comparison.kind === 'running' ? { comparison: { ...comparison, step } } : {},
    );
  }

  private update(change: (comparison: Comparison) => Comparison): void {
    this.store.setState(({ comparison }) =>
      comparison.kind === 'running'
        ? { comparison: { ...comparison, comparison: change(comparison.comparison) } }
        : {},
    );
  }

  private end(end: (comparison: Comparison) => ComparisonStatus): void {
    this.store.setState(({ comparison }) =>
      comparison.kind === 'running' ? { comparison: end(comparison.comparison) } : {},
    );
  }
}

/** What is known already need not be trained again. */
function onlyMissing(known: Study, planned: Study): Study {
  const { results, facts } = together(known, planned);
  const wanted = new Set(planned.entries.map(({ key }) => key));
  return { ...planned, facts, results: results.filter(({ key }) => wanted.has(key)) };
}

function isSame(one: BackboneChoice, other: BackboneChoice): boolean {
  return one.backboneId === other.backboneId && one.precision === other.precision;
}
