import type { Names } from '../../vocabulary/names';
import type { ClassLabel } from '../slices/types';

/** The first name for a new class that is free. */
export function freeClassName(
  classes: readonly ClassLabel[],
  { newClass }: Pick<Names, 'newClass'>,
): string {
  let number = 1;
  while (findByName(classes, newClass(number))) number++;
  return newClass(number);
}

/** The class of that name, whatever its capitals. */
export function findByName(classes: readonly ClassLabel[], name: string): ClassLabel | undefined {
  const wanted = folded(name);
  return classes.find((label) => folded(label.name) === wanted);
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
