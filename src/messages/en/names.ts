import type { Names } from '../../vocabulary/names';

export const names: Names = {
  unnamed: 'unnamed',
  recovered: 'Recovered',
  newClass: (number) => `Class ${number}`,
};
