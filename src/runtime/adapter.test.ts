import { expect, test } from 'vitest';
import { adapterName, isSoftware } from './adapter';

const nvidia = { vendor: 'nvidia', architecture: 'ampere', device: '', description: '' };

test('a graphics card is not software', () => {
  expect(isSoftware(nvidia)).toBe(false);
  expect(isSoftware({ ...nvidia, isFallbackAdapter: false })).toBe(false);
});

test('the fallback flag means software', () => {
  expect(isSoftware({ ...nvidia, isFallbackAdapter: true })).toBe(true);
});

test('a software renderer is known by its name where the flag is missing', () => {
  const named = (part: object) => isSoftware({ ...nvidia, ...part });
  expect(named({ vendor: 'google', architecture: 'swiftshader' })).toBe(true);
  expect(named({ description: 'llvmpipe (LLVM 19.1.7, 256 bits)' })).toBe(true);
  expect(named({ description: 'Microsoft Basic Render Driver' })).toBe(true);
});

test('the name on screen holds vendor and architecture', () => {
  expect(adapterName(nvidia)).toBe('NVIDIA Ampere');
  expect(adapterName({ ...nvidia, vendor: 'apple', architecture: '' })).toBe('Apple');
  expect(adapterName({ ...nvidia, vendor: '', architecture: '' })).toBeNull();
});
