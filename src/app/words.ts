import { en } from '../messages/en/index';
import type { Words } from '../messages/words';

/** What the page says, in the person's language. There without an app, should that fail to start. */
export function chooseWords(): Words {
  return en;
}
