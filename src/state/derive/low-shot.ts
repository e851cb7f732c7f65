import { findBackbone } from '../../backbones/catalogue/catalogue';
import { isSameChoice } from '../../backbones/choice';
import { planShots, type ShotPlan } from '../../study/low-shot/shot-sizes';
import { studyEntries, studyEntry } from '../../study/study-entries';
import type { StudyEntry } from '../../training/run/compare-api';
import type { AppState, ClassLabel, LowShotStatus, LowShotStudy } from '../slices/types';
import { comparisonEntries } from './comparison-rows';
import { countsByClass } from './images-of';
import { plannedFolds } from './planned-folds';
import { LEAST_IMAGES, type Readiness, studyReadiness } from './readiness';
import { haveChanged } from './training-set';

/** Queries of the EP that is always measured: the number of the paper's figures of few images. */
const QUERIES = 8;
/** Beside EP and mean pooling: more lines would hide each other. */
export const MOST_OTHERS = 6;

type Chosen = Pick<AppState, 'backbones' | 'backboneId' | 'shotTicked'>;

/** What is always measured: EP and mean pooling. */
export function lowShotBasics(state: Pick<AppState, 'backbones' | 'backboneId'>): StudyEntry[] {
  const backbone = findBackbone(state.backbones, state.backboneId);
  return [comparisonEntries(backbone, QUERIES).ep, studyEntry({ name: 'gap', options: {} })];
}

/** What can be measured beside them, in the order of the page. */
export function lowShotOthers(state: Pick<AppState, 'backbones' | 'backboneId'>): StudyEntry[] {
  const { hasCls } = findBackbone(state.backbones, state.backboneId);
  const basics = new Set(lowShotBasics(state).map(({ key }) => key));
  return studyEntries({ hasCls }).filter(({ key }) => !basics.has(key));
}

/** What the next low-shot study measures. */
export function lowShotEntries(state: Chosen): StudyEntry[] {
  const ticked = lowShotOthers(state).filter(({ key }) => state.shotTicked.includes(key));
  return [...lowShotBasics(state), ...ticked.slice(0, MOST_OTHERS)];
}

/** The sizes of one started now; images that wait for their tokens count. Null without classes. */
export function plannedShots(
  state: Pick<AppState, 'classes' | 'images' | 'folds'>,
): ShotPlan<ClassLabel> | null {
  const counts = countsByClass(state, ({ status }) => status.kind !== 'failed');
  const classes = state.classes
    .map((label) => ({ label, images: counts.get(label.id) ?? 0 }))
    .filter(({ images }) => images >= LEAST_IMAGES);
  return planShots(classes, plannedFolds(state).folds);
}

/** Whether a low-shot study can be started. */
export function lowShotReadiness(
  state: Parameters<typeof studyReadiness>[0] & Pick<AppState, 'comparison' | 'folds'>,
): Readiness {
  if (state.comparison.kind === 'running') {
    return { ready: false, reason: { code: 'comparison-under-way' } };
  }
  const ready = studyReadiness(state);
  const plan = plannedShots(state);
  if (!ready.ready || !plan || plan.sizes.length > 0) return ready;
  const { label, images } = plan.ceiling;
  return { ready: false, reason: { code: 'too-few-shots', className: label.name, images } };
}

/** The study on show; null before the first. */
export function lowShotStudyOf(status: LowShotStatus): LowShotStudy | null {
  return status.kind === 'idle' ? null : status.study;
}

/** What the numbers on show no longer rest on: the backbone in use, or the images and labels of now. */
export function lowShotStaleness(
  state: Pick<AppState, 'classes' | 'images' | 'backboneId' | 'precision' | 'lowShot'>,
): 'backbone' | 'images' | null {
  const study = lowShotStudyOf(state.lowShot);
  if (!study) return null;
  if (!isSameChoice(study, state)) return 'backbone';
  return haveChanged(state, study.labels) ? 'images' : null;
}
