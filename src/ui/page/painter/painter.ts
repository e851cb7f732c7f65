import { WorkerClient } from '../../../bridge/client';
import type { MapSource, Picture, PictureRequest } from '../../../figures/maps/picture';
import type { PainterCalls } from './api';

/** Paints one picture somewhere else than on the page's own thread. */
export type Paint = (request: PictureRequest) => Promise<Picture>;

/** The worker that all layers share; it is started when first needed. */
export class Painter {
  private client: WorkerClient<PainterCalls> | null = null;

  /**
   * The numbers of the subject are copied, and stay usable here.
   * @throws `WorkerDied` when the worker is gone; the next call starts a fresh one.
   */
  readonly paint: Paint = (request) => {
    this.client ??= new WorkerClient<PainterCalls>(
      new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
      {
        onDeath: () => {
          this.client = null;
        },
      },
    );
    const { subject, buffer } = detach(request.subject);
    return this.client.call('paint', { ...request, subject }, { transfer: [buffer] });
  };
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
