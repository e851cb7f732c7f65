import type { ShotRow } from '../../../study/low-shot/shot-rows';
import type { Estimate } from '../../../study/study-statistics';
import type { Recipe } from '../../../training/model/recipe';
import { recipeInWords } from '../caption';
import { accuracyParts, count, percent } from '../format';
import { shotFindingInWords } from '../low-shot-sentence';
import { entryName } from '../probes';

interface Plan {
  entries: number;
  sizes: readonly number[];
  folds: number;
  repeats: number;
}

interface Progress {
  done: number;
  total: number;
}

/** How well probes do on few training images. */
export const lowShot = {
  question: 'How many images do I need?',

  setup: {
    heading: 'What to measure',
    chosen: ({ entries, sizes }: Pick<Plan, 'entries' | 'sizes'>) =>
      `${count(entries, 'probe')} · ${count(sizes.length, 'size')}`,
    about:
      'Every probe learns from so many images of each class, chooses its settings by these alone, and is tested on the images that are held out, the same ones at every size. The images of a smaller size are among those of a larger one.',
    always: 'Always measured',
    others: (most: number) => `Beside them, ${most} at most`,
    start: 'Measure',
    plan: ({ entries, sizes, folds, repeats }: Plan) =>
      `${sizes.join(', ')} images a class × ${count(entries, 'probe')} × ${count(folds, 'fold')}` +
      (repeats > 1 ? ` × ${count(repeats, 'repeat')}` : '') +
      ` = ${count(sizes.length * entries * folds * repeats, 'training')}.`,
    /** Why there are no larger sizes; `name` is the class. */
    ceiling: (images: number) =>
      `More is left out: the smallest class, <name></name>, leaves ${count(images, 'image')} to train on.`,
    cut: 'Folds and repeats are those chosen under Probes.',
  },

  progress: {
    label: 'Numbers of images',
    waiting: 'Starts when what is under way has ended.',
    trainings: ({ done, total }: Progress) => `${done} / ${count(total, 'training')}`,
    now: (row: Pick<ShotRow, 'probe'>, perClass: number, fold: number) =>
      `${perClass} images a class, ${entryName(row.probe)}, fold ${fold + 1}`,
    cancelled: ({ done, total }: Progress) =>
      `Stopped: ${done} of ${count(total, 'training')} are finished.`,
    stale: {
      images: 'Images have changed since: measure anew to take them in.',
      backbone: (label: string) => `Measured on ${label}, which is not in use now.`,
    },
  },

  finding: shotFindingInWords,

  figure: {
    title: '<crossValidated>Held-out accuracy</crossValidated>',
    bars: '± one standard error over the folds',
    axes: 'Training images of every class, on a logarithmic axis. Points of one size stand side by side.',
    summary: (sizes: readonly number[], rows: readonly ShotRow[]) =>
      [
        'Held-out accuracy against training images per class.',
        ...rows.flatMap((row) => summaryOf(sizes, row)),
      ].join(' '),
    save: 'Save figure',
    picture: 'Figure',
    file: 'accuracy against images',
    savedTitle: 'Held-out accuracy against training images per class',
    savedCaption: (facts: {
      folds: number;
      repeats: number;
      recipe: Recipe;
      methods: string[];
      backbone: string;
      images: number;
    }) => [
      'Bars are ± one standard error over the folds; the same images are held out at every size',
      [
        `${facts.folds} folds${facts.repeats > 1 ? `, ${count(facts.repeats, 'time')}` : ''}`,
        `${recipeInWords(facts.recipe, facts.methods)}, settings chosen inside the folds`,
        facts.backbone,
        count(facts.images, 'image'),
      ].join(' · '),
    ],
  },

  table: {
    caption: 'Held-out accuracy by training images per class',
    probe: 'Probe',
    size: (perClass: number) => count(perClass, 'image'),
    cell: (accuracy: Estimate) => {
      const { mean, error } = accuracyParts(accuracy);
      return { mean, error };
    },
  },
};

/** "EP, 8 queries: 2 images 61 %, 4 images 70 %."; nothing before its first size is finished. */
function summaryOf(sizes: readonly number[], { probe, accuracies }: ShotRow): string[] {
  const numbers = sizes.flatMap((size, at) => {
    const accuracy = accuracies[at];
    return accuracy ? [`${count(size, 'image')} ${percent(accuracy.mean)}`] : [];
  });
  return numbers.length > 0 ? [`${entryName(probe)}: ${numbers.join(', ')}.`] : [];
}
