import type { Grid } from '../../vocabulary/maps';
import { describePatch } from './describe-map';
import { count, decimal, finePercent, percent } from './format';
import { lostImages, lostOfClass, lostPoints, sayImportance } from './importance';

/** Words of the views of queries over all images. Queries are counted from 0. */
export const queries = {
  onAllImages: (query: number) => `Query ${query + 1} on all images`,

  status: {
    count: (done: number, total: number) => `${done} / ${total}`,
    cancel: 'Cancel',
    retry: 'Try again',
    failed: (what: string, reason: string) => `${what}: ${reason}`,
    gone: 'The worker no longer holds this head. Train again to look at all images.',
    looking: 'Looking at all images',
    notLooked: 'The images could not be looked at',
  },

  checkpoint: {
    beforeTraining: 'As it was before training.',
    after: (epoch: number) => `As it was after epoch ${epoch}.`,
    showKept: 'Show the kept head',
  },

  /** Where there are no queries: why, and the next step. */
  none: {
    running: 'The queries are learning. They show here when training ends.',
    queued: 'Training starts as soon as all tokens are there.',
    noQueries: (probe: string) =>
      `${probe} has no <queries>queries</queries>, so there are no maps to show. Train EP to see what each of its queries looks at.`,
    pressTrain:
      'Press <strong>Train</strong> to see what each <queries>query</queries> looks at in all images.',
    trainProbe:
      'Train a <probe>probe</probe> to see what each <queries>query</queries> looks at in all images.',
  },

  one: {
    title: 'What does query <query></query> look for?',
    picker: 'Query',
    query: (query: number) => `Query ${query + 1}`,
    topPatches: (query: number) => `Top patches of query ${query + 1}`,
    topPatch: (image: string, patch: number, grid: Grid, weight: number) =>
      `${image}, ${describePatch(patch, grid)}, ${finePercent(weight)}`,
    order: '<gridOrder>Order</gridOrder>',
    byClass: 'Class',
    byConcentration: 'Concentration',
    byEvidence: 'Evidence',
    notLinear:
      'This probe is not linear after its attention, so its logits can’t be shared out over its queries.',
    imagesOf: 'Images of',
    allClasses: 'all classes',
    sorting: 'Working out the order',
    notSorted: 'No order',
    noImages: 'No image of this class has its tokens yet.',
    grid: (images: number, query: number) => `${count(images, 'image')} under query ${query + 1}`,
    noMaps: 'The maps did not come',
    /** @param where as in `describe.map`; null while there is no map */
    cell: (image: string, className: string, where: string | null) =>
      [image, `class ${className}`, ...(where === null ? [] : [where])].join(', '),
  },

  all: {
    label: 'All queries',
    title: (queryCount: number, images: number) =>
      `How ${count(queryCount, 'query', 'queries')} divide${queryCount === 1 ? 's' : ''} ${count(images, 'image')}`,
  },

  likeness: {
    label: 'Likeness of queries',
    matrix: (queryCount: number) => `Likeness of ${queryCount} queries`,
    arrows: 'The arrow keys move from pair to pair.',
    measure: 'Measure',
    cosine: 'Cosine',
    divergence: 'Jensen–Shannon',
    drawing: {
      cosine: 'Cosine of every two queries',
      divergence: 'Jensen–Shannon divergence of every two queries',
    },
    /** What the palest shade, the one in the middle and the deepest stand for. */
    scale: {
      cosine: ['0, nothing shared', '0.5', '1, the same'] as [string, string, string],
      divergence: ['1 bit, nothing shared', '0.5 bits', '0, the same'] as [string, string, string],
    },
    pair: '<one></one> and <other></other>',
    pairCosine: '<pairCosine>Cosine</pairCosine>',
    pairDivergence: '<divergence>Jensen–Shannon</divergence>',
    point: 'Point at a cell to see how alike two queries are.',
    most: 'Most alike',
    least: 'Least alike',
    bits: (value: number) => `${decimal(value, 2)} bits`,
  },

  saveMatrix: {
    button: 'Save matrix',
    choice: 'Matrix',
    /** Of the file, with the probe after it. */
    file: 'likeness of queries',
    title: {
      cosine: 'Cosine of the maps of every two queries',
      divergence: 'Jensen–Shannon divergence of the maps of every two queries',
    },
    over: (images: number) => `Over ${count(images, 'image')}`,
    nothing: 'The matrix is no longer on the page. Open it and save again.',
  },

  groups: {
    label: 'Groups',
    slider: '<groups>Groups</groups>',
    group: (group: number) => `Group ${group + 1}`,
  },

  complement: {
    title: 'How complementary',
    other: 'Beside another head',
    noOther: 'beside no other head',
    head: (name: string, description: string) => `${name} · ${description}`,
    noHeads: 'Train another probe to measure it beside this one.',
    otherFailed: 'The other head',
    thisImage: 'this image',
    images: (images: number) => count(images, 'image'),
    unknown: '–',
    metric: {
      cosine: '<pairCosine>Cosine</pairCosine>',
      divergence: '<divergence>Jensen–Shannon</divergence>',
      entropy: '<entropy>Entropy</entropy>',
      coverage: '<coverage>Coverage</coverage>',
    },
  },

  entropy: {
    title: '<entropy>Entropy</entropy> of each query’s maps, over all images',
    titleWithImage:
      '<entropy>Entropy</entropy> of each query’s maps, over all images; <key></key> in this image',
    bar: (query: number, all: number, here: number | null) =>
      `Query ${query + 1}: ${percent(all)}${here === null ? '' : `, ${percent(here)} in this image`}`,
  },

  importance: {
    title: '<importance>How much each query matters</importance>',
    cancelled: 'Cancelled.',
    measure: 'Measure',
    failed: 'It could not be measured',
    measuring: 'Making each query’s map uniform in turn',
    noImages: 'There is no image left to measure it on.',
    sentence: sayImportance,
    table: 'What is lost without each query',
    without: 'Without',
    accuracy: 'Accuracy',
    lostPoints,
    lostImages,
    lostOfClass,
    classBasis: (correct: number, total: number) => `${correct} of ${total}`,
    showAll: (rows: number) => `Show all ${rows}`,
  },
};
