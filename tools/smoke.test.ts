import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const journeys = path.join(import.meta.dirname, '../e2e');

test('every journey of the short list is there', () => {
  const lines = readFileSync(path.join(journeys, 'smoke.txt'), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines) {
    const [file = '', title = ''] = line.split(' › ');
    const source = readFileSync(path.join(journeys, file), 'utf8');
    const titles = [...source.matchAll(/\b(?:test|alone)\(\s*'([^']+)'/g)].map(([, name]) => name);
    expect(titles, line).toContain(title);
  }
});
