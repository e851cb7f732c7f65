import { expect, test } from 'vitest';
import { lacksEnd, withRestOfEnd } from './svg-end';

const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><g><path d="M0 0"/></g></svg>';

test.each([
  DRAWING,
  `${DRAWING}\n`,
  `${DRAWING}<!-- made by hand -->\n`,
  '<svg xmlns="x"/>',
  '<s:svg xmlns:s="x"></s:svg >',
])('has its end: %s', (markup) => {
  expect(lacksEnd(markup)).toBe(false);
});

test('lacks its end, wherever it is cut', () => {
  for (const kept of [10, 45, 50, -1, -3, -6, -10])
    expect(lacksEnd(DRAWING.slice(0, kept))).toBe(true);
});

test('what lacks nothing but the rest of its last mark gets it', () => {
  for (const missing of [1, 2, 3, 4])
    expect(withRestOfEnd(DRAWING.slice(0, -missing))).toBe(DRAWING);
  const prefixed = '<?xml version="1.0"?><s:svg xmlns:s="x"><s:g/></s:svg>';
  expect(withRestOfEnd(prefixed.slice(0, -3))).toBe(prefixed);
  expect(withRestOfEnd(DRAWING.slice(0, -6))).toBeNull();
  expect(withRestOfEnd('<svg><g><path/></g')).toBeNull();
  expect(withRestOfEnd('no drawing </')).toBeNull();
});
