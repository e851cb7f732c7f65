import { evidenceMap } from '../../../analysis/attribution';
import { evidencePeak } from '../../../figures/maps/evidence-figure';
import { memoiseByObject } from '../../../numbers/memoise';
import type { Evidence } from '../../../vocabulary/evidence';

/** The maps of one attribution, each (N). */
export interface EvidenceMaps {
  byQuery: readonly Float32Array[];
  /** The sum over the queries. */
  total: Float32Array;
  /** The largest size anywhere: one scale for all of them. */
  peak: number;
}

/** The same arrays for the same evidence, so that layers can tell that they have been painted. */
export const evidenceMaps = memoiseByObject((evidence: Evidence): EvidenceMaps => {
  const byQuery = Array.from({ length: evidence.queries }, (_, query) =>
    evidenceMap(evidence, query),
  );
  const total = evidenceMap(evidence, null);
  return { byQuery, total, peak: evidencePeak(evidence.weights, total) };
});
