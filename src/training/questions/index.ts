import type { Handlers } from '../../bridge/host';
import type { QuestionCalls } from './api';
import type { QuestionContext } from './context';
import { evidenceHandlers } from './evidence/handlers';
import { importanceHandlers } from './importance/handlers';
import { mapHandlers } from './maps/handlers';
import { statisticsHandlers } from './statistics/handlers';
import { tokenHandlers } from './tokens/handlers';

/**
 * Answers every question about heads and tokens. Adding one is adding its folder (`api.ts` with its
 * calls, `handlers.ts`, and what computes the answer), and its line here and in `api.ts`.
 */
export function questionHandlers(context: QuestionContext): Handlers<QuestionCalls> {
  return {
    ...mapHandlers(context),
    ...evidenceHandlers(context),
    ...importanceHandlers(context),
    ...statisticsHandlers(context),
    ...tokenHandlers(context),
  };
}
