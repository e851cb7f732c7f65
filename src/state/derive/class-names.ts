import type { ClassLabel } from '../slices/types';

/** "Class 1", or the next number that is free. */
export function freeClassName(classes: readonly ClassLabel[]): string {
  let number = 1;
  while (findByName(classes, `Class ${number}`)) number++;
  return `Class ${number}`;
}

/** The class of that name, whatever its capitals. */
export function findByName(classes: readonly ClassLabel[], name: string): ClassLabel | undefined {
  const wanted = folded(name);
  return classes.find((label) => folded(label.name) === wanted);
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
