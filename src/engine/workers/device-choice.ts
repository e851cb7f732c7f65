import type { AdapterKind } from '../../runtime/adapter';
import type { DeviceKind, DevicePreference } from '../../runtime/device';

/** A GPU that was lost this often is not tried again by itself. */
const MOST_LOSSES = 2;

/** Decides where a fresh worker runs, and remembers when the GPU is not to be trusted. */
export class DeviceChoice {
  adapter: AdapterKind = 'none';
  /** Called when the GPU is given up, so that everything leaves it. */
  onGivenUp: () => void = () => undefined;
  preference: DevicePreference = 'auto';
  private readonly losses = new Map<string, number>();
  private givenUp = false;

  get kind(): DeviceKind {
    if (this.givenUp || this.adapter === 'none' || this.preference === 'wasm') return 'wasm';
    // Software rendering is slower than WebAssembly by far, so only who asks for it gets it.
    return this.preference === 'webgpu' || this.adapter === 'real' ? 'webgpu' : 'wasm';
  }

  /** A person's choice deserves a fresh try, whatever happened before. */
  choose(preference: DevicePreference): void {
    this.preference = preference;
    this.givenUp = false;
    this.losses.clear();
  }

  /** One worker lost its GPU, or got nonsense from it. Counted per worker: both lose it in one crash. */
  gpuLost(worker: string): void {
    const count = (this.losses.get(worker) ?? 0) + 1;
    this.losses.set(worker, count);
    if (count >= MOST_LOSSES) this.giveUp();
  }

  gpuFailedToStart(): void {
    this.giveUp();
  }

  private giveUp(): void {
    if (this.givenUp) return;
    this.givenUp = true;
    this.onGivenUp();
  }
}
