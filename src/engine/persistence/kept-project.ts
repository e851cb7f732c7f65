import { type BackboneChoice, isSameChoice } from '../../backbones/choice';
import { WorkerDied } from '../../bridge/client';
import { headIdOf, MOST_HEADS } from '../../state/slices/inspector';
import type { AppState, HeadRecord } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { StoredHeadRecord, StoredView } from '../../storage/head-schema';
import type { KeptRecords, ProjectHeads } from '../../storage/head-store';
import { headBuffers, type PortableHead } from '../../training/head/portable-head';
import { AppError, failureOf } from '../../vocabulary/failures';
import { lastStudyOf } from '../backbone/apply-backbone';
import type { HeadHistory } from '../inspect/head-history';
import type { Notices } from '../notices';
import type { Trainer } from '../workers/trainer';
import { PacedWrites } from './paced-writes';
import { patiently } from './patiently';
import {
  hasViewChanged,
  haveStudiesChanged,
  headRecord,
  isOfBackbone,
  isUnderWay,
  lookOf,
  storedHead,
  storedStudies,
  storedView,
  studiesOf,
  untouched,
  viewOf,
} from './stored-work';

/** How often it is written down how far a run has come. */
const RUN_PAUSE_MS = 2000;
/** Time until what failed is tried again: at first, and at most. */
const RETRY_MS = 3000;
const LONGEST_RETRY_MS = 300_000;
/** A read that fails is tried again after so many milliseconds. */
const READ_AGAIN_MS = [300, 1000];

export interface KeptProjectParts {
  store: AppStore;
  trainer: Pick<Trainer, 'worker'>;
  heads: Pick<HeadHistory, 'comeBack'>;
  notices: Pick<Notices, 'say'>;
  storage: Pick<
    ProjectHeads,
    'load' | 'loadHead' | 'saveHead' | 'removeHead' | 'saveStudies' | 'saveView'
  >;
  /** Goes back to the backbone that a comparison had left when the page was closed. */
  goTo(choice: BackboneChoice): void;
  /** Trains what can't be brought back after its worker has gone. */
  trainAgain(): void;
}

/**
 * Why heads are gone: with their worker, with their worker where one was on show that is kept, or
 * because they are of another backbone.
 */
export type WhyGone = 'lost' | 'lost-shown' | 'switched';

/** What is kept of one project: brought back at its start, then written as it changes. */
export class KeptProject {
  /** Of every head that is kept: its record, and when it was on show last. */
  private readonly written = new Map<string, { record: HeadRecord; shownAt: number }>();
  private readonly shownAt = new Map<string, number>();
  /** Heads that made room for others. They are written anew when they come on show. */
  private readonly cut = new Set<string>();
  /** Heads that nobody can choose any more. */
  private readonly doomed = new Set<string>();
  private look: StoredView['look'] = null;
  private underWay: StoredView['underWay'] = null;
  /** Comparisons and the view are written over what was read, so not where that could not be read. */
  private wasRead = false;
  private studiesDue = false;
  private viewDue = false;
  private readonly writes = new PacedWrites(() => this.save());
  private retry = RETRY_MS;
  private complained = false;
  /** Ends bringing heads back. */
  private coming = new AbortController();
  private unfollow: () => void = () => undefined;

  constructor(private readonly parts: KeptProjectParts) {}

  async start(): Promise<void> {
    const { signal } = this.coming;
    const found = await this.read();
    if (signal.aborted) return;
    if (found) this.restore(found);
    this.unfollow = this.parts.store.subscribe((state, before) => this.follow(state, before));
    // What came while storage was being read.
    if (this.state().heads.length > 0) this.writes.soon();
    if (found) await this.bringBack(found.heads, 'start', signal);
  }

  /** As `start`, for a project that is new: there is nothing to be read, and all is to be written. */
  begin(): void {
    this.wasRead = true;
    this.studiesDue = true;
    this.viewDue = true;
    this.unfollow = this.parts.store.subscribe((state, before) => this.follow(state, before));
    this.writes.soon();
  }

  async stop(): Promise<void> {
    this.unfollow();
    this.coming.abort();
    await this.writes.flush();
    this.writes.cancel();
  }

  /** What has changed is another project's. */
  abandon(): void {
    this.unfollow();
    this.coming.abort();
    this.writes.cancel();
  }

  /** Writes at once what waits to be written. */
  flush(): void {
    const running = this.state().training.kind === 'running';
    this.viewDue ||= running;
    if (running || this.writes.due) this.writes.now();
  }

  holdsShown(): boolean {
    const { training } = this.state();
    if (training.kind !== 'done') return false;
    const { headId } = training.run.result;
    return this.written.has(headId) && !this.cut.has(headId);
  }

  /** Brings back the heads of the backbone in use. */
  comeBack(why: WhyGone): void {
    this.coming.abort();
    this.coming = new AbortController();
    const { signal } = this.coming;
    // What is being written is to be read.
    void this.writes.settled
      .then(() => this.read())
      .then((found) => this.bringBack(found?.heads ?? [], why, signal));
  }

