import { WorkerClient } from '../../bridge/client';
import type { MapSource, Picture, PictureRequest } from '../../figures/maps/picture';
import type { PainterCalls } from './worker';

let client: WorkerClient<PainterCalls> | null = null;

/**
 * Paints in the worker that all layers share; it is started when first needed. The numbers of the
 * subject are copied, and stay usable here.
 * @throws `WorkerDied` when the worker is gone; the next call starts a fresh one.
 */
export function paintElsewhere(request: PictureRequest): Promise<Picture> {
  client ??= new WorkerClient<PainterCalls>(
    new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    {
      onDeath: () => {
        client = null;
      },
    },
  );
  const { subject, buffer } = detach(request.subject);
  return client.call('paint', { ...request, subject }, { transfer: [buffer] });
}

/** A copy that may be moved: sending part of an array would send all that lies behind it. */
function detach(subject: MapSource): { subject: MapSource; buffer: ArrayBuffer } {
  if (subject.kind === 'evidence') {
    const values = new Float32Array(subject.values);
    return { subject: { ...subject, values }, buffer: values.buffer };
  }
  const weights = new Float32Array(subject.weights);
  return { subject: { ...subject, weights }, buffer: weights.buffer };
}
