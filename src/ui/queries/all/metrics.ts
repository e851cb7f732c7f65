import { percent } from '../../../messages/en/format';
import type { GlossaryKey } from '../../../messages/en/glossary';
import type { ImageMetrics, MapStatistics } from '../../../vocabulary/maps';

/** What is measured of the maps of an image, or of all. */
export interface Metric {
  label: string;
  about: GlossaryKey;
  /** With its unit; null where there is nothing to say. */
  write(metrics: ImageMetrics): string | null;
}

export const METRICS: readonly Metric[] = [
  { label: 'Cosine', about: 'pairCosine', write: ({ cosine }) => cosine?.toFixed(2) ?? null },
  {
    label: 'Jensen–Shannon',
    about: 'divergence',
    write: ({ divergence }) => (divergence === null ? null : `${divergence.toFixed(2)} bits`),
  },
  { label: 'Entropy', about: 'entropy', write: ({ entropy }) => percent(mean(entropy)) },
  { label: 'Coverage', about: 'coverage', write: ({ coverage }) => percent(coverage) },
];

/** Of one image; null where it was not looked at. */
export function metricsOf(statistics: MapStatistics, imageId: string | null): ImageMetrics | null {
  return statistics.images[imageId === null ? -1 : statistics.imageIds.indexOf(imageId)] ?? null;
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