  private state(): AppState {
    return this.parts.store.getState();
  }

  /** Null where it can't be read, however often it is tried. */
  private read(): Promise<KeptRecords | null> {
    return patiently(() => this.parts.storage.load(), READ_AGAIN_MS).catch(() => null);
  }

  private restore({ studies, view }: KeptRecords): void {
    const { store, notices, goTo } = this.parts;
    this.wasRead = true;
    const { look, underWay, ...seen } = viewOf(view);
    const { study, comparison, home, ...rest } = studiesOf(studies, this.state());
    this.look = look;
    store.setState((state) => ({
      // What the person has begun, or chosen, meanwhile stays.
      ...untouched({ ...seen, ...rest }, state),
      study: state.study.kind === 'idle' ? (study ?? lastStudyOf(rest, state)) : state.study,
      comparison: comparison && state.comparison.kind === 'idle' ? comparison : state.comparison,
      backboneStudies: { ...rest.backboneStudies, ...state.backboneStudies },
    }));
    if (underWay) {
      notices.say('note', { part: 'training' }, { code: 'run-cut-short', ...underWay });
      // So that it is said once.
      this.viewDue = true;
      this.writes.soon();
    }
    if (home && !isSameChoice(home, this.state())) goTo(home);
  }

  private async bringBack(
    found: readonly StoredHeadRecord[],
    why: WhyGone | 'start',
    signal: AbortSignal,
  ): Promise<void> {
    if (signal.aborted) return;
    const { store, trainAgain } = this.parts;
    const { look } = this;
    const rank = (head: StoredHeadRecord) =>
      headIdOf(head) === look?.headId ? Number.POSITIVE_INFINITY : head.shownAt;
    const wanted = found
      .filter((head) => isOfBackbone(head, this.state()))
      .toSorted((a, b) => rank(b) - rank(a))
      .slice(0, MOST_HEADS);
    // Without images there is nothing that a head could be shown on.
    if (this.state().images.length > 0) {
      for (const head of wanted) {
        await this.bringOne(head, look, signal);
        if (signal.aborted) return;
      }
    }
    const shown = lookOf(this.state());
    if (look && shown && shown.headId === look.headId) store.setState({ beside: look.beside });
    if (why === 'lost-shown' && !shown) trainAgain();
  }

  private async bringOne(
    stored: StoredHeadRecord,
    look: StoredView['look'],
    signal: AbortSignal,
  ): Promise<void> {
    const { store, trainer, heads, notices, storage } = this.parts;
    const headId = headIdOf(stored);
    try {
      const client = await trainer.worker.whenReady();
      const head = await storage.loadHead(headId);
      if (signal.aborted) return;
      if (!head) throw new AppError({ code: 'head-damaged' });
      const record = headRecord(stored, head);
      await client.call('importHead', { headId, head }, { transfer: headBuffers(head) });
      if (signal.aborted) return;
      this.written.set(headId, { record, shownAt: stored.shownAt });
      this.shownAt.set(headId, stored.shownAt);
      if (record.run.result.snapshots.epochs.length < stored.run.result.snapshots.epochs.length) {
        store.setState(({ unkept }) => ({ unkept: { ...unkept, [headId]: 'snapshots' } }));
      }
      heads.comeBack(record, look?.headId === headId ? look.epoch : null);
    } catch (error) {
      // A worker that went is told of by `comeBack`.
      if (signal.aborted || error instanceof WorkerDied) return;
      const failure = failureOf(error);
      notices.say('error', { part: 'training' }, { code: 'head-not-back', failure });
      if (failure.code === 'head-damaged') {
        this.written.delete(headId);
        this.doomed.add(headId);
        this.writes.soon();
      }
    }
  }

  private follow(state: AppState, before: AppState): void {
    this.look = lookOf(state) ?? this.look;
    const sameBackbone = isSameChoice(state, before);
    if (state.heads !== before.heads) {
      // An empty list is that of a worker that went, or of another backbone.
      if (sameBackbone && state.heads.length > 0) this.doom(before.heads, state.heads);
      this.noteShown(state.heads, before.heads);
      this.writes.soon();
    }
    if (haveStudiesChanged(state, before)) {
      this.studiesDue = true;
      this.writes.soon();
    }
    if (hasViewChanged(state, before)) {
      this.viewDue = true;
      this.writes.soon();
    } else if (state.training !== before.training && state.training.kind === 'running') {
      this.viewDue = true;
      this.writes.soon(RUN_PAUSE_MS);
    }
    // A comparison only passes by, and leaves no head on show.
    const { comparison } = state;
    const passing = comparison.kind === 'running' && comparison.step !== 'returning';
    if (!sameBackbone && !passing) this.comeBack('switched');
  }

  private doom(before: AppState['heads'], now: AppState['heads']): void {
    const there = new Set(now.map(headIdOf));
    for (const head of before) {
      if (there.has(headIdOf(head))) continue;
      this.doomed.add(headIdOf(head));
      this.written.delete(headIdOf(head));
    }
  }

