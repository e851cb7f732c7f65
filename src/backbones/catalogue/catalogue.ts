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
 * The person's own with one more, which comes last; one with the same id is replaced in its place.
 * One with an id of the catalogue is left out: it would hide that.
 */
export function withBackbone(own: readonly Backbone[], backbone: Backbone): readonly Backbone[] {
  if (BACKBONES.some(({ id }) => id === backbone.id)) return own;
  return own.some(({ id }) => id === backbone.id)
    ? own.map((one) => (one.id === backbone.id ? backbone : one))
    : [...own, backbone];
}

/** The person's own without the one of this id. */
export function withoutBackbone(own: readonly Backbone[], id: string): readonly Backbone[] {
  return own.filter((one) => one.id !== id);
}

/**
 * Null when neither the catalogue nor the person has this id.
 * @param own the person's own.
 */
export function knownBackbone(own: readonly Backbone[], id: string): Backbone | null {
  const isIt = (entry: Backbone) => entry.id === id;
  return BACKBONES.find(isIt) ?? own.find(isIt) ?? null;
}

/**
 * The backbone of this id. Where it may have been forgotten meanwhile, ask `knownBackbone`.
 * @throws `AppError('backbone-gone')`: the tokens of one backbone mean nothing to another.
 */
export function findBackbone(own: readonly Backbone[], id: string): Backbone {
  const found = knownBackbone(own, id);
  if (!found) throw new AppError({ code: 'backbone-gone', id });
  return found;
}

/** What a stored id stands for now: `gone` where that is not what it stood for. */
export function restoredBackbone(
  own: readonly Backbone[],
  id: unknown,
): { backbone: Backbone; gone: boolean } {
  const known = typeof id === 'string' ? knownBackbone(own, id) : null;
  return { backbone: known ?? defaultBackbone(), gone: known === null && id !== undefined };
}

/** The catalogue's or the person's entry for a repository on the hub, if there is one. */
export function backboneOfRepo(own: readonly Backbone[], repo: string): Backbone | null {
  const same = ({ source }: Backbone) =>
    source.kind === 'hub' && source.repo.toLowerCase() === repo.toLowerCase();
  return BACKBONES.find(same) ?? own.find(same) ?? null;
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
