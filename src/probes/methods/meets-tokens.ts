import { findMethod, PROBES, PROBES_WITH_CLS } from './list';

/** A width that every probe takes; whether queries meet tokens does not hang on it. */
const SIZE = { patches: 4, width: 768 };

/**
 * Whether a method has queries that are compared with the tokens themselves, so that they may start
 * at tokens. False for k-NN, which learns nothing.
 * @throws `ProgrammingError` when no method has this name.
 */
export function meetsTokens(method: string): boolean {
  const { name } = findMethod(method);
  const probe = [...PROBES, ...PROBES_WITH_CLS].find((candidate) => candidate.name === name);
  return probe?.parameters(SIZE, {}).some((parameter) => parameter.meetsTokens) ?? false;
}
