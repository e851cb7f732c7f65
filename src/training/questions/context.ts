import type { TokenStore } from '../data/token-store';
import type { HeadRegistry } from '../head/registry';

/** What every question is answered from. */
export interface QuestionContext {
  heads: HeadRegistry;
  store: TokenStore;
}
