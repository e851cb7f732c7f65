import { useCallback, useMemo, useRef } from 'react';
import { type Drawing, USUAL_DRAWING } from '../../../src/figures/maps/opacity';
import { queryColours, type Rgb } from '../../../src/figures/maps/palette';
import { paintSimilarity } from '../../../src/figures/maps/similarity-picture';
import { Layer } from '../../../src/ui/canvas/layers';
import { usePhoto } from '../../../src/ui/canvas/photos';
import { below, TokenFigure } from '../../../src/ui/canvas/TokenFigure';
import { type Draw, useCanvas } from '../../../src/ui/canvas/use-canvas';
import { usePatchPicture } from '../../../src/ui/canvas/use-patch-picture';
import { usePage } from '../../../src/ui/page/page';
import { EvidenceReading } from '../../../src/ui/sees/evidence/EvidenceReading';
import { evidenceMaps } from '../../../src/ui/sees/evidence/evidence-maps';
import { Stage } from '../../../src/ui/sees/stage/Stage';
import { TokenStage } from '../../../src/ui/sees/tokens/TokenStage';
import type { Evidence } from '../../../src/vocabulary/evidence';
import type { AttentionMaps } from '../../../src/vocabulary/maps';
import type { Entry, State } from '../entry';
import { InApp, type Scene } from '../InApp';
import {
  AGAINST,
  EIGHT,
  EVIDENCE,
  EXAMPLE_PHOTO,
  exampleAt,
  GRID,
  GROUPED,
  MANY,
  PHOTO,
  similarTo,
  TOKEN_PICTURE,
  UNTRAINED,
} from '../recorded';
import { attending, explained, IMAGES, runOf, tokensSeen, trained, withImages } from '../scenes';

const EIGHT_COLOURS = queryColours(8);
const DRAWINGS: Readonly<Record<string, Drawing>> = {
  contrast: USUAL_DRAWING,
  proportional: { smooth: true, opacity: 'proportional' },
  winner: { smooth: true, opacity: 'winner' },
  'per patch': { smooth: false, opacity: 'contrast' },
};

/** What a layer paints over a photo; null for nothing yet. */
type Paint = (layer: Layer) => OffscreenCanvas | null;

const joint =
  (maps: AttentionMaps, colours: readonly Rgb[], drawing = USUAL_DRAWING): Paint =>
  (layer) =>
    layer.joint(maps, GRID, drawing, colours);
const one =
  (maps: AttentionMaps, query: number, drawing = USUAL_DRAWING): Paint =>
  (layer) =>
    layer.query(maps, query, GRID, drawing, EIGHT_COLOURS[query % 8] ?? [128, 128, 128]);
const evidence = (of: Evidence, query: number | null, drawing = USUAL_DRAWING): Paint => {
  const { byQuery, total, peak } = evidenceMaps(of);
  const values = query === null ? total : (byQuery[query] ?? total);
  return (layer) => layer.evidence(values, GRID, drawing, peak);
};
const waiting: Paint = () => null;

const over = (name: string, paint: Paint, photo = PHOTO.url): State => ({
  name,
  render: () => <Over photo={photo} paint={paint} />,
});
const inEveryDrawing = (paint: (drawing: Drawing) => Paint): State[] =>
  Object.entries(DRAWINGS).map(([name, drawing]) => over(name, paint(drawing)));

