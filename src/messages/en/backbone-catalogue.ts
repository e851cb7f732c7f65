import type { Backbone, Family, Precision } from '../../backbones/backbone';
import type { CatalogueId } from '../../backbones/catalogue/catalogue';
import type { PixelPresetId, ResizeChoice } from '../../backbones/catalogue/pixel-presets';

/** What encoders of a family have in common. */
interface FamilyWords {
  /** In one or two words. */
  label: string;
  /** One sentence on the training objective. */
  meaning: string;
  /** What the paper measured on ImageNet-1k for encoders of this family. */
  paperNote: string;
}

export const FAMILY_WORDS: Record<Family, FamilyWords> = {
  MIM: {
    label: 'Masked images',
    meaning: 'Learned by filling in hidden patches.',
    paperNote:
      'EP gains most on encoders whose training was about patches: in the paper MAE ViT-B goes from 67.8 % (linear) to 75.5 % (EP) on ImageNet.',
  },
  'joint-embedding': {
    label: 'Joint embedding',
    meaning: 'Learned by giving views of one image the same [CLS] token.',
    paperNote:
      'Training was about [CLS], so little is left for attention to find: in the paper DINO ViT-B goes from 77.2 % (linear) to 77.4 % (EP with [CLS] among the tokens) on ImageNet.',
  },
  hybrid: {
    label: 'Hybrid',
    meaning: 'Learned from views and hidden patches at once.',
    paperNote:
      'Both [CLS] and patches were trained: in the paper DINOv2-B goes from 83.6 % (linear) to 84.0 % (EP) on ImageNet.',
  },
  'vision-language': {
    label: 'Vision and language',
    meaning: 'Learned by matching images with their captions.',
    paperNote:
      'In the paper SigLIP-L goes from 84.1 % (linear) to 85.9 % (EP) on ImageNet, CLIP ViT-B/16 from 77.9 % to 78.0 % (with [CLS] among the tokens).',
  },
  supervised: {
    label: 'Supervised',
    meaning: 'Learned from labelled images.',
    paperNote:
      'The figures quoted here from the paper hold no encoder trained on labels to set beside this one.',
  },
  unknown: {
    label: 'Not known',
    meaning: 'Nobody said how it was trained.',
    paperNote:
      'How it was trained is not known here, so no figure of the paper can be set beside it.',
  },
};

const HIERA =
  'EP gains most on encoders whose training was about patches: in the paper the larger Hiera-B, which has no [CLS] either, goes from 69.3 % (linear) to 75.7 % (EP) on ImageNet. A quarter of what varied in the tokens of this one was where a patch stands; the file takes it out.';

/** What the paper says that is nearest to each backbone of the catalogue. */
const PAPER_NOTES: Record<CatalogueId, string> = {
  'hiera-tiny-224': HIERA,
  'hiera-tiny-448': HIERA,
  'dinov2-small-registers': FAMILY_WORDS.hybrid.paperNote,
  'dinov2-small': FAMILY_WORDS.hybrid.paperNote,
  'dinov2-base': FAMILY_WORDS.hybrid.paperNote,
  'dino-vits16': FAMILY_WORDS['joint-embedding'].paperNote,
  'dino-vits8': FAMILY_WORDS['joint-embedding'].paperNote,
  'dino-vitb16': FAMILY_WORDS['joint-embedding'].paperNote,
  'dinov3-small': FAMILY_WORDS.hybrid.paperNote,
  'vit-base-in21k': FAMILY_WORDS.supervised.paperNote,
  'siglip-base': FAMILY_WORDS['vision-language'].paperNote,
};

/** What the paper found for encoders trained like this one; one sentence. */
export function paperNote({ id, family }: Pick<Backbone, 'id' | 'family'>): string {
  return isOfCatalogue(id) ? PAPER_NOTES[id] : FAMILY_WORDS[family].paperNote;
}

function isOfCatalogue(id: string): id is CatalogueId {
  return Object.hasOwn(PAPER_NOTES, id);
}

export const PRECISION_NAMES: Record<Precision, string> = {
  fp32: '32-bit',
  fp16: '16-bit',
  q4: '4-bit',
};

/** Ways to give an encoder its pixels, and who uses them, in a few words. */
export const PIXEL_PRESET_WORDS: Record<PixelPresetId, { label: string; usedBy: string }> = {
  imagenet: { label: 'ImageNet', usedBy: 'DINO, MAE, DeiT, most of timm' },
  halves: { label: '0.5 / 0.5', usedBy: 'SigLIP, Google’s ViT' },
  clip: { label: 'CLIP', usedBy: 'CLIP, OpenCLIP' },
  none: { label: 'None', usedBy: 'graphs that do it themselves' },
};

/** @param side pixels to a side of what the encoder sees. */
export function resizeLabel({ id, resize }: ResizeChoice, side: number): string {
  return id === 'margin'
    ? `Short side ${resize}, crop ${side}`
    : `Short side ${side}, nothing cut off it`;
}
