import type { AttentionMaps } from '../training/api';

/**
 * The attention maps now on screen. They change many times a second and are big, so they stay out
 * of the store: read them with `useSyncExternalStore(liveMaps.subscribe, liveMaps.read)`.
 */
let current: AttentionMaps | null = null;
const listeners = new Set<() => void>();

export const liveMaps = {
  read: (): AttentionMaps | null => current,
  show(maps: AttentionMaps | null): void {
    current = maps;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
