import type { ReactNode } from 'react';
import { BACKBONES } from '../../../src/backbones/catalogue/catalogue';
import type { Queries } from '../../../src/state/queries/queries';
import { QueryCache } from '../../../src/state/queries/query-cache';
import type {
  AppState,
  BackboneChoice,
  HeadRecord,
  TrainedRun,
} from '../../../src/state/slices/types';
import { RECIPES } from '../../../src/training/model/recipe';
import { BackbonesBody } from '../../../src/ui/backbones/BackbonesBody';
import { BackbonesDialog } from '../../../src/ui/backbones/BackbonesDialog';
import { HelpDialog } from '../../../src/ui/header/HelpDialog';
import { useOpenBackbones } from '../../../src/ui/page/page';
import { RecipePanel } from '../../../src/ui/probe/RecipePanel';
import { ResultFacts } from '../../../src/ui/probe/ResultFacts';
import { TrainDock } from '../../../src/ui/probe/TrainDock';
import { AllQueries } from '../../../src/ui/queries/all/AllQueries';
import { OneQuery } from '../../../src/ui/queries/one/OneQuery';
import { ReplayBar } from '../../../src/ui/sees/replay/ReplayBar';
import { SideBySide } from '../../../src/ui/sees/SideBySide';
import { useBeside } from '../../../src/ui/sees/use-beside';
import { AppError } from '../../../src/vocabulary/failures';
import type { CurvePoint } from '../../../src/vocabulary/heads';
import type { AttentionMaps } from '../../../src/vocabulary/maps';
import type { Entry, State } from '../entry';
import { InApp, type Scene } from '../InApp';
import { EIGHT, EXAMPLE_PHOTO, exampleAt, MANY, PHOTO } from '../recorded';
import { attending, curveTo, IMAGES, PREDICTIONS, runOf, trained, withImages } from '../scenes';

const BOTH = [EIGHT, exampleAt(1)];
/** The first of the eight queries, as if it had been alone. */
const ONE: AttentionMaps = {
  ...EIGHT,
  queries: 1,
  weights: EIGHT.weights.slice(0, EIGHT.patches),
};
const GAP: TrainedRun['probe'] = { name: 'gap', options: {} };
/** Another head's maps over the golden image. */
const OTHER: AttentionMaps = { ...exampleAt(0.6), imageId: PHOTO.id };
const TARGET: BackboneChoice = { backboneId: BACKBONES[2]?.id ?? '', precision: 'fp32' };

export const entries: readonly Entry[] = [
  {
    title: 'One query on all images',
    states: [
      oneQuery('eight queries', underOne(BOTH)),
      oneQuery('a wrong image, in order of concentration', {
        ...underOne(BOTH),
        state: { ...underOne(BOTH).state, grid: { sort: 'concentration', classId: null } },
      }),
      oneQuery('32 queries, in groups', underOne([MANY])),
      oneQuery('32 queries, in order of consistency', {
        ...underOne([MANY]),
        state: { ...underOne([MANY]).state, queryOrder: 'consistency', query: 19 },
      }),
      oneQuery('asked for', { state: trained() }),
      oneQuery('maps failed', {
        state: trained(),
        queries: {
          queryMaps: new QueryCache(JSON.stringify, 1, async () => {
            throw new AppError({ code: 'backbone-gone', id: 'none' });
          }),
        },
      }),
      oneQuery('no queries', {
        state: { ...trained(), training: training({ ...runOf(8), probe: GAP }) },
      }),
      oneQuery('before training', { state: withImages() }),
    ],
  },
  {
    title: 'All queries together',
    states: [
      allQueries('eight queries', attending(EIGHT)),
      allQueries('32 queries, in groups', attending(MANY)),
      allQueries('one query', attending(ONE)),
      allQueries('asked for', { state: trained() }),
    ],
  },
  {
    title: 'Recipe',
    states: [
      recipe('small data', {}),
      recipe('queries at random', {
        recipe: { ...RECIPES['small-data'], queryStart: 'random' },
      }),
      recipe('as in the paper', { recipe: RECIPES.paper }),
      recipe('a probe whose queries do not meet the tokens', { probe: GAP }),
    ],
  },
  {
    title: 'Side by side',
    states: [
      sideBySide('two heads', {
        ...attending(EIGHT),
        state: {
          ...trained(),
          heads: [headOf(runOf(8)), headOf(otherRun())],
          beside: { kind: 'head', headId: 'other' },
        },
        beside: OTHER,
      }),
      sideBySide('two images', {
        ...attending(EIGHT),
        state: { ...trained(), beside: { kind: 'image', imageId: EXAMPLE_PHOTO.id } },
        beside: exampleAt(1),
      }),
      sideBySide('the same image, another is to be chosen', {
        ...attending(EIGHT),
        state: { ...trained(), beside: { kind: 'image', imageId: PHOTO.id } },
        beside: EIGHT,
      }),
    ],
  },
  {
    title: 'Train, and its result',
    states: [
      trainedDock('the last epoch does differently', curveTo(100)),
      trainedDock('the last epoch is the kept one', []),
    ],
  },
  {
    title: 'Replay',
    states: [
      replay('the kept head', null),
      replay('half way', 50),
      replay('its start', 0),
      replay('playing', 50, true),
    ],
  },
  {
    title: 'Dialog of backbones',
    states: [
      { name: 'press to open', render: () => <OpenedBackbones /> },
      backbones('all there are', {}),
      backbones('one is downloaded', {
        switching: {
          kind: 'downloading',
          target: TARGET,
          progress: { loaded: 31e6, total: 88e6, bytesPerSecond: 4.2e6, secondsLeft: 14 },
        },
      }),
      backbones('one has failed', {
        switching: {
          kind: 'failed',
          target: TARGET,
          failure: {
            code: 'model-unreachable',
            file: 'DINOv2-S (model.onnx)',
            host: 'huggingface.co',
            offline: false,
          },
        },
      }),
      backbones('an own file is read', {
        opened: { kind: 'reading', name: 'vit-small.onnx', share: 0.4 },
      }),
      backbones('which output?', {
        opened: {
          kind: 'question',
          name: 'vit-small.onnx',
          question: {
            about: 'output',
            candidates: [
              { name: 'last_hidden_state', dims: ['batch', 197, 384] },
              { name: 'tokens', dims: ['batch', 196, 384] },
            ],
          },
        },
      }),
      backbones('is the first [CLS]?', {
        opened: {
          kind: 'question',
          name: 'vit-small.onnx',
          question: { about: 'cls', prefixTokens: 4 },
        },
      }),
      backbones('it does not serve', {
        opened: {
          kind: 'unusable',
          name: 'vit-small.onnx',
          failure: { code: 'model-file-web-page', file: 'vit-small.onnx' },
        },
      }),
    ],
  },
  {
    title: 'Dialog: how it works',
    states: [
      {
        name: 'press to open',
        render: () => (
          <InApp>
            <HelpDialog />
          </InApp>
        ),
      },
    ],
  },
];

