import type { ModelFiles, Precision } from '../../../backbones/backbone';
import type { ProbeChoice } from '../../../probes/choice';
import type { Compared, ComparisonRow } from '../../../state/derive/comparison-rows';
import type { SwitchStatus } from '../../../state/slices/types';
import type { StudyRemark } from '../../../study/plan';
import type { Estimate } from '../../../study/study-statistics';
import type { SortColumn } from '../../../study/study-table';
import type { StudyVerdict } from '../../../study/verdict';
import type { Recipe } from '../../../training/model/recipe';
import type { SettingsChoice } from '../../../training/run/compare-api';
import { PRECISION_NAMES } from '../backbone-catalogue';
import { recipeInWords } from '../caption';
import { sizeInWords } from '../facts-in-words';
import { backboneSummary, figureSummary, probeTag } from '../figure-summaries';
import { accuracyParts, count, megabytes, percent, seconds, wholeNumber } from '../format';
import { unbroken } from '../in-words';
import { entryName } from '../probes';
import { switchStage } from '../progress-words';
import { allChosen, mostChosen } from '../settings';
import { verdictInWords } from '../verdict';

const COLUMNS: Record<SortColumn, string> = {
  name: 'Probe',
  accuracy: 'Held-out accuracy',
  parameters: 'Parameters',
  pooling: 'Pooling',
  multiplyAdds: 'Multiply-adds',
  milliseconds: 'Time per fold',
};

const goneText = (images: number) =>
  `Images have changed since: the ${count(images, 'image')} of this comparison are no longer here.`;

const STALE: Record<NonNullable<ComparisonRow['stale']>, string> = {
  images: 'images have changed since',
  settings: 'other settings than now',
};

/** How far something is. */
interface Progress {
  done: number;
  total: number;
}