export const entries: readonly Entry[] = [
  {
    title: 'Attention, one query',
    states: [
      ...inEveryDrawing((drawing) => one(EIGHT, 0, drawing)),
      over('another query', one(EIGHT, 3)),
      over('faint: nothing learned yet', one(UNTRAINED, 0)),
      over('waiting for its map', waiting),
    ],
  },
  {
    title: 'Attention, all queries joint',
    states: [
      ...inEveryDrawing((drawing) => joint(EIGHT, EIGHT_COLOURS, drawing)),
      over('faint: nothing learned yet', joint(UNTRAINED, EIGHT_COLOURS)),
      over('early in training', joint(exampleAt(0), EIGHT_COLOURS), EXAMPLE_PHOTO.url),
      over('late in training', joint(exampleAt(1), EIGHT_COLOURS), EXAMPLE_PHOTO.url),
      over('waiting for maps', waiting),
    ],
  },
  {
    title: 'Attention, more than eight queries',
    states: [
      over('32, until their groups are known', joint(MANY, queryColours(32)), EXAMPLE_PHOTO.url),
      over('32, in eight groups', joint(MANY, GROUPED.colours), EXAMPLE_PHOTO.url),
      {
        name: 'one by one, as a chain: each beside the one most like it',
        size: 'wide',
        render: () => (
          <div className="lab__many">
            {GROUPED.order.map((query) => (
              <Over
                key={query}
                photo={EXAMPLE_PHOTO.url}
                paint={(layer) =>
                  layer.query(MANY, query, GRID, USUAL_DRAWING, GROUPED.colours[query] ?? [0, 0, 0])
                }
              />
            ))}
          </div>
        ),
      },
    ],
  },
  {
    title: 'Evidence for a class',
    states: [
      ...inEveryDrawing((drawing) => evidence(EVIDENCE, null, drawing)),
      over('through one query', evidence(EVIDENCE, 0)),
      over('waiting: the attention stays', joint(EIGHT, EIGHT_COLOURS)),
    ],
  },
  {
    title: 'Evidence against another class',
    states: [
      over('all queries', evidence(AGAINST, null)),
      over('through one query', evidence(AGAINST, 0)),
      over('per patch', evidence(AGAINST, null, { smooth: false, opacity: 'proportional' })),
    ],
  },
  {
    title: 'Tokens as colours',
    states: [true, false]
      .flatMap((smooth) => [
        {
          name: smooth ? 'principal components, smooth' : 'principal components, per patch',
          render: () => <Tokens pixels={TOKEN_PICTURE.pixels} photo={false} smooth={smooth} />,
        },
      ])
      .concat([{ name: 'waiting', render: () => <Tokens pixels={null} photo smooth /> }]),
  },
  {
    title: 'Tokens, likeness to one patch',
    states: [
      { name: 'a patch in the middle', render: () => <Likeness patch={7 * 14 + 7} smooth /> },
      { name: 'the same, per patch', render: () => <Likeness patch={7 * 14 + 7} smooth={false} /> },
      { name: 'a patch of the corner', render: () => <Likeness patch={0} smooth /> },
    ],
  },
  {
    title: 'Stage',
    states: [
      staged('the photo, before training', { state: withImages() }),
      staged('eight queries', attending(EIGHT)),
      staged('32 queries', attending(MANY)),
      staged('evidence', explained({ kind: 'evidence', evidence: EVIDENCE }, EIGHT)),
      staged('no exact split exists', explained({ kind: 'not-linear' }, EIGHT)),
    ],
  },
  {
    title: 'Token stage',
    states: [
      tokenStage('colours', tokensSeen(null)),
      tokenStage('a patch is held', tokensSeen(7 * 14 + 7)),
      tokenStage('waiting', tokensSeen(null, false)),
    ],
  },
  {
    title: 'Evidence reading',
    states: [
      reading('for a class', EVIDENCE),
      reading('against another class', AGAINST),
      reading('with [CLS]', { ...EVIDENCE, cls: Float32Array.from([0.6, -0.3]) }),
    ],
  },
];

function Over({ photo: url, paint }: { photo: string; paint: Paint }) {
  const photo = usePhoto(url);
  const { painter } = usePage();
  const onPainted = useRef<() => void>(() => undefined);
  const layer = useMemo(() => new Layer(painter.paint, () => onPainted.current()), [painter]);
  const draw = useCallback<Draw>(
    (context, width, height) => {
      if (!photo) return;
      const picture = paint(layer);
      context.drawImage(picture ? photo.grey : photo.colour, 0, 0, width, height);
      if (picture) context.drawImage(picture, 0, 0, width, height);
    },
    [photo, paint, layer],
  );
  const { ref, redraw } = useCanvas(draw);
  onPainted.current = redraw;
  return (
    <div className="lab__square">
      <canvas ref={ref} />
    </div>
  );
}

interface TokensProps {
  pixels: Uint8ClampedArray<ArrayBuffer> | null;
  /** Whether the photo lies below. */
  photo: boolean;
  smooth: boolean;
}

function Tokens({ smooth, ...figure }: TokensProps) {
  return (
    <InApp scene={{ state: { drawing: { ...USUAL_DRAWING, smooth } } }}>
      <TokenSquare {...figure} />
    </InApp>
  );
}

function TokenSquare({ pixels, photo: shown }: Omit<TokensProps, 'smooth'>) {
  const photo = usePhoto(EXAMPLE_PHOTO.url);
  const picture = usePatchPicture(pixels, GRID);
  return (
    <div className="lab__square">
      <TokenFigure
        photo={shown ? below(photo, pixels !== null) : null}
        over={picture}
        label={EXAMPLE_PHOTO.name}
      />
    </div>
  );
}

function Likeness({ patch, smooth }: { patch: number; smooth: boolean }) {
  const pixels = useMemo(() => paintSimilarity(similarTo(patch)), [patch]);
  return <Tokens pixels={pixels} photo smooth={smooth} />;
}

function imageOf(scene: Scene) {
  const found = IMAGES.find(({ id }) => id === scene.state?.selectedImageId);
  if (!found) throw new Error('The scene selects no image.');
  return found;
}

function staged(name: string, scene: Scene): State {
  return {
    name,
    size: 'wide',
    render: () => (
      <InApp scene={scene}>
        <div className="lab__stage">
          <Stage image={imageOf(scene)} grid={GRID} expected={8} />
        </div>
      </InApp>
    ),
  };
}

function tokenStage(name: string, scene: Scene): State {
  return {
    name,
    size: 'wide',
    render: () => (
      <InApp scene={scene}>
        <div className="lab__stage">
          <TokenStage image={imageOf(scene)} grid={GRID} />
        </div>
      </InApp>
    ),
  };
}

function reading(name: string, of: Evidence): State {
  return {
    name,
    size: 'wide',
    render: () => (
      <InApp scene={{ state: trained() }}>
        <div className="readings">
          <EvidenceReading grid={GRID} run={runOf(8)} evidence={of} queries={8} />
        </div>
      </InApp>
    ),
  };
}
