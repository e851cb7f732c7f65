import type { OpacityRule } from '../../figures/maps/opacity';
import type { ProbeChoice } from '../../probes/choice';
import { RECIPES, type Recipe } from '../../training/model/recipe';
import { entryName } from './probes';

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

/** "EP, 8 queries · small-data recipe · Hiera-T · 48 images": where a picture comes from. */
export function origin(facts: Omit<CaptionFacts, 'shown'>): string {
  const { probe, recipe, backbone, images, epoch } = facts;
  return [
    entryName(probe),
    recipeInWords(recipe),
    backbone,
    images === 1 ? '1 image' : `${images.toLocaleString('en-GB')} images`,
    ...(epoch === null ? [] : [epoch === 0 ? 'before training' : `after epoch ${epoch}`]),
  ].join(' · ');
}

/** "small-data recipe", "paper’s recipe with other settings". */
export function recipeInWords(recipe: Recipe): string {
  const usual = RECIPES[recipe.name];
  const keys = Object.keys(usual) as (keyof Recipe)[];
  const changed = keys.some((key) => usual[key] !== recipe[key]);
  const name = `${recipe.name === 'paper' ? 'paper’s' : recipe.name} recipe`;
  return changed ? `${name} with other settings` : name;
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
