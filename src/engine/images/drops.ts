import { dropTally } from '../../state/derive/drop-tally';
import type { DropRecord, Message } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { AccountedFile, FileOutcome, OutcomeKind } from '../../vocabulary/drops';
import type { Notice, Subject } from '../../vocabulary/notices';
import type { Notices } from '../notices';

/** Drops of which the list can still be read. */
const KEPT = 5;
/**
 * How often the store learns what has become of files, in milliseconds: their list is copied then,
 * which for thousands of files would take longer than looking at them.
 */
const PACE = 250;

/** What a person will want to know of. */
const PROBLEMS: readonly OutcomeKind[] = ['twin', 'refused', 'unreadable', 'empty-folder'];

interface Saying {
  severity: Message['severity'];
  subject: Subject;
  what: Notice;
}

/** A drop while its files are looked at; the store has a copy of `files`. */
interface Ledger {
  record: Omit<DropRecord, 'files'>;
  files: AccountedFile[];
  imageIds: string[];
  coming: number;
  problems: number;
  /** The message about the first problem. */
  firstSaid: number | null;
  concluded: boolean;
  changed: boolean;
}

/**
 * Keeps account of every file that a person gives: what has become of it, for the list in the store,
 * and what is said. One problem is said by itself; where there are more, the first is, and when all
 * files have been looked at a summary takes its place.
 */
export class Drops {
  private lastId = 0;
  /** The latest first. */
  private ledgers: Ledger[] = [];
  private readonly places = new Map<string, { ledger: Ledger; index: number }>();
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly store: AppStore,
    private readonly notices: Pick<Notices, 'say' | 'dismiss'>,
  ) {
    store.subscribe(({ images }, before) => {
      if (images.length < before.images.length) this.noteRemoved();
    });
  }

  /**
   * @param images those that were made from files, and are to be decoded.
   * @param others all else that came with them.
   */
  begin(
    images: readonly { imageId: string; path: string }[],
    others: readonly AccountedFile[],
  ): void {
    if (images.length + others.length === 0) return;
    this.lastId += 1;
    const coming = images.map(({ path }): AccountedFile => ({ path, outcome: { kind: 'coming' } }));
    const ledger: Ledger = {
      record: { id: this.lastId, at: Date.now() },
      files: [...coming, ...others],
      imageIds: images.map(({ imageId }) => imageId),
      coming: coming.length,
      problems: 0,
      firstSaid: null,
      concluded: false,
      changed: true,
    };
    for (const [index, imageId] of ledger.imageIds.entries()) {
      this.places.set(imageId, { ledger, index });
    }
    this.ledgers = [ledger, ...this.ledgers];
    for (const { imageIds } of this.ledgers.splice(KEPT)) {
      for (const imageId of imageIds) this.places.delete(imageId);
    }
    for (const { path, outcome } of others) {
      const what = problemOf(outcome);
      if (what) this.tell(ledger, { severity: 'error', subject: path, what });
    }
    this.show();
    if (ledger.coming === 0) this.conclude(ledger);
  }

  /** To be called before an image that is turned away leaves the store. */
  settle(imageId: string, outcome: FileOutcome, saying: Saying | null = null): void {
    const place = this.places.get(imageId);
    if (!place) {
      // It has been there since an earlier visit.
      if (saying) this.notices.say(saying.severity, saying.subject, saying.what);
      return;
    }
    const { ledger, index } = place;
    const before = ledger.files[index];
    if (!before) return;
    ledger.files[index] = { path: before.path, outcome };
    ledger.changed = true;
    if (before.outcome.kind === 'coming') ledger.coming -= 1;
    if (saying && PROBLEMS.includes(outcome.kind)) this.tell(ledger, saying);
    if (ledger.coming === 0 && !ledger.concluded) this.conclude(ledger);
    else this.timer ??= setTimeout(() => this.show(), PACE);
  }

  private tell(ledger: Ledger, { severity, subject, what }: Saying): void {
    ledger.problems += 1;
    if (ledger.problems > 1 && !ledger.concluded) return;
    ledger.firstSaid = this.notices.say(severity, subject, what);
  }

  private conclude(ledger: Ledger): void {
    ledger.concluded = true;
    this.show();
    const { files, problems, firstSaid } = ledger;
    const tally = dropTally(files);
    const [first] = files;
    const passedOver = tally['passed-over'] > 0;
    if (files.length === 1 && first?.outcome.kind === 'passed-over') {
      const { why } = first.outcome;
      this.notices.say('note', first.path, { code: 'file-passed-over', why });
      return;
    }
    if (problems < 2 && !passedOver) return;
    if (problems > 1 && firstSaid !== null) this.notices.dismiss(firstSaid);
    const serious = problems > 1 && problems > tally.twin;
    const what = { code: 'files-accounted', drop: ledger.record.id, tally } as const;
    this.notices.say(serious ? 'error' : 'note', { part: 'files' }, what, {
      kind: 'list',
      drop: ledger.record.id,
    });
  }

  /** Images that were deleted before their files had been looked at. */
  private noteRemoved(): void {
    if (!this.ledgers.some(({ coming }) => coming > 0)) return;
    const there = new Set(this.store.getState().images.map(({ id }) => id));
    for (const [imageId, { ledger, index }] of this.places) {
      if (ledger.files[index]?.outcome.kind === 'coming' && !there.has(imageId)) {
        this.settle(imageId, { kind: 'removed' });
      }
    }
  }

  private show(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const { drops: shown } = this.store.getState();
    const drops = this.ledgers.map((ledger) => {
      const before = shown.find(({ id }) => id === ledger.record.id);
      if (before && !ledger.changed) return before;
      ledger.changed = false;
      return { ...ledger.record, files: [...ledger.files] };
    });
    this.store.setState({ drops });
  }
}

function problemOf(outcome: FileOutcome): Notice | null {
  if (outcome.kind === 'unreadable') return { code: 'failed', failure: outcome.reason };
  return outcome.kind === 'empty-folder' ? { code: 'folder-empty' } : null;
}
