import { precisionsOf } from '../../backbones/backbone';
import {
  BACKBONES,
  type Backbone,
  findBackbone,
  knownBackbone,
  withBackbone,
  withoutBackbone,
} from '../../backbones/catalogue/catalogue';
import type { BrowserSources } from '../../backbones/obtain/browser-sources';
import { hashOfAll, type ModelSources, storeKeys } from '../../backbones/obtain/obtain-model';
import type { BackboneChoice } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { TokenCache } from '../../storage/token-cache';
import type { Notices } from '../notices';
import type { Assets } from '../workers/assets';

/** What this browser keeps of models and their tokens, and how a person gets rid of it. */
export class Library {
  constructor(
    private readonly store: AppStore,
    private readonly notices: Pick<Notices, 'say'>,
    private readonly context: {
      sources: Promise<BrowserSources>;
      tokens: Promise<TokenCache | null>;
      assets: Assets;
    },
  ) {}

  /** Makes the person's own backbones known. To be called before anything refers to one. */
  async open(): Promise<void> {
    const { records } = await this.context.sources;
    const found = await records?.added().catch(() => null);
    if (!found) return;
    this.store.setState(({ backbones }) => ({
      backbones: found.backbones.reduce(withBackbone, backbones),
    }));
    for (const complaint of found.unreadable) {
      this.notices.say(
        'note',
        { part: 'own-backbone' },
        { code: 'backbone-unreadable', failure: complaint },
      );
    }
  }

  /** Adds a backbone of the person's own, and remembers it. */
  async add(backbone: Backbone): Promise<void> {
    this.store.setState(({ backbones }) => ({ backbones: withBackbone(backbones, backbone) }));
    const { records } = await this.context.sources;
    await records?.add(backbone).catch(() => undefined);
  }

  /** Whether all files of a backbone are in this browser, or come with the page. */
  async isThere({ backboneId, precision }: BackboneChoice): Promise<boolean> {
    const backbone = knownBackbone(this.store.getState().backbones, backboneId);
    if (!backbone || !precisionsOf(backbone).includes(precision)) return false;
    if (backbone.source.kind === 'bundled') return true;
    const sources = await this.context.sources;
    const there = await Promise.all(
      storeKeys(backbone, precision, sources).map((key) => sources.store?.has(key) ?? false),
    ).catch(() => [false]);
    return there.every(Boolean);
  }

  /** Brings the lists of what is kept up to date. */
  async refresh(): Promise<void> {
    const [sources, cache] = await Promise.all([this.context.sources, this.context.tokens]);
    const owners = ownersByKey(sources, this.store.getState().backbones);
    const files = (await sources.store?.list().catch(() => [])) ?? [];
    const tokens = (await cache?.status()) ?? { images: 0, bytes: 0 };
    this.store.setState({
      cachedModels: files.map(({ key, name, bytes }) => ({
        address: key,
        label: name,
        bytes,
        backboneId: owners.get(key)?.id ?? null,
      })),
      cachedTokens: { images: tokens.images, bytes: tokens.bytes },
    });
  }

  async forget(backboneId: string): Promise<void> {
    const backbone = this.store.getState().backbones.find(({ id }) => id === backboneId);
    if (!backbone || this.refuses(backbone, 'forget')) return;
    const sources = await this.context.sources;
    for (const precision of precisionsOf(backbone)) {
      this.context.assets.models.drop(backbone, precision);
      await this.deleteModel(storeKeys(backbone, precision, sources));
    }
    await sources.records?.remove(backboneId).catch(() => undefined);
    this.store.setState(({ backbones, backboneStudies, switching }) => {
      const { [backboneId]: _, ...others } = backboneStudies;
      // A switch to it that failed has nothing to ask for again.
      const failed = switching.kind === 'failed' && switching.target.backboneId === backboneId;
      return {
        backbones: withoutBackbone(backbones, backboneId),
        backboneStudies: others,
        ...(failed && { switching: { kind: 'idle' } }),
      };
    });
    await this.refresh();
  }

  async deleteCachedModel(address: string): Promise<void> {
    const sources = await this.context.sources;
    const owner = ownersByKey(sources, this.store.getState().backbones).get(address);
    if (owner && this.refuses(owner, 'delete-file')) return;
    if (owner) {
      for (const precision of precisionsOf(owner))
        this.context.assets.models.drop(owner, precision);
    }
    await sources.store?.delete(address).catch(() => undefined);
    await this.refresh();
  }

  async deleteTokens(): Promise<void> {
    await (await this.context.tokens)?.clear();
    await this.refresh();
  }

  /** Lets the next download of a model be the first one. */
  async trust({ backboneId, precision }: BackboneChoice): Promise<void> {
    const sources = await this.context.sources;
    const backbone = findBackbone(this.store.getState().backbones, backboneId);
    for (const key of storeKeys(backbone, precision, sources)) {
      await sources.records?.forgetFirst(key).catch(() => undefined);
    }
  }

  /** Its files, and the tokens that were made with it. */
  private async deleteModel(keys: readonly string[]): Promise<void> {
    const [sources, cache] = await Promise.all([this.context.sources, this.context.tokens]);
    const hashes: { sha256: string }[] = [];
    for (const key of keys) {
      const file = await sources.store?.get(key).catch(() => null);
      if (file) hashes.push(file);
      await sources.store?.delete(key).catch(() => undefined);
      await sources.records?.forgetFirst(key).catch(() => undefined);
    }
    if (hashes.length === keys.length) await cache?.deleteModel(hashOfAll(hashes));
  }

  /** What is in use, or about to be, stays: a fresh worker would not find it. */
  private refuses(backbone: Backbone, wanted: 'forget' | 'delete-file'): boolean {
    const { backboneId, switching } = this.store.getState();
    const coming = 'target' in switching && switching.kind !== 'failed' && switching.target;
    if (backbone.id !== backboneId && !(coming && coming.backboneId === backbone.id)) return false;
    this.notices.say('note', backbone.label, { code: 'backbone-in-use', wanted });
    return true;
  }
}

/** Which backbone each kept file belongs to. */
function ownersByKey(sources: ModelSources, own: readonly Backbone[]): Map<string, Backbone> {
  return new Map(
    [...BACKBONES, ...own].flatMap((backbone) =>
      precisionsOf(backbone).flatMap((precision) =>
        storeKeys(backbone, precision, sources).map((key) => [key, backbone] as const),
      ),
    ),
  );
}
