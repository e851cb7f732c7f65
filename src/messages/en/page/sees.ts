import type { Backbone } from '../../../backbones/backbone';
import type { OpacityRule } from '../../../figures/maps/opacity';
import type { AppState } from '../../../state/slices/types';
import type { Grid } from '../../../vocabulary/maps';
import { describePatch } from '../describe';
import { tokensInWords } from '../facts-in-words';
import { count, decimal, finePercent, megabytes, percent, signed, wholeMegabytes } from '../format';

/** What a choice is called, and what it does. */
interface ChoiceWords {
  label: string;
  note: string;
}

/** What all places add together: through queries, or as patches. */
interface PlacesSum {
  /** Null where nothing attends. */
  queries: number | null;
  value: number;
}

/** A patch that others are compared with. */
interface Reference {
  patch: number;
  grid: Grid;
  /** In an image other than the one that is looked at. */
  elsewhere: boolean;
}

/** Words of the middle of the page, where one image is seen. Queries are counted from 0. */
export const sees = {
  chooseImage: 'Choose an image to see what the queries look at in it.',

  title: {
    menu: 'Move or delete',
    part: {
      heldOut: '<heldOut>held out</heldOut>',
      training: 'training image',
      new: 'added later',
    },
    predicted: (probability: number) => `<class></class> ${percent(probability)}`,
    right: 'right',
    wrong: 'wrong',
    wrongClass: 'wrong, it is <class></class>',
  },

  filmstrip: { label: 'All images', previous: 'Previous image', next: 'Next image' },

  classBars: { label: 'Class probabilities' },

  layers: {
    label: 'Over the photo',
    attention: 'Attention',
    evidence: 'Evidence',
    tokens: 'Tokens',
    evidenceAfterTraining: 'Evidence comes when training ends.',
    evidenceNeedsProbe: 'Evidence needs a trained probe.',
  },

  drawing: {
    title: 'Drawing',
    edges: 'Between patches',
    edge: {
      smooth: { label: 'Smooth', note: 'Blended from each patch to the next.' },
      patches: { label: 'Per patch', note: 'One flat square per patch, as the probe reads it.' },
    },
    opacity: 'Opacity',
    rule: {
      contrast: {
        label: 'By contrast',
        note: 'Weak places vanish and strong ones stand out, as the paper draws it.',
      },
      proportional: {
        label: 'In proportion',
        note: 'Twice the strength is twice the opacity, up to the strongest place.',
      },
      winner: {
        label: 'All alike',
        note: 'One opacity wherever something is shown, so that borders stand out.',
      },
    } satisfies Record<OpacityRule, ChoiceWords>,
  },

  heads: {
    onShow: (name: string) => `Head on show: ${name}`,
    list: 'Heads at hand, the last shown first',
    /** @param origin as in `describe.headOrigin` */
    withoutFirstFold: (origin: string) => `${origin}, trained without its first fold`,
    /** What of a head a reload will take, for want of room. */
    unkept: {
      snapshots: 'snapshots not kept',
      head: 'not kept: gone after a reload',
    } satisfies Record<AppState['unkept'][string], string>,
  },

  beside: {
    button: 'Side by side',
    close: 'Close side by side',
    images: { label: 'Two images', note: 'This one stays; then choose another.' },
    heads: 'This image under another head',
    noHeads: 'Train another probe to see this image under two heads.',
    stays: 'stays here',
    staysAlone: 'stays here: choose another image',
    epoch: (epoch: number) => `epoch ${epoch}`,
  },

  save: {
    evidence: 'Evidence',
    all: 'All queries',
    query: (query: number) => `Query ${query + 1}`,
    each: 'Each query',
    sheet: 'Contact sheet…',
  },

  stage: {
    patches: (image: string) => `Patches of ${image}`,
    arrows: 'The arrow keys move from patch to patch.',
    allQueries: (image: string) => `All queries on ${image}`,
    query: (query: number, image: string) => `Query ${query + 1} on ${image}`,
    choose: 'Show one query alone',
    alone: (query: number) => `Query ${query + 1} alone`,
  },

  /** In the place of numbers while there are none. */
  next: {
    training: 'The maps appear here as the queries learn.',
    noQueries: (probe: string) =>
      `${probe} has no <queries>queries</queries>, so there are no maps to show.`,
    mapsComing: 'Its maps are on their way.',
    tokensComing: 'Its tokens are on their way.',
    pressTrain: 'Press <strong>Train</strong> to see what each <queries>query</queries> looks at.',
    trainProbe: 'Train a <probe>probe</probe> to see what each <queries>query</queries> looks at.',
  },

  reading: {
    title: '<attention>Attention</attention> <place></place>',
    point: 'of each query: point at a patch',
    at: (patch: number, grid: Grid, most: { query: number; share: number }) =>
      `on ${describePatch(patch, grid)}: most from query ${most.query + 1}, ${finePercent(most.share)}`,
    uniform: (share: number) =>
      `<dash></dash> <uniform>equal shares</uniform>, ${finePercent(share)}`,
  },

  evidence: {
    title: '<evidence>Evidence</evidence> for <class></class>',
    titleAgainst: '<evidence>Evidence</evidence> for <class></class> and not <other></other>',
    /** Goes on after the title. */
    whole: (sum: string) => `: ${sum}`,
    /** Goes on after the title. */
    at: (patch: number, grid: Grid, sum: string) => ` on ${describePatch(patch, grid)}: ${sum}`,
    /** "queries +0.75, constant +0.13 = +0.88"; `≈` where rounding kept both sides apart. */
    sum(parts: {
      places: PlacesSum | null;
      cls: number | null;
      constant: number;
      total: number;
      equal: boolean;
    }) {
      const { places, cls, constant, total, equal } = parts;
      const terms = [
        ...(places === null ? [] : [`${namePlaces(places.queries)} ${signed(places.value, 2)}`]),
        ...(cls === null ? [] : [`[CLS] ${signed(cls, 2)}`]),
        `constant ${signed(constant, 2)}`,
      ];
      return `${terms.join(', ')} ${equal ? '=' : '≈'} ${signed(total, 2)}`;
    },
    /** "−0.250, most through query 2, −0.500"; `most` null where there is one query. */
    patchSum: (total: number, most: { query: number; value: number } | null) =>
      most === null
        ? signed(total, 3)
        : `${signed(total, 3)}, most through query ${most.query + 1}, ${signed(most.value, 3)}`,
    patches: 'patches',
    constant: '<constant>constant</constant>',
    logit: '<logit>logit</logit>',
    difference: '<logit>difference</logit>',
    patch: 'patch',
    scale: (peak: number) => `${signed(-peak, 2)}<ramp></ramp>${signed(peak, 2)} a patch`,
    basis: (images: number) =>
      `<scale></scale>, measured from the average of ${count(images, 'training image')}`,
    basisWithoutPatches: (images: number) =>
      `Only [CLS] is read, so that no patch has a share; measured from the average of ${count(images, 'training image')}`,
    for: '<evidence>for</evidence>',
    forLabel: 'Evidence for',
    predicted: 'what it predicts',
    predictedClass: (name: string) => `${name}, predicted`,
    against: '<against>against</against>',
    againstLabel: 'Against',
    noOther: 'no other',
    notLinear: (probe: string) =>
      `${probe} goes on computing with what it gathered, so that what one patch adds depends on all others: its logits have no exact account, and so no <evidence>evidence</evidence> is shown.`,
  },

  replay: {
    label: 'Through training',
    pause: 'Pause',
    play: 'Play the training',
    slider: 'Moment of the training',
    moment: (epoch: number, of: number, kept: boolean) =>
      `epoch ${epoch} of ${of}${kept ? ', the kept one' : ''}`,
    epoch: (epoch: number, of: number) => `Epoch ${epoch} <faint>of ${of}</faint>`,
    kept: 'Kept',
    memory: (snapshots: number, bytes: number, limit: number) =>
      `<snapshots>${count(snapshots, 'snapshot')}</snapshots>, ${megabytes(bytes)} of at most ${wholeMegabytes(limit)}`,
    gone: 'There was no room to keep the <snapshots>snapshots</snapshots> of this head.',
  },

  tokens: {
    title: ({ grid, width }: Pick<Backbone, 'grid' | 'width'>) =>
      `<tokens>Tokens</tokens> of <name></name>: ${tokensInWords({ grid })}, each of ${width} numbers`,
    point: 'Point at a patch to see which others are like it.',
    letGo: 'Let go of the patch',
    hold: 'Press to hold this patch, and point at others, in other images too.',
    pair: (reference: Reference, patch: number, cosine: number) =>
      `${named(reference)}, and ${describePatch(patch, reference.grid)} here: cosine <number>${decimal(cosine, 2)}</number>`,
    all(
      reference: Reference,
      cosines: { most: number; mostAt: number; least: number; mean: number },
    ) {
      const most = `most like ${describePatch(cosines.mostAt, reference.grid)}, cosine <number>${decimal(cosines.most, 2)}</number>`;
      const over = reference.elsewhere ? 'all patches here' : 'all other patches';
      return `${named(reference)}: ${most}. Over ${over} from ${decimal(cosines.least, 2)}, ${decimal(cosines.mean, 2)} on average.`;
    },
    colours: (image: string) => `The tokens of ${image} as colours`,
    similarity: (image: string) => `Similarity to one patch on ${image}`,
    arrows: 'The arrow keys move from patch to patch; Enter holds one.',
    mostAlike: (patch: number, grid: Grid, cosine: number) =>
      `Most alike: ${describePatch(patch, grid)}, cosine ${decimal(cosine, 2)}.`,
    scale: '<cosine>Cosine</cosine> with the outlined patch',
    components: '<tokenColours>Principal components</tokenColours>',
    channel: { red: 'Red', green: 'Green', blue: 'Blue' },
    variance: (share: number, images: number) =>
      `${percent(share)} of what varies in the tokens of ${count(images, 'image')}: one colour means the same in all of them.`,
  },
};

function namePlaces(queries: number | null): string {
  if (queries === null) return 'patches';
  return queries === 1 ? 'query' : 'queries';
}

function named({ patch, grid, elsewhere }: Reference): string {
  const place = describePatch(patch, grid);
  return `${place.charAt(0).toUpperCase()}${place.slice(1)}${elsewhere ? ' of <image></image>' : ''}`;
}
