import { meetsTokens } from '../../probes/methods/meets-tokens';
import type { QueryStart, Recipe } from './recipe';

/**
 * Where queries start when these methods are trained with a recipe; null where none of them has
 * queries that meet the tokens, so that the recipe's choice changes nothing.
 * @param methods names as in `probes/methods/list.ts`
 * @throws `ProgrammingError` when no method has such a name.
 */
export function queryStartOf(recipe: Recipe, methods: readonly string[]): QueryStart | null {
  return methods.some(meetsTokens) ? recipe.queryStart : null;
}
