import { expect, it } from 'vitest';
import { parameterRatio, points } from './in-words';

it('says ratios of parameters the way people do', () => {
  expect(parameterRatio(152_000, 1_777_000)).toBe('a twelfth of its parameters');
  expect(parameterRatio(1, 3)).toBe('a third of its parameters');
  expect(parameterRatio(1, 8.1)).toBe('an eighth of its parameters');
  expect(parameterRatio(1, 11)).toBe('an eleventh of its parameters');
  expect(parameterRatio(51, 100)).toBe('half its parameters');
  expect(parameterRatio(65, 100)).toBe('two thirds of its parameters');
  expect(parameterRatio(98, 100)).toBe('as many parameters');
  expect(parameterRatio(102, 100)).toBe('as many parameters');
  expect(parameterRatio(140, 100)).toBe('1.4 times its parameters');
  expect(parameterRatio(200, 100)).toBe('2 times its parameters');
  expect(parameterRatio(98_000, 1000)).toBe('98 times its parameters');
  expect(parameterRatio(1, 35)).toBe('1/35 of its parameters');
});

it('writes differences in points, finer where they are small', () => {
  expect(points(0.042, 0.011)).toBe('4 ± 1 points');
  expect(points(-0.042, 0.011)).toBe('4 ± 1 points');
  expect(points(0.004, 0.003)).toBe('0.4 ± 0.3 points');
  expect(points(0.05, 0.002)).toBe('5 ± 0.2 points');
  expect(points(0.05, 0)).toBe('5 ± 0 points');
  expect(points(0, 0.06)).toBe('0 ± 6 points');
  expect(points(0.01, null)).toBe('1 point');
  expect(points(0.02, null)).toBe('2 points');
});
