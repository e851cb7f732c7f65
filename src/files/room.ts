/** Bytes that this page's storage takes and may take, as far as the browser tells. */
export interface Room {
  used: number;
  quota: number;
}

/** Null where the browser tells nothing. The numbers are rounded up and down to protect the person. */
export async function storageRoom(): Promise<Room | null> {
  const estimate = await globalThis.navigator?.storage?.estimate?.().catch(() => null);
  if (estimate?.usage === undefined || estimate.quota === undefined) return null;
  return { used: estimate.usage, quota: estimate.quota };
}

/** Whether the browser has promised not to clear this page's storage by itself. */
export async function isKept(): Promise<boolean> {
  return (await globalThis.navigator?.storage?.persisted?.().catch(() => false)) ?? false;
}