/** The run of another probe, without a past. */
function otherRun(): TrainedRun {
  const run = runOf(8);
  return {
    ...run,
    probe: { name: 'simpool', options: {} },
    result: { ...run.result, headId: 'other', snapshots: { epochs: [], bytes: 0, limit: 64e6 } },
  };
}

function training(run: TrainedRun): Extract<AppState['training'], { kind: 'done' }> {
  const predictions = Object.fromEntries(PREDICTIONS.map((one) => [one.imageId, one]));
  return { kind: 'done', run, curve: curveTo(100), predictions };
}

function headOf(run: TrainedRun): HeadRecord {
  const { curve, predictions } = training(run);
  return { run, curve, predictions, studyKey: null };
}

/** A head whose maps are known of these images. */
function underOne(seen: readonly AttentionMaps[]): Scene {
  const [first] = seen;
  if (!first) throw new Error('There are no maps.');
  const { state, queries } = attending(first);
  const queryMaps: Queries['queryMaps'] = new QueryCache(
    JSON.stringify,
    9,
    async ({ query, imageIds }) => {
      const known = seen.filter(({ imageId }) => imageIds.includes(imageId));
      const rows = known.flatMap(({ weights, patches }) => [
        ...weights.subarray(query * patches, (query + 1) * patches),
      ]);
      return { imageIds: known.map(({ imageId }) => imageId), weights: Float32Array.from(rows) };
    },
  );
  return { ...(state ? { state } : {}), queries: { ...queries, queryMaps } };
}

function oneQuery(name: string, scene: Scene): State {
  return inPlace(name, scene, OneQuery);
}

function allQueries(name: string, scene: Scene): State {
  return inPlace(name, scene, AllQueries);
}

/** A view, as large as the middle of the page. */
function inPlace(name: string, scene: Scene, View: () => ReactNode): State {
  return {
    name,
    size: 'wide',
    render: () => (
      <InApp scene={scene}>
        <div className="lab__place">
          <View />
        </div>
      </InApp>
    ),
  };
}

function recipe(name: string, state: Partial<AppState>): State {
  return {
    name,
    render: () => (
      <InApp scene={{ state }}>
        <div ref={(place) => place?.querySelector('details')?.setAttribute('open', '')}>
          <RecipePanel />
        </div>
      </InApp>
    ),
  };
}

function sideBySide(name: string, scene: Scene): State {
  return {
    name,
    size: 'wide',
    render: () => (
      <InApp scene={scene}>
        <Sides />
      </InApp>
    ),
  };
}

function Sides() {
  const [image] = IMAGES;
  const beside = useBeside();
  return image && beside && <SideBySide image={image} run={runOf(8)} beside={beside} />;
}

function replay(name: string, epoch: number | null, playing = false): State {
  return {
    name,
    size: 'wide',
    render: () => (
      <InApp
        scene={{
          state: { ...trained(), epoch },
          page: (page) => page.replay.state.setState({ playing }),
        }}
      >
        <ReplayBar run={runOf(8)} />
      </InApp>
    ),
  };
}

function backbones(name: string, state: Partial<AppState>): State {
  return {
    name,
    size: 'wide',
    render: () => (
      <InApp scene={{ state: { ...withImages(), ...state } }}>
        <div className="lab__dialog">
          <BackbonesBody />
        </div>
      </InApp>
    ),
  };
}

function OpenedBackbones() {
  return (
    <InApp scene={{ state: withImages() }}>
      <OpenBackbones />
      <BackbonesDialog />
    </InApp>
  );
}

function OpenBackbones() {
  const open = useOpenBackbones();
  return (
    <button type="button" className="button" onClick={open}>
      Backbones
    </button>
  );
}

function trainedDock(name: string, curve: readonly CurvePoint[]): State {
  const done = runOf(8);
  const result = { ...done.result, heldOut: { correct: 13, total: 15 } };
  const run = { ...done, result };
  const kept = curve.map((point) => ({ ...point, heldOutAccuracy: 12 / 15 }));
  return {
    name,
    render: () => (
      <InApp scene={{ state: { ...trained(), training: { ...training(run), curve: kept } } }}>
        <TrainDock />
        <ResultFacts run={run} curve={kept} />
      </InApp>
    ),
  };
}
