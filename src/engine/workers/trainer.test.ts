import { expect, test } from 'vitest';
import { testImages } from '../../testing/test-images';
import { withoutTokens } from './trainer';

test('images with tokens wait for them again, in the trash too', () => {
  const images = testImages('a', ['1']);
  const after = withoutTokens({ images, trash: images });
  expect(after.images[0]?.status).toEqual({ kind: 'waiting' });
  expect(after.trash[0]?.status).toEqual({ kind: 'waiting' });
});
