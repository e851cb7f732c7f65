import { describe, expect, it } from 'vitest';
import { findProbe } from '../../probes/methods/list';
import { TokenStore } from './token-store';

describe('TokenStore', () => {
  const store = new TokenStore();
  // [CLS], one register, two patches, of two channels.
  const data = new Float32Array([1, 2, 30, 40, 5, 6, 7, 8]);
  store.put('image', { data, prefixTokens: 2, patches: 2, width: 2 });

  it.each([
    ['linear', [1, 2]],
    ['ep', [5, 6, 7, 8]],
    ['ep_all', [1, 2, 5, 6, 7, 8]],
  ])('gives %s the tokens that it reads, never the registers', (name, expected) => {
    expect([...store.read('image', findProbe(name))]).toEqual(expected);
  });

  it('says when there is no [CLS]', () => {
    const without = new TokenStore();
    without.put('image', { data, prefixTokens: 0, patches: 4, width: 2 });
    expect(() => without.read('image', findProbe('ep_all'))).toThrow('no-cls-token');
  });
});
