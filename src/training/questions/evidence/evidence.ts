import type { Evidence, EvidenceAnswer } from '../../../vocabulary/evidence';
import type { LabelledImage } from '../../../vocabulary/images';
import { ProgrammingError } from '../../../vocabulary/programming-error';
import type { HeadEvaluator } from '../../head/evaluator';
import type { HeadTensors } from '../../model/head';
import { tokensTensor } from '../../step/batches';
import { tokenBatches } from '../../step/token-batches';
import { PIECE, type PieceControls } from '../pieces';
import { EvidenceRunner } from './evidence-runner';

/**
 * The exact split of one logit, or of the difference of two, of an image that has tokens.
 * @param head takes raw tokens
 * @throws `ProgrammingError` when the head knows no such class, or the class is `against` itself.
 */
export async function splitLogit(
  evaluator: HeadEvaluator,
  head: HeadTensors,
  requested: Pick<Evidence, 'imageId' | 'classIndex' | 'against'>,
): Promise<EvidenceAnswer> {
  const { classes, patches, probe } = evaluator.shape;
  const { imageId, classIndex, against } = requested;
  checkClasses(against === null ? [classIndex] : [classIndex, against], classes);
  if (classIndex === against)
    throw new ProgrammingError('A class can be held against another one only.');
  const runner = await evidenceRunner(evaluator, 1);
  if (!runner) return { kind: 'not-linear' };
  const { queries } = runner;
  const ofPatches = probe.reads === 'cls' ? 0 : patches;
  const tokens = tokensTensor(evaluator.runtime, [evaluator.read(imageId)], null, evaluator.shape);
  try {
    const { evidence, constant, logit } = await runner.run(head, tokens, [requested]);
    const { first, last } = splitRows(evidence, queries, ofPatches);
    return {
      kind: 'evidence',
      evidence: {
        imageId,
        classIndex,
        against,
        queries,
        patches: ofPatches,
        weights: last,
        cls: first,
        constant: constant[0] ?? Number.NaN,
        logit: logit[0] ?? Number.NaN,
      },
    };
  } finally {
    tokens.dispose();
  }
}

/**
 * What each query adds to the logit of each image's own class, [CLS] included: Σ_n e_jn, (images, M). With the
 * constant, a row adds up to the logit.
 * @returns null where the probe is not linear after its attention.
 */
export async function splitOwnLogits(
  evaluator: HeadEvaluator,
  head: HeadTensors,
  images: readonly LabelledImage[],
  controls: PieceControls,
): Promise<Float32Array | null> {
  checkClasses(
    images.map((image) => image.classIndex),
    evaluator.shape.classes,
  );
  const runner = await evidenceRunner(evaluator, PIECE);
  if (!runner) return null;
  const { queries } = runner;
  const perQuery = new Float32Array(images.length * queries);
  let done = 0;
  const ids = images.map((image) => image.id);
  const shape = { ...evaluator.shape, batch: PIECE };
  for (const { chosen, tokens } of tokenBatches(evaluator.runtime, shape, ids, evaluator.read)) {
    const requested = images
      .slice(done, done + chosen.length)
      .map(({ classIndex }) => ({ classIndex, against: null }));
    const { evidence } = await runner.run(head, tokens, requested);
    const each = evidence.length / (PIECE * queries);
    for (let row = 0; row < chosen.length * queries; row++) {
      let sum = 0;
      for (let n = 0; n < each; n++) sum += evidence[row * each + n] ?? 0;
      perQuery[done * queries + row] = sum;
    }
    done += chosen.length;
    controls.onProgress(done);
    await controls.pause();
  }
  return perQuery;
}

function evidenceRunner(evaluator: HeadEvaluator, batch: number): Promise<EvidenceRunner | null> {
  return evaluator.sessions.get(`evidence ${batch}`, () =>
    EvidenceRunner.create(evaluator.runtime, { ...evaluator.shape, batch }),
  );
}

function checkClasses(requested: readonly number[], classes: number): void {
  const unknown = requested.find(
    (index) => !Number.isInteger(index) || index < 0 || index >= classes,
  );
  if (unknown !== undefined) {
    throw new ProgrammingError(
      `This head knows ${classes} classes, and none with the index ${unknown}.`,
    );
  }
}

/** Rows of T numbers cut before their last `patches`; `first` is null where nothing comes before. */
function splitRows(
  numbers: Float32Array,
  rows: number,
  patches: number,
): { first: Float32Array | null; last: Float32Array } {
  const each = numbers.length / rows;
  const last = new Float32Array(rows * patches);
  const first = new Float32Array(rows * (each - patches));
  for (let row = 0; row < rows; row++) {
    const whole = numbers.subarray(row * each, (row + 1) * each);
    first.set(whole.subarray(0, each - patches), row * (each - patches));
    last.set(whole.subarray(each - patches), row * patches);
  }
  return { first: first.length > 0 ? first : null, last };
}
