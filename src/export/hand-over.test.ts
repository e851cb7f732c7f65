import { expect, test } from 'vitest';
import { copyPicture } from './hand-over';

test('a browser without a clipboard for pictures is a failure of its own', async () => {
  await expect(copyPicture(Promise.resolve(new Blob()))).rejects.toMatchObject({
    failure: { code: 'picture-copy-unsupported' },
  });
});
