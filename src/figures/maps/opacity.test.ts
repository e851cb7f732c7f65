import { describe, expect, it, test } from 'vitest';
import { randomMaps } from '../../testing/random-maps';
import { evidenceOpacity, jointOpacity, mapOpacity, type OpacityRule } from './opacity';

const RULES: OpacityRule[] = ['contrast', 'proportional', 'winner'];
const rounded = (values: Float32Array) => [...values].map((value) => Number(value.toFixed(3)));

describe('the joint figure', () => {
  it('by contrast follows the percentiles of the winning weight', () => {
    const strength = Float32Array.from({ length: 101 }, (_, i) => i);
    const opacity = jointOpacity(strength, 1, 'contrast');
    expect(opacity[65]).toBe(0);
    expect(opacity[82]).toBeCloseTo(0.5 ** 0.55, 5);
    expect(opacity[99]).toBe(1);
    expect(opacity[100]).toBe(1);
  });

  it('in proportion is the share of the peak', () => {
    const strength = new Float32Array([0.4, 0.2, 0.1, 0]);
    expect(rounded(jointOpacity(strength, 0.05, 'proportional'))).toEqual([1, 0.5, 0.25, 0]);
  });

  it('by winner is the same everywhere', () => {
    const strength = new Float32Array([0.4, 0.2, 0.1, 0.3]);
    expect(rounded(jointOpacity(strength, 0.05, 'winner'))).toEqual([0.6, 0.6, 0.6, 0.6]);
  });

  it.each(RULES)('shows nearly nothing of nearly uniform maps by %s', (rule) => {
    const nearly = Float32Array.from({ length: 100 }, (_, i) => 0.01 * (1 + (i % 10) * 0.002));
    const most = Math.max(...jointOpacity(nearly, 0.01, rule));
    expect(most).toBeLessThan(rule === 'proportional' ? 0.26 : 0.03);
  });

  it('by contrast shows nothing of a uniform map', () => {
    const flat = new Float32Array(100).fill(0.01);
    expect(Math.max(...jointOpacity(flat, 0.01, 'contrast'))).toBe(0);
  });
});

describe('one map', () => {
  const map = new Float32Array([0.55, 0.1, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0]);

  it('by contrast has an opaque peak and a transparent uniform weight', () => {
    const opacity = mapOpacity(map, 0.1, 'contrast');
    expect(opacity[0]).toBeCloseTo(1, 5);
    expect(opacity[1]).toBeCloseTo(0, 2);
    expect(opacity[2]).toBe(0);
    expect(opacity[9]).toBe(0);
  });

  it('in proportion is the share of the peak', () => {
    expect(rounded(mapOpacity(map, 0.1, 'proportional')).slice(0, 3)).toEqual([1, 0.182, 0.091]);
  });

  it('by winner is what lies above the uniform weight', () => {
    const three = new Float32Array([0.5, 0.3, 0.2]);
    expect(rounded(mapOpacity(three, 0.25, 'winner'))).toEqual([0.6, 0.6, 0]);
  });

  it('stays faint while nearly uniform', () => {
    const nearly = new Float32Array(10).fill(0.1);
    nearly[2] = 0.12;
    expect(Math.max(...mapOpacity(nearly, 0.1, 'contrast'))).toBeLessThan(0.2);
    expect(Math.max(...mapOpacity(nearly, 0.1, 'winner'))).toBeLessThan(0.2);
  });
});

test('evidence is as opaque as it is large, for and against alike, and full beyond the peak', () => {
  const values = new Float32Array([0, 0.5, -0.5, 0.05, -3]);
  expect(rounded(evidenceOpacity(values, 1, 'proportional'))).toEqual([0, 0.5, 0.5, 0.05, 1]);
  expect(rounded(evidenceOpacity(values, 1, 'winner'))).toEqual([0, 0.6, 0.6, 0, 0.6]);
  expect(evidenceOpacity(values, 1, 'contrast')[1]).toBeCloseTo(0.5 ** 0.7, 5);
  expect(rounded(evidenceOpacity(values, 0, 'contrast'))).toEqual([0, 0, 0, 0, 0]);
});

test.each(RULES)('whatever the maps, opacity by %s is between 0 and 1 and never falls', (rule) => {
  for (let seed = 0; seed < 10; seed++) {
    const map = randomMaps(1, 64, seed, seed / 3).sort();
    for (const make of [jointOpacity, mapOpacity]) {
      const opacity = make(map, 1 / 64, rule);
      for (let i = 0; i < 64; i++) {
        expect(opacity[i]).toBeGreaterThanOrEqual(opacity[i - 1] ?? 0);
        expect(opacity[i]).toBeLessThanOrEqual(1);
      }
    }
  }
});
