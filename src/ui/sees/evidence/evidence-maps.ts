import { evidenceMap } from '../../../analysis/attribution';
import { evidencePeak } from '../../../figures/maps/evidence-figure';
import type { Evidence } from '../../../vocabulary/evidence';

/** The maps of one account, each (N). */
export interface EvidenceMaps {
  byQuery: readonly Float32Array[];
  /** The sum over the queries. */
  total: Float32Array;
  /** The largest size anywhere: one scale for all of them. */
  peak: number;
}

const known = new WeakMap<Evidence, EvidenceMaps>();

/** The same arrays for the same evidence, so that layers can tell that they have been painted. */
export function evidenceMaps(evidence: Evidence): EvidenceMaps {
  const cached = known.get(evidence);
  if (cached) return cached;
  const byQuery = Array.from({ length: evidence.queries }, (_, query) =>
    evidenceMap(evidence, query),
  );
  const total = evidenceMap(evidence, null);
  const maps = { byQuery, total, peak: evidencePeak(evidence.weights, total) };
  known.set(evidence, maps);
  return maps;
}
