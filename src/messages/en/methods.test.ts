import { expect, test } from 'vitest';
import { METHODS } from '../../probes/methods/index';
import { methods } from './methods';

test.each(METHODS)('$name has a sentence, and each of its settings a name', ({ name, options }) => {
  expect(methods.description(name)).toMatch(/^[^.].*\.$/);
  for (const { key } of options) expect(methods.option(key)).toMatch(/^[^.]+$/);
});

test('a probe over [CLS] and the patches says so', () => {
  expect(methods.description('gap_all')).toBe(
    `${methods.description('gap')} The [CLS] token is one of them.`,
  );
});

test('values are numbers, or on and off', () => {
  expect(methods.optionValue('queries', 8)).toBe('8');
  expect(methods.optionValue('selfAttention', 0)).toBe('off');
});
