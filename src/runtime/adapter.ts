import { inTime } from '../vocabulary/in-time';

/** What the browser's WebGPU adapter is; software rendering is far slower than WebAssembly. */
export type AdapterKind = 'real' | 'software' | 'none';

type AdapterInfo = Pick<GPUAdapterInfo, 'vendor' | 'architecture' | 'device' | 'description'> & {
  isFallbackAdapter?: boolean;
};

const ADAPTER_MS = 10_000;

const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|\bwarp\b/i;

/** Asks the browser for its WebGPU adapter. Never throws: no answer is `none`. */
export async function askAdapter(): Promise<AdapterKind> {
  try {
    // A driver that hangs answers nothing.
    const adapter = await inTime(ADAPTER_MS, () =>
      navigator.gpu?.requestAdapter({ powerPreference: 'high-performance' }),
    );
    if (!adapter) return 'none';
    return isSoftware(adapter.info) ? 'software' : 'real';
  } catch {
    return 'none';
  }
}

/** Some browsers leave `isFallbackAdapter` out, but the name gives a software renderer away. */
export function isSoftware(info: AdapterInfo): boolean {
  return info.isFallbackAdapter === true || SOFTWARE.test(allNames(info));
}

/** A short name to show, "NVIDIA Ampere"; null where the browser gives none. */
export function adapterName(info: AdapterInfo): string | null {
  const vendor = VENDORS[info.vendor.toLowerCase()] ?? capitalised(info.vendor);
  return [vendor, capitalised(info.architecture)].filter(Boolean).join(' ') || null;
}

const VENDORS: Readonly<Record<string, string>> = {
  nvidia: 'NVIDIA',
  amd: 'AMD',
  arm: 'Arm',
};

function allNames({ vendor, architecture, device, description }: AdapterInfo): string {
  return [vendor, architecture, device, description].join(' ');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
