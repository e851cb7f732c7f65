import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { USUAL_DRAWING } from '../../figures/maps/opacity';
import { queryColours } from '../../figures/maps/palette';
import { type Picture, type PictureRequest, paintPicture } from '../../figures/maps/picture';
import { randomMaps } from '../../testing/random-maps';
import type { Paint } from '../page/painter/painter';
import { Layer } from './layers';

const paintElsewhere = vi.fn<Paint>();

/** Answers of the worker that tests give when they want. */
let pending: { request: PictureRequest; answer(picture: Picture): void; fail(): void }[];
let painted: Uint8ClampedArray[];
const cleared = vi.fn();
const onPainted = vi.fn();

class FakeCanvas {
  constructor(
    public width: number,
    public height: number,
  ) {}
  getContext() {
    return {
      clearRect: cleared,
      putImageData: ({ data }: { data: Uint8ClampedArray }) => painted.push(data),
    };
  }
}

beforeEach(() => {
  pending = [];
  painted = [];
  vi.clearAllMocks();
  vi.stubGlobal('OffscreenCanvas', FakeCanvas);
  vi.stubGlobal(
    'ImageData',
    class {
      constructor(readonly data: Uint8ClampedArray) {}
    },
  );
  vi.mocked(paintElsewhere).mockImplementation(
    (request) =>
      new Promise((resolve, reject) => {
        pending.push({ request, answer: resolve, fail: () => reject(new Error('gone')) });
      }),
  );
});
afterEach(() => vi.unstubAllGlobals());

const grid = { height: 14, width: 14 };
const few = (seed: number) => ({ queries: 4, weights: randomMaps(4, 196, seed) });
const many = (seed: number, imageId = 'a') => ({
  imageId,
  queries: 64,
  weights: randomMaps(64, 196, seed),
});
const joint = (layer: Layer, maps: ReturnType<typeof few>) =>
  layer.joint(maps, grid, { ...USUAL_DRAWING }, [...queryColours(maps.queries)]);
const settle = () => new Promise((resolve) => setTimeout(resolve));

test('paints a few maps at once, and again only when something changes', () => {
  const layer = new Layer(paintElsewhere, onPainted);
  const maps = few(1);
  const canvas = joint(layer, maps);
  joint(layer, maps);
  expect([canvas.width, canvas.height, painted.length]).toEqual([224, 224, 1]);
  layer.joint(maps, grid, { smooth: false, opacity: 'contrast' }, queryColours(4));
  layer.joint(maps, grid, USUAL_DRAWING, queryColours(8));
  layer.query(maps, 1, grid, USUAL_DRAWING, [1, 2, 3]);
  layer.query(maps, 2, grid, USUAL_DRAWING, [1, 2, 3]);
  layer.evidence(maps.weights.subarray(0, 196), grid, USUAL_DRAWING, 1);
  expect(painted).toHaveLength(6);
  expect(onPainted).not.toHaveBeenCalled();
});

test('many maps are painted elsewhere; the caller hears when they are there', async () => {
  const layer = new Layer(paintElsewhere, onPainted);
  const maps = many(1);
  joint(layer, maps);
  joint(layer, maps);
  expect([pending.length, painted.length]).toEqual([1, 0]);
  const picture = paintPicture(pending[0]?.request as PictureRequest);
  pending[0]?.answer(picture);
  await settle();
  expect(painted).toEqual([picture.pixels]);
  expect(onPainted).toHaveBeenCalledTimes(1);
  joint(layer, maps);
  expect(pending).toHaveLength(1);
});

test('of several subjects asked for meanwhile only the latest is painted', async () => {
  const layer = new Layer(paintElsewhere, onPainted);
  joint(layer, many(1));
  joint(layer, many(2));
  const last = many(3);
  joint(layer, last);
  expect(pending).toHaveLength(1);
  pending[0]?.answer(paintPicture(pending[0].request));
  await settle();
  expect(pending).toHaveLength(2);
  expect(pending[1]?.request.subject).toMatchObject({ weights: last.weights });
});

test('what became quick meanwhile is not painted over by what comes late', async () => {
  const layer = new Layer(paintElsewhere, onPainted);
  joint(layer, many(1));
  joint(layer, few(2));
  expect(painted).toHaveLength(1);
  pending[0]?.answer(paintPicture(pending[0].request));
  await settle();
  expect([painted.length, pending.length]).toEqual([1, 1]);
});

test('a picture of one image does not stay over another', async () => {
  const layer = new Layer(paintElsewhere, onPainted);
  joint(layer, many(1, 'a'));
  pending[0]?.answer(paintPicture(pending[0].request));
  await settle();
  cleared.mockClear();
  joint(layer, many(2, 'a'));
  expect(cleared).not.toHaveBeenCalled();
  joint(layer, many(3, 'b'));
  expect(cleared).toHaveBeenCalled();
  pending[1]?.answer(paintPicture(pending[1].request));
  await settle();
  expect([painted.length, pending.length]).toEqual([1, 3]);
});

test('without a worker the picture comes all the same', async () => {
  const layer = new Layer(paintElsewhere, onPainted);
  joint(layer, many(1));
  pending[0]?.fail();
  await settle();
  expect([painted.length, onPainted.mock.calls.length]).toEqual([1, 1]);
});
