import { findMethod } from '../../probes/methods/index';

/** Probing methods and their settings. */
export const probes = {
  /** What a method does, in a sentence or two. */
  description: (name: string) => findMethod(name).description,
};
