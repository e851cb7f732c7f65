import { AppError } from '../vocabulary/failures';

/** Limits that large tensors run into first; the adapter's own are asked for instead of the defaults. */
const LIMITS = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupSizeX',
  'maxComputeWorkgroupSizeY',
  'maxComputeWorkgroupSizeZ',
  'maxComputeWorkgroupsPerDimension',
] as const satisfies readonly (keyof GPUSupportedLimits)[];

const FEATURES: readonly GPUFeatureName[] = ['shader-f16', 'subgroups'];

/**
 * Opens a GPU device with all that the adapter offers of what the runtime uses.
 * @throws `no-webgpu`, `no-graphics-adapter`, or the browser's own error when it refuses the device.
 */
export async function openGpuDevice(): Promise<{ gpu: GPUDevice; info: GPUAdapterInfo }> {
  if (!navigator.gpu) throw new AppError({ code: 'no-webgpu' });
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new AppError({ code: 'no-graphics-adapter' });
  const gpu = await adapter.requestDevice({
    requiredFeatures: FEATURES.filter((feature) => adapter.features.has(feature)),
    requiredLimits: Object.fromEntries(LIMITS.map((limit) => [limit, adapter.limits[limit]])),
  });
  return { gpu, info: adapter.info };
}
