import type { Importance } from '../../../vocabulary/evidence';
import type { LabelledImage } from '../../../vocabulary/images';
import type { HeadEvaluator } from '../../head/evaluator';
import { argmaxOfRow } from '../../head/metrics';
import type { HeadTensors } from '../../model/head';
import { tokenBatches } from '../../step/token-batches';
import type { PieceControls } from '../pieces';
import { ImportanceRunner } from './importance-runner';

/** More images at once than for other questions: every variant of a batch is little work with a fixed cost. */
const BATCH = 16;

/**
 * Counts right answers of a head as it is, and with each query's map made uniform.
 * @param head takes raw tokens
 * @param images have tokens
 * @returns null for no images, and where the maps are not what the probe pools by.
 */
export async function measureImportance(
  evaluator: HeadEvaluator,
  head: HeadTensors,
  images: readonly LabelledImage[],
  controls: PieceControls,
): Promise<Omit<Importance, 'heldOut'> | null> {
  if (images.length === 0) return null;
  const { classes } = evaluator.shape;
  const batch = Math.min(images.length, BATCH);
  const runner = await evaluator.sessions.get(`importance ${batch}`, () =>
    ImportanceRunner.create(evaluator.runtime, { ...evaluator.shape, batch }),
  );
  if (!runner) return null;

  const none = () => new Array<number>(classes).fill(0);
  const totals = none();
  // Row 0 is the head as it is, row j + 1 the head without query j.
  const correct = Array.from({ length: runner.queries + 1 }, none);
  for (const { classIndex } of images) count(totals, classIndex);
  let done = 0;
  const ids = images.map((image) => image.id);
  for (const { chosen, tokens } of tokenBatches(
    evaluator.runtime,
    runner.shape,
    ids,
    evaluator.read,
  )) {
    const labels = images.slice(done, done + chosen.length).map((image) => image.classIndex);
    let variant = 0;
    for await (const logits of runner.run(head, tokens)) {
      const tally = correct[variant++] ?? [];
      labels.forEach((label, row) => {
        if (argmaxOfRow(logits, row, classes) === label) count(tally, label);
      });
      await controls.pause();
    }
    done += chosen.length;
    controls.onProgress(done);
  }

  const [whole = [], ...without] = correct;
  return {
    total: images.length,
    correct: sum(whole),
    perClass: whole.map((right, c) => ({ correct: right, total: totals[c] ?? 0 })),
    without: without.map((tally) => ({ correct: sum(tally), perClass: tally })),
  };
}

function count(tally: number[], index: number): void {
  tally[index] = (tally[index] ?? 0) + 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}
