import type { Dims } from '../../vocabulary/models';

/** What only the person who brought a model can say. */
export type ImportQuestion =
  /** Several outputs may be its tokens. */
  | { about: 'output'; candidates: readonly { name: string; dims: Dims }[] }
  /** There are tokens before the patches, and nothing tells whether the first is [CLS]. */
  | { about: 'cls'; prefixTokens: number };

export interface ImportAnswers {
  output?: string;
  hasCls?: boolean;
}
