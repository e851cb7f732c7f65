import type { Backbone, Precision, Preprocessing } from '../../backbones/backbone';
import type { PixelPresetId, Resizing } from '../../backbones/catalogue/pixel-presets';
import type { BackboneChoice } from '../../backbones/choice';
import type { TrialStep } from '../../backbones/import/api';
import type { ImportQuestion } from '../../backbones/import/question';
import type { TokenFacts } from '../../backbones/import/token-facts';
import type { DownloadProgress } from '../../backbones/obtain/pace';
import type { Device, DevicePreference } from '../../runtime/device';
import type { Failure } from '../../vocabulary/failures';
import type { Notice } from '../../vocabulary/notices';

export type ExtractionStatus =
  | { kind: 'idle' }
  | { kind: 'running'; done: number; total: number }
  | { kind: 'cancelled'; done: number; total: number };

export type DeviceStatus =
  /** `loaded` and `total` are bytes of the encoder's file. */
  | { kind: 'starting'; loaded: number; total: number }
  | { kind: 'ready'; device: Device }
  | { kind: 'failed'; reason: Failure };

export type { BackboneChoice };

/**
 * On the way from the backbone in use to another. Until it has arrived, `backboneId` and everything
 * made with that backbone stay as they are; a failure leaves them so.
 */
export type SwitchStatus =
  | { kind: 'idle' }
  /** Asked for; what comes next shows at once. */
  | { kind: 'queued'; target: BackboneChoice }
  | { kind: 'downloading'; target: BackboneChoice; progress: DownloadProgress }
  /** Every byte has come, and is being checked and kept. */
  | { kind: 'verifying'; target: BackboneChoice }
  /** The model starts in a worker of its own; a 16-bit one is tried on one image. */
  | { kind: 'starting'; target: BackboneChoice }
  | { kind: 'failed'; target: BackboneChoice; failure: Failure };

/** Why the backbone in use is in memory only. */
export type MemoryOnly = Extract<Notice, { code: 'memory-only' }>;

/** A file of a model in this browser's storage. */
export interface CachedModel {
  /** What `deleteCachedModel` wants: the key that the file is stored under. */
  address: string;
  label: string;
  bytes: number;
  /** The backbone that it belongs to, null where that is not known here any more. */
  backboneId: string | null;
}

/** What a person's own model is to be given, where its file does not say. */
export interface PixelChoice extends Pick<Preprocessing, 'resize' | 'resample' | 'mean' | 'std'> {
  /** Ids of `PIXEL_PRESETS` and of `resizeChoices(side)`, so that a choice can be marked. */
  preset: PixelPresetId;
  resizing: Resizing;
}

/** On the way from a file, or an address, to a backbone of the person's own. `name` is the file's. */
export type OpenedModel =
  | { kind: 'none' }
  /** A file given by its address is fetched. */
  | { kind: 'downloading'; name: string; progress: DownloadProgress }
  /** `share`: of the file that has been read, 0…1. */
  | { kind: 'reading'; name: string; share: number }
  /** `answerQuestion` goes on. */
  | { kind: 'question'; name: string; question: ImportQuestion }
  | { kind: 'trying'; name: string; step: TrialStep }
  /**
   * It has run one image: `openedPicture` holds its tokens as colours. `confirmModel` takes it,
   * `setPixels` tries it with other pixels (`again` until that picture is there). `keeping` once it
   * is taken, until its files are kept.
   */
  | {
      kind: 'shown';
      name: string;
      facts: TokenFacts;
      pixels: PixelChoice;
      /** The image that was run; null for a pattern, where there are no images. */
      imageId: string | null;
      milliseconds: number;
      bytes: number;
      again: boolean;
      keeping: boolean;
    }
  /** `failure` says what is missing, and what export would do. */
  | { kind: 'unusable'; name: string; failure: Failure };

export interface EncoderSlice {
  /** The backbone in use, which every token here was made by, and its precision. */
  backboneId: string;
  precision: Precision;
  /** The person's own and those added by address, in the order they came; others are `BACKBONES`. */
  backbones: readonly Backbone[];
  switching: SwitchStatus;
  /** Where the backbone in use will be gone after a reload: full disk, no storage. */
  memoryOnly: MemoryOnly | null;
  /** Models in this browser's storage, the newest first. */
  cachedModels: readonly CachedModel[];
  /** Tokens in this browser's storage. */
  cachedTokens: { images: number; bytes: number };
  opened: OpenedModel;
  devicePreference: DevicePreference;
  deviceStatus: DeviceStatus;
  /** Whether the browser has a real WebGPU adapter; null until it has been asked. */
  webgpu: 'real' | 'software' | 'none' | null;
  extraction: ExtractionStatus;
  /** Images of the present extraction, or of the last, whose tokens were kept from an earlier one. */
  tokensFromCache: number;
}
