import { precisionsOf } from '../../backbones/backbone';
import {
  type Backbone,
  DEFAULT_BACKBONE,
  findBackbone,
  restoredBackbone,
} from '../../backbones/catalogue/catalogue';
import type { BackboneChoice } from '../../state/slices/types';
import type { Notices } from '../notices';
import type { Library } from './library';

/**
 * The backbone that a stored choice stands for now. Nothing is downloaded for it without asking: one
 * whose files are gone gives way to the default, with a message.
 * @param own the person's own backbones, of which it may be one.
 */
export async function restoredChoice(
  own: readonly Backbone[],
  notices: Pick<Notices, 'say'>,
  library: Pick<Library, 'isThere'>,
  wanted: BackboneChoice,
): Promise<BackboneChoice> {
  const { backbone, gone } = restoredBackbone(own, wanted.backboneId);
  const precisions = precisionsOf(backbone);
  const precision = precisions.includes(wanted.precision)
    ? wanted.precision
    : (precisions[0] ?? 'fp32');
  const choice = { backboneId: backbone.id, precision };
  if (gone) {
    notices.say(
      'note',
      { part: 'backbone' },
      { code: 'last-backbone-unknown', instead: backbone.label },
    );
  }
  if (await library.isThere(choice)) return choice;
  const stand = findBackbone(own, DEFAULT_BACKBONE);
  notices.say('note', backbone.label, { code: 'last-backbone-not-here', instead: stand.label });
  return { backboneId: stand.id, precision: 'fp32' };
}
