import type { Estimate } from '../../study/study-statistics';
import type { StudyRow } from '../../study/study-table';
import type { EntryFacts } from '../../training/run/compare-api';

/** An entry of which everything is known that the figure needs. */
export type DrawnRow = StudyRow & { facts: EntryFacts; accuracy: Estimate };
