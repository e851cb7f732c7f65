import type { ProbeOptions } from '../../probes/choice';
import type { Probe, Standardisation } from '../../probes/probe';
import { BATCH_NORM_EPS, type HeadLayout, type HeadTensors, STANDARDISE } from './head';

/** Below this a channel is constant, and dividing by its deviation would only blow up noise. */
const SMALLEST_DEVIATION = 1e-6;

/** Mean and deviation of every channel over all rows of all `tables`, each row-major (rows, D). */
export function measureStandardisation(
  tables: readonly Float32Array[],
  width: number,
): Standardisation {
  const moments = new ChannelMoments(width);
  for (const table of tables) moments.add(table);
  return moments.read();
}

/** Mean and deviation of every channel, for tables that come one by one. */
export class ChannelMoments {
  private readonly sum: Float64Array;
  private readonly square: Float64Array;
  private rows = 0;

  /** @param width D */
  constructor(private readonly width: number) {
    this.sum = new Float64Array(width);
    this.square = new Float64Array(width);
  }

  /** @param table row-major (rows, D) */
  add(table: Float32Array): void {
    const { sum, square, width } = this;
    this.rows += table.length / width;
    for (let i = 0; i < table.length; ) {
      for (let d = 0; d < width; d++, i++) {
        const value = table[i] as number;
        sum[d] = (sum[d] as number) + value;
        square[d] = (square[d] as number) + value * value;
      }
    }
  }

  /** Over all rows so far; a channel that hardly varies has deviation 1. */
  read(): Standardisation {
    const { sum, square, rows } = this;
    const deviation = square.map((squares, d) => {
      const average = (sum[d] ?? 0) / rows;
      const sd = Math.sqrt(Math.max(squares / rows - average * average, 0));
      return sd > SMALLEST_DEVIATION ? sd : 1;
    });
    return { mean: sum.map((total) => total / rows), deviation };
  }
}

/** Writes (x − μ)/σ of `table` (rows, D) into `target` from `offset` on. */
export function writeStandardised(
  target: Float32Array,
  offset: number,
  table: Float32Array,
  { mean, deviation }: Standardisation,
): void {
  const width = mean.length;
  for (let i = 0; i < table.length; ) {
    for (let d = 0; d < width; d++, i++) {
      target[offset + i] = ((table[i] as number) - (mean[d] as number)) / (deviation[d] as number);
    }
  }
}

/**
 * The same head for raw tokens. With the descriptor on standardised tokens y = scale · y_raw − shift,
 * batch norm's (y − m)/√(v + eps) becomes (y_raw − m′)/√(v′ + eps) with m′ = (m + shift)/scale and
 * v′ = (v + eps)/scale² − eps. Where a probe can't fold, the head standardises its tokens first.
 */
export function foldHead(
  head: HeadTensors,
  layout: HeadLayout,
  probe: Probe,
  options: ProbeOptions,
  standardisation: Standardisation,
): HeadTensors {
  if (!probe.fold) {
    return {
      ...head,
      [STANDARDISE.mean]: new Float32Array(standardisation.mean),
      [STANDARDISE.scale]: Float32Array.from(standardisation.deviation, (sigma) => 1 / sigma),
    };
  }
  const prefix = layout.poolingName('');
  const pooling = Object.fromEntries(
    Object.entries(head)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, tensor]) => [name.slice(prefix.length), tensor]),
  );
  const folded = probe.fold(pooling, standardisation, options);
  const { scale, shift } = folded;
  const mean = head[layout.runningMean] ?? new Float32Array();
  const variance = head[layout.runningVariance] ?? new Float32Array();
  const result: HeadTensors = {
    ...head,
    [layout.runningMean]: mean.map((m, k) => (m + (shift[k] ?? 0)) / (scale[k] ?? 1)),
    [layout.runningVariance]: variance.map(
      (v, k) => (v + BATCH_NORM_EPS) / (scale[k] ?? 1) ** 2 - BATCH_NORM_EPS,
    ),
  };
  for (const [name, tensor] of Object.entries(folded.tensors)) {
    result[layout.poolingName(name)] = tensor;
  }
  return result;
}
