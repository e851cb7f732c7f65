import { expect, test } from 'vitest';
import { SAMPLE_SETS } from '../../images/samples/samples';
import { samples } from './samples';

test.each(SAMPLE_SETS)('classes and pictures of $id are told apart', ({ classes }) => {
  for (const names of [
    classes.map(({ id }) => samples.class[id]),
    classes.flatMap(({ images }) => images.map(({ name }) => samples.picture(name))),
  ]) {
    expect(names).toEqual([...new Set(names)]);
  }
});
