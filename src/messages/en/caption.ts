import type { OpacityRule } from '../../figures/maps/opacity';
import type { ProbeChoice } from '../../probes/choice';
import { queryStartOf } from '../../training/model/query-start';
import { RECIPES, type Recipe } from '../../training/model/recipe';
import { entryName } from './probes';
import { START_WORDS } from './recipe-words';

/** What a picture shows; queries are counted from 0. */
export type CaptionedLayer =
  | { kind: 'joint'; opacity: OpacityRule; groups: number | null }
  | { kind: 'query'; query: number }
  | { kind: 'evidence'; of: string; against: string | null; query: number | null };

export interface CaptionFacts {
  shown: CaptionedLayer;
  probe: ProbeChoice;
  recipe: Recipe;
  backbone: string;
  /** That the head was trained and tried on. */
  images: number;
  /** The snapshot of training that is shown; null for the head that was kept. */
  epoch: number | null;
}

/** What stands under an exported picture: what is shown, then where it comes from. */
export function caption(facts: CaptionFacts): [shown: string, origin: string] {
  return [shownInWords(facts.shown), origin(facts)];
}

/** "EP, 8 queries · small-data recipe, queries started at clusters · Hiera-T · 48 images": where a picture comes from. */
export function origin(facts: Omit<CaptionFacts, 'shown'>): string {
  const { probe, recipe, backbone, images, epoch } = facts;
  return [
    entryName(probe),
    recipeInWords(recipe, [probe.name]),
    backbone,
    images === 1 ? '1 image' : `${images.toLocaleString('en-GB')} images`,
    ...(epoch === null ? [] : [epoch === 0 ? 'before training' : `after epoch ${epoch}`]),
  ].join(' · ');
}

/**
 * "small-data recipe, queries started at clusters", "paper’s recipe with other settings".
 * @param methods that were trained with it; where queries started is said if it matters to any
 */
export function recipeInWords(recipe: Recipe, methods: readonly string[]): string {
  const usual = RECIPES[recipe.name];
  const keys = Object.keys(usual) as (keyof Recipe)[];
  const changed = keys.some((key) => key !== 'queryStart' && usual[key] !== recipe[key]);
  const name = `${recipe.name === 'paper' ? 'paper’s' : recipe.name} recipe`;
  const start = queryStartOf(recipe, methods);
  const named = changed ? `${name} with other settings` : name;
  return start === null ? named : `${named}, ${START_WORDS[start].done}`;
}

const STRENGTH: Record<OpacityRule, string> = {
  contrast: 'the stronger, the more opaque',
  proportional: 'opacity in proportion to its weight',
  winner: 'the same opacity everywhere',
};

function shownInWords(shown: CaptionedLayer): string {
  switch (shown.kind) {
    case 'joint': {
      const whose =
        shown.groups === null
          ? 'the query that attends most there'
          : `the one of ${shown.groups} groups of queries that attends most there`;
      return `Attention: each place in the colour of ${whose}, ${STRENGTH[shown.opacity]}.`;
    }
    case 'query':
      return `Attention of query ${shown.query + 1}.`;
    case 'evidence': {
      const what = shown.against === null ? shown.of : `${shown.of} and not ${shown.against}`;
      const through = shown.query === null ? '' : ` through query ${shown.query + 1}`;
      return `Evidence for ${what}${through}: orange speaks for it, blue against it.`;
    }
  }
}
