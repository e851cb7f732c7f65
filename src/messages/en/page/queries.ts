import type { Importance } from '../../../vocabulary/evidence';
import type { Grid } from '../../../vocabulary/maps';
import { describePatch } from '../describe';
import { count, decimal, finePercent, percent } from '../format';

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
    queryOrder: 'Queries by',
    orders: { number: 'Number', consistency: 'Consistency' },
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

  consistency: {
    title: '<consistency>Consistency</consistency>',
    over: (images: number) => `over ${count(images, 'image')}`,
    number: consistencyNumber,
    /** Of a query that is named already. */
    described: (value: number) => `consistency ${consistencyNumber(value)}`,
    /** @param value null while it is not known, or where there is none */
    sentence: (value: number | null, images: number) =>
      value === null
        ? '<consistency>Consistency</consistency> –'
        : `<consistency>Consistency</consistency> ${consistencyNumber(value)} over ${count(images, 'image')}`,
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
    points: inPoints,
    lostPoints,
    lostImages,
    lostOfClass,
    classBasis: (correct: number, total: number) => `${correct} of ${total}`,
    showAll: (rows: number) => `Show all ${rows}`,
  },
};

/** "0.18", "−0.02" */
function consistencyNumber(value: number): string {
  const text = decimal(value, 2);
  return text === '−0.00' ? '0.00' : text;
}

/** Fewer images than this say little about small differences. */
const FEW = 50;

/** The queries without which most right answers are lost. */
interface MostImportant {
  /** From 0; several where they are equal. */
  queries: readonly number[];
  /** Right answers; 0 or less where no query is needed. */
  lost: number;
}

/** "8 points": what so many of `total` images are of accuracy, to a tenth where that says more. */
function inPoints(images: number, total: number): string {
  const points = Math.abs((100 * images) / Math.max(1, total));
  const text = points > 0 && points < 0.95 ? points.toFixed(1) : String(Math.round(points));
  return `${text} ${text === '1' ? 'point' : 'points'}`;
}

/** "−3 images", "+1 image", empty for none: what is lost has a minus. */
function lostImages(lost: number): string {
  return lost === 0 ? '' : `${sign(lost)}${count(Math.abs(lost), 'image')}`;
}

/** "−8 points" */
function lostPoints(lost: number, total: number): string {
  return `${sign(lost)}${inPoints(lost, total)}`;
}

/** "−3", "·" for none. */
function lostOfClass(lost: number): string {
  return lost === 0 ? '·' : `${sign(lost)}${Math.abs(lost)}`;
}

/** What importance comes to, and what to make of it, as sentences. */
function sayImportance(importance: Importance, most: MostImportant): string {
  const { total, correct, heldOut, without } = importance;
  const images = `${total} ${total === 1 ? 'image' : 'images'}`;
  const basis = heldOut
    ? `Measured on the ${images} that were held out`
    : `Measured on all ${images} of the run, as none was held out`;
  const sentences = [
    sayMost(most, without.length),
    `${basis}; ${correct} of them are right with all queries.`,
  ];
  if (total < FEW) {
    sentences.push(`One image is ${inPoints(1, total)}, so small differences say little.`);
  }
  return sentences.join(' ');
}

function sayMost({ queries, lost }: MostImportant, of: number): string {
  if (lost <= 0) return 'No single query matters: the others make up for any one of them.';
  const numbers = queries.map((query) => query + 1);
  const fewer = `${lost} fewer ${lost === 1 ? 'is' : 'are'} right`;
  if (numbers.length === 1) return `Query ${numbers[0]} matters most: without it ${fewer}.`;
  if (numbers.length === of) return `All queries matter alike: without any one ${fewer}.`;
  const names = numbers.length > 3 ? `${numbers.length} queries` : `Queries ${listed(numbers)}`;
  return `${names} matter most: without any one of them ${fewer}.`;
}

function listed(numbers: readonly number[]): string {
  return [numbers.slice(0, -1).join(', '), numbers.at(-1)].join(' and ');
}

function sign(lost: number): string {
  if (lost === 0) return '';
  return lost > 0 ? '−' : '+';
}
