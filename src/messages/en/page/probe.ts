import type { ReadinessNote, ReadinessReason } from '../../../state/derive/readiness';
import { type QueryStart, RECIPES, type Recipe } from '../../../training/model/recipe';
import { accuracySentence, count, percent, wholeNumber } from '../format';
import { RECIPE_WORDS, START_WORDS } from '../recipe-words';

interface Share {
  correct: number;
  total: number;
}

/** The column that says what is trained, how, and what came of it. */
export const probe = {
  heading: 'Probe',

  picker: {
    name: 'Probe',
    /** The method's sentence, and who described it where that isn't this page's own paper. */
    described: (description: string, reference: string | null) =>
      reference === null ? description : `${description} <faint>${reference}.</faint>`,
    needsCls: (label: string) =>
      `${label} is off: it reads a [CLS] token, and this backbone has none.`,
    others: (chosen: string | null) =>
      chosen === null ? 'Other probes' : `Other probes: ${chosen}`,
    more: 'More',
  },

  options: {
    parameters: 'Parameters',
    parametersWith: (parameters: number, classes: number) =>
      `${wholeNumber(parameters)} <faint>${
        classes === 0 ? 'without classes' : `with ${count(classes, 'class', 'classes')}`
      }</faint>`,
  },

  recipe: {
    heading: 'Recipe',
    /** @param start where queries start; null where the probe has none that the recipe starts */
    summary: ({ name }: Recipe, start: QueryStart | null, heldOutShare: number) => {
      const usual = start === null || start === RECIPES[name].queryStart;
      const recipe = RECIPE_WORDS[name].label;
      return `${usual ? recipe : `${recipe}, ${START_WORDS[start].short}`} · ${percent(heldOutShare)} held out`;
    },
    names: RECIPE_WORDS,
    /** @param start as in `summary` */
    numbers: (recipe: Recipe, start: QueryStart | null) => {
      const { epochs, learningRate, queryLearningRate, weightDecay } = recipe;
      const from = start === null ? '' : ` with a ${START_WORDS[start].short}`;
      return `${epochs} epochs; learning rate ${learningRate}, queries ${queryLearningRate}${from}; weight decay ${weightDecay}.`;
    },
    queriesStart: 'Queries start',
    starts: { clusters: START_WORDS.clusters.choice, random: START_WORDS.random.choice },
    heldOut: 'Held out',
    seed: 'Seed',
  },

  dock: {
    train: 'Train',
    stop: 'Stop',
    compare: 'Compare',
    onAlteredPixels: 'Trained on altered pixels.',
    /** Beside the result of a run whose images are not those of now; `gone`: how many, if all are. */
    stale: (gone: number | null, canTrain: boolean) => {
      if (gone !== null) {
        return `Images have changed since: the ${count(gone, 'image')} of this run are no longer here.`;
      }
      return canTrain
        ? 'Images have changed since: train again.'
        : 'Images have changed since this run.';
    },
    queued: 'Starts as soon as all tokens are there.',
    stopping: 'Stopping, keeping what there is.',
    epoch: (epoch: number, epochs: number) => `Epoch ${epoch} of ${epochs}`,
    /**
     * The number and what it rests on are each kept on one line. `last`: of the last epoch, where the
     * kept one did differently.
     */
    heldOut: (share: Share, last: Share | null) => {
      const [number, basis] = accuracySentence('Held-out accuracy', share);
      const said = `<unbroken>${number},</unbroken> <unbroken>${basis}</unbroken>`;
      if (!last) return said;
      return `${said}; <lastEpoch>last epoch</lastEpoch> <unbroken>${percent(last.correct / last.total)}</unbroken>`;
    },
    training: (share: Share) => {
      const [number, basis] = accuracySentence('Training accuracy', share);
      return `<unbroken>${number},</unbroken> <unbroken>${basis}, none held out</unbroken>`;
    },
  },

  readiness: {
    reason: reasonText,
    note: (note: ReadinessNote) => noteText(note, 'Training'),
    /** The same beside the button that starts a comparison. */
    noteOfComparison: (note: ReadinessNote) => noteText(note, 'It'),
  },

  curves: {
    loss: 'Loss',
    accuracy: 'Accuracy',
    lossByEpoch: 'Loss by epoch',
    accuracyByEpoch: 'Accuracy by epoch',
    training: 'training',
    heldOut: 'held out',
    kept: 'kept epoch',
    keptAt: (epoch: number) => `kept epoch, ${epoch}`,
    save: 'Save curves',
    choice: 'Curves',
    title: 'Loss and accuracy by epoch',
  },

  facts: {
    keptEpoch: 'Kept epoch',
    keptEpochValue: (epoch: number, of: number, why: { best: boolean; stopped: boolean }) =>
      `${epoch} of ${of}<faint>${why.best ? ', the best on the held-out images' : ', the last'}${
        why.stopped ? '; stopped early' : ''
      }</faint>`,
    lastEpoch: 'Last epoch',
    lastEpochValue: ({ correct, total }: Share) =>
      `${percent(correct / total)}<faint>, ${correct} of ${total} held out; nothing chose it</faint>`,
    onTraining: 'On training images',
    onTrainingValue: ({ correct, total }: Share) =>
      `${percent(correct / total)}<faint>, ${correct} of ${total}</faint>`,
    parameters: 'Parameters',
    mapSimilarity: 'Similarity of maps',
    probe: 'Probe',
    probeValue: (label: string, milliseconds: number) =>
      `${label}<faint>, in ${(milliseconds / 1000).toFixed(1)} s</faint>`,
  },

  confusion: {
    heading: 'Confusions',
    which: 'Images in the table',
    choices: { heldOut: 'held out', all: 'all' },
    predicted: (className: string) => `predicted ${className}`,
    cell: (images: number, className: string, predicted: string) =>
      `${count(images, 'image')} of ${className} predicted ${predicted}`,
  },
};

/** Why training or a comparison can't be started, as a sentence. */
function reasonText(reason: ReadinessReason): string {
  switch (reason.code) {
    case 'training-running':
      return 'Training is running.';
    case 'training-queued':
      return 'Training starts when every image has its tokens.';
    case 'study-running':
      return 'The comparison is running. Cancel it to train: what is finished stays.';
    case 'backbone-failed':
      return 'The backbone is not running: try it again first.';
    case 'few-tokens':
      return 'Too few images have their tokens: resume the extraction first.';
    case 'class-too-small':
      return `Each class needs two images: ${reason.className} has one.`;
    case 'one-class':
      return 'Add images to a second class to train.';
    case 'no-classes':
      return 'Add images to two classes to train.';
    case 'study-under-way':
      return 'A comparison is under way.';
    case 'comparison-under-way':
      return 'A comparison of backbones is under way.';
    case 'too-few-shots':
      return `Too few images: ${reason.className} leaves ${reason.images} to train on, and it takes two.`;
    case 'no-backbone-chosen':
      return 'Choose at least one backbone.';
  }
}

/** @param what that is to be started */
function noteText(note: ReadinessNote, what: 'Training' | 'It'): string {
  switch (note.code) {
    case 'pixels-altered':
      return `${what} would rest on noise: this browser changes the pixels that the page reads.`;
    case 'classes-left-out':
      return `Left out, with one image only: ${note.classNames.join(', ')}.`;
    case 'only-with-tokens':
      return 'Only the images that have their tokens take part.';
    case 'waits-for-tokens':
      return `${what} starts when every image has its tokens.`;
  }
}
