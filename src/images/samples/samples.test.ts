import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findSampleSet, SAMPLE_SETS, sampleFiles } from './samples';

const assets = new URL('../../../node_modules/@lobehub/fluent-emoji-3d/assets/', import.meta.url);

describe('sample sets', () => {
  it('names only files that the package holds', () => {
    expect(sampleFiles().filter((file) => !existsSync(new URL(file, assets)))).toEqual([]);
  });

  it.each(SAMPLE_SETS)('$id has unique names, files and classes', ({ classes }) => {
    const images = classes.flatMap((sample) => sample.images);
    for (const values of [
      images.map((image) => image.name),
      images.map((image) => image.file),
      classes.map((sample) => sample.id),
    ]) {
      expect(values).toEqual([...new Set(values)]);
    }
  });

  it('has the sizes that the sets promise', () => {
    const sizes = (id: string) => findSampleSet(id).classes.map((sample) => sample.images.length);
    expect(sizes('starter')).toEqual([12, 12, 12, 12]);
    expect(sizes('zoo-and-garage')).toHaveLength(6);
    expect(Math.max(...sizes('zoo-and-garage'))).toBe(24);
    for (const set of SAMPLE_SETS) expect(Math.min(...sizes(set.id))).toBeGreaterThanOrEqual(7);
  });

  it('says which set is missing', () => {
    expect(() => findSampleSet('nonsense')).toThrow('"nonsense"');
  });
});
