import type { Words } from '../../../messages/words';
import type { ImageMetrics, MapStatistics } from '../../../vocabulary/maps';

/** What is measured of the maps of an image, or of all. */
export interface Metric {
  name: 'cosine' | 'divergence' | 'entropy' | 'coverage';
  /** With its unit; null where there is nothing to say. */
  write(metrics: ImageMetrics, words: Words): string | null;
}

export const METRICS: readonly Metric[] = [
  {
    name: 'cosine',
    write: ({ cosine }, { format }) => (cosine === null ? null : format.decimal(cosine, 2)),
  },
  {
    name: 'divergence',
    write: ({ divergence }, { queries }) =>
      divergence === null ? null : queries.likeness.bits(divergence),
  },
  { name: 'entropy', write: ({ entropy }, { format }) => format.percent(mean(entropy)) },
  { name: 'coverage', write: ({ coverage }, { format }) => format.percent(coverage) },
];

/** Of one image; null where it was not looked at. */
export function metricsOf(statistics: MapStatistics, imageId: string | null): ImageMetrics | null {
  return statistics.images[imageId === null ? -1 : statistics.imageIds.indexOf(imageId)] ?? null;
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