  private noteShown([now]: AppState['heads'], [before]: AppState['heads']): void {
    if (!now || (before && headIdOf(before) === headIdOf(now))) return;
    this.shownAt.set(headIdOf(now), Date.now());
    if (this.cut.delete(headIdOf(now))) this.written.delete(headIdOf(now));
  }

  private async save(): Promise<void> {
    try {
      await this.saveStudies();
      await this.saveView();
      await this.forgetDoomed();
      await this.saveHeads();
      // While the head of a run was not yet kept, it still counted as cut short.
      if (this.underWay && !isUnderWay(this.state())) this.viewDue = true;
      await this.saveView();
      this.retry = RETRY_MS;
    } catch (error) {
      this.complain(error);
      this.writes.soon(this.retry);
      this.retry = Math.min(2 * this.retry, LONGEST_RETRY_MS);
    }
  }

  private async saveStudies(): Promise<void> {
    if (!this.studiesDue || !this.wasRead) return;
    this.studiesDue = false;
    await this.parts.storage.saveStudies(storedStudies(this.state())).catch((error: unknown) => {
      this.studiesDue = true;
      throw error;
    });
  }

  private async saveView(): Promise<void> {
    if (!this.viewDue || !this.wasRead) return;
    this.viewDue = false;
    const view = storedView(this.state(), this.look);
    this.underWay = view.underWay ?? (this.unwritten().length > 0 ? this.underWay : null);
    await this.parts.storage
      .saveView({ ...view, underWay: this.underWay })
      .catch((error: unknown) => {
        this.viewDue = true;
        throw error;
      });
  }

  private async forgetDoomed(): Promise<void> {
    for (const headId of this.doomed) {
      await this.parts.storage.removeHead(headId);
      this.doomed.delete(headId);
    }
  }

  /** Heads that have changed since they were written. */
  private unwritten(): HeadRecord[] {
    return this.state().heads.filter((record) => {
      const headId = headIdOf(record);
      const before = this.written.get(headId);
      const same = before?.record === record && before.shownAt === this.shownAt.get(headId);
      return !same && !this.cut.has(headId);
    });
  }

  private async saveHeads(): Promise<void> {
    for (const record of this.unwritten()) {
      const headId = headIdOf(record);
      const kept = this.written.has(headId) ? await this.saveHead(headId, null) : [];
      // It is new, or the browser has cleared its storage meanwhile.
      if (kept?.some((other) => headIdOf(other) === headId) === false) await this.saveWhole(record);
    }
  }

  /** The head itself is kept at once; its past may take a second. */
  private async saveWhole(record: HeadRecord): Promise<void> {
    const headId = headIdOf(record);
    const past = record.run.result.snapshots.epochs.length > 1;
    for (const snapshots of past ? [false, true] : [false]) {
      const numbers = await this.numbersOf(headId, snapshots);
      if (numbers) await this.saveHead(headId, numbers);
    }
  }

  /** What is kept then; null where the head went while its numbers came. */
  private async saveHead(
    headId: string,
    numbers: PortableHead | null,
  ): Promise<StoredHeadRecord[] | null> {
    const state = this.state();
    const [shown] = state.heads;
    const record = state.heads.find((head) => headIdOf(head) === headId);
    if (!shown || !record) return null;
    const shownAt = this.shownAt.get(headId) ?? Date.now();
    this.shownAt.set(headId, shownAt);
    try {
      const head = storedHead(record, state, shownAt);
      const kept = await this.parts.storage.saveHead(head, numbers, headIdOf(shown));
      this.written.set(headId, { record, shownAt });
      this.tellWhatIsKept(kept);
      return kept;
    } catch (error) {
      this.say(headId, 'head');
      throw error;
    }
  }

  private async numbersOf(headId: string, snapshots: boolean): Promise<PortableHead | null> {
    const { inUse } = this.parts.trainer.worker;
    if (!inUse) return null;
    return inUse.call('exportHead', { headId, snapshots }).catch((error: unknown) => {
      if (error instanceof WorkerDied) return null;
      throw error;
    });
  }

  private tellWhatIsKept(kept: readonly StoredHeadRecord[]): void {
    const known = new Map(kept.map((record) => [headIdOf(record), record]));
    for (const headId of this.written.keys()) {
      const record = known.get(headId);
      if (record) this.cut.delete(headId);
      else this.cut.add(headId);
      this.say(headId, !record ? 'head' : record.snapshots === null ? 'snapshots' : null);
    }
  }

  /** Says what of a head is not kept. */
  private say(headId: string, missing: AppState['unkept'][string] | null): void {
    if ((this.state().unkept[headId] ?? null) === missing) return;
    this.parts.store.setState(({ unkept: { [headId]: _, ...others } }) => ({
      unkept: missing === null ? others : { ...others, [headId]: missing },
    }));
  }

  /** Where there is no storage at all, that is said for the whole project. */
  private complain(error: unknown): void {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    if (!full || this.complained) return;
    this.complained = true;
    this.parts.notices.say('note', { part: 'storage' }, { code: 'head-not-kept' });
  }
}
