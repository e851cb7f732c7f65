import { type Backbone, type Precision, precisionsOf } from '../../backbones/backbone';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { choiceKey } from '../../backbones/choice';
import type { BackboneCalls, BackboneEvent } from '../../backbones/encode/api';
import { loadBackbone } from '../../backbones/encode/load-backbone';
import { RUN_LIMIT_MS } from '../../backbones/encode/patience';
import type { wasmReference } from '../../backbones/encode/wasm-reference';
import type { ObtainedModel } from '../../backbones/obtain/obtain-model';
import type { WorkerClient } from '../../bridge/client';
import { startInTime } from '../../bridge/start-in-time';
import type { Device, DeviceKind } from '../../runtime/device';
import type { BackboneChoice } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import { AppError, type Failure, failureOf } from '../../vocabulary/failures';
import type { BackboneHost } from '../images/backbone-host';
import type { Notices } from '../notices';
import type { Assets } from '../workers/assets';
import type { DeviceChoice } from '../workers/device-choice';
import type { Started } from './switch-backbone';

type Client = WorkerClient<BackboneCalls, BackboneEvent>;

/** Starts models that have not run here yet, and finds out whether they can. */
export class FreshModels {
  constructor(
    private readonly store: Pick<AppStore, 'getState'>,
    private readonly context: {
      assets: Assets;
      device: DeviceChoice;
      threads: number;
      notices: Pick<Notices, 'say'>;
      wasmReference: typeof wasmReference;
    },
    private readonly host: BackboneHost,
  ) {}

  /** See `SwitchParts.start`. */
  async start(
    choice: BackboneChoice,
    model: ObtainedModel,
    apply: () => void,
    signal: AbortSignal,
  ): Promise<Started> {
    const { kind } = this.context.device;
    try {
      return await this.startOn(kind, choice, model, apply, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (kind === 'wasm') throw new AppError(doesNotRun(this.backboneOf(choice), error));
      return this.startOnWasm(choice, model, apply, signal, error);
    }
  }

  /** Some graphs have an operator that WebGPU lacks. */
  private async startOnWasm(
    choice: BackboneChoice,
    model: ObtainedModel,
    apply: () => void,
    signal: AbortSignal,
    onGpu: unknown,
  ): Promise<Started> {
    const key = choiceKey(choice);
    const wasThere = this.host.onlyOnWasm.has(key);
    this.host.onlyOnWasm.add(key);
    try {
      const started = await this.startOn('wasm', choice, model, apply, signal);
      this.context.notices.say(
        'note',
        { part: 'backbone' },
        {
          code: 'backbone-only-on-wasm',
          label: this.backboneOf(choice).label,
          failure: failureOf(onGpu),
        },
      );
      return started;
    } catch (error) {
      if (!wasThere) this.host.onlyOnWasm.delete(key);
      signal.throwIfAborted();
      throw new AppError(doesNotRun(this.backboneOf(choice), error));
    }
  }

  private async startOn(
    device: DeviceKind,
    choice: BackboneChoice,
    { model }: ObtainedModel,
    apply: () => void,
    signal: AbortSignal,
  ): Promise<Started> {
    const { assets, threads } = this.context;
    const backbone = this.backboneOf(choice);
    const load = async (client: Client): Promise<{ device: Device }> => {
      const runtimeFiles = await assets.runtimeFiles(device);
      const loaded = await loadBackbone(client, { backbone, device, threads, model, runtimeFiles });
      const crop = await testCrop(backbone.preprocessing.crop);
      if (device === 'wasm' || choice.precision !== 'fp16') {
        await startInTime(client, RUN_LIMIT_MS, () => client.call('extract', { crop }));
        return loaded;
      }
      // WebAssembly computes with 16-bit weights in 32 bits.
      const ofWasm = await assets.runtimeFiles('wasm');
      const reference = await this.context.wasmReference(
        { backbone, model, threads, runtimeFiles: ofWasm, crop },
        signal,
      );
      const check = await startInTime(client, RUN_LIMIT_MS, () =>
        client.call('check', { crop, reference }),
      );
      if (!check.ok) throw new NotTrusted(check.failure);
      return loaded;
    };
    try {
      await this.host.worker.exchange(load, apply, signal);
      return { kind: 'started' };
    } catch (error) {
      signal.throwIfAborted();
      if (device === 'wasm' || !comesExact(backbone, choice.precision)) throw error;
      return {
        kind: 'instead',
        choice: { ...choice, precision: 'fp32' },
        why: {
          code: 'exact-variant-instead',
          label: backbone.label,
          failure: error instanceof NotTrusted ? error.failure : { code: 'half-does-not-run' },
        },
      };
    }
  }

  private backboneOf({ backboneId }: BackboneChoice): Backbone {
    return findBackbone(this.store.getState().backbones, backboneId);
  }
}

/** Its tokens on this device are not those that it should give. */
class NotTrusted extends AppError {}

/** Whether there is a 32-bit variant to take a 16-bit one's place. */
function comesExact(backbone: Backbone, precision: Precision): boolean {
  return precision === 'fp16' && precisionsOf(backbone).includes('fp32');
}

function doesNotRun({ label }: Backbone, error: unknown): Failure {
  return { code: 'backbone-does-not-run', label, cause: failureOf(error) };
}

/** Soft gradients: nothing that any encoder could find extreme. */
async function testCrop(side: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  if (!context) throw new AppError({ code: 'no-canvas', use: 'test-image' });
  const gradient = context.createLinearGradient(0, 0, side, side);
  for (const [at, colour] of [
    [0, '#8a4b2f'],
    [0.5, '#d8d2b0'],
    [1, '#2f6a8a'],
  ] as const) {
    gradient.addColorStop(at, colour);
  }
  context.fillStyle = gradient;
  context.fillRect(0, 0, side, side);
  context.fillStyle = '#303030';
  context.fillRect(side / 4, side / 3, side / 4, side / 4);
  return canvas.convertToBlob({ type: 'image/png' });
}