/** The comparison of probes, and below it that of backbones. */
export const compare = {
  region: 'Comparison',
  /** What is compared. */
  choice: {
    label: 'Compare',
    probes: 'Probes',
    backbones: 'Backbones',
    shots: 'How many images',
  },
  cancel: 'Cancel',
  resume: 'Resume',

  setup: {
    heading: 'What to compare',
    chosen: ({ entries, folds, repeats }: { entries: number; folds: number; repeats: number }) =>
      `${entries} ticked · ${count(folds, 'fold')}${repeats > 1 ? ` × ${repeats}` : ''}`,
    folds: 'Folds',
    repeats: 'Repeats',
    /** Where the settings of each run come from, and what that means. */
    settings: {
      label: 'Settings',
      inner: 'Chosen for each probe',
      shared: 'Same recipe for all',
    },
    notes: {
      inner:
        'Every probe is trained on the same folds. In each fold it chooses among a few settings (learning rate, epochs, weight decay) by an inner split of the training images; nothing of the held-out fold reaches the choice or the training.',
      shared:
        'Every probe is trained on the same folds with the same recipe for a fixed number of epochs; nothing of the held-out fold reaches training.',
    },
    start: 'Start comparison',
    plan: ({ entries, folds, repeats }: { entries: number; folds: number; repeats: number }) =>
      `${entries} ticked × ${count(folds, 'fold')}` +
      (repeats > 1 ? ` × ${count(repeats, 'repeat')}` : '') +
      ` = ${count(entries * folds * repeats, 'training')}.`,
    /** Why there are no more folds; `name` is the class. */
    smallestClass: ({ folds, images }: { folds: number; images: number }) =>
      `${count(folds, 'fold')}: the smallest class, <name></name>, has ${count(images, 'image')}.`,
  },

  entries: {
    others: 'Other probes',
    floors: 'Floors, always compared',
    needCls: (labels: readonly string[]) =>
      `${labels.join(', ')} ${labels.length === 1 ? 'is' : 'are'} off: this backbone has no [CLS] token to read.`,
    usual: 'Usual choice',
    all: 'All',
    none: 'None',
  },

  progress: {
    label: 'Comparison',
    afterTraining: 'Starts when training has ended.',
    afterShots: 'Starts when the numbers of images are measured.',
    afterTokens: 'Starts when every image has its tokens.',
    cancelled: ({ done, total }: Progress) =>
      `Stopped: ${done} of ${count(total, 'fold')} are finished.`,
    folds: ({ done, total }: Progress) => `${done} / ${total} folds`,
    /** `fold` counts from 0 through all repeats. */
    now: (probe: ProbeChoice, { fold, folds, repeats }: { fold: number } & Cut) =>
      `${entryName(probe)}, fold ${(fold % folds) + 1} of ${folds}` +
      (repeats > 1 ? `, repeat ${Math.floor(fold / folds) + 1} of ${repeats}` : ''),
    /** `gone`: of how many images it is, if none of them is left. */
    stale: (gone: number | null) =>
      gone === null
        ? 'Images have changed since: start the comparison anew to take them in.'
        : goneText(gone),
    stalePaused: (gone: number | null) =>
      gone === null ? 'Images have changed since: start anew to take them in.' : goneText(gone),
  },

  /** `notes` is empty where there is nothing to add; `basis` says how what is compared was chosen. */
  verdict: (verdict: StudyVerdict) => {
    const { sentence, basis, notes } = verdictInWords(verdict);
    return { sentence: unbroken(sentence), basis: basis ?? '', notes: unbroken(notes.join(' ')) };
  },
  remarks: 'Remarks',
  remark: remarkText,

  figure: {
    title: '<crossValidated>Held-out accuracy</crossValidated>',
    bars: '± one standard error over the folds',
    summary: figureSummary,
    axes: '<parameters>Parameters</parameters>, on a logarithmic axis. Points that would overlap stand side by side.',
    press: 'Click a point to show what it sees.',
    point: ({ probe, accuracy, parameters, hasHead }: PointFacts) => {
      const { mean, error } = accuracyParts(accuracy);
      return (
        `${entryName(probe)}: held-out accuracy ${mean} ${error}, ${wholeNumber(parameters)} parameters.` +
        (hasHead ? ' Shows what it sees.' : '')
      );
    },
    accuracy: 'Held-out accuracy',
    accuracyValue: (accuracy: Estimate) => {
      const { mean, error } = accuracyParts(accuracy);
      return `${mean} ${error}`;
    },
    right: 'Right',
    rightValue: ({ correct, total, folds }: Estimate) =>
      `${correct} of ${total}, ${count(folds, 'fold')}`,
    parameters: 'Parameters',
    multiplyAdds: 'Multiply-adds',
    training: 'Training',
    trainingValue: (milliseconds: number) => `${seconds(milliseconds)} per fold`,
    pressPoint: 'Click to show what it sees',
    nothingLearned: 'Nothing is learned, so nothing can be shown',
    save: 'Save figure',
    picture: 'Figure',
    savedTitle: 'Held-out accuracy against the number of parameters',
    savedCaption: (facts: SavedFacts) => [
      'Bars are ± one standard error over the folds; parameters are on a logarithmic axis',
      [
        `${facts.folds} folds${facts.repeats > 1 ? `, ${count(facts.repeats, 'time')}` : ''}`,
        `${recipeInWords(facts.recipe, facts.methods)}${facts.choice === 'inner' ? ', settings chosen inside the folds' : ''}`,
        facts.backbone,
        count(facts.images, 'image'),
      ].join(' · '),
    ],
  },

  table: {
    caption: 'Results of the comparison',
    columns: COLUMNS,
    open: 'Show what it sees',
    bestEp: 'best EP',
    shown: 'on show',
    settings: 'Settings',
    /** Before what most folds of a row chose, for those who hear it. */
    chose: 'Chose:',
    /** Before all that the folds of a probe chose. */
    settingsOf: (probe: ProbeChoice) => `What ${entryName(probe)} chose:`,
    mostChosen,
    allChosen,
    referenceForm: (multiplyAdds: string) =>
      `As computed here; ${multiplyAdds} in the form of the reference code.`,
    copy: 'Copy',
    copied: 'Copied: paste it into a spreadsheet.',
    download: 'Download CSV',
    file: 'comparison.csv',
  },

  resultsRow: {
    copy: 'Copy as results.csv row',
    copied: 'Copied, with its header.',
    about:
      'For the table of the efficient-probing repository: k-NN, linear and EP of an encoder. Of several settings of EP it takes the most queries with d_out 1. What was not measured stays empty.',
  },

  paper: {
    heading: 'In the paper (ImageNet-1k)',
    source: ({ authors, title, arxiv }: { authors: string; title: string; arxiv: string }) =>
      'Not measured here: accuracy in percent on the 50,000 validation images and 1,000 classes of ImageNet-1k, as the authors report it. ' +
      `${authors}, “${title}”, arXiv ${arxiv}.`,
    caption: 'Results of the paper on ImageNet-1k',
    columns: {
      backbone: '<backbone>Backbone</backbone>',
      knn: '<knn>k-NN</knn>',
      linear: '<linear>Linear</linear>',
      ep: '<ep>EP</ep>',
    },
  },

  backbones: {
    setup: {
      heading: 'Which backbones',
      chosen: (chosen: number) => `${chosen} ticked`,
      start: 'Compare backbones',
      plan: ({ backbones, bytes }: { backbones: number; bytes: number }) =>
        `k-NN, linear and EP on ${count(backbones, 'backbone')}, one after another. ` +
        `${bytes > 0 ? `${megabytes(bytes)} to download` : 'Nothing to download'}. ` +
        'Then the one in use comes back.',
      /** What one has to download first, after its family. */
      entry: (family: string, needs: string) => `${family} · ${needs}`,
      inUse: 'in use',
      withPage: 'with this page',
      cached: (precision: Precision | null) => `${inFront(precision)}kept here`,
      onItsWay: (precision: Precision | null) => `${inFront(precision)}on its way`,
      download: (precision: Precision | null, files: ModelFiles) =>
        `${inFront(precision)}${sizeInWords(files)} to download`,
      notHere: 'its file is not kept',
    },
    progress: {
      label: 'Comparison of backbones',
      backbones: ({ done, total }: Progress) => `${done} / ${count(total, 'backbone')}`,
      cancelled: ({ done, total }: Progress) =>
        `Stopped: ${done} of ${count(total, 'backbone')} are through.`,
      failed: 'Not compared',
      /** `name` is the backbone, `reason` a sentence. */
      failure: '<name></name> could not be compared: <reason></reason>',
      waiting: (label: string) => `${label}: waits until the training under way has ended`,
      switching: (label: string, status: SwitchStatus) => {
        const stage = switchStage(status, label);
        return stage ? `${stage.doing} ${stage.numbers}` : `Switching to ${label}`;
      },
      tokens: (label: string, progress: Progress | null) =>
        progress
          ? `${label}: tokens, ${progress.done} of ${count(progress.total, 'image')}`
          : `${label}: tokens`,
      probes: (label: string, progress: Progress | null) =>
        progress
          ? `${label}: probes, ${progress.done} of ${count(progress.total, 'fold')}`
          : `${label}: probes`,
      returning: (label: string) => `Going back to ${label}`,
    },
    figure: {
      title: '<crossValidated>Held-out accuracy</crossValidated>',
      bars: 'per backbone, ± one standard error over the folds',
      summary: backboneSummary,
      mark: (probe: Compared, row: ComparisonRow, accuracy: number) =>
        `${probeTag(probe, row)} ${percent(accuracy)}`,
      familyAndStale: (family: string, stale: string | null) =>
        stale === null ? family : `${family} · ${stale}`,
      save: 'Save figure',
      picture: 'Figure',
      savedTitle: 'Held-out accuracy of k-NN, linear and EP on each backbone',
      savedCaption: (queries: number) => [
        'Bars are ± one standard error over the folds',
        `${count(queries, 'query', 'queries')} of EP · linear reads [CLS], or the mean of the patches (GAP) where there is none`,
      ],
    },
    /** What the numbers of a row no longer rest on, as a short mark. */
    stale: STALE,
    table: {
      caption: 'Results per backbone',
      columns: {
        backbone: '<backbone>Backbone</backbone>',
        family: '<family>Family</family>',
        knn: '<knn>k-NN</knn>',
        linear: '<linear>Linear</linear>',
        ep: '<ep>EP</ep>',
      },
      /** What an accuracy rests on; named where the probe reads something else than the column says. */
      basis: (probe: Compared, row: ComparisonRow, basis: string) =>
        probe === 'linear' && row.linearReads === 'patches'
          ? `${probeTag(probe, row)}, ${basis}`
          : basis,
    },
    note: (queries: number, choice: SettingsChoice) =>
      `Every backbone on the same images in the same folds, ${choice === 'inner' ? 'each probe with settings chosen inside its folds' : 'with the same recipe'}; EP with ${count(queries, 'query', 'queries')}, or the next smaller number that divides the width.`,
  },
};

/** How a study is cut. */
interface Cut {
  folds: number;
  repeats: number;
}

/** What a saved figure rests on. */
interface SavedFacts extends Cut {
  recipe: Recipe;
  /** Names of the methods compared. */
  methods: string[];
  choice: SettingsChoice;
  backbone: string;
  images: number;
}

interface PointFacts {
  probe: ProbeChoice;
  accuracy: Estimate;
  parameters: number;
  hasHead: boolean;
}

function inFront(precision: Precision | null): string {
  return precision === null ? '' : `${PRECISION_NAMES[precision]}, `;
}

/** What is to be known of a study, as a sentence. */
function remarkText(remark: StudyRemark): string {
  switch (remark.code) {
    case 'fewer-folds':
      return `${remark.folds} folds instead of ${remark.wanted}: the smallest class, ${remark.smallest}, has ${remark.images} images.`;
    case 'altered-pixels':
      return 'Compared on altered pixels: this browser changes what a page reads back of an image.';
    case 'left-out':
      return `Left out, with fewer than two images that have tokens: ${remark.classes.join(', ')}.`;
  }
}
