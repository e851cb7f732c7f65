import type {
  Backbone,
  Family,
  ModelFile,
  ModelFiles,
  Precision,
  Preprocessing,
} from '../backbone';
import { APACHE, DINOV3_LICENCE, HALVES, IMAGENET } from './common-facts';

/**
 * Left out on purpose: files whose activations are quantised (`model_quantized`, `_int8`,
 * `_uint8`), since there a token depends on the rest of its batch.
 */
const ON_HUB = [
  hubBackbone({
    id: 'dinov2-small-registers',
    label: 'DINOv2-S + registers',
    repo: 'onnx-community/dinov2-with-registers-small',
    family: 'hybrid',
    precisions: { fp32: whole('model', 88.5), fp16: whole('model_fp16', 44.4), q4: q4(16.9) },
    preprocessing: dinov2(),
    patch: 14,
    registers: 4,
    width: 384,
  }),
  hubBackbone({
    id: 'dinov2-small',
    label: 'DINOv2-S',
    repo: 'Xenova/dinov2-small',
    family: 'hybrid',
    precisions: { fp32: whole('model', 88.5), fp16: whole('model_fp16', 44.4), q4: q4(16.9) },
    preprocessing: dinov2(),
    patch: 14,
    width: 384,
  }),
  hubBackbone({
    id: 'dinov2-base',
    label: 'DINOv2-B',
    repo: 'Xenova/dinov2-base',
    family: 'hybrid',
    precisions: { fp32: whole('model', 347), fp16: whole('model_fp16', 173), q4: q4(60) },
    preprocessing: dinov2(),
    patch: 14,
    width: 768,
  }),
  hubBackbone({
    id: 'dino-vits16',
    label: 'DINO ViT-S/16',
    repo: 'Xenova/dino-vits16',
    family: 'joint-embedding',
    precisions: { fp32: whole('model', 86.9), fp16: whole('model_fp16', 43.7) },
    preprocessing: whole224(IMAGENET),
    patch: 16,
    width: 384,
  }),
  hubBackbone({
    id: 'dino-vits8',
    label: 'DINO ViT-S/8',
    repo: 'Xenova/dino-vits8',
    family: 'joint-embedding',
    precisions: { fp32: whole('model', 86.9), fp16: whole('model_fp16', 43.7) },
    preprocessing: whole224(IMAGENET),
    patch: 8,
    width: 384,
  }),
  hubBackbone({
    id: 'dino-vitb16',
    label: 'DINO ViT-B/16',
    repo: 'Xenova/dino-vitb16',
    family: 'joint-embedding',
    precisions: { fp32: whole('model', 343), fp16: whole('model_fp16', 172) },
    preprocessing: whole224(IMAGENET),
    patch: 16,
    width: 768,
  }),
  hubBackbone({
    id: 'dinov3-small',
    label: 'DINOv3-S/16',
    repo: 'onnx-community/dinov3-vits16-pretrain-lvd1689m-ONNX',
    family: 'hybrid',
    precisions: {
      fp32: {
        graph: { path: 'onnx/model.onnx', size: null, sha256: null },
        data: [{ location: 'model.onnx_data', ...file('model.onnx_data', 86.5) }],
      },
    },
    licence: DINOV3_LICENCE,
    preprocessing: whole224(IMAGENET),
    patch: 16,
    registers: 4,
    width: 384,
  }),
  hubBackbone({
    id: 'vit-base-in21k',
    label: 'ViT-B/16 (ImageNet-21k)',
    repo: 'Xenova/vit-base-patch16-224-in21k',
    family: 'supervised',
    precisions: { fp32: whole('model', 343), fp16: whole('model_fp16', 172) },
    preprocessing: whole224(HALVES),
    patch: 16,
    width: 768,
  }),
  hubBackbone({
    id: 'siglip-base',
    label: 'SigLIP-B/16',
    repo: 'Xenova/siglip-base-patch16-224',
    family: 'vision-language',
    precisions: { fp32: whole('vision_model', 372), fp16: whole('vision_model_fp16', 186) },
    preprocessing: { ...whole224(HALVES), resample: 'bicubic' },
    patch: 16,
    hasCls: false,
    width: 768,
  }),
];

/** Backbones on the model hub. */
export const HUB_BACKBONES: readonly Backbone[] = ON_HUB;

export type HubId = (typeof ON_HUB)[number]['id'];

/** What the entries differ in; the rest is the same for all of them. */
interface HubFacts<Id> extends Pick<Backbone, 'label' | 'preprocessing' | 'patch' | 'width'> {
  id: Id;
  repo: string;
  family: Family;
  precisions: Partial<Record<Precision, ModelFiles>>;
  licence?: Backbone['licence'];
  hasCls?: boolean;
  registers?: number;
}

function hubBackbone<const Id extends string>({
  id,
  label,
  repo,
  family,
  precisions,
  licence = APACHE,
  preprocessing,
  patch,
  hasCls = true,
  registers = 0,
  width,
}: HubFacts<Id>): Backbone & { id: Id } {
  const side = preprocessing.crop / patch;
  return {
    id,
    label,
    source: { kind: 'hub', repo, revision: 'main', precisions },
    family,
    licence,
    preprocessing,
    patch,
    grid: { height: side, width: side },
    prefixTokens: Number(hasCls) + registers,
    hasCls,
    registers,
    width,
    input: 'pixel_values',
    output: 'last_hidden_state',
    batch: null,
  };
}

function dinov2(): Preprocessing {
  return { resize: 256, resample: 'bicubic', crop: 224, ...IMAGENET };
}

function whole224(channels: Pick<Preprocessing, 'mean' | 'std'>): Preprocessing {
  return { resize: 224, resample: 'bilinear', crop: 224, ...channels };
}

function whole(name: string, megabytes: number): ModelFiles {
  return { graph: file(`${name}.onnx`, megabytes), data: [] };
}

function q4(megabytes: number): ModelFiles {
  return whole('model_q4', megabytes);
}

function file(name: string, megabytes: number): ModelFile {
  return {
    path: `onnx/${name}`,
    size: { bytes: Math.round(megabytes * 1e6), exact: false },
    sha256: null,
  };
}
