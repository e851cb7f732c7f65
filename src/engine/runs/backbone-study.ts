import { findBackbone, knownBackbone } from '../../backbones/catalogue/catalogue';
import { isSameChoice } from '../../backbones/choice';
import { comparisonEntries } from '../../state/derive/comparison-rows';
import { isExtracted, isPending } from '../../state/derive/images-of';
import { comparisonReadiness } from '../../state/derive/readiness';
import type {
  AppState,
  BackboneChoice,
  Comparison,
  ComparisonStatus,
  Study,
} from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { AppError, type Failure, failureOf } from '../../vocabulary/failures';
import type { BackboneSwitch } from '../backbone/switch-backbone';
import type { Notices } from '../notices';
import { together } from './backbone-studies';
import { type ProbeStudies, planStudy } from './probe-study';
import { orAbort, until } from './until';

/** Queries of the EP that backbones are compared by, where nothing else is said. */
const QUERIES = 8;

type Step = Extract<ComparisonStatus, { kind: 'running' }>['step'];

/**
 * Compares backbones with what the page has for one: it switches, waits for the tokens, and has the
 * probes trained, one backbone after another. Then the one of before comes back.
 */
export class BackboneStudies {
  private under: AbortController | null = null;
  /** What it wants to switch to, and where it has got to. */
  private target: BackboneChoice | null = null;
  private reached: string | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly backbones: Pick<BackboneSwitch, 'choose' | 'cancel'>,
    private readonly studies: Pick<ProbeStudies, 'carryOut' | 'cancel'>,
    private readonly notices: Pick<Notices, 'say'>,
  ) {}

  /** k-NN, linear (over [CLS] where there is one, else GAP) and EP on each of these backbones. */
  start(backbones: readonly BackboneChoice[], queries = QUERIES): void {
    const state = this.store.getState();
    if (!comparisonReadiness(state, backbones).ready) return;
    const { backboneId, precision } = state;
    this.begin({
      backbones: homeFirst(backbones, state),
      queries,
      home: { backboneId, precision },
      done: 0,
      failed: [],
    });
  }

  resume(): void {
    const { comparison } = this.store.getState();
    if (comparison.kind === 'paused') this.begin(comparison.comparison);
  }

  /** What is finished stays; the backbone of before comes back. */
  cancel(): void {
    this.end((comparison) => ({ kind: 'paused', comparison, reason: null }));
    this.under?.abort();
  }

  private begin(comparison: Comparison): void {
    this.store.setState({ comparison: { kind: 'running', step: 'waiting', comparison } });
    // While the backbone of before comes back from an earlier one, that one begins anew at its end.
    if (!this.under) void this.run();
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
        const reason = failureOf(error);
        this.end((comparison) => ({ kind: 'paused', comparison, reason }));
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
            : [...comparison.failed, { backboneId: choice.backboneId, reason: failure }],
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

  /** Null when the backbone is in use. @throws `AppError` when the person has called it off. */
  private async switchTo(choice: BackboneChoice, signal: AbortSignal): Promise<Failure | null> {
    if (isSameChoice(this.store.getState(), choice)) return null;
    this.target = choice;
    const end = await orAbort(this.backbones.choose(choice.backboneId, choice.precision), signal);
    this.target = null;
    switch (end.kind) {
      case 'failed':
        this.backbones.cancel();
        return end.failure;
      case 'cancelled':
        throw new AppError({ code: 'switch-cancelled' });
      case 'arrived':
        this.reached = this.store.getState().backboneId;
        return null;
    }
  }

  private async untilTokens(signal: AbortSignal): Promise<void> {
    const isOver = (state: AppState) => isExtracted(state) || state.deviceStatus.kind === 'failed';
    await until(this.store, isOver, signal);
    const { images, deviceStatus } = this.store.getState();
    if (!images.some(isPending)) return;
    throw new AppError(
      deviceStatus.kind === 'failed' ? deviceStatus.reason : { code: 'extraction-cancelled' },
    );
  }

  private async study(plan: Comparison, signal: AbortSignal): Promise<Failure | null> {
    const state = this.store.getState();
    const backbone = findBackbone(state.backbones, state.backboneId);
    const entries = Object.values(comparisonEntries(backbone, plan.queries));
    const planned = planStudy(state, entries);
    if (planned.classes.length < 2) return { code: 'too-few-classes' };
    const known = state.backboneStudies[state.backboneId];
    const study = known ? onlyMissing(known, planned) : planned;
    const end = await orAbort(this.studies.carryOut(study), signal);
    if (end.kind === 'done') return null;
    throw new AppError(end.reason ?? { code: 'study-cancelled' });
  }

  /** What was under way for this comparison, and would go on without it. */
  private stopEverything(): void {
    const { study, switching } = this.store.getState();
    if (study.kind === 'running' || study.kind === 'queued') this.studies.cancel();
    const { target } = this;
    if ('target' in switching && target && isSameChoice(switching.target, target)) {
      this.backbones.cancel();
    }
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
    const { comparison: status, backbones } = this.store.getState();
    if (status.kind !== 'done') return;
    for (const { backboneId, reason: failure } of status.comparison.failed) {
      // One of the person's own may have been forgotten meanwhile.
      const label = knownBackbone(backbones, backboneId)?.label ?? backboneId;
      this.notices.say('error', label, { code: 'backbone-not-compared', failure });
    }
  }

  private plan(): Comparison | null {
    const { comparison } = this.store.getState();
    return comparison.kind === 'running' ? comparison.comparison : null;
  }

  private step(step: Step): void {
    this.store.setState((state) =>
      state.comparison.kind === 'running' ? { comparison: { ...state.comparison, step } } : state,
    );
  }

  private update(change: (comparison: Comparison) => Comparison): void {
    this.store.setState((state) => {
      const { comparison: status } = state;
      if (status.kind !== 'running') return state;
      return { comparison: { ...status, comparison: change(status.comparison) } };
    });
  }

  private end(end: (comparison: Comparison) => ComparisonStatus): void {
    this.store.setState((state) =>
      state.comparison.kind === 'running'
        ? { comparison: end(state.comparison.comparison) }
        : state,
    );
  }
}

/** The one in use needs no switch, and is what the others are told against. */
function homeFirst(backbones: readonly BackboneChoice[], home: BackboneChoice): BackboneChoice[] {
  const isHome = (choice: BackboneChoice) => isSameChoice(choice, home);
  return backbones.toSorted((a, b) => Number(isHome(b)) - Number(isHome(a)));
}

/** What is known already need not be trained again. */
function onlyMissing(known: Study, planned: Study): Study {
  const { results, facts } = together(known, planned);
  const wanted = new Set(planned.entries.map(({ key }) => key));
  return { ...planned, facts, results: results.filter(({ key }) => wanted.has(key)) };
}
