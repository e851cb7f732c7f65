import { count, finePercent, signed } from '../format';

/** What is taken along: pictures, sheets, and the names of their files. */
export const exports = {
  menu: {
    save: 'Save picture',
    vectors: 'vectors',
    copy: 'Copy to clipboard',
  },

  sheet: {
    title: 'Contact sheet',
    close: 'Close',
    all: 'All',
    none: 'None',
    allOf: (className: string) => `All of ${className}`,
    noneOf: (className: string) => `None of ${className}`,
    shows: 'On the sheet',
    pairs: 'Photo and figure',
    figures: 'Figure only',
    columns: 'Columns',
    columnsFit: 'as fits',
    nothing: 'Nothing chosen',
    /** `note`: what else there is to know at the moment. */
    chosen: (images: number, most: number, note: string | null) =>
      `${images} / ${most} images${note === null ? '' : ` · ${note}`}`,
    maps: (done: number, of: number) => `maps ${done} / ${of}`,
    drawing: 'Drawing the sheet',
    cancel: 'Cancel',
    copy: 'Copy',
  },

  /** Written into pictures. A full stop at the end of a caption's sentences comes by itself. */
  picture: {
    image: 'Image',
    allQueries: 'All queries',
    allQueriesWith: (evidence: number) => `All queries ${signed(evidence, 2)}`,
    query: 'Query',
    queries: 'Queries',
    peak: (weight: number) => `peak ${finePercent(weight)}`,
    atMost: (weight: number) => `at most ${finePercent(weight)} of its attention on one patch`,
    eachQuery: 'Then each query alone, with the largest share that it gives one patch',
    bars: 'The bars are each query’s sum over all patches; with the constant they add up to the logit',
    constant: 'constant',
    patches: 'patches',
    others: (queries: number) => `${queries} others`,
    logit: 'logit',
    /** Ends of the scale of evidence, in units of the logit. */
    against: (peak: number) => `${signed(-peak, 2)} against`,
    for: (peak: number) => `${signed(peak, 2)} for, per patch`,
    sheet: (queries: number, images: number) =>
      `${count(queries, 'query', 'queries')} on ${count(images, 'image')}`,
    pairs: 'Above each figure stands its image',
  },

  /** Parts of the names of saved files. */
  file: {
    joint: 'joint',
    query: (query: number) => `query ${query + 1}`,
    queries: 'queries',
    evidence: (of: string, against: string | null) =>
      `evidence ${of}${against === null ? '' : ` not ${against}`}`,
    epoch: (epoch: number) => `epoch ${epoch}`,
    sheet: 'contact sheet',
    images: (images: number) => count(images, 'image'),
    curves: 'training curves',
    probes: 'accuracy against parameters',
    backbones: 'accuracy per backbone',
  },
};
