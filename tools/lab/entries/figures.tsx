import { BACKBONES } from '../../../src/backbones/catalogue/catalogue';
import { comparisonRows } from '../../../src/state/derive/comparison-rows';
import { QueryCache } from '../../../src/state/queries/query-cache';
import type { AppState, ImageItem, LowShotStudy } from '../../../src/state/slices/types';
import { shotRows } from '../../../src/study/low-shot/shot-rows';
import { studyRows } from '../../../src/study/study-table';
import type { StudyEntry } from '../../../src/training/run/compare-api';
import { BackboneFigure } from '../../../src/ui/compare/backbones/BackboneFigure';
import { BackboneTable } from '../../../src/ui/compare/backbones/BackboneTable';
import { LowShot } from '../../../src/ui/compare/low-shot/LowShot';
import { ShotFigure } from '../../../src/ui/compare/low-shot/ShotFigure';
import { ShotTable } from '../../../src/ui/compare/low-shot/ShotTable';
import { ProbeFigure } from '../../../src/ui/compare/ProbeFigure';
import { StudyTable } from '../../../src/ui/compare/StudyTable';
import { useApp } from '../../../src/ui/hooks/use-app';
import { useVerdicts } from '../../../src/ui/hooks/use-verdicts';
import { ConfusionTable } from '../../../src/ui/probe/ConfusionTable';
import { Curves } from '../../../src/ui/probe/Curves';
import { AllQueries } from '../../../src/ui/queries/all/AllQueries';
import { ClassBars } from '../../../src/ui/sees/ClassBars';
import type { Importance } from '../../../src/vocabulary/evidence';
import { AppError } from '../../../src/vocabulary/failures';
import type { CurvePoint } from '../../../src/vocabulary/heads';
import type { Entry, State } from '../entry';
import { InApp, type Scene } from '../InApp';
import { lowShot } from '../low-shots';
import { EIGHT, MANY } from '../recorded';
import { attending, curveTo, IMAGES, runOf, trained } from '../scenes';
import { ALL_ENTRIES, compared, study } from '../studies';

const few = ALL_ENTRIES.filter(({ probe }) => ['knn', 'gap', 'ep'].includes(probe.name));
const ids = BACKBONES.slice(0, 4).map(({ id }) => id);

export const entries: readonly Entry[] = [
  {
    title: 'Training curves',
    states: [
      curves('under way', curveTo(30), null),
      curves('trained', curveTo(100), 60),
      curves('nothing held out', curveTo(100, false), 100, false),
    ],
  },
  {
    title: 'Comparison of probes, figure',
    states: [
      probeFigure('one fold', few, 1),
      probeFigure('five folds', few, 5),
      probeFigure('every entry there is', ALL_ENTRIES, 5),
      probeFigure('a single entry', few.slice(0, 1), 5),
      probeFigure('nothing finished yet', few, 0),
    ],
  },
  {
    title: 'Comparison of probes, table',
    states: [
      {
        name: 'five folds',
        size: 'wide',
        render: () => <StudyTable rows={studyRows(study(few, 5))} ordered />,
      },
      {
        name: 'nothing finished yet',
        size: 'wide',
        render: () => <StudyTable rows={studyRows(study(few.slice(0, 3), 0))} ordered={false} />,
      },
    ],
  },
  {
    title: 'Comparison of backbones',
    states: [
      backbones('several', compared(ids.map((id) => ({ id })))),
      backbones('one, one fold', compared([{ id: ids[0] ?? '', finished: 1 }])),
      backbones(
        'stale rows, and one without a fold',
        compared([
          { id: ids[0] ?? '', stale: 'images' },
          { id: ids[1] ?? '', stale: 'settings' },
          { id: ids[2] ?? '', finished: 0 },
        ]),
      ),
    ],
  },
  {
    title: 'How many images, figure',
    states: [
      shots('EP and mean pooling', lowShot(0, [2, 4, 8, 16], 1000)),
      shots('eight lines, seven sizes', lowShot(6, [2, 4, 8, 16, 32, 64, 96], 1000)),
      shots('under way', lowShot(2, [2, 4, 8], 32)),
      shots('one size', lowShot(1, [2], 1000)),
      shots('nothing finished yet', lowShot(0, [2, 4], 3)),
    ],
  },
  {
    title: 'How many images',
    states: [
      measured('done', 'done', 1000),
      measured('cancelled', 'paused', 32),
      measured('under way', 'running', 14),
    ],
  },
  {
    title: 'Confusion table',
    states: [
      {
        name: 'with images held out',
        render: () => (
          <InApp scene={{ state: trained() }}>
            <ConfusionTable run={runOf(8)} />
          </InApp>
        ),
      },
      {
        name: 'nothing held out',
        render: () => (
          <InApp scene={{ state: trained(8, false) }}>
            <ConfusionTable run={runOf(8, false)} />
          </InApp>
        ),
      },
    ],
  },
  {
    title: 'Class bars',
    states: IMAGES.map((image, at) => ({
      name: at === 0 ? 'right' : 'wrong',
      render: () => (
        <InApp scene={{ state: trained() }}>
          <Bars image={image} />
        </InApp>
      ),
    })),
  },
  {
    title: 'All queries together',
    states: [
      together('eight queries', { ...attending(EIGHT) }),
      together('32 queries, in groups', attending(MANY)),
      together('asked for', { state: trained() }),
      together('failed', {
        state: trained(),
        queries: {
          mapStatistics: failing(),
          importances: failing(),
        },
      }),
    ],
  },
];

