import type { TrialStep } from '../../backbones/import/api';
import type { DownloadProgress } from '../../backbones/obtain/pace';
import type { OpenedModel, SwitchStatus } from '../../state/slices/types';
import { inMegabytes, megabytes } from './format';

/** How far something is that takes a while. */
export interface ProgressStage {
  /** What is being done now: changes a few times, and may be read aloud. */
  doing: string;
  /** What changes many times a second. */
  numbers: string;
  /** 0…1; null where it can't be told. */
  share: number | null;
}

/** Where a switch to `label` stands; null while there is none, and when it has failed. */
export function switchStage(status: SwitchStatus, label: string): ProgressStage | null {
  switch (status.kind) {
    case 'idle':
    case 'failed':
      return null;
    case 'queued':
      return { doing: `Switching to ${label}`, numbers: '', share: null };
    case 'downloading':
      return downloadStage(`Downloading ${label}`, status.progress);
    case 'verifying':
      return { doing: `Checking ${label} and keeping it`, numbers: '', share: 1 };
    case 'starting':
      return { doing: `Starting ${label}`, numbers: '', share: 1 };
  }
}

/** Where a model that is being opened stands; null where it waits for the person. */
export function importStage(opened: OpenedModel): ProgressStage | null {
  switch (opened.kind) {
    case 'downloading':
      return downloadStage(`Downloading ${opened.name}`, opened.progress);
    case 'reading':
      return {
        doing: `Reading ${opened.name}`,
        numbers: `${Math.round(100 * opened.share)} %`,
        share: opened.share,
      };
    case 'trying':
      return { doing: `${TRIAL[opened.step]} ${opened.name}`, numbers: '', share: null };
    default:
      return null;
  }
}

const TRIAL: Record<TrialStep, string> = {
  runtime: 'Getting ready for',
  session: 'Loading',
  run: 'Running one image through',
};

/** "about 40 s left", "about 2 min left": no finer than it is known. */
export function timeLeftInWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 5) return 'a few seconds left';
  if (seconds < 57.5) return `about ${5 * Math.round(seconds / 5)} s left`;
  const minutes = seconds / 60;
  return `about ${minutes < 2.75 ? Math.round(2 * minutes) / 2 : Math.round(minutes)} min left`;
}

function downloadStage(doing: string, progress: DownloadProgress): ProgressStage {
  const { loaded, total, secondsLeft } = progress;
  const left = secondsLeft === null ? '' : `, ${timeLeftInWords(1000 * secondsLeft)}`;
  return { doing, numbers: paceInWords(progress) + left, share: total ? loaded / total : null };
}

/** "18.4 of 88.5 MB, 2.1 MB/s", as far as it is known. */
function paceInWords({ loaded, total, bytesPerSecond }: DownloadProgress): string {
  const bytes =
    total === null ? megabytes(loaded) : `${inMegabytes(loaded)} of ${megabytes(total)}`;
  return bytesPerSecond === null ? bytes : `${bytes}, ${megabytes(bytesPerSecond)}/s`;
}
