import { expect, test } from 'vitest';
import { pictureName } from './picture-name';

test('a name says what the picture is', () => {
  expect(pictureName('joint', 'kingfisher-03.webp', 'EP 8')).toBe('joint-kingfisher-03-ep-8');
});

test('what no file system likes becomes a hyphen', () => {
  expect(pictureName('query 3', 'a<b>&"c.png')).toBe('query-3-a-b-c');
  expect(pictureName('joint', '../..\\etc:*?')).toBe('joint-etc');
});

test('letters of every script stay, and there is always a name', () => {
  expect(pictureName('Änten', '鳥 12.JPG')).toBe('änten-鳥-12');
  expect(pictureName('…')).toBe('picture');
});

test('a long name is cut at a whole character', () => {
  expect(pictureName('鳥'.repeat(200))).toBe('鳥'.repeat(80));
});
