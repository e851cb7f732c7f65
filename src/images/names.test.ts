import { describe, expect, it } from 'vitest';
import * as names from './names';

const { displayName } = names;
const uniqueName = (name: string, taken: ReadonlySet<string>) =>
  names.uniqueName(name, taken, 'unnamed');
const classNameFromFolder = (folder: string) => names.classNameFromFolder(folder, 'unnamed');

const FAMILY = '👩‍👩‍👧‍👦';

describe('displayName', () => {
  it('keeps emoji sequences and right-to-left letters', () => {
    expect(displayName(`${FAMILY} 🏳️‍🌈.png`)).toBe(`${FAMILY} 🏳️‍🌈.png`);
    expect(displayName('חתול-تجربة.jpg')).toBe('חתול-تجربة.jpg');
  });

  it('removes what would reverse or hide text', () => {
    expect(displayName('cat\u202Egpj.png')).toBe('cat gpj.png');
    expect(displayName('a\u0000\n\tb\u0007 .png')).toBe('a b .png');
    expect(displayName('\u2066\uFEFF x \u2069')).toBe('x');
  });

  it('composes letters, so that a name from a Mac equals the same name from elsewhere', () => {
    expect(displayName('cafe\u0301.png')).toBe('caf\u00E9.png');
  });
});

describe('uniqueName', () => {
  it('leaves a free name alone', () => {
    expect(uniqueName('cat.png', new Set(['dog.png']))).toBe('cat.png');
  });

  it('counts before the ending', () => {
    expect(uniqueName('cat.png', new Set(['cat.png']))).toBe('cat (2).png');
    expect(uniqueName('cat.png', new Set(['cat.png', 'cat (2).png']))).toBe('cat (3).png');
    expect(uniqueName('cat (2).png', new Set(['cat (2).png']))).toBe('cat (3).png');
  });

  it('copes with names without an ending or without a stem', () => {
    expect(uniqueName('cat', new Set(['cat']))).toBe('cat (2)');
    expect(uniqueName('.png', new Set(['.png']))).toBe('.png (2)');
    expect(uniqueName('v1. final cut', new Set(['v1. final cut']))).toBe('v1. final cut (2)');
    expect(uniqueName('\u202E', new Set())).toBe('unnamed');
  });

  it('counts emoji and right-to-left names', () => {
    expect(uniqueName(`${FAMILY}.png`, new Set([`${FAMILY}.png`]))).toBe(`${FAMILY} (2).png`);
    expect(uniqueName('חתול.jpg', new Set(['חתול.jpg']))).toBe('חתול (2).jpg');
  });

  it('finds two names equal that look equal', () => {
    expect(uniqueName('cafe\u0301.png', new Set(['caf\u00E9.png']))).toBe('caf\u00E9 (2).png');
  });
});

describe('classNameFromFolder', () => {
  it('is the name of the folder', () => {
    expect(classNameFromFolder('golden_retriever')).toBe('golden_retriever');
    expect(classNameFromFolder(' cats\u202E ')).toBe('cats');
    expect(classNameFromFolder('\u0007')).toBe('unnamed');
  });

  it('shortens by graphemes', () => {
    expect(classNameFromFolder(FAMILY.repeat(80))).toBe(`${FAMILY.repeat(59)}…`);
    expect(classNameFromFolder(FAMILY.repeat(60))).toBe(FAMILY.repeat(60));
  });
});
