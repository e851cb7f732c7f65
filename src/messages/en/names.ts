import type { Names } from '../../vocabulary/names';

export const names: Names = {
  unnamed: 'unnamed',
  recovered: 'Recovered',
  project: (name, number) => name || `Project ${number}`,
  copyOf: (name) => (name === '' ? 'Copy' : `${name} (copy)`),
  newClass: (number) => `Class ${number}`,
};
