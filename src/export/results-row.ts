import type { Backbone, Family } from '../backbones/backbone';
import type { Words } from '../messages/words';
import { baseMethod } from '../probes/methods/list';
import type { Study } from '../state/slices/types';
import { accuracyOf, type Estimate } from '../study/study-statistics';
import type { Cell } from './csv';

/** What has been measured of one encoder. */
export interface MeasuredEncoder {
  backbone: Pick<Backbone, 'label' | 'family' | 'hasCls' | 'preprocessing'>;
  study: Pick<
    Study,
    'entries' | 'results' | 'folds' | 'repeats' | 'recipe' | 'choice' | 'classes' | 'labels'
  >;
}

/** The columns of `results.csv` in the authors' repository (billpsomas/efficient-probing), in their order. */
const COLUMNS = [
  ...['family', 'method', 'arch', 'pretrain', 'eval', 'image_size'],
  ...['lp', 'lp_gap', 'ep', 'ep_queries', 'ep_variant'],
  ...['model', 'loader', 'pretrain_tag', 'finetune', 'lp_variant', 'lp_log', 'ep_log', 'notes'],
  ...['verified', 'amp', 'waiting', 'gap_reason'],
  ...['knn', 'knn_k', 'knn_T', 'knn_log', 'extra_flags', 'ep_head'],
] as const;

type Column =
  | 'family'
  | 'method'
  | 'eval'
  | 'image_size'
  | 'lp'
  | 'lp_gap'
  | 'ep'
  | 'ep_queries'
  | 'ep_variant'
  | 'lp_variant'
  | 'notes'
  | 'gap_reason'
  | 'knn'
  | 'ep_head';

/** What the authors' table calls a family; they have no word for an encoder trained with labels. */
const FAMILIES: Readonly<Record<Family, string | null>> = {
  MIM: 'MIM',
  'joint-embedding': 'JEA',
  hybrid: 'Hybrid',
  'vision-language': 'VLM',
  supervised: null,
  unknown: null,
};

/**
 * A header and a row per encoder, as the authors' table has them: accuracies in percent with two
 * decimals. What was not measured, not on every fold, or is not known here, stays empty; so do k and T,
 * which every fold chooses for itself.
 */
export function resultsRows(encoders: readonly MeasuredEncoder[], words: Words): Cell[][] {
  return [
    [...COLUMNS],
    ...encoders.map((encoder) => {
      const cells: Readonly<Record<string, Cell>> = cellsOf(encoder, words);
      return COLUMNS.map((column) => cells[column] ?? null);
    }),
  ];
}

function cellsOf({ backbone, study }: MeasuredEncoder, words: Words): Record<Column, Cell> {
  const measured = measuredOf(study);
  const named = (name: string) => measured.find(({ probe }) => probe.name === name) ?? null;
  const knn = named('knn');
  const linear = named('linear') ?? named('gap');
  const ep = epOf(measured);
  const readsCls = linear?.probe.name === 'linear';
  const noCls = linear && !readsCls && !backbone.hasCls;
  const images = Object.keys(study.labels).length;
  const { notes, ownImages } = words.studyFile.resultsRow;
  return {
    family: FAMILIES[backbone.family],
    method: backbone.label,
    eval: ownImages(images, study.classes.length),
    image_size: backbone.preprocessing.crop,
    lp: linear && percent(linear.accuracy.mean),
    lp_gap: linear && (readsCls ? 'no' : 'yes'),
    lp_variant: linear && (readsCls ? 'cls' : 'pos'),
    gap_reason: noCls ? 'no_cls' : null,
    ep: ep && percent(ep.accuracy.mean),
    ep_queries: ep?.probe.options.queries ?? null,
    ep_variant: ep?.probe.name ?? null,
    // No epoch is chosen: the last one counts.
    ep_head: ep && 'final',
    knn: knn && percent(knn.accuracy.mean),
    notes: notes({
      ...{ folds: study.folds, repeats: study.repeats, images },
      ...{ recipe: study.recipe, choice: study.choice },
      errors: { knn: errorOf(knn), lp: errorOf(linear), ep: errorOf(ep) },
      dOut: ep?.probe.options.dOut ?? 1,
    }),
  };
}

interface Measured {
  probe: Study['entries'][number]['probe'];
  accuracy: Estimate;
}

/** Entries that are through with every fold. */
function measuredOf({ entries, results, folds, repeats }: MeasuredEncoder['study']): Measured[] {
  return entries.flatMap(({ key, probe }) => {
    const accuracy = accuracyOf(results, key);
    return accuracy?.folds === folds * repeats ? [{ probe, accuracy }] : [];
  });
}

/**
 * The EP nearest to the authors' 32 queries with d_out 1, on the patches if it was measured there:
 * chosen by its settings, never by how it does.
 */
function epOf(measured: readonly Measured[]): Measured | null {
  const rank = ({ probe: { name, options } }: Measured) =>
    (options.dOut === 1 ? 1e6 : 0) + (name === 'ep' ? 1e3 : 0) + (options.queries ?? 0);
  const own = measured.filter(({ probe }) => baseMethod(probe.name) === 'ep');
  return own.toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
}

function errorOf(measured: Measured | null): string | null {
  const error = measured?.accuracy.standardError;
  return error == null ? null : percent(error);
}

function percent(share: number): string {
  return (100 * share).toFixed(2);
}
