import { chooseSlot } from './slot';

const KEY = 'probe-playground-slot';

/** Claims a project slot for this tab, for as long as it lives; no other tab gets the same. */
export function claimSlot(): Promise<number> {
  // Without locks (plain HTTP) tabs can't know of each other.
  if (!navigator.locks) return Promise.resolve(0);
  const remembered = sessionStorage.getItem(KEY);
  return chooseSlot({
    tryToHold: hold,
    remembered: remembered !== null && /^\d+$/.test(remembered) ? Number(remembered) : null,
    remember: (slot) => sessionStorage.setItem(KEY, `${slot}`),
  });
}

function hold(slot: number, patienceMs: number): Promise<boolean> {
  const options: LockOptions =
    patienceMs > 0 ? { signal: AbortSignal.timeout(patienceMs) } : { ifAvailable: true };
  return new Promise((resolve) => {
    navigator.locks
      .request(`${KEY}-${slot}`, options, (lock) => {
        resolve(lock !== null);
        // The lock lasts as long as this promise: until the tab goes.
        return lock ? new Promise<never>(() => undefined) : undefined;
      })
      .catch(() => resolve(false));
  });
}
