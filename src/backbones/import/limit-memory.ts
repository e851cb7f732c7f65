const PAGE = 64 * 1024;
/** What WebAssembly can address. */
const MOST = 2 ** 32;
/** Above the model's own bytes, which lie in memory about three times while it is loaded. */
const ROOM = 2 ** 30;

/**
 * Gives the WebAssembly of this thread no more memory than a model of `bytes` has use for, so that
 * one that asks for gigabytes fails at once instead of driving the whole computer to its limits. To
 * be called before the runtime is loaded.
 */
export function limitMemory(bytes: number): void {
  const limit = Math.min(MOST, ROOM + 3 * bytes) / PAGE;
  const Unlimited = WebAssembly.Memory;
  WebAssembly.Memory = class extends Unlimited {
    constructor(description: WebAssembly.MemoryDescriptor) {
      const { maximum = MOST / PAGE } = description;
      super({ ...description, maximum: Math.min(maximum, Math.floor(limit)) });
    }
  };
}
