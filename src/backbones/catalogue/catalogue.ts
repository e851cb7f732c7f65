import type { Backbone } from '../backbone';
import { BUNDLED_BACKBONES } from './bundled-backbones';
import { HUB_BACKBONES } from './hub-backbones';

export type { Backbone } from '../backbone';

/** Backbones that every page knows; bundled ones first. Adding one is adding one entry. */
export const BACKBONES: readonly Backbone[] = [...BUNDLED_BACKBONES, ...HUB_BACKBONES];

export const DEFAULT_BACKBONE = 'hiera-tiny-224';

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
 * The backbone of this id; the default one when nothing has it, so that nothing drawn from an old
 * id can fail. Where a person should hear of that, ask `restoredBackbone`.
 */
export function findBackbone(id: string): Backbone {
  return knownBackbone(id) ?? defaultBackbone();
}

/** What a stored id stands for now, and a note where that is not what it stood for. */
export function restoredBackbone(id: unknown): { backbone: Backbone; note: string | null } {
  const known = typeof id === 'string' ? knownBackbone(id) : null;
  if (known || id === undefined) return { backbone: known ?? defaultBackbone(), note: null };
  const backbone = defaultBackbone();
  return {
    backbone,
    note: `The backbone of your last visit is not known here any more, so ${backbone.label} is used. Add its file or address again to go back to it.`,
  };
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
  if (!backbone) throw new Error(`The catalogue lacks its default, ${DEFAULT_BACKBONE}.`);
  return backbone;
}