function curves(
  name: string,
  curve: readonly CurvePoint[],
  kept: number | null,
  heldOut = true,
): State {
  return {
    name,
    render: () => (
      <InApp scene={kept === null ? {} : { state: trained(8, heldOut) }}>
        <Curves curve={curve} epochs={100} kept={kept} />
      </InApp>
    ),
  };
}

function probeFigure(name: string, of: readonly StudyEntry[], folds: number): State {
  const rows = studyRows(study(of, folds));
  return { name, size: 'wide', render: () => <ProbeFigure rows={rows} /> };
}

function shots(name: string, { sizes, ...measuredAt }: LowShotStudy): State {
  const rows = shotRows({ sizes, ...measuredAt });
  return {
    name,
    size: 'wide',
    render: () => (
      <>
        <ShotFigure rows={rows} sizes={sizes} />
        <ShotTable rows={rows} sizes={sizes} />
      </>
    ),
  };
}

function measured(name: string, kind: 'done' | 'paused' | 'running', finished: number): State {
  const of = lowShot(1, [2, 4, 8, 16], finished);
  const status = kind === 'paused' ? { kind, study: of, reason: null } : { kind, study: of };
  return {
    name,
    size: 'wide',
    render: () => (
      <InApp scene={{ state: { ...compared([]), lowShot: status } }}>
        <LowShot />
      </InApp>
    ),
  };
}

function backbones(name: string, state: Partial<AppState>): State {
  return {
    name,
    size: 'wide',
    render: () => (
      <InApp scene={{ state }}>
        <Backbones />
      </InApp>
    ),
  };
}

function Backbones() {
  const rows = comparisonRows(useApp().store.getState(), 8);
  return (
    <>
      <BackboneFigure rows={rows} queries={8} />
      <BackboneTable rows={rows} />
    </>
  );
}

function Bars({ image }: { image: ImageItem }) {
  const verdict = useVerdicts().get(image.id);
  return verdict && <ClassBars run={runOf(8)} verdict={verdict} actual={image.classId} />;
}

function together(name: string, scene: Scene): State {
  const queries =
    scene.state?.training?.kind === 'done' ? scene.state.training.run.probe.options.queries : 0;
  const importance = importanceOf(queries ?? 0);
  const measured = { importances: new QueryCache(JSON.stringify, 1, async () => importance) };
  return {
    name,
    size: 'wide',
    render: () => (
      <InApp scene={scene.maps ? { ...scene, queries: { ...scene.queries, ...measured } } : scene}>
        <AllQueries />
      </InApp>
    ),
  };
}

/** The first queries matter most. */
function importanceOf(queries: number): Importance {
  const size = 20;
  const perClass = [18, 19, 16].map((correct) => ({ correct, total: size }));
  return {
    total: 3 * size,
    heldOut: true,
    correct: 53,
    perClass,
    without: Array.from({ length: queries }, (_, query) => {
      const lost = Math.max(0, 6 - 2 * query);
      return {
        correct: 53 - lost,
        perClass: perClass.map(({ correct }, at) => correct - (at === query % 3 ? lost : 0)),
      };
    }),
  };
}

function failing(): QueryCache<unknown, never> {
  return new QueryCache(JSON.stringify, 1, async () => {
    throw new AppError({ code: 'backbone-gone', id: 'none' });
  });
}
