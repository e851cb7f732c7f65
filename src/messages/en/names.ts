import type { Names } from '../../vocabulary/names';

export const names: Names = {
  unnamed: 'unnamed',
  recovered: 'Recovered',
  project: (number) => `Project ${number}`,
  copyOf: (name) => (name === '' ? 'Copy' : `${name} (copy)`),
  newClass: (number) => `Class ${number}`,
};
