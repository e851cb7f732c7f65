import type { Drawing } from '../../figures/maps/opacity';
import type { Rgb } from '../../figures/maps/palette';
import {
  type MapSource,
  type Picture,
  type PictureRequest,
  paintingTime,
  paintPicture,
  scaleFor,
} from '../../figures/maps/picture';
import type { Grid } from '../../vocabulary/maps';
import type { Paint } from '../page/painter/painter';

/** The maps of one image: `weights (queries, N)` over a grid of N patches. */
export interface Maps {
  /** Where it is known, a picture of one image never stays over another. */
  imageId?: string;
  queries: number;
  weights: Float32Array;
}

/** From this many milliseconds on, painting would be felt by a hand that points. */
const LONGEST = 8;

/** One thing to be painted, and how to tell that it has been painted already. */
interface Wanted {
  /** The numbers, by identity, and all that is small, spelled out. */
  numbers: Float32Array;
  manner: string;
  imageId: string | undefined;
  request: PictureRequest;
}

/**
 * A small picture to be enlarged onto a canvas. It is painted anew only when its subject changes: at
 * once where that is quick, else in a worker, and then what there was before stays until the new one
 * is there. Of what is asked for meanwhile, only the latest is painted.
 */
export class Layer {
  private readonly canvas = new OffscreenCanvas(1, 1);
  private wanted: Wanted | null = null;
  private shownImage: string | undefined;
  private busy = false;

  /**
   * @param paint paints what would take too long here.
   * @param onPainted called when a picture has come from the worker: time to draw again.
   * @param side about how many pixels the longer side is painted with, before the browser enlarges
   *   it to the screen.
   */
  constructor(
    private readonly paint: Paint,
    private readonly onPainted: () => void,
    private readonly side = 224,
  ) {}

  /** The joint figure of all queries, each (M) in its colour. */
  joint(maps: Maps, grid: Grid, drawing: Drawing, colours: readonly Rgb[]): OffscreenCanvas {
    const { queries, weights, imageId } = maps;
    const subject: MapSource = { kind: 'joint', weights, queries, colours };
    return this.show(weights, `joint ${queries} ${colours.join(' ')}`, imageId, {
      subject,
      grid,
      drawing,
    });
  }

  /** One query's map. */
  query(maps: Maps, query: number, grid: Grid, drawing: Drawing, colour: Rgb): OffscreenCanvas {
    const patches = grid.height * grid.width;
    const weights = maps.weights.subarray(query * patches, (query + 1) * patches);
    return this.show(maps.weights, `query ${query} ${colour}`, maps.imageId, {
      subject: { kind: 'query', weights, colour },
      grid,
      drawing,
    });
  }

  /** Signed evidence (N); what is as large as `peak` is fully opaque. */
  evidence(values: Float32Array, grid: Grid, drawing: Drawing, peak: number): OffscreenCanvas {
    return this.show(values, `evidence ${peak}`, undefined, {
      subject: { kind: 'evidence', values, peak },
      grid,
      drawing,
    });
  }

  private show(
    numbers: Float32Array,
    what: string,
    imageId: string | undefined,
    partial: Omit<PictureRequest, 'scale'>,
  ): OffscreenCanvas {
    const { grid, drawing } = partial;
    const manner = `${what} ${grid.height} ${grid.width} ${drawing.smooth} ${drawing.opacity}`;
    if (this.wanted?.numbers === numbers && this.wanted.manner === manner) return this.canvas;
    const request = { ...partial, scale: scaleFor(grid, this.side) };
    this.wanted = { numbers, manner, imageId, request };
    if (paintingTime(request) <= LONGEST) this.put(paintPicture(request), imageId);
    else {
      if (imageId !== this.shownImage) this.clear();
      if (!this.busy) void this.paintElsewhere(this.wanted);
    }
    return this.canvas;
  }

  private async paintElsewhere(wanted: Wanted): Promise<void> {
    this.busy = true;
    // Where no worker can be had, a picture that comes late is better than none.
    const picture = await this.paint(wanted.request).catch(() => paintPicture(wanted.request));
    this.busy = false;
    const latest = this.wanted;
    if (!latest) return;
    // What was asked for meanwhile may have been quick, and be here already.
    const waiting = latest !== wanted && paintingTime(latest.request) > LONGEST;
    if (latest === wanted || (waiting && latest.imageId === wanted.imageId)) {
      this.put(picture, wanted.imageId);
      this.onPainted();
    }
    if (waiting) void this.paintElsewhere(latest);
  }

  private put({ pixels, width, height }: Picture, imageId: string | undefined): void {
    // Setting the size empties a canvas and takes time, even where it stays the same.
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    this.canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
    this.shownImage = imageId;
  }

  private clear(): void {
    this.canvas.getContext('2d')?.clearRect(0, 0, this.canvas.width, this.canvas.height);
  }
}
