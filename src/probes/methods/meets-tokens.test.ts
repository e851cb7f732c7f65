import { expect, test } from 'vitest';
import { METHODS } from './list';
import { meetsTokens } from './meets-tokens';

test('EP’s queries meet the tokens, with [CLS] or without; no other method’s do', () => {
  const those = METHODS.filter(({ name }) => meetsTokens(name)).map(({ name }) => name);
  expect(those).toEqual(['ep', 'ep_all']);
  expect(() => meetsTokens('nothing')).toThrow();
});
