/** What the browser says about this page's storage; null for what it does not say. */
export interface Room {
  /** Bytes in use, and bytes that may be. */
  usage: number | null;
  quota: number | null;
  /** Whether the browser promises not to clear it when the disk runs low. */
  persisted: boolean | null;
}

/** Never throws: a browser that does not answer knows nothing. */
export async function askForRoom(
  storage: Partial<StorageManager> | undefined = storageManager(),
): Promise<Room> {
  const [estimate, persisted] = await Promise.all([
    storage?.estimate?.().catch(() => null),
    storage?.persisted?.().catch(() => null),
  ]);
  return {
    usage: estimate?.usage ?? null,
    quota: estimate?.quota ?? null,
    persisted: persisted ?? null,
  };
}

function storageManager(): StorageManager | undefined {
  try {
    return globalThis.navigator?.storage;
  } catch {
    return undefined;
  }
}
