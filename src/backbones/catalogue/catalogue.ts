import { AppError } from '../../vocabulary/failures';
import { ProgrammingError } from '../../vocabulary/programming-error';
import type { Backbone } from '../backbone';
import { BUNDLED_BACKBONES, type BundledId } from './bundled-backbones';
import { HUB_BACKBONES, type HubId } from './hub-backbones';

export type { Backbone } from '../backbone';

/** Backbones that every page knows; bundled ones first. Adding one is adding one entry. */
export const BACKBONES: readonly Backbone[] = [...BUNDLED_BACKBONES, ...HUB_BACKBONES];

/** An id of `BACKBONES`. */
export type CatalogueId = BundledId | HubId;

export const DEFAULT_BACKBONE = 'hiera-tiny-224' satisfies BundledId;

/**
 * Backbones that the person added, by id. Filled by whoever reads them from storage, before a
 * restored id reaches the store, and by whoever adds one; each thread has its own.
 */
const added = new Map<string, Backbone>();

/** Makes backbones of the person's own findable by id. One with the same id is replaced. */
export function registerBackbones(backbones: Iterable<Backbone>): void {
  for (const backbone of backbones) {
    if (BACKBONES.some(({ id }) => id === backbone.id)) continue;
    added.set(backbone.id, backbone);
  }
}

export function forgetBackbone(id: string): void {
  added.delete(id);
}

/** The person's own, in the order they were added. */
export function addedBackbones(): Backbone[] {
  return [...added.values()];
}

/** Null when nothing known here has this id. */
export function knownBackbone(id: string): Backbone | null {
  return BACKBONES.find((entry) => entry.id === id) ?? added.get(id) ?? null;
}

/**
 * The backbone of this id. Where it may have been forgotten meanwhile, ask `knownBackbone`.
 * @throws `AppError('backbone-gone')`: the tokens of one backbone mean nothing to another.
 */
export function findBackbone(id: string): Backbone {
  const found = knownBackbone(id);
  if (!found) throw new AppError({ code: 'backbone-gone', id });
  return found;
}

/** What a stored id stands for now: `gone` where that is not what it stood for. */
export function restoredBackbone(id: unknown): { backbone: Backbone; gone: boolean } {
  const known = typeof id === 'string' ? knownBackbone(id) : null;
  return { backbone: known ?? defaultBackbone(), gone: known === null && id !== undefined };
}

/** The catalogue's or the person's entry for a repository on the hub, if there is one. */
export function backboneOfRepo(repo: string): Backbone | null {
  const same = ({ source }: Backbone) =>
    source.kind === 'hub' && source.repo.toLowerCase() === repo.toLowerCase();
  return BACKBONES.find(same) ?? addedBackbones().find(same) ?? null;
}

/** The id of a person's own file. */
export function ownId(sha256: string): string {
  return `own:${sha256}`;
}

/** The id of a model that was added by its address or its place on the hub. */
export function addressId(address: string): string {
  return `from:${address}`;
}

function defaultBackbone(): Backbone {
  const backbone = BACKBONES.find(({ id }) => id === DEFAULT_BACKBONE);
  if (!backbone)
    throw new ProgrammingError(`The catalogue lacks its default, ${DEFAULT_BACKBONE}.`);
  return backbone;
}
