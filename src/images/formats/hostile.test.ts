import { expect, test } from 'vitest';
import { hostileFault } from '../../testing/hostile-fault';
import { hostilePictures } from '../../testing/hostile-pictures';
import { sharpVerdict } from '../../testing/sharp-verdict';
import { Bytes } from './bytes';
import { identify } from './identify';
import { pictureState } from './picture-state';
import { readFacts } from './read-facts';
import { withEnd } from './with-end';

const SEED = 10;

test('fifty hostile files: none stops the readers, and none that is cut off is taken for whole', async () => {
  for (const file of await hostilePictures(SEED, 50)) {
    const { name, harm, from } = file;
    const what = `${name}, ${from?.format} ${from?.name}: ${harm}`;
    const bytes = new Bytes(file.bytes);
    const identity = identify(file.bytes);
    const start = performance.now();
    let taken = false;
    if (identity.kind === 'image' && identity.format !== 'SVG') {
      const facts = readFacts(identity.format, file.bytes);
      // By header and data alone; a browser may still refuse what it can't decode.
      const state = pictureState(identity.format, bytes);
      taken = !facts.cutOff && (facts.openEnd ? state === 'whole' : state !== 'cut-off');
      if (taken && facts.openEnd) {
        expect(readFacts(identity.format, withEnd(identity.format, bytes)).openEnd, what).toBe(
          false,
        );
      }
    }
    expect(performance.now() - start, what).toBeLessThan(1000);
    const isLeftToBrowsers = ['WebP', 'AVIF', 'TIFF'].includes(from?.format ?? '');
    if (!harm.startsWith('cut') || !taken || isLeftToBrowsers) continue;
    expect(
      hostileFault(file, { taken, size: null, looksWhole: false }, await sharpVerdict(file)),
      what,
    ).toBeNull();
  }
});
