import type { Drawing } from '../../figures/maps/opacity';
import type { Notice, Subject } from '../../vocabulary/notices';
import type { ComparisonSlice } from './comparison-types';
import type { DropsSlice } from './drops-types';
import type { EncoderSlice } from './encoder-types';
import type { HistorySlice } from './history-types';
import type { ImagesSlice } from './images-types';
import type { LowShotSlice } from './low-shot-types';
import type { ProjectsSlice } from './projects-types';
import type { StudySlice } from './study-types';
import type { HeadRecord, TrainingSlice } from './training-types';

/**
 * Everything the page shows, as small serialisable values. Pixels, tokens, weights and maps live
 * elsewhere (object URLs, workers, `panes.ts`, `queries/`).
 */

export type * from './comparison-types';
export type * from './drops-types';
export type * from './encoder-types';
export type * from './history-types';
export type * from './images-types';
export type * from './low-shot-types';
export type * from './projects-types';
export type * from './study-types';
export type * from './training-types';

export interface Message {
  id: number;
  severity: 'error' | 'note';
  subject: Subject;
  /** What happened; `messages/` says it, and what to do. */
  what: Notice;
  action: MessageAction | null;
}

/** A button that a message offers. */
export type MessageAction =
  /** Takes back one edit, whatever has come since. */
  | { kind: 'undo'; editId: number }
  /** Starts a worker anew that has given up. */
  | { kind: 'retry' }
  /** Shows what became of every file of a drop. */
  | { kind: 'list'; drop: number }
  /** Opens a project that another tab has open, and closes it there. */
  | { kind: 'take-over'; projectId: number }
  | { kind: 'restore-project'; projectId: number };

export interface MessagesSlice {
  messages: Message[];
}

/** What is seen beside the selected image under the head on show. */
export type Beside = { kind: 'image'; imageId: string } | { kind: 'head'; headId: string };

/** One image under all queries, all images under one query, all queries together, or all probes. */
export type Middle = 'image' | 'query' | 'queries' | 'comparison';

/** What the queries are sorted by where one of them is chosen. */
export type QueryOrder = 'number' | 'consistency';

/** What the images under one query are sorted by. */
export type GridSort = 'class' | 'concentration' | 'evidence';

/** Which images are shown under one query, and in what order. */
export interface GridChoices {
  sort: GridSort;
  /** The class whose images are shown; null for all. */
  classId: string | null;
}

export interface InspectorSlice {
  /** What the middle place shows. */
  middle: Middle;
  /** The last shown first, the one on show among them; empty when the worker is gone. */
  heads: readonly HeadRecord[];
  /** What of a head the browser does not keep, by head id; such as are kept whole are not named. */
  unkept: Readonly<Record<string, 'snapshots' | 'head'>>;
  /** The snapshot of the head's training that is on show; null for the head that was kept. */
  epoch: number | null;
  /** What lies over the photo; `tokens` is the backbone's own view, without any head. */
  layer: 'attention' | 'evidence' | 'tokens';
  /** The class that evidence speaks for; null for the one that the head predicts. */
  evidenceClassId: string | null;
  /** The class that it is weighed against; null for none. */
  againstClassId: string | null;
  drawing: Drawing;
  beside: Beside | null;
  /** The query that is seen on all images. */
  query: number;
  queryOrder: QueryOrder;
  grid: GridChoices;
  /** Groups into which more than eight queries are put. */
  groups: number;
}

export type AppState = ImagesSlice &
  ProjectsSlice &
  HistorySlice &
  DropsSlice &
  MessagesSlice &
  EncoderSlice &
  TrainingSlice &
  StudySlice &
  ComparisonSlice &
  LowShotSlice &
  InspectorSlice;
